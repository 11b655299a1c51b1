"""A long step shows that it goes on; a short one says nothing."""

from __future__ import annotations

import time

import pytest

from bot.cli.progress import sign_of_life


def test_a_long_step_gives_a_sign_of_life_on_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    with sign_of_life(every=0.02):
        time.sleep(0.2)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("toujours en cours") >= 2


def test_a_short_step_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with sign_of_life():
        pass
    assert capsys.readouterr() == ("", "")


def test_it_stops_when_the_step_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), sign_of_life(every=0.02):
        raise ZeroDivisionError
    capsys.readouterr()
    time.sleep(0.1)
    assert capsys.readouterr().err == ""
