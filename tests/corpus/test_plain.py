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
def test_the_text_is_the_file_line_ends_and_all(file: File, mark: bytes) -> None:
    file.path.write_bytes(mark + TEXT.encode())
    (article,) = read(file, {})
    assert isinstance(article, Article)
    assert article.document.text == TEXT
    assert article.document.title == "افتتاح الجسر"
    assert (article.place, article.document.source, article.sentences) == ("seeds/a.txt", "seeds/a.txt", None)


def test_another_encoding_is_read_and_noted(file: File) -> None:
    file.path.write_bytes("عبرت السيارات الجسر".encode("cp1256"))
    article, problem = read(file, {})
    assert isinstance(article, Article)
    assert article.document.text == "عبرت السيارات الجسر"
    assert isinstance(problem, Problem)
    assert (problem.source, problem.outcome) == ("seeds/a.txt", "noted")
    assert "Windows-1256" in problem.reason


def test_a_million_characters_of_four_bytes_are_read(file: File) -> None:
    file.path.write_text("م" + "😀" * 999_999, encoding="utf-8")
    (article,) = read(file, {})
    assert isinstance(article, Article)
    assert len(article.document.text) == 1_000_000
