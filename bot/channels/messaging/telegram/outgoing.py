"""A canonical message as calls of the Bot API, without the chat: its texts, its buttons, its files.

No parse mode: what looks like markup stays what it is, and only titles and headings are bold, by their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.answers.french import HARD_SPACE, NARROW_SPACE
from bot.channels.messaging.buttons import Buttons, buttons
from bot.channels.rendering.splitting import in_utf16, split

LONGEST_TEXT = 4096  # UTF-16 units
# A phone shows no more of a button that has a row of its own, with letters of the usual size.
LONGEST_CAPTION = 35
MOST_BUTTONS = 100
NUMBERS_IN_A_ROW = 4
MOST_ENTITIES = 100


def outgoing(said: Mapping[str, Any], *, is_last: bool = True) -> list[dict[str, Any]]:
    """The calls that deliver a message in its JSON form, in order; the buttons go with the last text.

    `is_last`: nothing is said after it. `method` names each call; a file's `document` holds `filename`, `media_type`
    and `content`.
    """
    shown = buttons(said, LONGEST_CAPTION, MOST_BUTTONS, is_last=is_last)
    text = "\n\n".join(part for part in (said["text"], shown.listed) if part)
    strong = set(_headings(said))
    calls = [_text(part, strong) for part in split(text, LONGEST_TEXT, in_utf16)]
    if calls and shown.each:
        calls[-1]["reply_markup"] = {"inline_keyboard": _rows(shown)}
    return [*(_document(file) for file in said.get("attachments", ())), *calls]


def _text(text: str, strong: set[str]) -> dict[str, Any]:
    call = {"method": "sendMessage", "text": text, "link_preview_options": {"is_disabled": True}}
    entities = list(_bold(text, strong))[:MOST_ENTITIES]
    return {**call, "entities": entities} if entities else call


def _document(file: Mapping[str, Any]) -> dict[str, Any]:
    document = {key: file[key] for key in ("filename", "media_type", "content")}
    return {"method": "sendDocument", "caption": file["label"], "document": document}


def _headings(said: Mapping[str, Any]) -> Iterator[str]:
    """The lines to make bold: the title, and the headings among the blocks."""
    if said.get("title"):
        yield _plain(said["title"])
    for block in (*said.get("blocks", ()), *said.get("closing", ())):
        if block["type"] == "heading":
            yield _plain("".join(span["text"] for item in block["items"] for span in item))


def _bold(text: str, strong: set[str]) -> Iterator[dict[str, Any]]:
    offset = 0
    for line in text.split("\n"):
        length = in_utf16(line)
        if _plain(line) in strong:
            yield {"type": "bold", "offset": offset, "length": length}
        offset += length + 1


def _plain(text: str) -> str:
    """Without hard spaces, which only the blocks have."""
    return text.replace(HARD_SPACE, " ").replace(NARROW_SPACE, " ").strip()


def _rows(shown: Buttons) -> list[list[dict[str, str]]]:
    keys = [{"text": button.caption, "callback_data": button.identifier} for button in shown.each]
    wide = NUMBERS_IN_A_ROW if shown.numbers_only else 1
    return [keys[first : first + wide] for first in range(0, len(keys), wide)]
