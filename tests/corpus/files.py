"""One small whole file of every kind that is read."""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import docx
import matplotlib
import openpyxl
import pyarrow
from fpdf import FPDF
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE, BODY = "افتتاح الجسر", "عبرت أولى السيارات الجسر الجديد صباح الأحد بعد عامين من العمل المتواصل على بنائه."
DAY = date(2024, 12, 2)
_FONT = str(Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))


def _feed(name: str, item: str, link: str, text: str, day: str) -> str:
    return (
        f'<?xml version="1.0"?>{name}<{item}><title>{TITLE} &amp;quot;1&amp;quot;</title>{link}'
        f"<{day}>Mon, 02 Dec 2024 23:30:00 +0300</{day}>"
        f'<{text} type="html"><![CDATA[<p>{BODY}</p><p>&nbsp;وعادت.<br/></p><script>x</script>]]></{text}></{item}>'
    )


def rss() -> bytes:
    """A feed with one item, as RSS."""
    name, link = '<rss version="2.0"><channel>', "<link>https://example.org/1</link>"
    return f"{_feed(name, 'item', link, 'description', 'pubDate')}</channel></rss>".encode()


def atom() -> bytes:
    """The same as Atom."""
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


def page() -> str:
    """A web page with one article."""
    return f"<html><head><title>{TITLE}</title></head><body><article><p>{BODY}</p></article></body></html>"


def warc() -> bytes:
    """A web archive with one page, one picture and one page that failed to load."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for address, status, kind, body in (
        ("https://example.org/1", "200 OK", "text/html; charset=windows-1256", page().encode("cp1256")),
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


ROW = json.dumps({"text": BODY, "title": TITLE, "published": "2024-12-02"})
FILES = {
    ".txt": lambda: f"{TITLE}\n{BODY}".encode(),
    ".jsonl": lambda: ROW.encode(),
    ".ndjson": lambda: ROW.encode(),
    ".json": lambda: f"[{ROW}]".encode(),
    ".csv": lambda: f"text;title;published\n{BODY};{TITLE};02/12/2024\n".encode(),
    ".tsv": lambda: f"text\ttitle\tpublished\n{BODY}\t{TITLE}\t1733133600\n".encode(),
    ".html": lambda: page().encode(),
    ".htm": lambda: page().encode(),
    ".xhtml": lambda: page().encode(),
    ".rss": rss,
    ".atom": atom,
    ".xml": rss,
    ".conllu": lambda: "1\tعبرت\tعبر\tVERB\t_\t_\t0\troot\t_\t_\n\n".encode(),
    ".docx": _docx,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
    ".warc": warc,
}


@functools.cache
def sample(suffix: str) -> bytes:
    """One file of a kind, the same at every call: some have the time in them."""
    return FILES[suffix]()
