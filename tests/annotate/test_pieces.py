"""Pieces of a text for the pipeline: complete, in order, none too long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.annotate.pieces import LONGEST, pieces

_ENDS_OF_LINES = "\n\r\u2028\u2029"
_TEXTS = st.text(st.sampled_from('كلمة سلام.؟!»" \t\u00a0' + _ENDS_OF_LINES), max_size=120)
_LONGEST = st.integers(2, 30)


@settings(deadline=None)
@given(_TEXTS, _LONGEST)
def test_pieces_hold_every_character_once_in_order(text: str, longest: int) -> None:
    found = [text[start:end] for start, end in pieces(text, longest)]
    assert "".join("".join(found).split()) == "".join(text.split())
    bounds = [bound for piece in pieces(text, longest) for bound in piece]
    assert bounds == sorted(bounds)


@settings(deadline=None)
@given(_TEXTS, _LONGEST)
def test_pieces_are_not_blank_nor_too_long_nor_of_two_lines(text: str, longest: int) -> None:
    for start, end in pieces(text, longest):
        piece = text[start:end]
        assert piece.strip()
        assert len(piece) <= longest
        assert not set(piece) & set(_ENDS_OF_LINES)


def test_pieces_are_sentences() -> None:
    text = "عنوان\n\n  فقرة أولى. جملة ثانية.\r\nفقرة ثانية\n"
    assert [text[start:end].strip() for start, end in pieces(text)] == [
        "عنوان",
        "فقرة أولى.",
        "جملة ثانية.",
        "فقرة ثانية",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\u00a0\r\n"])
def test_pieces_of_blank_text_are_none(text: str) -> None:
    assert list(pieces(text)) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("قف، سر الآن بعيدا", "قف، سر"),
        ("واحد اثنان ثلاثة", "واحد"),
        ("وفيمايليسلسلةطويلة", "وفيمايليس"),
        ("العدد 3.14159 كبير", "العدد"),
    ],
)
def test_pieces_of_long_sentence_are_cut_after_a_word(text: str, first: str) -> None:
    start, end = next(iter(pieces(text, 9)))
    assert text[start:end] == first


def test_pieces_of_many_spaces_are_not_blank() -> None:
    text = "قف" + " " * 3 * LONGEST + "سر"
    assert [text[start:end].strip() for start, end in pieces(text)] == ["قف", "سر"]
