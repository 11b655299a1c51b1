"""A picture in words."""

from __future__ import annotations

import pytest

from bot.answers.pictures.picture import Picture, as_text


def test_a_picture_in_words_has_its_title_its_description_and_each_row() -> None:
    picture = Picture("Titre", "<svg/>", "Phrase.", ("Date", "À noter"), (("5 mars", "Limite"), ("6 mars", "")))
    assert as_text(picture) == "Titre\n\nPhrase.\n\n- Date\u00a0: 5 mars, à noter\u00a0: Limite\n- Date\u00a0: 6 mars"


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    with pytest.raises(ValueError, match="zip"):
        as_text(Picture("Titre", "<svg/>", "Phrase.", ("Date", "À noter"), (("5 mars",),)))
