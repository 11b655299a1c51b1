"""Talk with the assistant from Python (needs httpx): python examples/client.py "Quels documents pour la demande ?"

A message without an answer is sent again under the same id, and never answered twice; a conversation that the
server has forgotten is taken up again from what the person said.
"""

import sys
import time
import uuid
from typing import Any

import httpx

PASSING = {408, 500, 502, 503, 504}  # statuses after which the same request may succeed
Entries = list[dict[str, Any]]


class Unreachable(Exception):
    """Nothing answers, or what answers is not the assistant."""


class Refused(Exception):
    """The assistant refuses: the HTTP `status`, its `code`, and a sentence in French that the person may read."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


class Conversation:
    """The conversation of one person. `key`: of an integrator; `waits`: seconds before each new attempt."""

    def __init__(self, address: str, key: str = "", waits: tuple[float, ...] = (0.5, 1, 2, 4, 8)) -> None:
        self._http = httpx.Client(base_url=address, timeout=60, headers={"X-Assistant-Key": key} if key else {})
        self._waits, self._begun = waits, False
        self._said: list[str] = []

    def begin(self) -> Entries:
        """The greeting; where something was said before, it is said again, and all is answered again."""
        begun = self._call("", {"said": self._said[-60:]})
        self._http.headers["Authorization"], self._begun = f"Bearer {begun['token']}", True
        return list(begun["messages"])

    def say(self, text: str, choice: str = "") -> Entries:
        """What is answered to a text, or to the button with the id `choice` and the label `text`."""
        if not self._begun:
            self.begin()
        words, identifier = {"choice": choice} if choice else {"text": text}, uuid.uuid4().hex
        try:
            reply = self._call("/current/messages", {**words, "id": identifier})
        except Refused as refusal:
            if refusal.code != "unknown_conversation":
                raise
            self.begin()  # its buttons have other ids now: the label says the same
            reply = self._call("/current/messages", {"text": text, "id": identifier})
        # As the server gives it back: identifiers are masked.
        self._said += [entry["text"] for entry in reply["messages"] if entry["from"] == "person"]
        if reply["erased"]:
            self._begun, self._said = False, []
        return [entry for entry in reply["messages"] if entry["from"] == "assistant"]

    def _call(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        for wait in (*self._waits, None):
            try:
                answer = self._http.post(f"api/v1/conversations{path}", json=body)
                content: dict[str, Any] = answer.json()
                if answer.is_success:
                    return content
                if answer.status_code not in PASSING:
                    raise Refused(answer.status_code, content["error"], content["message"])
            except (httpx.TransportError, ValueError, KeyError):
                pass  # no answer, or one of somebody between the assistant and us
            if wait is not None:
                time.sleep(wait)
        raise Unreachable("L'assistant ne répond pas.")


if __name__ == "__main__":
    print(*(message["text"] for message in Conversation("http://localhost:5005/").say(sys.argv[1])), sep="\n\n")
