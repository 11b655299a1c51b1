"""What no channel may show: markup of another, commands, unsafe links, parts too long, choices out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.parity.channels import Channel
from tests.parity.delivered import ADDRESS, Delivered

# In a text that no channel reads as anything but words.
STRAY = {
    "Markdown": re.compile(r"\*\*|__|`|^#{1,6} |^> |\]\(|~~", re.M),
    "HTML": re.compile(r"</?[a-zA-Z][^>]*>|&(?:[a-z]+|#\d+);"),
    "a template": re.compile(r"[{}]"),
    "an intent": re.compile(r"(?:^|[\s«(])/[a-z_]{3,}"),
    "a command": re.compile(r"^\s*[/!]\w", re.M),
    "a value of Python": re.compile(r"\b(?:None|True|False|nan|NaN|undefined|null)\b"),
    "a control character": re.compile(r"[\x00-\x09\x0b-\x1f\x7f]"),
}
# A messenger makes words between two of these bold, slanted or struck.
SLANTED = re.compile(r"(?<!\w)([*_~])(?=\S)[^\n]*?(?<=\S)\1(?!\w)")
SAFE = ("https://", "tel:", "mailto:")


def unsound(channel: Channel, entry: Mapping[str, Any], got: Delivered) -> list[str]:
    """What is wrong with the form of a message; none when all is well."""
    words = ADDRESS.sub(" ", got.words)
    found = [f"{what}: {stray[0]!r}" for what, pattern in STRAY.items() if (stray := pattern.search(words))]
    found += [f"formatting: {stray[0]!r}" for stray in SLANTED.finditer(words)]
    found += [f"unsafe link: {link}" for link in got.links if not link.startswith(SAFE)]
    if channel.longest is not None:
        found += [f"{channel.length(part)} long" for part in got.parts if channel.length(part) > channel.longest]
    if channel.most_parts is not None and len(got.parts) > channel.most_parts:
        found.append(f"{len(got.parts)} parts")
    found += ["an empty part" for part in got.parts if not part.strip()]
    return [*found, *_out_of_reach(channel, entry, got)]


def _out_of_reach(channel: Channel, entry: Mapping[str, Any], got: Delivered) -> Iterator[str]:
    """Choices that the person does not see how to pick: by a button, by a number, by their words."""
    choices = entry.get("choices", ())
    identifiers = [choice["id"] for choice in choices]
    if channel.most_buttons and [one for one, _ in got.buttons] != identifiers[: channel.most_buttons]:
        yield f"buttons: {got.buttons}"
    captions = dict(got.buttons)
    words = channel.fold(got.words)
    for rank, choice in enumerate(choices, 1):
        label = channel.fold(choice["label"])
        if captions.get(choice["id"]) == choice["label"]:
            continue
        is_numbered = re.search(rf"(?<!\w){rank}\. {re.escape(label)}(?!\w)", words) is not None
        if is_numbered != (entry.get("expects") != "number"):
            yield f"numbered: {is_numbered}: {label}"
        if choice["id"] in captions and captions[choice["id"]] not in (str(rank), *_begun(choice["label"])):
            yield f"caption {captions[choice['id']]!r} of {label}"


def _begun(label: str) -> Iterator[str]:
    return (f"{label[:length].rstrip()}…" for length in range(8, len(label)))
