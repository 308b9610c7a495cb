"""Resolve annotations to entities: clean the mentions and group those that name the same actor or place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_builder.core.annotations import Annotations
from graph_builder.core.values import Annotated, Entity, Kind, Merge, Problem
from graph_builder.resolve.candidates import ParsedCorpus
from graph_builder.resolve.clusters import NamedMention, entities_of, named_mentions, second_names, single_names
from graph_builder.resolve.decisions import Decision, apply_decisions
from graph_builder.resolve.latin_names import NameCache, with_latin_names
from graph_builder.resolve.mentions.detection import find_candidates
from graph_builder.resolve.national_organizations import national_organizations
from graph_builder.resolve.places.country_context import CountryContext
from graph_builder.resolve.places.geocoding import (
    CountryReference,
    country_references,
    entities_from_adjectives,
    geocoded,
)

__all__ = ["NameCache", "Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities of a corpus, sorted by id, and the merges that produced them.

    An entity without mentions is implied by an adjective (الروسي, الأممي); it belongs to the result only if a relation
    refers to it.

    Attributes:
        entities: The entities.
        merges: The merges, sorted by entity, name and rule.
        problems: Decisions that match no entity or several.
    """

    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    problems: tuple[Problem, ...] = ()


def resolve(
    corpus: Iterable[Annotated],
    decisions: Sequence[Decision] = (),
    source: str = "",
    cache: NameCache | None = None,
) -> Resolution:
    """Return the entities that a corpus mentions or implies, with the user's decisions applied.

    The documents of an `Annotations` corpus are read three times and never kept in memory.

    Args:
        corpus: The annotated documents.
        decisions: Corrections by the user, applied in order.
        source: Path of the decisions, named in the problems that they cause.
        cache: Cache of Latin names, kept between builds.
    """
    every: list[NamedMention] = []
    in_parentheses: list[tuple[Kind, str, str]] = []
    around = CountryContext()
    adjectives: set[CountryReference] = set()
    for article, candidates in find_candidates(ParsedCorpus(Annotations.of(corpus))):
        every += named_mentions(article, candidates, national_organizations(article, candidates))
        in_parentheses += second_names(article, candidates)
        around.add(article, candidates)
        adjectives |= country_references(article)
    entities, merges = entities_of(every, single_names(in_parentheses), around)
    entities = with_latin_names(entities, cache)
    entities, merges, problems = apply_decisions(entities, merges, decisions, source)
    entities = (*entities, *entities_from_adjectives(adjectives, entities))
    return Resolution(tuple(sorted(geocoded(entities, around), key=lambda entity: entity.id)), merges, problems)
