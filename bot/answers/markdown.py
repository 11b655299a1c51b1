"""The Markdown of answer files, as blocks: paragraphs, lists, headings, strong words; nothing else is allowed."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.answers.message import Block, Span

_ALLOWED = ["list", "heading", "emphasis", "escape", "newline"]
# Recognised only to be refused: otherwise their signs would be shown to people as they are.
_REFUSED = ["link", "image", "autolink", "backticks", "html_inline", "html_block", "fence", "code", "blockquote", "hr"]
_LISTS = {"bullet_list_open": "list", "ordered_list_open": "numbered"}
_FRAMES = {"paragraph_open", "paragraph_close", "list_item_close"}


class MarkdownError(ValueError):
    """The text uses something an answer may not hold."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("zero", {"html": True}).enable(_ALLOWED + _REFUSED)


def _spans(inline: Token) -> tuple[Span, ...]:
    spans: list[Span] = []
    strong = 0
    for token in inline.children or []:
        if token.type in ("strong_open", "strong_close"):
            strong += 1 if token.type == "strong_open" else -1
        elif token.type in ("softbreak", "hardbreak"):
            spans.append(Span(" ", bool(strong)))
        elif token.type in ("em_open", "em_close"):
            continue
        elif token.type == "text":
            if token.content:
                spans.append(Span(token.content, bool(strong)))
        else:
            raise MarkdownError(f"not allowed in an answer: {token.type}")
    return tuple(spans)


def _is_heading(spans: tuple[Span, ...]) -> bool:
    """Strong words that stand alone and are no sentence: the eye takes them for a heading, so must the ear."""
    return bool(spans) and all(span.strong for span in spans) and not spans[-1].text.endswith(".")


@lru_cache(maxsize=1024)
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text.

    Raises:
        MarkdownError: nested lists, links, images, code, quotations, rules, HTML.
    """
    result: list[Block] = []
    current: str | None = None
    items: list[tuple[Span, ...]] = []
    heading = False
    for token in _parser().parse(text.strip()):
        if token.type in _LISTS:
            if current:
                raise MarkdownError("lists inside lists are not allowed")
            current, items = _LISTS[token.type], []
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            result.append(Block(current or "list", tuple(items)))  # type: ignore[arg-type]
            current = None
        elif token.type == "list_item_open":
            items.append(())
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline":
            spans = _spans(token)
            if current:  # a second paragraph of the same item continues its line
                items[-1] += (Span(" "), *spans) if items[-1] else spans
            elif heading or _is_heading(spans):
                result.append(Block("heading", (tuple(Span(span.text) for span in spans),)))
            else:
                result.append(Block("paragraph", (spans,)))
        elif token.type not in _FRAMES:
            raise MarkdownError(f"not allowed in an answer: {token.type}")
    return tuple(result)
