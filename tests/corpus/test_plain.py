"""Text files."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Article
from graph_builder.corpus.file import File
from graph_builder.corpus.plain import read

TEXT = "\r\nافتتاح الجسر\r\rعبرت السيارات\u2028الجسر.\n\n"


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "a.txt", "seeds/a.txt")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_plain_text_is_the_file_with_its_line_ends(file: File, mark: bytes) -> None:
    file.path.write_bytes(mark + TEXT.encode())
    (article,) = read(file, {})
    assert isinstance(article, Article)
    assert article.document.text == TEXT
    assert article.document.title == "افتتاح الجسر"
    assert (article.place, article.document.source, article.sentences) == ("seeds/a.txt", "seeds/a.txt", None)


def test_plain_other_encoding_is_noted(file: File) -> None:
    file.path.write_bytes("عبرت السيارات الجسر".encode("cp1256"))
    article, problem = read(file, {})
    assert isinstance(article, Article)
    assert article.document.text == "عبرت السيارات الجسر"
    assert isinstance(problem, Problem)
    assert (problem.source, problem.outcome) == ("seeds/a.txt", "noted")
    assert "Windows-1256" in problem.reason


def test_plain_of_a_million_four_byte_characters(file: File) -> None:
    file.path.write_text("م" + "😀" * 999_999, encoding="utf-8")
    (article,) = read(file, {})
    assert isinstance(article, Article)
    assert len(article.document.text) == 1_000_000
