"""The frozen values and their ids."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

import pytest

from graph_builder.core import values
from graph_builder.core.values import Problem, Sentence, Token, Word, content_id, entity_id, is_iri

_CLASSES = [each for each in vars(values).values() if dataclasses.is_dataclass(each)]


def test_content_id_depends_on_every_part_and_its_bounds() -> None:
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
def test_content_id_is_hexadecimal_of_given_length(length: int) -> None:
    assert len(content_id("حلب", length=length)) == length
    int(content_id("حلب", length=length), 16)


def test_content_id_is_the_same_in_every_process() -> None:
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


def test_content_id_of_text_that_utf8_cannot_encode() -> None:
    assert content_id("\ud800") != content_id("\ud801")


def test_entity_id_depends_on_kind() -> None:
    assert len({entity_id("PER", "تونس"), entity_id("LOC", "تونس"), entity_id("ORG", "تونس")}) == 3


@pytest.mark.parametrize("each", _CLASSES, ids=lambda each: str(each.__name__))
def test_values_are_frozen_and_slotted(each: type) -> None:
    blank: object = object.__new__(each)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(blank, dataclasses.fields(each)[0].name, None)
    assert not hasattr(blank, "__dict__")


def test_sentence_words_are_in_the_order_of_heads() -> None:
    first, second, third = (Word(form, form, "X", "", 0, "dep") for form in ("و", "ل", "الجيش"))
    sentence = Sentence(0, 12, (Token(0, 6, (first, second)), Token(7, 12, (third,))))
    assert list(sentence.words) == [first, second, third]


def test_problem_is_one_sentence() -> None:
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
def test_is_iri(text: str, expected: bool) -> None:
    assert is_iri(text) is expected
