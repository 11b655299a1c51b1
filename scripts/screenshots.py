"""Pictures of the widget, in Chromium, with an assistant served for them on a fixed day.

    python -m scripts.screenshots                   the two of the README, into docs/images/
    python -m scripts.screenshots --states FOLDER   instead, every state in each look: something to look through

What a machine has of fonts shows in them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import httpx
from playwright.sync_api import Browser, Error, Page, Playwright, Route, expect, sync_playwright

from bot.settings import ROOT
from tests.widget.using import SLOW, field, messages, opened, say

IMAGES = ROOT / "docs" / "images"
FIXED = {
    "ASSISTANT_TODAY": "2026-11-21",
    "ASSISTANT_SITES_FILE": str(ROOT / "tests" / "data" / "sites.csv"),
    "ASSISTANT_DIRECTORY_REFRESH": "0",
}
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--disable-background-networking"]
NO_BROWSER = (
    "Chromium est introuvable : installez le paquet « chromium », ou lancez « .venv/bin/playwright install chromium »."
)
NO_START = "L'assistant n'a pas démarré :"
LONGEST_START = 900  # seconds: the model may have to be trained first
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
DEVICES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 700}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1000, "height": 700}},
}
# Pixels of a picture of the README for one of the page: it is shown smaller than it is, and must stay light.
SHARPNESS = {"phone": 1.5, "desktop": 1.0}
QUESTION = "quelles ressources dois-je déclarer ?"
PLACES = "france services à Guéret"
GUIDE = "calculer ce qu'il me reste si je travaille"
REPLIES = ("salarié", "19200 € par an", "non", "aucun", "catégorie 1", "700 €", "16800 € par an", "20000 € par an")

# Pages that come after the conversation: where they are, and what is there once they are whole.
PAGES = {
    "13-page": ("", "li.person"),
    "14-no-script": ("sans-javascript/", "li.person"),
    "15-privacy": ("confidentialite", "h1"),
    "16-accessibility": ("accessibilite", "h1"),
}

Picture = Callable[..., None]


def main() -> None:
    """Make the pictures, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=Path, metavar="FOLDER")
    folder = parser.parse_args().states
    with sync_playwright() as playwright:
        browser = _launched(playwright)
        with _assistant() as address:
            written = _states(browser, address, folder) if folder else _for_the_readme(browser, address)
        browser.close()
    print(f"{len(written)} images dans {folder or IMAGES.relative_to(ROOT)}/ :")
    for path in written:
        print(f"  {path.name} ({path.stat().st_size // 1000} ko)")


def _launched(playwright: Playwright) -> Browser:
    """Chromium as the machine has it, else as Playwright has it."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    try:
        return playwright.chromium.launch(executable_path=next((one for one in found if one), None), args=OPTIONS)
    except Error:
        _stop(NO_BROWSER)


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(2)


@contextmanager
def _assistant() -> Iterator[str]:
    """The address of an assistant served for the time of the pictures, always on the same day."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryFile("w+") as log:
        command = [sys.executable, "-m", "bot.cli", "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | FIXED, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603
        try:
            address = f"http://localhost:{port}/"
            if not _ready(f"{address}health", process):
                log.seek(0)
                _stop(f"{NO_START}\n{log.read()}")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _ready(address: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + LONGEST_START
    while process.poll() is None and time.monotonic() < end:
        try:
            return httpx.get(address).is_success
        except httpx.TransportError:
            time.sleep(0.2)
    return False


def _page(browser: Browser, device: str, sharpness: float = 1) -> Page:
    context = browser.new_context(
        **DEVICES[device], device_scale_factor=sharpness, reduced_motion="reduce", color_scheme="light", locale="fr-FR"
    )
    return context.new_page()


def _for_the_readme(browser: Browser, address: str) -> list[Path]:
    """An answer in a site on a desktop, a result with its curve on a phone."""
    IMAGES.mkdir(exist_ok=True)
    written = []
    for device, scene in (("desktop", _answer), ("phone", _curve)):
        page = _page(browser, device, SHARPNESS[device])
        page.goto(f"{address}demo")
        scene(opened(page))
        written.append(IMAGES / f"widget-{device}.png")
        page.screenshot(path=written[-1], animations="disabled")
        page.context.close()
    return written


def _answer(page: Page) -> None:
    say(page, QUESTION)


def _curve(page: Page) -> None:
    for words in (GUIDE, *REPLIES):
        say(page, words)
    messages(page).last.locator("svg[role=img]").scroll_into_view_if_needed()


def _states(browser: Browser, address: str, folder: Path) -> list[Path]:
    """One walk for each device; each state in light, dark and forced colours."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for device in DEVICES:
        page = _page(browser, device)

        def picture(state: str, whole: bool = False, page: Page = page, device: str = device) -> None:
            for look, settings in LOOKS.items():
                page.emulate_media(**settings)
                path = folder / f"{device}-{state}-{look}.png"
                page.screenshot(path=path, full_page=whole, animations="disabled")
                written.append(path)
            page.emulate_media(**LOOKS["light"])

        _walk(page, address, picture)
        page.context.close()
    return written


def _walk(page: Page, address: str, picture: Picture) -> None:
    """From the page without a conversation and the closed button, through every state of the panel, to the pages."""
    page.goto(address)
    expect(field(page)).to_be_visible(timeout=SLOW)
    picture("00-page")
    page.goto(f"{address}demo")
    expect(page.locator("assistant-invalidite").get_by_role("button").first).to_be_visible()
    picture("01-closed")
    opened(page)
    picture("02-greeting")
    _waiting(page, picture)
    picture("04-answer")
    say(page, PLACES)
    picture("05-places")
    say(page, GUIDE)
    picture("06-question")
    for words in REPLIES:
        say(page, words)
    picture("07-verdict")
    messages(page).last.locator("svg[role=img]").scroll_into_view_if_needed()
    picture("08-curve")
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    picture("09-menu")
    page.get_by_role("button", name="Effacer mes données").click()
    picture("10-sure")
    page.get_by_role("button", name="Annuler").click()
    _failing(page, picture)
    menu.click()
    page.get_by_role("button", name="Taille du texte : très grande").click()
    page.keyboard.press("Escape")
    picture("12-large-text")
    for name, (path, last) in PAGES.items():
        page.goto(address + path)
        expect(page.locator(last).last).to_be_visible(timeout=SLOW)
        picture(name, whole=bool(path))


def _waiting(page: Page, picture: Picture) -> None:
    """A question whose answer is held back for as long as the picture takes."""

    def hold(route: Route) -> None:
        expect(page.get_by_text("L'assistant écrit…").first).to_be_visible()
        picture("03-waiting")
        route.continue_()

    page.route("**/messages", hold)
    say(page, QUESTION)
    page.unroute("**/messages")


def _failing(page: Page, picture: Picture) -> None:
    """A message while there is no network, sent again when it is back."""
    page.context.set_offline(True)
    field(page).fill("merci")
    field(page).press("Enter")
    again = page.get_by_role("button", name="Réessayer")
    expect(again).to_be_visible()
    picture("11-problem")
    before = messages(page).count()
    page.context.set_offline(False)
    again.click()
    expect(messages(page)).not_to_have_count(before, timeout=SLOW)


if __name__ == "__main__":
    main()
