"""Read the files of a finished build."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from graph_builder.core.deferred import Deferred
from graph_builder.core.errors import DamagedBuildError
from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Mention, Merge, Place, Relation, Span

Row = dict[str, Any]
T = TypeVar("T")

_DOCUMENTS = "documents.jsonl"
_KEPT = 256  # articles that are kept in memory where they are read one by one
_BATCH = 1_000_000  # bytes of a file whose objects are held at once

# The apostrophe that keeps a spreadsheet from running a text of a table as a formula.
_GUARDED = re.compile(r"'(?=[=+\-@\t\n＝＋－＠])")


def rows(folder: Path, name: str) -> list[Row]:
    """Return the objects of one of a build's .jsonl files.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """
    return [row for batch in row_batches(folder, name, 1) for row in batch]


def row_batches(folder: Path, name: str, size: int) -> Iterator[list[Row]]:
    """Yield the objects of one of a build's .jsonl files, in batches of about `size` bytes.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """
    batch, length = list[Row](), 0
    with readable(folder, name), (folder / name).open("rb") as file:
        for line in file:
            if line.strip():
                batch.append(_object(line.decode("utf-8")))
                length += len(line)
            if length >= size:
                yield batch
                batch, length = [], 0
    if batch:
        yield batch


def rdf_options(folder: Path) -> RdfOptions:
    """Return the RDF options of a build.

    Raises:
        DamagedBuildError: When the manifest is missing or damaged.
    """
    return RdfOptions.from_manifest(manifest(folder)["settings"].get("rdf", ""))


class Articles:
    """The articles of a build by id, read from the disk one by one: memory holds their places and the last few."""

    def __init__(self, folder: Path) -> None:
        """Find the articles of a build.

        Raises:
            DamagedBuildError: When documents.jsonl is missing or damaged.
        """
        self._folder = folder
        self._places: dict[str, int] = {}
        place = 0
        with readable(folder, _DOCUMENTS), (folder / _DOCUMENTS).open("rb") as file:
            for line in file:
                if line.strip():
                    row = _object(line.decode("utf-8"))
                    with of_this_version(folder):
                        self._places[row["id"]] = place
                place += len(line)
        self._read = functools.lru_cache(maxsize=_KEPT)(self._from_disk)

    def __getitem__(self, document: str) -> Row:
        """Return the article with an id.

        Raises:
            KeyError: When there is none.
            DamagedBuildError: When documents.jsonl is damaged.
        """
        return self._read(document)

    def _from_disk(self, document: str) -> Row:
        place = self._places[document]
        with readable(self._folder, _DOCUMENTS), (self._folder / _DOCUMENTS).open("rb") as file:
            file.seek(place)
            return _object(file.readline().decode("utf-8"))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of one of a build's .csv files, as text.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """

    def parsed(text: str) -> list[dict[str, str]]:
        reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        return [{column: _GUARDED.sub("", cell, count=1) for column, cell in _filled(row)} for row in reader]

    return _read(folder, name, parsed)


def manifest(folder: Path) -> Row:
    """Return the manifest of a build: its settings and the digests of its files.

    Raises:
        DamagedBuildError: When the manifest is missing or damaged.
    """
    return _read(folder, "manifest.json", _object)


def entities(folder: Path) -> tuple[Entity, ...]:
    """Return the entities of a build, as they were when it was written.

    Raises:
        DamagedBuildError: When entities.jsonl is missing or damaged.
    """
    return _values(folder, "entities.jsonl", _entity)


def knowledge(folder: Path) -> Knowledge:
    """Return everything that a build found, equal to the value that was written.

    Each file is read when something in it is first used, so that a large build opens at once. What is damaged in it
    raises DamagedBuildError then, and so does a build that was replaced since.

    Raises:
        DamagedBuildError: When a file is missing.
    """
    for name in (_DOCUMENTS, "entities.jsonl", "relations.jsonl", "merges.csv"):
        with readable(folder, name):
            (folder / name).stat()
    state = _state(folder)

    def deferred(read: Callable[[], tuple[T, ...]]) -> Deferred[T]:
        def same_build() -> tuple[T, ...]:
            items = read()
            if _state(folder) != state:
                raise DamagedBuildError(f"The build in {folder} was replaced meanwhile; open it again.", path=folder)
            return items

        return Deferred(same_build)

    return Knowledge(
        deferred(lambda: _values(folder, _DOCUMENTS, _document)),
        deferred(lambda: tuple(chain.from_iterable(_values(folder, _DOCUMENTS, _sentences)))),
        deferred(lambda: entities(folder)),
        deferred(lambda: _merges(folder)),
        deferred(lambda: _values(folder, "relations.jsonl", _relation)),
    )


def _values(folder: Path, name: str, value: Callable[[Row], T]) -> tuple[T, ...]:
    """Return the value of each object of a .jsonl file, holding few of the objects at a time."""
    with of_this_version(folder):
        return tuple(value(row) for batch in row_batches(folder, name, _BATCH) for row in batch)


def _merges(folder: Path) -> tuple[Merge, ...]:
    merged = table(folder, "merges.csv")
    with of_this_version(folder):
        return tuple(sorted(map(_merge, merged), key=lambda merge: (merge.entity, merge.right, merge.rule)))


def _state(folder: Path) -> bytes:
    """Return a digest of the manifest, which differs between two builds that differ."""
    with readable(folder, "manifest.json"):
        return hashlib.sha256((folder / "manifest.json").read_bytes()).digest()


@contextmanager
def of_this_version(folder: Path) -> Iterator[None]:
    """Report errors in the rows of a build, while they are processed, as files of another version.

    Raises:
        DamagedBuildError: When a row lacks what this version writes.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise DamagedBuildError(
            f"The files in {folder} are not what this version of graph-builder writes ({error!r}); "
            "build into it again.",
            path=folder,
        ) from error


def _object(text: str) -> Row:
    content = json.loads(text)
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")
    return content


def _filled(row: dict[str, str]) -> Iterable[tuple[str, str]]:
    if None in row or None in row.values():
        raise ValueError("a row and the header differ in the number of cells")
    return row.items()


def _read(folder: Path, name: str, parsed: Callable[[str], T]) -> T:
    with readable(folder, name):
        return parsed((folder / name).read_bytes().decode("utf-8"))


@contextmanager
def readable(folder: Path, name: str) -> Iterator[None]:
    """Report errors while a file of a build is read as its damage, or its absence.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """
    path = folder / name
    try:
        yield
    except FileNotFoundError as error:
        raise DamagedBuildError(
            f"{path} is missing: {folder} is not the output folder of a build.", path=path
        ) from error
    except (OSError, ValueError, RecursionError, SyntaxError, csv.Error) as error:
        raise DamagedBuildError(f"{path} is damaged ({error}); build again.", path=path) from error


def _sentences(article: Row) -> list[Span]:
    return [Span(article["id"], start, end) for start, end in article["sentences"]]


def _document(row: Row) -> Document:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Document(row["id"], row["source"], row["title"], row["text"], published, row["copy_of"] or "")


def _entity(row: Row) -> Entity:
    return Entity(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        name_latin=row["name_latin"],
        aliases=tuple(row["aliases"]),
        mentions=tuple(_mention(each, row["kind"]) for each in row["mentions"]),
        place=_place(row["place"]) if row["place"] else None,
        links=tuple(row["links"]),
        transliterated=row["transliterated"],
        place_score=row["place_score"] if row["place"] else 1.0,
        other_places=tuple((_place(each), each["link"], each["score"]) for each in row["other_places"]),
        same_as=tuple(row["same_as"]),
    )


def _mention(row: Row, kind: Any) -> Mention:
    return Mention(row["document"], row["start"], row["end"], row["surface"], kind, row["sentence"])


def _place(row: Row) -> Place:
    return Place(row["lat"], row["lon"], row["country"])


def _merge(row: dict[str, str]) -> Merge:
    return Merge(row["entity"], row["left"], row["right"], row["rule"], float(row["score"]))


def _relation(row: Row) -> Relation:
    evidence = tuple(Evidence(**each) for each in row["evidence"])
    return Relation(**{**row, "evidence": evidence})
