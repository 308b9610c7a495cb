"""Files to documents: what is to be read, and what could not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.corpus import conllu, html, plain, tables
from graph_builder.corpus.article import Article, Item, Unreadable, unreadable
from graph_builder.corpus.discover import KINDS, File, discover
from graph_builder.errors import InputError
from graph_builder.values import Annotated, Document, Problem

__all__ = ["Corpus", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read. `documents` are still to be annotated, `annotated` came with an annotation.

    Both are sorted by source and id; no id is there twice. `problems` stand in the order in which they were met.
    """

    documents: tuple[Document, ...]
    annotated: tuple[Annotated, ...]
    problems: tuple[Problem, ...]


def read_corpus(
    inputs: Sequence[str | Path], columns: Mapping[str, str] | None = None, output: Path | None = None
) -> Corpus:
    """The articles in files, in folders with all that is below them, and in what globs match.

    columns
        What the columns `text`, `title`, `published` and `source` are called in tables, where they are called
        otherwise.
    output
        Where the build goes: what lies there is not read, unless an input lies there too.

    Raises InputError if `columns` has another name, or if not one article can be read.
    """
    columns = columns or {}
    for name in columns:
        if name not in tables.COLUMNS:
            raise InputError(f"there is no column {name!r} to map; the columns are {', '.join(tables.COLUMNS)}.")
    files, missing = discover(inputs, output)
    problems = list(missing)
    articles: dict[str, Article] = {}
    for item in (item for file in files for item in _items(file, columns)):
        if isinstance(item, Problem):
            problems.append(item)
        elif (first := articles.setdefault(item.document.id, item)) is not item:
            problems.append(_again(item, first))
    if not articles:
        raise InputError(_nothing(problems))
    return _corpus(articles.values(), problems)


def _items(file: File, columns: Mapping[str, str]) -> Iterator[Item]:
    try:
        match file.path.suffix.lower():
            case ".txt":
                yield from plain.read(file)
            case ".jsonl":
                yield from tables.read_jsonl(file, columns)
            case ".csv":
                yield from tables.read_csv(file, columns)
            case ".conllu":
                yield from conllu.read(file)
            case _:
                yield from html.read(file)
    except Unreadable as error:
        yield error.problem(file.source)
    except OSError as error:
        yield unreadable(error).problem(file.source)


def _again(item: Article, first: Article) -> Problem:
    return Problem(item.place, f"it holds the same text as {first.place}", "the text is read once", "noted")


def _nothing(problems: Sequence[Problem]) -> str:
    faults = [problem for problem in problems if problem.outcome == "skipped"]
    if not faults:
        return f"no input is given; name files, folders or patterns of {KINDS} files."
    more = f", for {len(faults):,} reasons; the first is" if len(faults) > 1 else ""
    return f"there is no article to read{more}: {faults[0]}"


def _corpus(articles: Iterable[Article], problems: Sequence[Problem]) -> Corpus:
    ordered = sorted(articles, key=lambda article: (article.document.source, article.document.id))
    return Corpus(
        documents=tuple(one.document for one in ordered if one.sentences is None),
        annotated=tuple(Annotated(one.document, one.sentences) for one in ordered if one.sentences is not None),
        problems=tuple(problems),
    )
