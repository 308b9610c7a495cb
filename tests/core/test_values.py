"""The values: frozen, and named by what they are."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

import pytest

from graph_builder.core import values
from graph_builder.core.values import Problem, Sentence, Token, Word, content_id, entity_id, is_iri

_CLASSES = [each for each in vars(values).values() if dataclasses.is_dataclass(each)]


def test_an_id_depends_on_every_part_and_on_where_parts_end() -> None:
    ids = {
        content_id("حلب"),
        content_id("حلب", ""),
        content_id("", "حلب"),
        content_id("حل", "ب"),
        content_id("حلب", length=20),
        content_id(),
    }
    assert len(ids) == 6


@pytest.mark.parametrize("length", [1, 16, 64])
def test_an_id_is_hexadecimal_and_as_long_as_asked(length: int) -> None:
    assert len(content_id("حلب", length=length)) == length
    int(content_id("حلب", length=length), 16)


def test_an_id_is_the_same_in_every_process() -> None:
    code = "from graph_builder.core.values import content_id; print(content_id('\\u062d\\u0644\\u0628', 'LOC'))"
    others = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "7")
    }
    assert others == {content_id("حلب", "LOC")}


def test_any_text_has_an_id_even_one_that_utf8_cannot_hold() -> None:
    assert content_id("\ud800") != content_id("\ud801")


def test_kinds_keep_entities_of_one_name_apart() -> None:
    assert len({entity_id("PER", "تونس"), entity_id("LOC", "تونس"), entity_id("ORG", "تونس")}) == 3


@pytest.mark.parametrize("each", _CLASSES, ids=lambda each: str(each.__name__))
def test_every_value_is_frozen_and_slotted(each: type) -> None:
    blank: object = object.__new__(each)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(blank, dataclasses.fields(each)[0].name, None)
    assert not hasattr(blank, "__dict__")


def test_the_words_of_a_sentence_come_in_the_order_that_heads_count() -> None:
    first, second, third = (Word(form, form, "X", "", 0, "dep") for form in ("و", "ل", "الجيش"))
    sentence = Sentence(0, 12, (Token(0, 6, (first, second)), Token(7, 12, (third,))))
    assert list(sentence.words) == [first, second, third]


def test_a_problem_reads_as_one_sentence() -> None:
    assert str(Problem("a.txt", "it is empty", "remove it")) == "a.txt: it is empty; remove it."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://sws.geonames.org/170063/", True),
        ("urn:x:y", True),
        ("not an iri", False),
        ("https://x/<script>", False),
        ('https://x/"', False),
        ("https://x/\ud800", False),
        ("//x", False),
        ("", False),
    ],
)
def test_what_is_an_iri(text: str, expected: bool) -> None:
    assert is_iri(text) is expected
