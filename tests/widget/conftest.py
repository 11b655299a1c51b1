"""A real browser, and the site of the demonstration in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserType, Error, Page, sync_playwright

from tests.widget.using import ON_PURPOSE

OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
NONE = "no Chromium: install your system's chromium, or run `.venv/bin/playwright install chromium`"

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it, else as Playwright has it; skips, and says so, when there is none."""
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        if browser is None:
            pytest.skip(NONE)
        yield browser
        browser.close()


def launched(chromium: BrowserType, **settings: Any) -> Browser | None:
    """A new Chromium; None when there is none."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    path = next((one for one in found if one), None)
    try:
        return chromium.launch(executable_path=path, args=OPTIONS, **settings)
    except Error:
        return None


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    """A function that opens a page in a browser of its own: its path on the service (or an address), and settings.

    At the end nothing went wrong in any of them, except what the tests break on purpose.
    """
    contexts, problems = [], []

    def go(path: str = "demo", **settings: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 800}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.goto(urljoin(server, path))
        return page

    yield go
    for context in contexts:
        context.close()
    assert [problem for problem in problems if not any(part in problem for part in ON_PURPOSE)] == []


@pytest.fixture
def page(visit: Visit) -> Page:
    """The demonstration site, the widget still closed."""
    return visit()
