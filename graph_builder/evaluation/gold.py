"""Read hand annotation: NAME.ann.txt with marked mentions, NAME.rel.tsv with relations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph_builder.core.errors import GoldError

_MENTION = re.compile(r"\[\[([A-Z]+):([a-z0-9_]+)\|([^\[\]|]+)\]\]")


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A mention, from `start` to `end` in code points; `entity` is the id of the annotator or the build."""

    article: str
    start: int
    end: int
    kind: str
    entity: str


@dataclass(frozen=True, slots=True, order=True)
class Triple:
    """A relation that an article states; the ends of a symmetric predicate are in alphabetical order."""

    article: str
    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The texts by name of the article, the mentions, and the relations with the start of their sentence."""

    texts: dict[str, str]
    mentions: tuple[Marked, ...]
    relations: dict[Triple, str]


def read_gold(folder: Path, symmetric: frozenset[str]) -> Gold:
    """Return the annotation of all articles in a folder.

    Args:
        folder: The folder of the NAME.ann.txt and NAME.rel.tsv files.
        symmetric: The predicates without a direction.

    Raises:
        GoldError: There is no annotation, or a file cannot be read.
    """
    marked = sorted(folder.glob("*.ann.txt"))
    if not marked:
        raise GoldError(
            f"{folder} has no annotated articles; it should hold NAME.ann.txt and NAME.rel.tsv files.", path=folder
        )
    texts: dict[str, str] = {}
    mentions: list[Marked] = []
    relations: dict[Triple, str] = {}
    for path in marked:
        article = path.name.removesuffix(".ann.txt")
        texts[article], found = _unmarked(article, _read(path))
        mentions += found
        rows = folder / f"{article}.rel.tsv"
        for number, line in enumerate(_read(rows).splitlines() if rows.exists() else [], start=1):
            columns = line.split("\t")
            if len(columns) < 3:
                raise GoldError(
                    f"{rows}, line {number}: a relation needs a subject, a predicate and an object separated by tabs.",
                    path=rows,
                )
            snippet = columns[4] if len(columns) > 4 else ""
            relations.setdefault(triple(article, columns[0], columns[1], columns[2], symmetric), snippet)
    return Gold(texts, tuple(mentions), relations)


def triple(article: str, subject: str, predicate: str, object_: str, symmetric: frozenset[str]) -> Triple:
    """Return a relation; the ends of a symmetric predicate are put in alphabetical order."""
    if predicate in symmetric and object_ < subject:
        subject, object_ = object_, subject
    return Triple(article, subject, predicate, object_)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read ({error}); it should be UTF-8 text.", path=path) from error


def _unmarked(article: str, text: str) -> tuple[str, list[Marked]]:
    plain: list[str] = []
    mentions: list[Marked] = []
    cursor = length = 0
    for match in _MENTION.finditer(text):
        plain += [text[cursor : match.start()], match[3]]
        start = length + match.start() - cursor
        length = start + len(match[3])
        mentions.append(Marked(article, start, length, match[1], match[2]))
        cursor = match.end()
    return "".join([*plain, text[cursor:]]), mentions
