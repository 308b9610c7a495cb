"""Read files into documents, and report the files and articles that could not be read."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph_builder.arabic.normalized import treatments
from graph_builder.arabic.visual import is_visual, logical
from graph_builder.core.errors import InputError, SettingsError
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
    """The articles of the inputs, sorted by source and id, with unique ids.

    Attributes:
        documents: The articles that are still to be annotated.
        annotated: The articles that came with an annotation (CoNLL-U).
        problems: The problems, in the order in which they were met.
        reading: Counts of the articles that were read.
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
    """Return the articles in files, in folders (recursively) and in the matches of globs.

    Args:
        inputs: Paths, globs, or `-` for standard input.
        columns: The names that tables use for the columns `text`, `title`, `published` and `source`, where they differ.
        output: The folder of the build; its files are not read, unless an input lies there too.
        selection: The articles to read; all articles in Arabic by default.

    Raises:
        SettingsError: If `columns` has an unknown key.
        InputError: If no article can be read.
    """
    columns, selection = columns or {}, selection or Selection()
    for name in columns:
        if name not in tables.COLUMNS:
            raise SettingsError(
                f"there is no column {name!r} to map; the columns are {', '.join(tables.COLUMNS)}.",
                name=name,
                suggestions=tables.COLUMNS,
            )
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
    """Return a digest of the names and contents of the input files, or "" if standard input is among them.

    The versions of packages that are needed to read them are included. Files that cannot be read count as empty.
    """
    if any(str(name) == STANDARD_INPUT for name in inputs):
        return ""
    files, missing = discover(inputs, output)
    state = hashlib.sha256("\n".join(map(str, missing)).encode("utf-8", "surrogatepass"))
    of_readers = {suffix: versions(suffix) for suffix in sorted({file.suffix for file in files})}
    for file in files:
        state.update(f"{file.source}\0{of_readers[file.suffix]}".encode("utf-8", "surrogatepass"))
        with contextlib.suppress(OSError), file.path.open("rb") as stream:
            state.update(hashlib.file_digest(stream, "sha256").digest())
    return state.hexdigest()[:16]


class _Intake:
    """The articles that are selected, and counts of those that are not."""

    def __init__(self, selection: Selection) -> None:
        self.articles: list[Article] = []
        self._selection = selection
        self._kinds: Counter[str] = Counter()
        self._mended: Counter[str] = Counter()
        self._languages: dict[str, list[str]] = {}
        self._outside: list[str] = []

    def take(self, kind: str, article: Article) -> bool:
        """Add an article if it is selected, and return whether the limit is reached."""
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
        """Yield a problem for each group of articles that were not selected."""
        for name, places in self._languages.items():
            what = "not in Arabic" if name == "other" else f"in {name.capitalize()}, not in Arabic"
            reason = f"it is {what}" if len(places) == 1 else f"it and {len(places) - 1:,} more are {what}"
            yield Problem(places[0], reason, "use --any-language to read them anyway")
        if self._outside:
            reason = (
                f"{len(self._outside):,} articles are outside the requested dates or have no date; this is the first"
            )
            yield Problem(self._outside[0], reason, "widen or omit --since and --until to include them", "noted")

    def reading(self) -> InputSummary:
        """Return the counts of the articles that were selected."""
        return InputSummary(
            kinds=dict(sorted(self._kinds.items())),
            mended=dict(sorted(self._mended.items())),
            languages={name: len(places) for name, places in sorted(self._languages.items())},
            undated=sum(article.document.published is None for article in self.articles),
        )

    def distinct(self) -> list[Article]:
        """Return the articles by source, then in reading order, with unique ids even where texts are equal."""
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
    first = f"its text is the same as that of {places[alike[copy]]}, or nearly"
    more = f" ({len(alike) - 1:,} more articles are copies of others)" if len(alike) > 1 else ""
    remedy = "copies do not add evidence; use --keep-duplicates to count them"
    return Problem(places[copy], first + more, remedy, "noted")


def _nothing(problems: Sequence[Problem]) -> str:
    faults = [problem for problem in problems if problem.outcome == "skipped"] or problems
    if not faults:
        return f"no input is given; name files, folders or patterns of {KINDS} files."
    more = f", for {len(faults):,} reasons; the first is" if len(faults) > 1 else ""
    return f"there is no article to read{more}: {faults[0]}"
