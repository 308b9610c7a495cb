"""Every kind of file, whole, within archives, damaged, and where its package is missing."""

from __future__ import annotations

import functools
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import docx
import matplotlib
import openpyxl
import pyarrow
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from graph_builder.corpus.article import Article, Item
from graph_builder.corpus.discover import piped
from graph_builder.corpus.file import File
from graph_builder.corpus.readers import READERS, SUFFIXES, read
from graph_builder.values import Document, Problem

TITLE, BODY = "افتتاح الجسر", "عبرت أولى السيارات الجسر الجديد صباح الأحد بعد عامين من العمل المتواصل على بنائه."
DAY = date(2024, 12, 2)
_FONT = str(Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))


def _feed(name: str, item: str, link: str, text: str, day: str) -> str:
    return (
        f'<?xml version="1.0"?>{name}<{item}><title>{TITLE} &amp;quot;1&amp;quot;</title>{link}'
        f"<{day}>Mon, 02 Dec 2024 23:30:00 +0300</{day}>"
        f'<{text} type="html"><![CDATA[<p>{BODY}</p><p>&nbsp;وعادت.<br/></p><script>x</script>]]></{text}></{item}>'
    )


def _rss() -> bytes:
    name, link = '<rss version="2.0"><channel>', "<link>https://example.org/1</link>"
    return f"{_feed(name, 'item', link, 'description', 'pubDate')}</channel></rss>".encode()


def _atom() -> bytes:
    name, link = '<feed xmlns="http://www.w3.org/2005/Atom">', '<link href="https://example.org/1"/>'
    return f"{_feed(name, 'entry', link, 'content', 'published')}</feed>".encode()


def _docx() -> bytes:
    made = docx.Document()
    made.add_paragraph(TITLE)
    made.add_table(1, 1).cell(0, 0).text = BODY
    return _saved(made.save)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("فارغ")
    for row in ([], ["text", "title", "published"], [BODY, TITLE, datetime(2024, 12, 2, 10)]):
        book.worksheets[0].append(row)
    return _saved(book.save)


def _parquet() -> bytes:
    table = pyarrow.table({"text": [BODY], "title": [TITLE], "published": [datetime(2024, 12, 2, 10)]})
    return _saved(lambda out: parquet.write_table(table, out))


def _pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.add_font("dejavu", fname=_FONT)
    made.set_font("dejavu", size=12)
    made.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ar")
    made.multi_cell(0, text=f"{TITLE}\n{BODY}")
    return bytes(made.output())


def _page() -> str:
    return f"<html><head><title>{TITLE}</title></head><body><article><p>{BODY}</p></article></body></html>"


def _warc() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for address, status, kind, body in (
        ("https://example.org/1", "200 OK", "text/html; charset=windows-1256", _page().encode("cp1256")),
        ("https://example.org/x.png", "200 OK", "image/png", b"x"),
        ("https://example.org/2", "404 Not Found", "text/html", b"x"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


_ROW = json.dumps({"text": BODY, "title": TITLE, "published": "2024-12-02"})
_FILES = {
    ".txt": lambda: f"{TITLE}\n{BODY}".encode(),
    ".jsonl": lambda: _ROW.encode(),
    ".ndjson": lambda: _ROW.encode(),
    ".json": lambda: f"[{_ROW}]".encode(),
    ".csv": lambda: f"text;title;published\n{BODY};{TITLE};02/12/2024\n".encode(),
    ".tsv": lambda: f"text\ttitle\tpublished\n{BODY}\t{TITLE}\t1733133600\n".encode(),
    ".html": lambda: _page().encode(),
    ".htm": lambda: _page().encode(),
    ".xhtml": lambda: _page().encode(),
    ".rss": _rss,
    ".atom": _atom,
    ".xml": _rss,
    ".conllu": lambda: "1\tعبرت\tعبر\tVERB\t_\t_\t0\troot\t_\t_\n\n".encode(),
    ".docx": _docx,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
    ".warc": _warc,
}


@functools.cache
def _content(suffix: str) -> bytes:
    """One file of a kind, the same at every call: some have the time in them."""
    return _FILES[suffix]()


def _read(name: str, content: bytes) -> list[Item]:
    return [item for _, item in read(File(Path(name), name, content), {})]


def _documents(items: list[Item]) -> list[Document]:
    return [item.document for item in items if isinstance(item, Article)]


def test_no_kind_of_file_is_left_untried() -> None:
    assert {*_FILES, ".gz", ".zip"} == set(SUFFIXES)
    assert len({suffix for reader in READERS for suffix in reader.suffixes}) == len(_FILES)


@pytest.mark.parametrize("suffix", [each for each in _FILES if each != ".conllu"])
def test_every_kind_of_file_gives_its_article(suffix: str) -> None:
    (one,) = _documents(_read(f"a{suffix}", _content(suffix)))
    assert BODY in " ".join(one.text.split())
    assert one.title == (f'{TITLE} "1"' if suffix in (".rss", ".atom", ".xml") else TITLE)
    dated = suffix in (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".rss", ".atom", ".xml", ".xlsx", ".parquet")
    assert one.published == (DAY if dated else None)


def test_a_feed_has_plain_text_and_the_address_as_source() -> None:
    for content in (_rss(), _atom()):
        (one,) = _documents(_read("a.xml", content))
        assert (one.text, one.source) == (f"{BODY}\nوعادت.", "https://example.org/1")


def test_a_web_archive_tells_what_is_no_page() -> None:
    items = _read("a.warc", _warc())
    assert [one.source for one in _documents(items)] == ["https://example.org/1"]
    told = [str(item) for item in items if isinstance(item, Problem)]
    assert told[-1] == "a.warc: 2 records of it are no pages or failed to load; nothing need be done."


@pytest.mark.parametrize("suffix", _FILES)
def test_every_kind_of_file_may_be_compressed(suffix: str) -> None:
    content = _content(suffix)
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


def test_archives_within_archives_are_opened_but_not_without_end() -> None:
    content = BODY.encode()
    for _ in range(3):
        content = gzip.compress(content)
    assert [one.text for one in _documents(_read("a.txt.gz.gz.gz", content))] == [BODY]
    (problem,) = _read("a.txt.gz.gz.gz.gz", gzip.compress(content))
    assert "archive within archives" in str(problem)


@pytest.mark.parametrize("reader", [each for each in READERS if each.package])
def test_without_its_package_a_kind_of_file_says_how_to_get_it(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docx", "openpyxl", "pyarrow", "pypdf", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, name, None)
    (problem,) = _read(f"a{reader.suffixes[0]}", b"x")  # type: ignore[attr-defined]
    assert str(problem).endswith("install it with: pip install 'graph-builder[files]'.")


@pytest.mark.parametrize(("content", "suffix"), [(_ROW, ".jsonl"), (f" [{_ROW}]", ".json"), (BODY, ".txt")])
def test_standard_input_is_told_by_how_it_begins(content: str, suffix: str) -> None:
    file = piped(content.encode())
    assert file.suffix == suffix
    assert [one.text for one in _documents([item for _, item in read(file, {})])] == [BODY]
    assert piped(_rss()).suffix == ".xml" and piped(_page().encode()).suffix == ".html"


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(sorted({*_FILES, ".gz", ".zip"})), st.data())
def test_no_damage_to_a_file_ends_in_anything_but_articles_and_problems(suffix: str, data: st.DataObject) -> None:
    whole = _content(suffix) if suffix in _FILES else gzip.compress(_ROW.encode())
    kind = data.draw(st.sampled_from(["cut", "flipped", "other", "random"]))
    if kind == "cut":
        content = whole[: data.draw(st.integers(1, len(whole)))]
    elif kind == "flipped":
        place = data.draw(st.integers(0, len(whole) - 1))
        content = whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 1 :]
    elif kind == "other":
        content = _content(data.draw(st.sampled_from(sorted(_FILES))))
    else:
        content = data.draw(st.binary(min_size=1, max_size=200))
    for item in _read(f"a{suffix}", content):
        assert isinstance(item, Article) or (item.reason and item.remedy)
