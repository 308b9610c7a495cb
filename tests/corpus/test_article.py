"""Articles: limits, titles and dates."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.core.values import content_id
from graph_builder.corpus.article import LONGEST, Unreadable, document, one_line, unreadable
from graph_builder.io.text import legible

TEXT = "افتتاح جسر\n\nعبرت السيارات الجسر صباح الأحد.\n"


def test_document_id_is_the_hash_of_its_text() -> None:
    made = document(TEXT, "a.txt")
    assert (made.text, made.id, made.source) == (TEXT, content_id(TEXT), "a.txt")
    assert (made.title, made.published) == ("افتتاح جسر", None)


def test_article_given_title_and_date_take_precedence() -> None:
    text = "حلب 2 ديسمبر 2024 (وكالة) عبرت السيارات الجسر."
    assert document(text, "a.txt").published == date(2024, 12, 2)
    made = document(text, "a.txt", title=" جسر\nحلب ", published=date(2024, 12, 3))
    assert (made.title, made.published) == ("جسر حلب", date(2024, 12, 3))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "there is no text in it"),
        (" \n\u3000\t", "there is no text in it"),
        ("ا" * (LONGEST + 1), "it has 1,000,001 characters, and an article may have 1,000,000 characters"),
        ("،؟ ١٢٣", "it contains no letters"),
    ],
)
def test_article_refused_with_reason(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        document(text, "a.txt")
    assert raised.value.reason == reason
    assert str(raised.value.problem("a.txt")).startswith(f"a.txt: {reason}; ")


def test_article_of_a_million_characters() -> None:
    assert len(document("ا" * LONGEST, "a.txt").text) == LONGEST


@given(st.text(st.characters(codec=None)))
def test_legible_text_keeps_its_length(text: str) -> None:
    clean = legible(text)
    assert len(clean) == len(text)
    element = ET.Element("t")
    element.text = clean
    parsed = ET.fromstring(ET.tostring(element, encoding="utf-8"))
    assert (parsed.text or "") == clean.replace("\r\n", "\n").replace("\r", "\n")
    assert all(new == old or new == "\ufffd" for old, new in zip(text, clean, strict=True))
    assert "\n" not in one_line(text)


def test_legible_text_keeps_what_can_be_written() -> None:
    assert legible("سـ\tلام\r\n😀\u200f") == "سـ\tلام\r\n😀\u200f"
    assert legible("س\ud800\x00\x0c\ufffeم") == "س\ufffd\ufffd\ufffd\ufffdم"


def test_system_error_in_words() -> None:
    assert unreadable(PermissionError(13, "Permission denied")).reason == "you do not have permission to read it"
    assert unreadable(OSError(5, "Input/output error")).reason == "it cannot be read (Input/output error)"
