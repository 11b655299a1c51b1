"""Somebody who has only a keyboard: after each key the focus is somewhere, seen, and not behind anything else."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.widget.using import SLOW, answered, field, messages

LAUNCH = "La pension d'invalidité, vos questions"
FIELD = "Votre message"
ANYWHERE = 60  # keys
# Where the focus is, in words, and what is wrong with it. A hidden title shows its whole message.
_PLACE = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return ["", "the focus is nowhere"];
  const name = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent.trim();
  const marked = one.matches(".vh") ? one.closest("li") : one;
  const root = one.getRootNode(), style = getComputedStyle(marked), box = marked.getClientRects()[0];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return [name, "the focus is not seen"];
  if (root === document) return [name, ""];
  const [x, y] = marked === one && !one.matches("div, h3") ? [box.width / 2, box.height / 2] : [6, 6];
  const there = root.elementFromPoint(box.left + x, box.top + y);
  return [name, marked.contains(there) ? "" : `behind ${there?.outerHTML.slice(0, 80)}`];
}"""


class Hands:
    """A keyboard, and the keys that were needed."""

    def __init__(self, page: Page) -> None:
        """On a page where nothing has the focus yet."""
        self._page = page
        self._pressed: list[str] = []

    @property
    def place(self) -> str:
        """The words of what has the focus, which is seen."""
        name, problem = self._page.evaluate(_PLACE)
        assert not problem, f"{problem}: {name[:80]!r}, after {self._pressed[-12:]}"
        return str(name)

    def press(self, key: str) -> str:
        """Press a key; gives where the focus is then."""
        self._page.keyboard.press(key)
        self._pressed.append(key)
        place = self.place
        self._pressed.append(place[:50])
        return place

    def to(self, name: str, key: str = "Tab", most: int = ANYWHERE) -> int:
        """Press a key until the focus is there; gives how often."""
        for pressed in range(1, most + 1):
            if self.press(key).startswith(name):
                return pressed
        raise AssertionError(f"{name!r} was not reached in {most} {key}: {self._pressed[-2 * most :]}")

    def back_to(self, name: str, most: int = ANYWHERE) -> int:
        """Press Shift+Tab until the focus is there; gives how often."""
        return self.to(name, "Shift+Tab", most)

    def say(self, words: str) -> Locator:
        """Write where the focus is, which must be the field, and stays there; gives the last message of the answer."""
        assert self.place == FIELD
        before = messages(self._page).count()
        self._page.keyboard.type(words)
        self._page.keyboard.press("Enter")
        last = answered(self._page, before)
        assert self.place == FIELD
        expect(field(self._page)).to_have_value("")
        return last

    def choose(self, key: str = "Enter") -> Locator:
        """Press the button that has the focus: the focus goes to where the answer begins; gives its last message."""
        before = messages(self._page).count()
        self._page.keyboard.press(key)
        last = answered(self._page, before)
        expect(messages(self._page).nth(before).locator("h3")).to_be_focused()
        assert self.place
        return last

    def open(self) -> None:
        """From the beginning of the page to the open conversation."""
        self.to(LAUNCH)
        self.open_here()

    def open_here(self) -> None:
        """From the button to the open conversation: the focus is on its name."""
        assert self.place == LAUNCH
        self._page.keyboard.press("Enter")
        expect(self._page.get_by_role("dialog").get_by_role("heading", name=LAUNCH)).to_be_focused(timeout=SLOW)
        assert self.place == LAUNCH
