"""`assistant chat` at a real pseudo-terminal, with the trained model: what a person sees and which keys do what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.terminal.conversation import GOODBYE, PARTING, REMAINING, STILL_SHOWN, WELCOME
from bot.cli.terminal.keyboard import AGAIN
from bot.cli.terminal.plot import PERSON, WIDEST
from bot.privacy.redaction import redact
from tests.cli.pseudo_terminal import BEGINNING, CONTROL_C, CONTROL_D, STYLES, UP, Terminal, bare, chat
from tests.privacy.test_redaction import BODIES, nir

pytestmark = pytest.mark.model

# Up to the result of the guide on work and pension: numbers where numbers pick, words and amounts elsewhere.
TO_THE_CURVE = (
    "calculer ce qu'il me reste si je travaille", "1", "1000 par mois", "Non, rien de tout cela", "Aucun", "2",
    "900 par mois", "24000 par an", "24000 par an",
)  # fmt: skip
QUESTION = "quel est le montant maximum ?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("chat")


@pytest.fixture(scope="module")
def terminal(trained_model: None, folder: Path) -> Iterator[Terminal]:
    """One process for the tests of this file that need nothing of their own; each leaves it ready for a line."""
    with chat(folder) as terminal:
        beginning = folded(terminal.until_ready())
        assert all(folded(line) in beginning for line in WELCOME)
        assert "Bonjour." in beginning
        yield terminal


@pytest.fixture(scope="module")
def result(terminal: Terminal) -> str:
    """What the screen gets for the result of a guide."""
    return [terminal.say(text) for text in TO_THE_CURVE][-1]


def folded(shown: str) -> str:
    """The words on the screen, wherever its lines are cut."""
    return " ".join(bare(shown).split())


def widest(shown: str) -> int:
    """The widest line, addresses left aside: they are never cut; nor is the line that is typed."""
    lines = [line for line in bare(shown).splitlines() if "https://" not in line and BEGINNING.strip() not in line]
    return max(map(len, lines))


def test_a_number_picks_a_choice_of_the_greeting(terminal: Terminal) -> None:
    shown = bare(terminal.say("1"))
    assert "Sources :" in shown
    assert "Vous pouvez aussi demander" in shown


def test_a_guide_by_numbers_ends_with_a_curve_on_which_the_person_stands(result: str) -> None:
    shown = bare(result)
    drawn = [line for line in shown.splitlines() if "│" in line or "┤" in line]
    assert len(drawn) > 10
    assert max(map(len, drawn)) <= WIDEST
    assert sum("•" in line for line in drawn) > 5
    assert any("Vous" in line for line in drawn)
    assert any(PERSON in line for line in drawn)
    assert "1 000 € (vous)" in shown
    assert f"{PERSON} Vous, salaire brut par mois : 1 000 €" in shown
    assert "Cette courbe montre" in shown
    assert widest(result) <= 80


def test_titles_are_strong_on_a_terminal_and_what_answers_rest_on_is_faint(result: str) -> None:
    assert re.search(r"\x1b\[1m[^\x1b]*pension", result)
    assert "\x1b[2mSources" in result


def test_a_file_is_written_only_when_the_person_says_so_and_over_nothing(
    terminal: Terminal, result: str, folder: Path
) -> None:
    offered = bare(terminal.say("imprimer"))
    assert "enregistrer" in offered
    assert list(folder.iterdir()) == []
    first = bare(terminal.say("enregistrer"))
    second = bare(terminal.say("enregistrer"))
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert all(path.read_text(encoding="utf-8").startswith("<!doctype html>") for path in files)
    assert any(str(path) in first for path in files)
    assert any(str(path) in second for path in files)


def test_what_was_said_is_recalled_identifiers_masked(terminal: Terminal) -> None:
    terminal.say("bonjour")
    number = nir(BODIES[0])
    terminal.say(f"mon numéro est {number}")
    recalled = terminal.say(UP)
    assert f"Vous > {redact(f'mon numéro est {number}').text}" in bare(recalled)
    assert number not in recalled
    assert "Vous > bonjour" in bare(terminal.say(f"{UP}{UP}"))


def test_control_c_gives_up_the_line_and_the_conversation_goes_on(terminal: Terminal) -> None:
    terminal.type(f"du texte que je regrette{CONTROL_C}")
    assert AGAIN in bare(terminal.until_ready())
    assert "montant maximum" in bare(terminal.say(QUESTION))
    terminal.type(CONTROL_C)  # once again once only: a line was said in between
    assert AGAIN in bare(terminal.until_ready())
    assert "Bonjour" in bare(terminal.say("bonjour"))


def test_the_window_may_become_wider_during_the_conversation(terminal: Terminal) -> None:
    terminal.resize(200)
    terminal.until_ready()
    assert 80 < widest(terminal.say(QUESTION)) <= 88
    terminal.resize(80)
    terminal.until_ready()
    assert widest(terminal.say(QUESTION)) <= 80


def test_an_erased_conversation_recalls_nothing_and_begins_anew(terminal: Terminal) -> None:
    terminal.say(TO_THE_CURVE[0])
    shown = bare(terminal.say("effacer mes données"))
    assert "effacées" in shown
    assert folded(STILL_SHOWN) in folded(shown)
    after = terminal.say(f"{UP}{UP}")
    assert "effacer" not in bare(after)
    assert "message est vide" in folded(after)
    assert "Fichier enregistré" not in bare(terminal.say("enregistrer"))


def test_files_that_were_saved_are_named_after_an_erasure(terminal: Terminal, result: str, folder: Path) -> None:
    terminal.say("imprimer")
    terminal.say("enregistrer")
    shown = terminal.say("effacer mes données")
    assert folded(REMAINING) in folded(shown)
    assert_named(folder, shown)


def test_control_d_leaves_with_a_word_and_the_files_that_remain(terminal: Terminal, folder: Path) -> None:
    gone, *_others = sorted(folder.iterdir())
    gone.unlink()  # by the person, meanwhile
    terminal.type(CONTROL_D)
    shown, status = terminal.end()
    assert folded(f"{PARTING} {REMAINING}") in folded(shown)
    assert folded(GOODBYE) not in folded(shown)
    assert_named(folder, shown)
    assert str(gone) not in folded(shown).split()
    assert status == 0


def assert_named(folder: Path, shown: str) -> None:
    files = list(folder.iterdir())
    assert files
    assert {str(path) for path in files} <= set(folded(shown).split())


def test_without_colour_on_a_narrow_screen_nothing_is_strong_nothing_is_lost(trained_model: None, folder: Path) -> None:
    with chat(folder, "--trace", columns=40, NO_COLOR="1") as terminal:
        terminal.until_ready()
        shown = terminal.say(QUESTION)
        assert not STYLES.search(shown)
        assert widest(shown) <= 40
        assert "montant maximum" in bare(shown)
        assert "[trace] montant_maximum, décidé par" in folded(shown)
        terminal.type(CONTROL_C)
        terminal.until_ready()
        terminal.type(CONTROL_C)
        assert terminal.end()[1] == 0


def test_a_terminal_that_only_knows_lines_gets_nothing_else(trained_model: None, folder: Path) -> None:
    with chat(folder, TERM="dumb", ready=(BEGINNING,)) as terminal:
        terminal.until_ready()
        shown = terminal.say(QUESTION)
        assert "\x1b" not in shown
        assert "montant maximum" in bare(shown)
        terminal.type(f"regrets{CONTROL_C}")
        assert AGAIN in bare(terminal.until_ready())
        assert "Bonjour" in bare(terminal.say("bonjour"))
        terminal.type("fin\r")
        shown, status = terminal.end()
        assert GOODBYE in bare(shown)
        assert status == 0
