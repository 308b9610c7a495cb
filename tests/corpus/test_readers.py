"""Readers of every kind of file: complete, in archives, damaged, without their package."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.core.values import Document, Problem
from graph_builder.corpus.article import Article, Item
from graph_builder.corpus.discover import piped
from graph_builder.corpus.file import File
from graph_builder.corpus.readers import READERS, SUFFIXES, read
from tests.corpus.files import BODY, DAY, FILES, ROW, TITLE, atom, page, rss, sample, warc


def _read(name: str, content: bytes) -> list[Item]:
    return [item for _, item in read(File(Path(name), name, content), {})]


def _documents(items: list[Item]) -> list[Document]:
    return [item.document for item in items if isinstance(item, Article)]


def test_readers_are_all_tested() -> None:
    assert {*FILES, ".gz", ".zip"} == set(SUFFIXES)
    assert len({suffix for reader in READERS for suffix in reader.suffixes}) == len(FILES)


@pytest.mark.parametrize("suffix", [each for each in FILES if each != ".conllu"])
def test_readers_give_the_article(suffix: str) -> None:
    (one,) = _documents(_read(f"a{suffix}", sample(suffix)))
    assert BODY in " ".join(one.text.split())
    assert one.title == (f'{TITLE} "1"' if suffix in (".rss", ".atom", ".xml") else TITLE)
    dated = suffix in (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".rss", ".atom", ".xml", ".xlsx", ".parquet")
    assert one.published == (DAY if dated else None)


def test_reader_of_feeds_gives_plain_text_and_address() -> None:
    for content in (rss(), atom()):
        (one,) = _documents(_read("a.xml", content))
        assert (one.text, one.source) == (f"{BODY}\nوعادت.", "https://example.org/1")


def test_reader_of_warc_reports_what_is_no_page() -> None:
    items = _read("a.warc", warc())
    assert [one.source for one in _documents(items)] == ["https://example.org/1"]
    told = [str(item) for item in items if isinstance(item, Problem)]
    assert told[-1] == "a.warc: 2 records in it are not pages or failed to load; no action is needed."


@pytest.mark.parametrize("suffix", FILES)
def test_readers_of_compressed_files(suffix: str) -> None:
    content = sample(suffix)
    plain = [one.text for one in _documents(_read(f"a{suffix}", content))]
    assert [one.text for one in _documents(_read(f"a{suffix}.gz", gzip.compress(content)))] == plain
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"x/a{suffix}", content)
        archive.writestr("x/b.odt", "x")
        archive.writestr("x/.c.txt", "x")
    items = _read("a.zip", out.getvalue())
    assert [one.text for one in _documents(items)] == plain
    assert "a.zip: 1 .odt file in it cannot be read" in str(items[-1])


def test_reader_of_nested_archives_is_limited() -> None:
    content = BODY.encode()
    for _ in range(3):
        content = gzip.compress(content)
    assert [one.text for one in _documents(_read("a.txt.gz.gz.gz", content))] == [BODY]
    (problem,) = _read("a.txt.gz.gz.gz.gz", gzip.compress(content))
    assert "nested too deeply" in str(problem)


@pytest.mark.parametrize(
    ("suffix", "extra"),
    [
        *((suffix, "files") for suffix in (".docx", ".pdf", ".xlsx", ".parquet", ".warc")),
        *((suffix, "html") for suffix in (".html", ".rss")),
    ],
)
def test_reader_without_its_package_names_its_extra(suffix: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docx", "feedparser", "openpyxl", "pyarrow", "pypdf", "trafilatura", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, name, None)
    (problem,) = _read(f"a{suffix}", b"x")
    assert str(problem).endswith(f"install it with: pip install 'graph-builder[{extra}]'.")


@pytest.mark.parametrize(("content", "suffix"), [(ROW, ".jsonl"), (f" [{ROW}]", ".json"), (BODY, ".txt")])
def test_reader_of_standard_input_detects_the_kind(content: str, suffix: str) -> None:
    file = piped(content.encode())
    assert file.suffix == suffix
    assert [one.text for one in _documents([item for _, item in read(file, {})])] == [BODY]
    assert piped(rss()).suffix == ".xml" and piped(page().encode()).suffix == ".html"


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(sorted({*FILES, ".gz", ".zip"})), st.data())
def test_readers_of_damaged_files_report_problems(suffix: str, data: st.DataObject) -> None:
    whole = sample(suffix) if suffix in FILES else gzip.compress(ROW.encode())
    kind = data.draw(st.sampled_from(["cut", "flipped", "other", "random"]))
    if kind == "cut":
        content = whole[: data.draw(st.integers(1, len(whole)))]
    elif kind == "flipped":
        place = data.draw(st.integers(0, len(whole) - 1))
        content = whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 1 :]
    elif kind == "other":
        content = sample(data.draw(st.sampled_from(sorted(FILES))))
    else:
        content = data.draw(st.binary(min_size=1, max_size=200))
    for item in _read(f"a{suffix}", content):
        assert isinstance(item, Article) or (item.reason and item.remedy)
