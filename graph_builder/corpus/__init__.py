"""Files to documents: what is to be read, and what could not be."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph_builder.arabic.normalized import treatments
from graph_builder.arabic.visual import is_visual, logical
from graph_builder.core.errors import InputError
from graph_builder.core.settings import Selection
from graph_builder.core.values import Annotated, Document, InputSummary, Problem, content_id
from graph_builder.corpus import tables
from graph_builder.corpus.article import Article
from graph_builder.corpus.copies import copies
from graph_builder.corpus.discover import STANDARD_INPUT, discover
from graph_builder.corpus.language import ARABIC, language
from graph_builder.corpus.readers import KINDS, SUFFIXES, read, versions

__all__ = ["KINDS", "SUFFIXES", "Corpus", "Selection", "digest", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read. `documents` are still to be annotated, `annotated` came with an annotation.

    Both are sorted by source and id; no id is there twice. `problems` stand in the order in which they were met.
    """

    documents: tuple[Document, ...]
    annotated: tuple[Annotated, ...]
    problems: tuple[Problem, ...]
    reading: InputSummary


def read_corpus(
    inputs: Sequence[str | Path],
    columns: Mapping[str, str] | None = None,
    output: Path | None = None,
    selection: Selection | None = None,
) -> Corpus:
    """Return the articles in files, in folders with all that is below them, and in what globs match.

    columns
        What the columns `text`, `title`, `published` and `source` are called in tables, where they are called
        otherwise.
    output
        Where the build goes: what lies there is not read, unless an input lies there too.
    selection
        Which of them are read; all that are in Arabic, if it is not given.

    Raises InputError if `columns` has another name, or if not one article can be read.
    """
    columns, selection = columns or {}, selection or Selection()
    for name in columns:
        if name not in tables.COLUMNS:
            raise InputError(f"there is no column {name!r} to map; the columns are {', '.join(tables.COLUMNS)}.")
    files, missing = discover(inputs, output)
    problems = list(missing)
    intake = _Intake(selection)
    for kind, item in (item for file in files for item in read(file, columns)):
        if isinstance(item, Problem):
            problems.append(item)
        elif intake.take(kind, item):
            break
    problems += intake.problems()
    if not intake.articles:
        raise InputError(_nothing(problems))
    articles = intake.distinct()
    alike = {} if selection.keep_duplicates else copies(article.document for article in articles)
    if alike:
        problems.append(_of_copies(alike, articles))
    marked = [
        replace(each, document=replace(each.document, copy_of=alike.get(each.document.id, "")))
        for each in sorted(articles, key=lambda one: (one.document.source, one.document.id))
    ]
    return Corpus(
        documents=tuple(one.document for one in marked if one.sentences is None),
        annotated=tuple(Annotated(one.document, one.sentences) for one in marked if one.sentences is not None),
        problems=tuple(problems),
        reading=replace(intake.reading(), copies=len(alike)),
    )


def digest(inputs: Sequence[str | Path], output: Path | None = None) -> str:
    """Return a digest of the files that inputs name, their names and all their bytes; nothing for standard input.

    Where a package of an extra reads them, its version is part of it.

    What cannot be read counts as empty.
    """
    if any(str(name) == STANDARD_INPUT for name in inputs):
        return ""
    files, missing = discover(inputs, output)
    told = hashlib.sha256("\n".join(map(str, missing)).encode("utf-8", "surrogatepass"))
    for file in files:
        told.update(f"{file.source}\0{versions(file.suffix)}".encode("utf-8", "surrogatepass"))
        with contextlib.suppress(OSError), file.path.open("rb") as stream:
            told.update(hashlib.file_digest(stream, "sha256").digest())
    return told.hexdigest()[:16]


class _Intake:
    """The articles that are taken in, and a count of those that are not."""

    def __init__(self, selection: Selection) -> None:
        self.articles: list[Article] = []
        self._selection = selection
        self._kinds: Counter[str] = Counter()
        self._mended: Counter[str] = Counter()
        self._languages: dict[str, list[str]] = {}
        self._outside: list[str] = []

    def take(self, kind: str, article: Article) -> bool:
        """Take an article, unless it is not selected, and return whether no more are wanted."""
        if is_visual(article.document.text) and article.sentences is None:
            article = _turned(article)
            self._mended["reversed lines"] += 1
        found = ARABIC if self._selection.any_language else language(article.document.text)
        if found != ARABIC:
            self._languages.setdefault(found, []).append(article.place)
        elif not self._selection.has(article.document.published):
            self._outside.append(article.place)
        else:
            self.articles.append(article)
            self._kinds[kind] += 1
            self._mended.update(treatments(article.document.text))
        return len(self.articles) == self._selection.limit

    def problems(self) -> Iterator[Problem]:
        """Yield what became of the articles that were not taken."""
        for name, places in self._languages.items():
            what = "not in Arabic" if name == "other" else f"in {name.capitalize()}, not in Arabic"
            reason = f"it is {what}" if len(places) == 1 else f"it and {len(places) - 1:,} more are {what}"
            yield Problem(places[0], reason, "give --any-language if they are to be read all the same")
        if self._outside:
            reason = (
                f"{len(self._outside):,} articles are not of the days asked for, or have no date; this is the first"
            )
            yield Problem(self._outside[0], reason, "widen --since and --until if they are wanted", "noted")

    def reading(self) -> InputSummary:
        """Return the count of what was taken."""
        return InputSummary(
            kinds=dict(sorted(self._kinds.items())),
            mended=dict(sorted(self._mended.items())),
            languages={name: len(places) for name, places in sorted(self._languages.items())},
            undated=sum(article.document.published is None for article in self.articles),
        )

    def distinct(self) -> list[Article]:
        """Return the articles by source, then as they were read, each with an id of its own, whatever its text."""
        ordered = sorted(self.articles, key=lambda one: one.document.source)
        known: set[str] = set()
        distinct = []
        for article in ordered:
            document = article.document
            if document.id in known:
                article = replace(article, document=replace(document, id=content_id(document.text, article.place)))
            known.add(article.document.id)
            distinct.append(article)
        return distinct


def _turned(article: Article) -> Article:
    document = article.document
    title = logical(document.title) if is_visual(document.title) else document.title
    text = logical(document.text)
    return replace(article, document=replace(document, id=content_id(text), text=text, title=title))


def _of_copies(alike: Mapping[str, str], articles: Iterable[Article]) -> Problem:
    places = {article.document.id: article.place for article in articles}
    copy = min(alike, key=lambda each: places[each])
    first = f"it has the text of {places[alike[copy]]}, or nearly"
    more = f", as {len(alike) - 1:,} more have that of others" if len(alike) > 1 else ""
    remedy = "copies are no evidence of their own; give --keep-duplicates if they are to count"
    return Problem(places[copy], first + more, remedy, "noted")


def _nothing(problems: Sequence[Problem]) -> str:
    faults = [problem for problem in problems if problem.outcome == "skipped"] or problems
    if not faults:
        return f"no input is given; name files, folders or patterns of {KINDS} files."
    more = f", for {len(faults):,} reasons; the first is" if len(faults) > 1 else ""
    return f"there is no article to read{more}: {faults[0]}"
