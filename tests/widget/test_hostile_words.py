"""Messages that no service of ours would send, and what people may write: nothing runs, leaves or breaks."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.hostile import ADDRESSES, FULL, LONG, MARKUP, PICTURES, REVERSED, WRONG, everywhere
from tests.widget.using import SLOW, messages, opened, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

KNOWN = (
    "section div button p dialog header h2 h3 h4 ul ol li a span form label textarea strong details summary figure "
    "figcaption table caption thead tbody tr th td svg g title line polyline polygon path circle rect text tspan"
)
# All that stands in the widget: tags, attributes that could run or load something, and where links lead.
CONTENT = """() => {
  const all = [...document.querySelector('assistant-invalidite').shadowRoot.querySelectorAll('*')];
  const attributes = all.flatMap((one) => [...one.attributes].map(({ name, value }) => [one.localName, name, value]));
  const spoken = ['aria-label', 'download'];
  return {
    tags: [...new Set(all.map(({ localName }) => localName))],
    running: attributes.filter(([, name, value]) => /^on|^style$|^srcdoc$|action$/i.test(name)
      || (/url\\(|script:/i.test(value.replace(/[^!-~]/g, '')) && !spoken.includes(name))),
    loading: attributes.filter(([tag, name]) => /src|^data$|poster|cite|ping|href/.test(name)
      && `${tag} ${name}` !== 'a href'),
    links: all.filter(({ localName }) => localName === 'a').map((one) => ({
      kind: one.hasAttribute('download') ? 'download' : one.host === location.host ? 'ours' : one.protocol,
      host: one.host, user: one.username + one.password, rel: one.rel,
    })),
  };
}"""
UNFOLD = """() => {
  const root = document.querySelector('assistant-invalidite').shadowRoot;
  for (const one of root.querySelectorAll('details')) one.open = true;
}"""


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """The widget on a page whose own rules stop no script: only the widget itself does."""
    page = visit(bypass_csp=True)
    asked: list[str] = []
    site = page.url.removesuffix("demo")
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (asked.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield opened(page)
    assert [url for url in asked if not url.startswith(site)] == []
    assert page.evaluate("window.hacked") is None
    assert page.context.pages == [page]


def receive(page: Page, sent: list[Any]) -> None:
    """Say something; these messages are what the service answers."""
    entries = [{"number": rank, "from": "assistant", **one} for rank, one in enumerate(sent, start=3)]
    answer = {"messages": [{"number": 2, "from": "person", "text": "bonjour"}, *entries]}
    page.route("**/current/messages", lambda route: route.fulfill(json=answer))
    send(page, "bonjour")
    expect(messages(page)).to_have_count(len(sent) + 1, timeout=SLOW)
    expect(page.get_by_role("alert")).to_be_hidden()


def check(page: Page) -> list[str]:
    """Nothing stands in the widget but what is known; gives the other sites that links lead to."""
    page.evaluate(UNFOLD)
    content = page.evaluate(CONTENT)
    assert set(content["tags"]) <= set(KNOWN.split())
    assert content["running"] == []
    assert content["loading"] == []
    for link in content["links"]:
        assert link["kind"] in {"https:", "tel:", "mailto:", "download", "ours"}
        assert link["user"] == ""
        assert link["kind"] != "https:" or "noopener" in link["rel"]
    return [link["host"] for link in content["links"] if link["kind"] == "https:"]


def test_markup_and_addresses_in_every_field(page: Page) -> None:
    receive(page, [everywhere(MARKUP, address) for address in ADDRESSES])
    assert set(check(page)) == {"www.ameli.fr", "quotes.example"}
    expect(messages(page).nth(1)).to_contain_text(MARKUP)
    assert page.locator("a[download]").count() == len(ADDRESSES)


def test_drawings_only_draw(page: Page) -> None:
    receive(page, [everywhere("des mots", "", picture) for picture in PICTURES])
    check(page)
    for item in messages(page).all()[1:]:
        expect(item.get_by_role("cell").first).to_be_visible()  # the same in a table, drawn or not
    assert page.evaluate("document.documentElement.scrollWidth") <= 1100


def wrong_messages() -> Iterator[dict[str, Any]]:
    """Messages of which one part, or one part of a part, is not of its kind."""
    for name, part in FULL.items():
        for wrong in WRONG:
            yield {**FULL, name: wrong}
            if name == "text":
                yield {"kind": "answer", "text": wrong}
        inner = part[0] if isinstance(part, list) else part
        if isinstance(inner, dict):
            for key in inner:
                for wrong in WRONG:
                    changed = copy.deepcopy(FULL)
                    target = changed[name][0] if isinstance(part, list) else changed[name]
                    target[key] = wrong
                    yield changed


def test_parts_of_a_wrong_kind_keep_nothing_else_from_being_shown(page: Page) -> None:
    sent = [*wrong_messages(), {"kind": "unknown", "text": "D'une sorte\nà venir."}, FULL]
    receive(page, sent)
    check(page)
    shown = page.locator("li.assistant").all_text_contents()
    for text in shown:
        assert len(text.removeprefix("L'assistant")) > 10
        assert not [word for word in ("[object", "undefined", "NaN", "Invalid") if word in text]
    assert "D'une sorteà venir." in shown[-2]
    expect(messages(page).last.get_by_role("heading", name="des mots").first).to_be_visible()


def test_what_is_no_entry_is_left_out(page: Page) -> None:
    entries: list[Any] = [
        None,
        3,
        "mots",
        [],
        {},
        {"number": "9", "from": "assistant"},
        {"number": 9, "from": "system"},
    ]
    answer = {
        "messages": [{"number": 2, "from": "person", "text": {}}, *entries, {"number": 3, "from": "assistant", **FULL}]
    }
    page.route("**/current/messages", lambda route: route.fulfill(json=answer))
    send(page, "bonjour")
    expect(messages(page)).to_have_count(2, timeout=SLOW)
    expect(said(page)).to_have_count(1)


def test_long_reversed_and_numerous_words_stay_in_their_place(page: Page) -> None:
    many = [{"id": str(rank), "label": f"Choix {rank}"} for rank in range(200)]
    receive(
        page,
        [everywhere(LONG, f"https://{LONG}"), everywhere(REVERSED, ""), {**FULL, "kind": "question", "choices": many}],
    )
    check(page)
    talk = page.get_by_role("group", name="Conversation")
    assert talk.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    expect(messages(page).last.get_by_role("button", name="Choix ")).to_have_count(200)
    expect(page.get_by_role("button", name="Envoyer")).to_be_in_viewport()


def test_what_people_write_is_only_words(page: Page) -> None:
    for text in (MARKUP, "{{7*7}} ${7*7} %s \\u0041 &lt;b&gt;", REVERSED, "w" * 2_000, "/restart"):
        say(page, text)
    check(page)
    texts = said(page).all_text_contents()
    assert MARKUP in texts[0]
    assert "{{7*7}} ${7*7} %s \\u0041 &lt;b&gt;" in texts[1]
    assert "w" * 2_000 in texts[3]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1100
    say(page, "bonjour")
