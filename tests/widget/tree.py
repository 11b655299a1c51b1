"""Somebody who knows of a page only what a screen reader says: the accessibility tree, and what is announced.

Nothing here looks at the page itself: buttons are found by their role and name, and pressed as a screen reader does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tests.widget.using import SLOW

# Each change of a live region, as a screen reader is told of it: all that the region says, once for each change.
_LISTEN = """customElements.whenDefined("assistant-invalidite").then(() => {
  const live = (node) => (node instanceof Element ? node : node.parentElement)?.closest("[aria-live], [role=alert]");
  const root = document.querySelector("assistant-invalidite").shadowRoot;
  new MutationObserver((changes) => {
    const added = changes.filter(({ type, addedNodes }) => type !== "childList" || addedNodes.length);
    for (const region of new Set(added.map(({ target }) => live(target)).filter(Boolean))) {
      const said = region.innerText.replace(/\\s+/g, " ").trim();
      if (said) hear(region.role === "alert" ? `alerte : ${said}` : said);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: false });
});"""
# What nobody hears: pieces of lines, and boxes without a role.
_SILENT = {"InlineTextBox", "generic", "none", "LineBreak"}


@dataclass(frozen=True)
class Node:
    """One thing of the tree."""

    role: str
    name: str
    description: str
    key: int  # of its element
    properties: dict[str, Any]
    inside: list[Node] = field(default_factory=list, compare=False, repr=False)

    def walk(self) -> Iterator[Node]:
        """This and all that is inside, as it is read."""
        yield self
        for child in self.inside:
            yield from child.walk()

    def all(self, role: str, name: str | None = None) -> list[Node]:
        """Those inside of that role, and of that name if one is given."""
        return [one for one in self.walk() if one is not self and one.role == role and name in (None, one.name)]

    def one(self, role: str, name: str | None = None) -> Node:
        """The only one inside of that role and name."""
        found = self.all(role, name)
        assert len(found) == 1, (
            f"{len(found)} of {role} {name!r}; there are {[(one.role, one.name) for one in self.walk()]}"
        )
        return found[0]

    def inside_of(self, tree: Node, role: str) -> Node:
        """The innermost of that role that this is in."""
        return [one for one in tree.all(role) if self in one.walk()][-1]

    @property
    def words(self) -> str:
        """All that is read here."""
        read = [one.name for one in self.walk() if one.role == "StaticText"]
        return " ".join(" ".join(read).split())


class Reader:
    """A page by its tree and its announcements alone."""

    def __init__(self, page: Page) -> None:
        """Before the page is visited."""
        self.page = page
        self._cdp = page.context.new_cdp_session(page)
        self._cdp.send("Accessibility.enable")
        self._spoken: list[str] = []
        page.expose_function("hear", lambda words: self._spoken.append(words))
        page.add_init_script(_LISTEN)

    @property
    def tree(self) -> Node:
        """The page as it stands."""
        nodes = {node["nodeId"]: node for node in self._cdp.send("Accessibility.getFullAXTree")["nodes"]}
        root = next(node for node in nodes.values() if not node.get("parentId"))
        return _built(root, nodes)[0]

    @property
    def headings(self) -> list[str]:
        """The list that a screen reader shows to jump from one to the other."""
        return [f"{one.properties['level']} {one.name}" for one in self.tree.all("heading")]

    @property
    def focus(self) -> Node:
        """What has the focus."""
        return [one for one in self.tree.walk() if one.properties.get("focused")][-1]

    def heard(self) -> list[str]:
        """What was announced since one last listened."""
        spoken = list(self._spoken)
        self._spoken.clear()
        return spoken

    def hears(self, words: str) -> list[str]:
        """Wait until words are announced; gives all that was announced until then."""
        for _ in range(SLOW // 50):
            if any(words in one for one in self._spoken):
                return self.heard()
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{words!r} was not announced; heard {self._spoken}")

    def finds(self, role: str, name: str | None = None) -> Node:
        """Wait until there is one of that role and name; gives the last one."""
        for _ in range(SLOW // 50):
            if found := self.tree.all(role, name):
                return found[-1]
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no {role} {name!r}; there are {[(one.role, one.name) for one in self.tree.walk()]}")

    def press(self, role: str, name: str) -> None:
        """Press the last one of that role and name, as a screen reader asks for it: with the focus first."""
        self._on(self.finds(role, name), "function () { this.focus(); this.click(); }")

    def write(self, text: str, send: str = "") -> None:
        """Write into the field, found by its name, and send: by the button of that name, else by Enter."""
        self._on(self.finds("textbox", "Votre message"), "function () { this.focus(); }")
        self.page.keyboard.insert_text(text)
        self.press("button", send) if send else self.page.keyboard.press("Enter")

    def _on(self, node: Node, does: str) -> None:
        found = self._cdp.send("DOM.resolveNode", {"backendNodeId": node.key})["object"]
        self._cdp.send("Runtime.callFunctionOn", {"objectId": found["objectId"], "functionDeclaration": does})


def _built(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> list[Node]:
    """The node with all inside; in place of a silent one, what is inside of it."""
    inside = [one for child in node.get("childIds", []) if child in nodes for one in _built(nodes[child], nodes)]
    role = node.get("role", {}).get("value", "none")
    if node.get("ignored") or role in _SILENT:
        return inside
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    name, description = (node.get(part, {}).get("value", "") for part in ("name", "description"))
    return [Node(role, name, description, node.get("backendDOMNodeId", 0), properties, inside)]
