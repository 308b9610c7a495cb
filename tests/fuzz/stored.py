"""What is read back from disk: annotations, decisions, caches, builds and weights, whatever has become of the files."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_builder.annotate.cache import Cache
from graph_builder.core.errors import DamagedBuildError, DecisionError, ModelsError
from graph_builder.core.values import content_id
from graph_builder.export import EXPORTERS
from graph_builder.io import build_files as written
from graph_builder.io import conllu
from graph_builder.io.text_cache import TextCache
from graph_builder.relate.classifier.weights import load
from graph_builder.resolve import decisions
from tests.support.samples import sample_result
from tests.support.sentences import article

READ_BACK = ("documents.jsonl", "entities.jsonl", "relations.jsonl", "merges.csv", "manifest.json")


def codec(text: str) -> None:
    """CoNLL-U is sentences, which are read again as they are written, or an error that says which line is wrong."""
    try:
        blocks = list(conllu.blocks(text))
        found = conllu.read(text)
    except conllu.ConlluError as error:
        assert str(error)
        return
    assert len(blocks) == len(found)
    again = conllu.read(conllu.write(found))
    assert [[token.start for token in each.tokens] for each in again] == [
        [token.start for token in each.tokens] for each in found
    ]
    assert conllu.read(conllu.write(again)) == again


def decided(raw: bytes) -> None:
    """A file of decisions is decisions, which are read again as they are written, or a DecisionError that names it."""
    with _folder() as folder:
        path = folder / "decisions.yaml"
        path.write_bytes(raw)
        try:
            found = decisions.read(path)
        except DecisionError as error:
            assert str(path) in str(error) and "\n" not in str(error)
            return
        path.write_text(decisions.written(found), encoding="utf-8")
        assert decisions.read(path) == found


def kept(raw: bytes) -> None:
    """A file of the cache is an annotation of the text that it is asked for, or as good as none."""
    annotated = article("ministers")
    with _folder() as folder:
        path = folder / "models" / f"{annotated.document.id}.conllu"
        path.parent.mkdir()
        path.write_bytes(raw)
        found = Cache(folder, "models").get(annotated.document)
        assert found is None or conllu.write(found.sentences) in raw.decode("utf-8")
        # The same with a digest that fits.
        text = raw.decode("utf-8", "replace")
        TextCache(path.parent, "conllu").put(annotated.document.id, text)
        found = Cache(folder, "models").get(annotated.document)
        for sentence in found.sentences if found else ():
            for token in sentence.tokens:
                assert 0 <= token.start < token.end <= len(annotated.document.text)


def built(raw: bytes) -> None:
    """A build of whose files one has been changed is read back, or a DamagedBuildError names the file or the folder."""
    name = READ_BACK[raw[0] % len(READ_BACK)] if raw else READ_BACK[0]
    with _folder() as folder:
        for each in READ_BACK:
            shutil.copy(_sample_build() / each, folder)
        (folder / name).write_bytes(raw[1:])
        for read in (written.knowledge, written.manifest, written.entities):
            try:
                read(folder)
            except DamagedBuildError as error:
                assert str(folder) in str(error)


def reader(raw: bytes) -> None:
    """A file of the relation classifier's weights is read, or a ModelsError names it."""
    with _folder() as folder:
        path = folder / "news.npz"
        path.write_bytes(raw)
        try:
            load.__wrapped__(path)
        except ModelsError as error:
            assert str(path) in str(error)


def sample_files() -> list[bytes]:
    """A byte that tells which file of a build it is, and the file."""
    return [bytes([number]) + (_sample_build() / name).read_bytes() for number, name in enumerate(READ_BACK)]


def sample_annotations() -> list[bytes]:
    """A kept annotation, and the CoNLL-U in it."""
    annotated = article("ministers")
    text = conllu.write(annotated.sentences)
    head = f"# newdoc id = {annotated.document.id}\n# digest = {content_id(text)}\n"
    return [f"{head}{text}".encode(), text.encode()]


@functools.cache
def _sample_build() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="graph-builder-fuzz-"))
    for name in READ_BACK:
        EXPORTERS[name](sample_result(), folder / name)
    return folder


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
