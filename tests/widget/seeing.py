"""What somebody who looks sees of the widget or of a page, measured in the browser: each gives what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_CODE = Path(__file__).with_suffix(".js").read_text("utf-8")
# Two frames: what listens to the size of the window has done its work.
_SETTLED = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _measured(page: Page, call: str) -> Any:
    return page.evaluate(f"(async () => {{ {_SETTLED}; const seen = {_CODE}; return seen.{call}; }})()")


def cut(page: Page) -> list[str]:
    """What sticks out of the window or of its box; only the box of a table may scroll sideways."""
    return list(_measured(page, "cut()"))


def unreached(page: Page) -> list[str]:
    """Controls that, once they have the focus, are not in sight, or whose focus ring is not."""
    page.keyboard.press("Tab")  # as somebody who has a keyboard: focus rings are for them
    return list(_measured(page, "unreached()"))


def small(page: Page) -> list[str]:
    """Controls less than 44 px high or wide."""
    return list(_measured(page, "small()"))


def faint(page: Page) -> list[str]:
    """Controls whose border and ground hardly differ from what is around."""
    return list(_measured(page, "faint()"))


def dim(page: Page) -> list[str]:
    """Words whose contrast is less than the best level asks for: 7, and 4.5 for large ones."""
    return list(_measured(page, "dim()"))


def pale(page: Page) -> list[str]:
    """What one hardly sees of the curve."""
    return list(_measured(page, "pale()"))


def style(page: Page, what: str, name: str) -> str:
    """A computed style of the first element found, inside the widget when there is one."""
    return str(_measured(page, f"style({what!r}, {name!r})"))


def larger_text(page: Page, pixels: int) -> None:
    """The size of text that somebody chose in the browser; usually 16."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
