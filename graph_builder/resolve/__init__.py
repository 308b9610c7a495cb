"""Annotations → entities: names cleaned of what is no part of them, and gathered under the actor or place they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_builder.core.annotations import Annotations
from graph_builder.core.values import Annotated, Entity, Kind, Merge, Problem
from graph_builder.resolve.candidates import ParsedCorpus
from graph_builder.resolve.clusters import NamedMention, entities_of, named, second_names, single_names
from graph_builder.resolve.country_context import CountryContext
from graph_builder.resolve.decisions import Decision, apply_decisions
from graph_builder.resolve.latin_names import NameCache, with_latin_names
from graph_builder.resolve.mentions import find_candidates
from graph_builder.resolve.national_organizations import national_organizations
from graph_builder.resolve.places import AdjectiveReferent, adjective_referents, entities_from_adjectives, geocoded

__all__ = ["NameCache", "Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus, sorted by id, and the merges that made them.

    An entity without mentions is one that an adjective means (الروسي, الأممي): it belongs to the result only where a
    relation ties it.
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
    """Return the entities that a corpus mentions or implies, after the decisions of a person.

    Of `Annotations`, each is read three times, and none is kept.

    source
        Where the decisions stand, for what is said of those that mean nothing here.
    cache
        Where names in Latin letters are kept from build to build.
    """
    every: list[NamedMention] = []
    in_parentheses: list[tuple[Kind, str, str]] = []
    around = CountryContext()
    adjectives: set[AdjectiveReferent] = set()
    for article, candidates in find_candidates(ParsedCorpus(Annotations.of(corpus))):
        every += named(article, candidates, national_organizations(article, candidates))
        in_parentheses += second_names(article, candidates)
        around.add(article, candidates)
        adjectives |= adjective_referents(article)
    entities, merges = entities_of(every, single_names(in_parentheses), around)
    entities = with_latin_names(entities, cache)
    entities, merges, problems = apply_decisions(entities, merges, decisions, source)
    entities = (*entities, *entities_from_adjectives(adjectives, entities))
    return Resolution(tuple(sorted(geocoded(entities, around), key=lambda entity: entity.id)), merges, problems)
