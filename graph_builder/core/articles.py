"""Choose articles: by name, source, day of publication, or whom they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from graph_builder.core import sources
from graph_builder.core.choices import similar
from graph_builder.core.dates import Day, days
from graph_builder.core.errors import ChoiceError
from graph_builder.core.values import Document, Knowledge

_SUGGESTED = 20


def called(documents: Sequence[Document], names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the articles with these ids, sources or file names.

    Raises:
        ChoiceError: No article has one of the names.
    """
    return frozenset(document for name in names for document in _called(documents, name))


def from_sources(documents: Sequence[Document], given: Iterable[str]) -> frozenset[str]:
    """Return the ids of the articles from these sources: hosts of addresses, folders or files.

    Raises:
        ChoiceError: No article is from one of them.
    """
    return frozenset(document for source in given for document in _from(documents, source))


def published_in(documents: Sequence[Document], times: Iterable[Day]) -> frozenset[str]:
    """Return the ids of the articles published on a day, in a month or year, or within an interval of two of them.

    Raises:
        ChoiceError: A time is not a date, or no article was published then.
    """
    return frozenset(document for when in times for document in _published(documents, when))


def naming(knowledge: Knowledge, entities: Collection[str]) -> frozenset[str]:
    """Return the ids of the articles that mention one of the entities with these ids."""
    return frozenset(
        mention.document for entity in knowledge.entities if entity.id in entities for mention in entity.mentions
    )


def _called(documents: Sequence[Document], name: str) -> set[str]:
    def names(document: Document) -> set[str]:
        path = PurePosixPath(document.source.replace("\\", "/"))
        return {document.id, document.source, path.name, path.stem}

    chosen = {document.id for document in documents if name in names(document)}
    if not chosen:
        near = similar(name, sorted(document.source for document in documents))[:_SUGGESTED]
        raise ChoiceError(
            f"No article is called {name!r}; give an id or a source of kg.documents, such as {', '.join(near)}.",
            name=name,
            suggestions=near,
        )
    return chosen


def _from(documents: Sequence[Document], source: str) -> set[str]:
    wanted = source.rstrip("/").casefold()
    chosen = {each.id for each in documents if wanted in {name.casefold() for name in sources.names(each.source)}}
    if not chosen:
        often = Counter(sources.origin(each.source) or each.source for each in documents)
        near = similar(source, [name for name, _ in often.most_common(_SUGGESTED)])
        raise ChoiceError(
            f"No article is from {source!r}; the sources are {', '.join(near)}.", name=source, suggestions=near
        )
    return chosen


def _published(documents: Sequence[Document], when: Day) -> set[str]:
    first, last = days(when)
    chosen = {each.id for each in documents if each.published and first <= each.published <= last}
    if not chosen:
        dates = sorted(each.published for each in documents if each.published)
        known = f"those with a date are of {dates[0]} to {dates[-1]}" if dates else "none of them has a date"
        raise ChoiceError(f"No article was published in {when}; {known}.", name=str(when))
    return chosen
