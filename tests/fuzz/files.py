"""Every reader of files, given any bytes: articles and problems come out, and nothing else."""

from __future__ import annotations

import functools
import gzip
import io
import traceback
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from graph_builder.arabic.normalized import article, treatments
from graph_builder.arabic.visual import is_visual, logical
from graph_builder.core.values import Document, content_id
from graph_builder.corpus.article import LONGEST, Article, Item, Unreadable
from graph_builder.corpus.dates import EARLIEST
from graph_builder.corpus.decode import decode
from graph_builder.corpus.file import File
from graph_builder.corpus.language import language
from graph_builder.corpus.readers import READERS, SUFFIXES, read
from graph_builder.io.text import legible
from tests.corpus.files import FILES, ROW, sample

PACKAGE = Path(read.__code__.co_filename).parents[1]

# Of formats that are zip archives, the member that holds the text: what is not an archive is put in its place.
_MEMBERS = {".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet2.xml"}


def reading(suffix: str) -> Callable[[bytes], None]:
    """Return what reads bytes as a file of a kind and looks at what comes out."""
    return functools.partial(_read, suffix)


def samples(suffix: str) -> list[bytes]:
    """Whole files of a kind, and of archives."""
    if suffix == ".gz":
        return [gzip.compress(ROW.encode())]
    if suffix == ".zip":
        return [_zipped({"a.txt": FILES[".txt"](), "x/b.jsonl": ROW.encode(), "c.png": b"x"})]
    return [sample(suffix), *([_member(suffix)] if suffix in _MEMBERS else [])]


def decoding(raw: bytes) -> None:
    """Decode bytes: a text comes out, or the reason why not."""
    try:
        decoded = decode(raw)
    except Unreadable as error:
        assert error.reason and error.remedy
    else:
        assert "\0" not in decoded.text
        assert all(problem.source == "a" for problem in decoded.problems("a"))


def _read(suffix: str, raw: bytes) -> None:
    if suffix in _MEMBERS and not raw.startswith(b"PK"):
        raw = _packed(suffix, raw)
    name = f"a{suffix}"
    for kind, item in read(File(Path(name), name, raw), {}):
        assert kind in {*(reader.kind for reader in READERS), "archive"}
        looked_at(name, item)
    if suffix in FILES:
        _own_faults(suffix, File(Path(name), name, raw))


def _own_faults(suffix: str, file: File) -> None:
    """Let pass what a library makes of a damaged file, which `read` tells, but no fault of our own lines."""
    (reader,) = (each for each in READERS if suffix in each.suffixes)
    try:
        for _ in reader.read(file, {}):
            pass
    except (Unreadable, OSError):
        pass
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        if PACKAGE in Path(last.filename).parents:
            raise


def looked_at(name: str, item: Item) -> None:
    """Assert that an article is one that every later stage can take, and that a problem names its place and remedy."""
    if not isinstance(item, Article):
        assert item.source.startswith(name.split("#")[0][:1]) and item.reason and item.remedy
        assert "\n" not in item.reason
        return
    document = item.document
    assert 0 < len(document.text) <= LONGEST and document.text == legible(document.text)
    assert document.id == content_id(document.text)
    for line in (document.title, document.source):
        assert line == " ".join(line.split()) == legible(line)
    assert document.source
    assert document.published is None or EARLIEST <= document.published.year <= date.today().year + 1
    _taken_in(document)
    if item.sentences is not None:
        last = 0
        for sentence in item.sentences:
            assert last <= sentence.start < sentence.end <= len(document.text)
            for token in sentence.tokens:
                assert last <= token.start < token.end <= sentence.end
                last = token.end


def _taken_in(document: Document) -> None:
    """What a build does with an article before it is annotated."""
    language(document.text)
    treatments(document.text)
    if is_visual(document.text):
        logical(document.text)
    normalized = article(document.text)
    for offset in (0, len(normalized.text) // 2, len(normalized.text) - 1):
        if 0 <= offset < len(normalized.text):
            assert 0 <= normalized.start(offset) < normalized.end(offset + 1) <= len(document.text)


def _packed(suffix: str, member: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample(suffix))) as whole:
        members = {info.filename: whole.read(info) for info in whole.infolist()}
    return _zipped({**members, _MEMBERS[suffix]: member})


def _member(suffix: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample(suffix))) as whole:
        return whole.read(_MEMBERS[suffix])


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


SUFFIXES_READ = tuple(each for each in SUFFIXES if each not in (".ndjson", ".htm", ".xhtml", ".atom", ".rss"))
"""One suffix of each reader, and the archives."""
