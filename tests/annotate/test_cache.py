"""The cache of annotations: files are whole or absent, and bound to text and models."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph_builder.annotate.cache import Cache
from graph_builder.core.errors import CacheError
from graph_builder.core.values import Annotated, Sentence
from tests.support.sentences import article, articles, document

_ARTICLE = article("ministers")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache with one annotation in it."""
    kept = Cache(tmp_path, "models")
    kept.put(_ARTICLE)
    return kept


def _file(directory: Path) -> Path:
    (file,) = directory.rglob("*.conllu")
    return file


def test_cache_round_trips(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "a" / "b", "models")
    for annotated in articles().values():
        kept.put(annotated)
    assert all(kept.get(annotated.document) == annotated for annotated in articles().values())


def test_cache_keeps_a_text_without_sentences(tmp_path: Path) -> None:
    kept = Cache(tmp_path, "models")
    annotated = Annotated(document("ـــــ"), ())
    kept.put(annotated)
    assert kept.get(annotated.document) == annotated


def test_cache_key_is_the_text_not_its_source(cache: Cache) -> None:
    moved = replace(_ARTICLE.document, source="elsewhere.csv#7", title="عنوان")
    found = cache.get(moved)
    assert found is not None and found.document == moved and found.sentences == _ARTICLE.sentences


def test_cache_misses_another_text(cache: Cache) -> None:
    assert cache.get(document(_ARTICLE.document.text + " ")) is None


def test_cache_is_separate_for_other_models(cache: Cache, tmp_path: Path) -> None:
    assert cache.get(_ARTICLE.document) is not None
    assert Cache(tmp_path, "other").get(_ARTICLE.document) is None


def test_cache_overwrites(cache: Cache, tmp_path: Path) -> None:
    other = Annotated(_ARTICLE.document, _ARTICLE.sentences[:1])
    cache.put(other)
    assert cache.get(_ARTICLE.document) == other
    assert [file.suffix for file in tmp_path.rglob("*.*")] == [".conllu"]


@pytest.mark.usefixtures("cache")
def test_cache_format_is_conllu_in_utf8(tmp_path: Path) -> None:
    content = _file(tmp_path).read_bytes()
    assert b"\r" not in content
    lines = content.decode("utf-8").split("\n")
    assert lines[0] == f"# newdoc id = {_ARTICLE.document.id}"
    rows = [line for line in lines if line and not line.startswith("#")]
    assert all(len(row.split("\t")) == 10 for row in rows)
    assert any("القاهرة" in row and "ner=S-LOC" in row for row in rows)


def test_cache_truncated_file_is_ignored(cache: Cache, tmp_path: Path) -> None:
    file = _file(tmp_path)
    content = file.read_bytes()
    for length in {*range(0, len(content), 97), *(i + 2 for i in _all(content, b"\n\n"))} - {len(content)}:
        file.write_bytes(content[:length])
        assert cache.get(_ARTICLE.document) is None, f"cut behind {length} bytes"
    file.write_bytes(content)
    assert cache.get(_ARTICLE.document) == _ARTICLE


def _all(content: bytes, part: bytes) -> list[int]:
    return [index for index in range(len(content)) if content.startswith(part, index)]


def _of_another_text(content: bytes) -> bytes:
    return content.replace(_ARTICLE.document.id.encode(), b"0" * 16)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: b"\x00" * len(content),
        lambda content: content.replace("القاهرة".encode(), b"\xff\xfe"),
        lambda content: content.replace(b"S-LOC", b"S-PER"),
        lambda content: content.replace(b"end_char=", b"end_char=9", 1),
        lambda content: content.replace(b"\t2\t", b"\t99\t", 1),
        lambda content: content + content,
        lambda content: content[content.index(b"\n1\t") + 1 :],
        lambda content: content[:0] + "نص عادي من ملف آخر\n\n".encode(),
        _of_another_text,
    ],
)
def test_cache_damaged_or_foreign_file_is_ignored(
    cache: Cache, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = _file(tmp_path)
    content = file.read_bytes()
    assert damage(content) != content
    file.write_bytes(damage(content))
    assert cache.get(_ARTICLE.document) is None
    cache.put(_ARTICLE)
    assert cache.get(_ARTICLE.document) == _ARTICLE


def test_cache_folder_in_place_of_a_file_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "models" / f"{_ARTICLE.document.id}.conllu").mkdir(parents=True)
    assert Cache(tmp_path, "models").get(_ARTICLE.document) is None


def test_cache_unwritable_raises(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = Cache(tmp_path / "file", "models")
    assert kept.get(_ARTICLE.document) is None
    with pytest.raises(CacheError, match=r"file.*cannot be written.*--cache"):
        kept.put(_ARTICLE)


# A child process in which a write is ended at a certain moment: by a signal, or by a disk that is full.
_CHILD = """
import os, resource, signal, sys, tempfile
from pathlib import Path
from graph_builder.annotate.cache import Cache
from graph_builder.core.errors import CacheError
from tests.support.sentences import article

def half_written(*arguments, make=tempfile.NamedTemporaryFile, **options):
    file = make(*arguments, **options)
    write = file.write
    def half(text):
        write(text[: len(text) // 2])
        file.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    file.write = half
    return file

def not_renamed(path, target):
    os.kill(os.getpid(), signal.SIGKILL)

moment = sys.argv[2]
if moment == "half written":
    tempfile.NamedTemporaryFile = half_written
elif moment == "not renamed":
    Path.replace = not_renamed
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))
try:
    Cache(Path(sys.argv[1]), "models").put(article("ministers"))
except CacheError as error:
    sys.exit(str(error))
"""


def _put_in_child(directory: Path, moment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _CHILD, str(directory), moment],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("moment", ["half written", "not renamed"])
@pytest.mark.parametrize("before", [None, _ARTICLE.sentences[:1]], ids=["new", "again"])
def test_cache_killed_process_leaves_no_partial_file(
    tmp_path: Path, moment: str, before: tuple[Sentence, ...] | None
) -> None:
    kept = Cache(tmp_path, "models")
    old = Annotated(_ARTICLE.document, before) if before else None
    if old:
        kept.put(old)
    assert _put_in_child(tmp_path, moment).returncode == -signal.SIGKILL
    assert kept.get(_ARTICLE.document) == old
    kept.put(_ARTICLE)
    assert kept.get(_ARTICLE.document) == _ARTICLE


def test_cache_full_disk_raises_and_leaves_nothing(tmp_path: Path) -> None:
    child = _put_in_child(tmp_path, "full")
    assert child.returncode == 1 and "cannot be written" in child.stderr and "Traceback" not in child.stderr
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
