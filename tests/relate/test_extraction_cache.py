"""The cache of extractions returns what would be extracted, and nothing outdated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph_builder.core.annotations import Annotations
from graph_builder.core.values import Annotated, Document, Entity, Relation
from graph_builder.relate import ExtractionCache, relate
from graph_builder.resolve import resolve
from tests.support.sentences import articles

pytestmark = pytest.mark.slow

_CORPUS = tuple(articles().values())


class Counting(Annotations):
    """Annotations that count how often one is read."""

    def __init__(self, corpus: Sequence[Annotated]) -> None:
        held = {each.document.id: each for each in corpus}
        self.reads = 0

        def read(document: Document) -> Annotated:
            self.reads += 1
            return held[document.id]

        super().__init__([each.document for each in corpus], read)


def _related(
    folder: Path, corpus: Sequence[Annotated], entities: Sequence[Entity], made_by: str = "rules"
) -> tuple[tuple[Relation, ...], int]:
    counting = Counting(corpus)
    return relate(counting, entities, cache=ExtractionCache(folder, made_by)), counting.reads


def test_extraction_cache_unchanged_article_is_not_read_again(tmp_path: Path) -> None:
    entities = resolve(_CORPUS).entities
    expected = relate(_CORPUS, entities)
    first, cold = _related(tmp_path, _CORPUS, entities)
    second, warm = _related(tmp_path, _CORPUS, entities)
    assert first == second == expected
    assert (cold, warm) == (2 * len(_CORPUS), 0)


def test_extraction_cache_only_a_new_article_is_read(tmp_path: Path) -> None:
    fewer = _CORPUS[:-1]
    _related(tmp_path, fewer, resolve(fewer).entities)
    entities = resolve(_CORPUS).entities
    found, reads = _related(tmp_path, _CORPUS, entities)
    assert found == relate(_CORPUS, entities)
    assert reads < len(_CORPUS)


@pytest.mark.parametrize("what", ["name", "kind of rules", "date", "offices elsewhere"])
def test_extraction_cache_is_invalidated_by_what_extractions_depend_on(tmp_path: Path, what: str) -> None:
    entities = list(resolve(_CORPUS).entities)
    corpus = list(_CORPUS)
    _related(tmp_path, corpus, entities)
    made_by = "rules"
    if what == "name":
        entities = [replace(each, name=f"{each.name} آخر") for each in entities]
    elif what == "kind of rules":
        made_by = "others"
    elif what == "date":
        corpus = [replace(a, document=replace(a.document, published=date(2017, 3, 1))) for a in corpus]
    else:
        corpus = corpus[::2]
    found, reads = _related(tmp_path, corpus, entities, made_by)
    assert found == relate(corpus, entities)
    if what != "offices elsewhere":
        assert reads == 2 * len(corpus)


def test_extraction_cache_damaged_file_is_ignored(tmp_path: Path) -> None:
    entities = resolve(_CORPUS).entities
    expected, _ = _related(tmp_path, _CORPUS, entities)
    for file in tmp_path.rglob("*.extractions"):
        file.write_bytes(file.read_bytes()[:-9])
    assert _related(tmp_path, _CORPUS, entities) == (expected, 2 * len(_CORPUS))


def test_extraction_cache_read_only_folder_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    entities = resolve(_CORPUS).entities
    found, _ = _related(tmp_path / "file", _CORPUS, entities)
    assert found == relate(_CORPUS, entities)
