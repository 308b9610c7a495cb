"""Articles as an annotation tool returns them, checked against the articles of the build."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import GoldError
from graph_builder.core.values import Modality, Polarity, is_iri
from graph_builder.exchange.annotation.articles import LABELS, Article, Name, Statement, Trigger
from graph_builder.exchange.annotation.index import EntityIndex
from graph_builder.lexicon import predicates

# White space, and how Label Studio writes a line break among the words of a region.
_BLANK = re.compile(r"\s|\\n")


@dataclass(frozen=True, slots=True)
class Region:
    """A span in code points with its label, the entity as the annotator wrote it, and the words that the tool saw."""

    start: int
    end: int
    label: str
    entity: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two regions, by their keys."""

    subject: str
    object: str
    predicate: str
    polarity: str = "affirmed"
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class MarkedTrigger:
    """The words that express relations, the keys of the regions that name who is quoted, or that name as text."""

    region: Region
    sources: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article as a tool returns it.

    Attributes:
        place: The file and the place in it, named in errors.
        hint: The id or name of the article that the tool states; it may be empty.
        text: The text as the tool returns it.
        names: The regions of names, by their keys.
        arrows: The relations.
        triggers: The words that express relations.
        annotated: Whether somebody has annotated it.
        unread: Number of annotations of kinds that are not read.
        versions: Number of annotations of the whole article, of which this is the last.
    """

    place: str
    hint: str
    text: str
    names: Mapping[str, Region]
    arrows: tuple[Arrow, ...] = ()
    triggers: tuple[MarkedTrigger, ...] = ()
    annotated: bool = True
    unread: int = 0
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article of the build and as it was corrected.

    Attributes:
        before: The article as it was exported.
        after: The article as it was corrected.
        links: Entities of the build, with the IRIs that the annotator wrote for them.
        marked: What the tool returned.
    """

    before: Article
    after: Article
    links: tuple[tuple[str, str], ...]
    marked: Marked


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the regions of one article."""

    before: Article
    place: str
    index: EntityIndex
    links: list[tuple[str, str]] = field(default_factory=list)

    def span(self, region: Region) -> tuple[int, int]:
        """Return the bounds of a region without white space at its ends."""
        text = self.before.text
        if not 0 <= region.start < region.end <= len(text):
            raise GoldError(
                f"{self.place}: an annotation from {region.start} to {region.end} lies outside the text, which has "
                f"{len(text)} characters; export the articles again and annotate these."
            )
        words = text[region.start : region.end]
        if region.words and _BLANK.sub("", region.words) != _BLANK.sub("", words):
            raise GoldError(
                f"{self.place}: the annotation from {region.start} to {region.end} should be «{region.words}», but the "
                f"text has «{words}» there; Label Studio before 1.6 counts emoji twice, use a later version."
            )
        if not words.strip():
            raise GoldError(
                f"{self.place}: the annotation from {region.start} to {region.end} has no letters; remove it."
            )
        return region.start + len(words) - len(words.lstrip()), region.end - len(words) + len(words.rstrip())

    def name(self, region: Region) -> Name:
        """Return the name in a region."""
        start, end = self.span(region)
        if region.label not in LABELS:
            raise GoldError(
                f"{self.place}: «{self.before.text[start:end]}» is labelled {region.label or 'nothing'}; label it as "
                f"one of {', '.join(LABELS)}.",
                name=region.label,
                suggestions=LABELS,
            )
        bare = Name(start, end, region.label, "")
        return replace(bare, entity=self.entity(region.entity, bare))

    def entity(self, text: str, name: Name) -> str:
        """Return the id of the entity of a name as an annotator wrote it, or its name if the build has none."""
        written = " ".join(text.split())
        there = [
            each.entity
            for each in self.before.names
            if (each.start, each.end) == (name.start, name.end) and each.implied == name.implied
        ]
        try:
            found = self.index.find(written) if written else None
        except GoldError as error:
            raise GoldError(f"{self.place}: {error}.", name=error.name, suggestions=error.suggestions) from error
        # Who replaces a name by one of its aliases means that this is another entity.
        if found and (found not in there or self.index.means(found, written)):
            return found
        if written and not is_iri(written):
            return written
        own = there[0] if there else self.spelt(name)
        if written:
            self.links.append((own, written))
        return own

    def spelt(self, name: Name) -> str:
        """Return the entity that is spelt as a name, first in this article, then in the build; else its words."""
        surface = self.before.text[name.start : name.end]
        here = {
            each.entity for each in self.before.names if fold(self.before.text[each.start : each.end]) == fold(surface)
        }
        found = here or self.index.spelt(surface)
        return next(iter(found)) if len(found) == 1 else " ".join(surface.split())

    def statement(self, arrow: Arrow, names: Mapping[str, Name]) -> Statement:
        """Return the relation of an arrow."""
        polarity, modality = get_args(Polarity), get_args(Modality)
        if arrow.subject not in names or arrow.object not in names:
            raise GoldError(
                f"{self.place}: a relation does not connect two names; remove it, or draw it between names."
            )
        subject, object_ = names[arrow.subject], names[arrow.object]
        ends = " and ".join(f"«{self.before.text[each.start : each.end]}»" for each in (subject, object_))
        for value, allowed, what in (
            (arrow.predicate, tuple(predicates()), "predicate"),
            (arrow.polarity, polarity, "polarity"),
            (arrow.modality, modality, "modality"),
        ):
            if value not in allowed:
                raise GoldError(
                    f"{self.place}: the relation between {ends} has the {what} {value or '(none)'}; choose one of "
                    f"{', '.join(allowed)}.",
                    name=value,
                    suggestions=allowed,
                )
        chosen = next(each for each in polarity if each == arrow.polarity)
        return Statement(
            subject, object_, arrow.predicate, chosen, next(each for each in modality if each == arrow.modality)
        )


def corrected(marked: Marked, articles: Sequence[Article], index: EntityIndex) -> Corrected:
    """Return an article of a tool beside the article of the build with the same text.

    Args:
        marked: The article as the tool returns it.
        articles: The articles of the build.
        index: The entities of the build.

    Raises:
        GoldError: It is no article of the build, or has an annotation that cannot be used.
    """
    before = _article(marked, articles)
    read = _Reader(before, marked.place, index)
    names = {key: read.name(region) for key, region in marked.names.items()}
    triggers = []
    for each in marked.triggers:
        start, end = read.span(each.region)
        if not all(key in names for key in each.sources):
            raise GoldError(f"{marked.place}: a source is not a name; draw the arrow from the trigger to a name.")
        sources = [names[key].entity for key in each.sources]
        if each.source:
            sources.append(read.entity(each.source, Name(start, end, LABELS[-1], "")))
        triggers += [Trigger(start, end, source) for source in sources or [""]]
    after = replace(
        before,
        names=tuple(sorted(set(names.values()))),
        statements=tuple(sorted({read.statement(arrow, names) for arrow in marked.arrows})),
        triggers=tuple(sorted(set(triggers))),
    )
    return Corrected(before, after, tuple(dict.fromkeys(read.links)), marked)


def _article(marked: Marked, articles: Sequence[Article]) -> Article:
    same = [each for each in articles if each.text == marked.text]
    hinted = [each for each in articles if marked.hint and marked.hint in (each.document, each.name)]
    if found := [each for each in same if each in hinted] or same:
        return found[0]
    if hinted:
        raise GoldError(
            f"{marked.place}: the text of {hinted[0].name} is not that of the build; export the build again and "
            "annotate the articles as they are.",
            name=hinted[0].name,
        )
    raise GoldError(
        f"{marked.place}: this article is not in the build; name the build that was exported with --build.",
        name=marked.hint,
    )
