"""Elements of a drawing: escaped, short, identified."""

from __future__ import annotations

from xml.etree import ElementTree

from bot.answers.pictures.svg import diamond, drawing, tag, words

HOSTILE = "<script>alert('1')</script> & \"x\" \x00\x1b\ufffe"


def test_texts_and_attributes_are_escaped_and_read_back_as_they_were() -> None:
    element = ElementTree.fromstring(tag("text", HOSTILE, id=HOSTILE))
    clean = HOSTILE.rstrip("\x00\x1b\ufffe")
    assert (element.text, element.attrib["id"], len(element)) == (clean, clean, 0)


def test_what_is_drawn_already_is_kept_and_the_text_beside_it_escaped() -> None:
    assert tag("g", tag("line", x1=1), "<b>") == '<g><line x1="1"/>&lt;b&gt;</g>'


def test_numbers_are_short() -> None:
    assert tag("line", x1=1.0, x2=33.3333, y1=1500) == '<line x1="1" x2="33.3" y1="1500"/>'
    assert 'points="0,-1 1,0 0,1 -1,0"' in diamond(0, 0, 1)


def test_words_say_where_they_stand_and_how_strong_they_are() -> None:
    assert 'text-anchor="end"' in words("a", 0, 0, "end")
    assert "text-anchor" not in words("a", 0, 0)
    assert 'font-weight="bold"' in words("a", 0, 0, strong=True)


def test_two_drawings_of_a_kind_have_different_ids_and_the_same_one_keeps_its_own() -> None:
    def ids(text: str) -> set[str]:
        return {
            element.attrib["id"]
            for element in ElementTree.fromstring(drawing("kind", "T", "D", 10, words(text, 0, 0)))
            if "id" in element.attrib
        }

    assert ids("un") == ids("un")
    assert not ids("un") & ids("deux")
    assert all(name.startswith("kind-") for name in ids("un"))
