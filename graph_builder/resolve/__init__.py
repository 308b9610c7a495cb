"""Annotations → entities: names cleaned of what is no part of them, and gathered under the actor or place they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph_builder.resolve.candidates import article
from graph_builder.resolve.decisions import Decision, obeyed
from graph_builder.resolve.entities import entities_of, named, second_names
from graph_builder.resolve.mentions import find_candidates
from graph_builder.resolve.national import homes
from graph_builder.resolve.places import implied, placed
from graph_builder.resolve.surroundings import surroundings
from graph_builder.values import Annotated, Entity, Merge, Problem


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus, sorted by id, and the merges that made them.

    An entity without mentions is one that an adjective means (الروسي, الأممي): it belongs to the result only where a
    relation ties it.
    """

    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    problems: tuple[Problem, ...] = ()


def resolve(corpus: Sequence[Annotated], decisions: Sequence[Decision] = (), source: str = "") -> Resolution:
    """The entities that a corpus mentions or implies, after the decisions of a person.

    `source` is where the decisions stand, for what is said of those that mean nothing here.
    """
    articles = [article(annotated) for annotated in sorted(corpus, key=lambda a: a.document.id)]
    candidates = find_candidates(articles)
    every = [each for a in articles for each in named(a, candidates[a.id], homes(a, candidates[a.id]))]
    others = second_names((article, candidates[article.id]) for article in articles)
    around = surroundings(articles, candidates)
    entities, merges = entities_of(every, others, around)
    entities, merges, problems = obeyed(entities, merges, decisions, source)
    entities = (*entities, *implied(articles, entities))
    return Resolution(tuple(sorted(placed(entities, around), key=lambda entity: entity.id)), merges, problems)
