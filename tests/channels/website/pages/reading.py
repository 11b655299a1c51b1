"""Pages read back as a browser would, and what every page must be."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

_VOID = {"meta", "link", "img", "br", "hr", "input"}
HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(1)> & {{ 7 * 7 }}</textarea></title>"

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """Elements with their attributes, words by element, and elements closed as they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._open[-1] if self._open else "", " ".join(data.split())))

    def of(self, *tags: str) -> list[str]:
        return [text for tag, text in self.words if tag in tags]

    def all(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.elements if name == tag]

    def buttons(self, name: str) -> list[str | None]:
        return [button.get("value") for button in self.all("button") if button.get("name") == name]

    @property
    def links(self) -> list[str]:
        return [str(link.get("href")) for link in self.all("a")]

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.words)


def check_whole(html: str) -> Page:
    """What every page must be: whole, in French, in order, labelled, and without anything that acts by itself."""
    page = Page(html)
    assert html.startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert page.all("html") == [{"lang": "fr"}]
    assert len(page.of("title")) >= 1
    for landmark in ("header", "main", "footer"):
        assert len(page.all(landmark)) == 1
    _check_headings(page)
    _check_names(page)
    _check_nothing_acts(page)
    return page


def _check_headings(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def _check_names(page: Page) -> None:
    """Every id once; every reference to an id, every fragment link and every label leads somewhere."""
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        for name in ("aria-labelledby", "aria-describedby", "for", "form"):
            assert set(str(attributes.get(name) or "").split()) <= set(ids)
        href = str(attributes.get("href") or "")
        assert not href.startswith("#") or href[1:] in ids
        if tag in {"textarea", "select"} or (tag == "input" and attributes.get("type") != "hidden"):
            assert attributes["id"] in {label["for"] for label in page.all("label")}
    assert all(navigation.get("aria-label") for navigation in page.all("nav"))


def _check_nothing_acts(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "style", "img", "iframe", "object", "embed", "base", "image", "use", "noscript"}
    assert [link["href"] for link in page.all("link") if link["rel"] == "stylesheet"] == ["pages.css"]
    for tag, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert not {"style", "src", "srcset", "formaction", "xlink:href", "target"} & set(attributes)
        href = str(attributes.get("href") or "")
        if tag == "a" and href.startswith("data:"):
            assert attributes["download"]
        elif tag == "a":
            assert re.match(r"https://|tel:|mailto:|#|\./$|confidentialite$|accessibilite$", href)
        else:
            assert tag in {"link"} or not href
