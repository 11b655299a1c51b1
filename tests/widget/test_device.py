"""What the device lends: a voice that reads, an ear that writes, a place; and the buttons under a message."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.using import SLOW, answered, field, focused, messages, opened, press, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

QUESTION = "quel est le montant maximum en catégorie 2 ?"
READ, STOP = "Lire à voix haute", "Arrêter la lecture"
# The browser of the tests has neither voice nor ear: these do what those of a device do.
VOICE = """
  const waiting = [];
  Object.assign(window, { voices: [{ name: 'far away', lang: 'fr-FR', localService: false }], pieces: [] });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
    getVoices: () => window.voices,
    speak: (piece) => { waiting.push(piece); window.pieces.push([piece.text, piece.lang, piece.voice.name]); },
    cancel: () => waiting.splice(0).forEach((piece) => setTimeout(() => piece.onerror?.({ error: 'interrupted' }))),
  }) });
  window.finish = () => waiting.splice(0).forEach((piece) => piece.onend?.());
"""
LOCAL = """
  window.voices.push({ name: 'English', lang: 'en-GB', localService: true });
  window.voices.push({ name: 'here', lang: 'fr_FR', localService: true });
  speechSynthesis.dispatchEvent(new Event('voiceschanged'));
"""
EAR = """
  window.SpeechRecognition = class {
    start() { window.ear = this; this.said = []; }
    hear(...words) {
      this.said.push(...words);
      this.onresult({ results: this.said.map((transcript) => [{ transcript }]) });
    }
    stop() { setTimeout(() => { this.hear('fin'); this.onend(); }); }
    fail(error) { this.onerror({ error }); this.onend(); }
  };
"""


def having(visit: Visit, script: str) -> Page:
    """The widget, open, on a device that has this."""
    page = visit("accessibilite")
    page.add_init_script(script)
    page.goto(page.url.replace("accessibilite", "demo"))
    return opened(page)


def test_a_message_is_read_by_a_voice_of_the_device(visit: Visit) -> None:
    page = having(visit, VOICE)
    say(page, QUESTION)
    expect(page.get_by_role("button", name=READ)).to_have_count(0)  # a voice from elsewhere would be sent the words
    page.evaluate(LOCAL)
    press(page, READ)
    expect(page.get_by_role("button", name=STOP)).to_have_count(1)
    pieces = page.evaluate("pieces")
    assert pieces[0][0] == "Le montant maximum de la pension"
    assert "2 002,50 €" in "".join(text for text, _, _ in pieces).replace("\u202f", " ").replace("\u00a0", " ")
    assert max(len(text) for text, _, _ in pieces) <= 220
    assert {(lang, voice) for _, lang, voice in pieces} == {("fr-FR", "here")}
    page.evaluate("finish()")
    expect(page.get_by_role("button", name=STOP)).to_have_count(0)
    press(page, READ)
    press(page, STOP)
    expect(page.get_by_role("button", name=READ)).to_have_count(1)
    press(page, READ)
    say(page, "bonjour")  # nothing reads on when one speaks
    expect(page.get_by_role("button", name=STOP)).to_have_count(0)
    press(page, READ)
    page.get_by_role("button", name=READ).first.click()  # one voice at a time
    expect(page.get_by_role("button", name=STOP)).to_have_count(1)
    page.keyboard.press("Escape")
    opened(page)  # nor when one leaves
    expect(page.get_by_role("button", name=STOP)).to_have_count(0)


def test_what_is_dictated_is_written(visit: Visit) -> None:
    page = having(visit, EAR)
    field(page).fill("déjà écrit")
    press(page, "Dicter")
    expect(page.get_by_role("alert")).to_contain_text("Il peut envoyer votre voix à son éditeur.")
    press(page, "Annuler")
    assert focused(page) == "Dicter"
    assert page.evaluate("window.ear") is None
    press(page, "Dicter")
    press(page, "Dicter mon message")
    expect(field(page)).to_be_focused()
    page.evaluate("ear.hear('bonjour', ' je suis salarié ')")
    expect(field(page)).to_have_value("déjà écrit bonjour je suis salarié")
    assert page.evaluate("ear.lang") == "fr-FR"
    press(page, "Arrêter la dictée")
    expect(page.get_by_text("La dictée est finie.").first).to_be_visible()
    expect(field(page)).to_have_value("déjà écrit bonjour je suis salarié fin")
    expect(said(page)).to_have_count(0)
    # What is sent while the ear still listens is not written a second time.
    field(page).fill("")
    press(page, "Dicter")
    press(page, "Dicter mon message")
    page.evaluate("ear.hear('bonjour')")
    field(page).press("Enter")
    answered(page, 1)
    expect(page.get_by_role("button", name="Dicter", exact=True)).to_be_visible()
    expect(field(page)).to_have_value("")
    for error, sentence in (("not-allowed", "n'a pas accès au micro"), ("no-speech", "Je n'ai pas entendu.")):
        press(page, "Dicter")
        press(page, "Dicter mon message")
        page.evaluate(f"ear.fail('{error}')")
        expect(page.get_by_text(sentence).first).to_be_visible()
        expect(page.get_by_role("button", name="Dicter", exact=True)).to_be_visible()


def test_the_places_near_a_position_that_is_rounded(visit: Visit) -> None:
    page = visit(geolocation={"latitude": 46.171234, "longitude": 1.871234}, permissions=["geolocation"])
    say(opened(page), "france services")
    near = page.get_by_role("button", name="Près de ma position")
    expect(near).to_have_accessible_description(re.compile("arrondie à un kilomètre environ, et n'est pas conservée"))
    before = messages(page).count()
    with page.expect_request("**/france-services/nearest") as request:
        near.click()
    assert request.value.post_data_json == {"latitude": 46.17, "longitude": 1.87}
    expect(answered(page, before)).to_contain_text("23000 Guéret")
    page.reload()
    page.context.clear_permissions()
    opened(page)
    press(page, "Près de ma position")
    expect(page.get_by_role("alert")).to_contain_text("Je n'ai pas reçu votre position.", timeout=SLOW)
    send(page, "Guéret")
    expect(messages(page).last).to_contain_text("23000 Guéret", timeout=SLOW)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_the_buttons_under_a_message(page: Page) -> None:
    say(opened(page), QUESTION)
    judged: list[object] = []
    page.on("request", lambda request: judged.append(request.post_data_json) if "feedback" in request.url else None)
    for name in ("Utile", "Utile", "Pas utile"):
        press(page, name)
        expect(page.get_by_text("Merci pour votre avis.").first).to_be_visible()
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")
    assert judged == [{"number": 3, "useful": True}, {"number": 3, "useful": False}]
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "false")
    press(page, "D'où vient ce chiffre\u00a0?")
    expect(messages(page)).to_have_count(3, timeout=SLOW)
    expect(messages(page).last).to_contain_text("Voici d'où vient cette réponse.")
    press(page, "Plus simple")
    expect(messages(page)).to_have_count(4, timeout=SLOW)
    expect(messages(page).last).to_contain_text("Beaucoup de gens reçoivent moins.")
    page.route("**/feedback", lambda route: route.abort())
    press(page, "Utile")
    expect(page.get_by_text("Votre avis n'a pas pu être envoyé.").first).to_be_visible()
    expect(page.get_by_role("button", name="Utile", exact=True).last).to_have_attribute("aria-pressed", "false")
