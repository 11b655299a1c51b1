"""What is not surely Twilio's gets nothing; what is, however odd, never fails; and nobody's words are logged."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.conversation import Said, content_message
from bot.channels.desk import Forget
from bot.channels.messaging.door import Door, Incoming
from bot.channels.messaging.twilio.channel import TwilioChannel
from bot.channels.messaging.twilio.incoming import LONGEST_BODY
from bot.channels.messaging.twilio.outgoing import outgoing
from bot.channels.messaging.twilio.settings import TwilioSettings
from bot.channels.secrets import Secret
from tests.channels.messaging.twilio.telephone import (
    FORM,
    FORMER_TOKEN,
    PUBLIC,
    TOKEN,
    Telephone,
    recorded,
    signature,
    taken,
)

pytestmark = pytest.mark.model

PRIVATE = "ma sclérose en plaques et mon divorce"


@pytest.fixture
def telephone(served: str) -> Telephone:
    """Somebody who never wrote before."""
    return Telephone(served)


def refused(response: httpx.Response) -> bool:
    """Whether it says no, and nothing else."""
    return response.status_code == 403 and response.content == b""


@pytest.mark.parametrize(
    "forged",
    ["", "x", "é", "=" * 28, "A" * 2_000, signature(recorded("sms"), token="0" * 32), signature(recorded("sms"))[:-1]],
    ids=["none", "short", "accent", "equals", "long", "other-token", "cut"],
)
def test_a_forged_request_is_refused(telephone: Telephone, forged: str) -> None:
    headers = {"X-Twilio-Signature": forged.encode(), "Content-Type": FORM}
    assert refused(httpx.post(telephone.address, content=urlencode(recorded("sms")), headers=headers))


def test_a_request_without_signature_is_refused(telephone: Telephone) -> None:
    assert refused(httpx.post(telephone.address, data=recorded("sms")))


@pytest.mark.parametrize("name", sorted(recorded("sms")))
def test_a_signature_covers_every_field(telephone: Telephone, name: str) -> None:
    fields = telephone.fields()
    signed = signature(fields)
    assert refused(telephone.post({**fields, name: f"{fields[name]}0"}, signed))
    assert refused(telephone.post({key: value for key, value in fields.items() if key != name}, signed))
    assert refused(telephone.post({**fields, "Autre": "1"}, signed))


def test_a_signature_for_another_address_is_refused(telephone: Telephone) -> None:
    fields = telephone.fields()
    for address in (PUBLIC.replace("https", "http"), f"{PUBLIC}/", f"{PUBLIC}?a=1", telephone.address):
        assert refused(telephone.post(fields, signature(fields, address)))


def test_either_token_signs_while_one_takes_the_place_of_the_other(telephone: Telephone) -> None:
    for token in (TOKEN, FORMER_TOKEN):
        fields = telephone.fields("Bonjour")
        assert taken(telephone.post(fields, signature(fields, token=token)))


def test_fields_that_twilio_adds_one_day_change_nothing(telephone: Telephone) -> None:
    assert taken(telephone.post(telephone.fields("Bonjour", Nouveau="", Autre="é 🙂 &=+%")))


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_another_content_type_is_refused(telephone: Telephone, content_type: str) -> None:
    fields = telephone.fields()
    headers = {"X-Twilio-Signature": signature(fields), "Content-Type": content_type}
    for body in (urlencode(fields), json.dumps(fields), ""):
        assert refused(httpx.post(telephone.address, content=body, headers=headers))


def test_a_body_too_long_is_refused(telephone: Telephone) -> None:
    fields = telephone.fields("a" * LONGEST_BODY)
    assert refused(telephone.post(fields))
    huge = httpx.post(telephone.address, content=b"a" * 100_000, headers={"Content-Type": FORM})
    assert huge.status_code == 413


@pytest.mark.parametrize(
    "body", ["", "&&&=", "Body", "a=%ff", "a=1&a=2", "&".join(f"f{n}=1" for n in range(500)), "é=1"]
)
def test_a_body_that_is_no_form_of_twilio_is_refused(telephone: Telephone, body: str) -> None:
    headers = {"X-Twilio-Signature": signature({}), "Content-Type": FORM}
    answer = httpx.post(telephone.address, content=body.encode(), headers=headers)
    assert refused(answer) or (body in {"", "&&&=", "Body"} and taken(answer) == [])


def test_of_a_field_that_comes_twice_only_what_is_signed_counts(telephone: Telephone) -> None:
    telephone.say("estimer ma pension")
    fields = telephone.fields("récapitulatif")
    headers = {"X-Twilio-Signature": signature(fields), "Content-Type": FORM}
    behind, before = f"{urlencode(fields)}&Body=1", f"Body=1&{urlencode(fields)}"
    assert refused(httpx.post(telephone.address, content=behind, headers=headers))
    assert taken(httpx.post(telephone.address, content=before, headers=headers)) == telephone.say("récapitulatif")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
def test_other_methods_are_not_served(telephone: Telephone, method: str) -> None:
    assert httpx.request(method, telephone.address).status_code == 405


@pytest.mark.parametrize(
    "fields",
    [
        recorded("sms_opt_out"),
        recorded("sms_of_a_machine"),
        {**recorded("sms"), "From": "PHARMACIE"},
        {**recorded("sms"), "From": ""},
        {**recorded("sms"), "From": "whatsapp:"},
        {**recorded("sms"), "MessageSid": ""},
        {**recorded("sms"), "MessageSid": "../../etc"},
        {"MessageStatus": "delivered", "MessageSid": "SM1", "AccountSid": "AC1"},
    ],
    ids=["opt-out", "short-number", "name", "nobody", "no-whatsapp", "no-identifier", "odd-identifier", "receipt"],
)
def test_what_no_person_wrote_gets_no_answer(telephone: Telephone, fields: dict[str, str]) -> None:
    assert taken(telephone.post(fields)) == []


def test_an_old_request_played_again_changes_nothing(telephone: Telephone) -> None:
    telephone.say("estimer ma pension")
    old = telephone.fields("récapitulatif")
    first = taken(telephone.post(old))
    telephone.say("1")
    now = telephone.say("récapitulatif")
    assert taken(telephone.post(old)) == first
    assert telephone.say("récapitulatif") == now


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_signed_value_at_any_field_is_taken(telephone: Telephone, data: st.DataObject) -> None:
    somebody = Telephone(telephone.address, data.draw(st.sampled_from(["sms", "whatsapp"])))
    fields = somebody.fields(name="whatsapp_location" if data.draw(st.booleans()) else "")
    name = data.draw(st.sampled_from(sorted(fields)))
    odd = st.sampled_from(
        [
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "NaN",
            "null",
            "[]",
            "{}",
            "\x00",
            "\ufffe\uffff",
            "\u202e",
            "🙂" * 500,
            "/",
            '/a{"b": 1}',
        ]
    )
    value = data.draw(odd | st.text(st.characters(blacklist_categories=["Cs"]), max_size=300))
    answer = taken(somebody.post({**fields, name: value}))
    assert answer or name in {"From", "MessageSid"}


def test_a_failure_inside_is_said_and_named_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def fails(_message: Any) -> None: ...

    class BrokenDoor(Door):
        async def answer(self, incoming: Incoming, forget: Forget) -> list[Said]:
            raise RuntimeError(PRIVATE)

    channel = TwilioChannel(TwilioSettings((Secret(TOKEN),), PUBLIC))
    message = Incoming("+33600000000", "SM1", text=PRIVATE)
    with caplog.at_level(logging.DEBUG):
        said = asyncio.run(channel._answer(BrokenDoor("tests", fails), message, lambda _sender: None))
    assert said == outgoing(content_message("panne"))
    assert "RuntimeError" in caplog.text
    assert PRIVATE not in caplog.text


def test_nothing_of_a_person_is_logged(telephone: Telephone, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        telephone.say(f"/{PRIVATE}")
        telephone.post(telephone.fields(PRIVATE), "forged")
    ours = [record for record in caplog.records if record.name.startswith(("bot", "sanic", "twilio"))]
    assert any("request refused" in record.getMessage() for record in ours)
    for record in ours:
        for private in (*PRIVATE.split(" et "), telephone.number, TOKEN, "AC0000"):
            assert private not in record.getMessage()
