"""Mentions → entities: all mentions of one actor or place under one roof, and why they are there."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import bodies
from graph_builder.resolve import people
from graph_builder.resolve.candidates import Article, Candidate, mention, name, nodes, spelt
from graph_builder.resolve.known import known_names
from graph_builder.resolve.naming import latin_name
from graph_builder.resolve.parentheses import names_in_parentheses
from graph_builder.resolve.state_bodies import country_of
from graph_builder.values import Entity, Kind, Mention, Merge, entity_id

# How sure each rule is that two names are one entity's; those for people stand with their rules.
SCORES = {
    "named_in_parentheses": 0.9,
    "same_letters": 1.0,
    "decided": 1.0,
    "known_alias": 1.0,
    "body_of_state": 0.9,
    **people.SCORES,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its name: as it is written by itself, and folded."""

    mention: Mention
    spelt: str
    name: str
    key: str
    rule: str


def second_names(articles: Iterable[tuple[Article, Sequence[Candidate]]]) -> dict[tuple[Kind, str], str]:
    """The key of every name that stands in parentheses behind one other name only, with the key of that.

    A known name stays its own; no name leads to one that leads on.
    """
    found: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for article, candidates in articles:
        for first, second in names_in_parentheses(article, candidates):
            keys = [_key(article, each)[0] for each in (first, second)]
            if keys[1] in _known_keys():
                keys.reverse()
            if second.kind and keys[0] != keys[1]:
                found[second.kind, keys[1]].add(keys[0])
    single = {of: next(iter(names)) for of, names in found.items() if len(names) == 1}
    return {(kind, key): to for (kind, key), to in single.items() if (kind, to) not in single}


@functools.cache
def _known_keys() -> frozenset[str]:
    return frozenset(fold(known.name) for known in known_names().values())


def named(article: Article, candidates: Iterable[Candidate]) -> Iterator[Named]:
    """The candidates as mentions, each with the key that mentions of one entity share so far."""
    for candidate in candidates:
        if candidate.kind is None:
            continue
        key, rule = _key(article, candidate)
        yield Named(
            mention(article, candidate, candidate.kind), spelt(article, candidate), name(article, candidate), key, rule
        )


def entities_of(
    every: Sequence[Named], second_names: Mapping[tuple[Kind, str], str]
) -> tuple[tuple[Entity, ...], tuple[Merge, ...]]:
    """The entities of a corpus and the merges that made them, both sorted.

    `second_names` leads from the key of a name that stands in parentheses to that of the name before it.
    """
    joined = _join_people(every)
    groups: dict[tuple[Kind, str], list[tuple[Named, str]]] = defaultdict(list)
    for each in every:
        key, rule = each.key, each.rule
        if each.mention.kind == "PER":
            anywhere = joined.get((None, each.key), (key, rule))
            key, rule = joined.get((each.mention.document, each.key), anywhere)
        if (each.mention.kind, key) in second_names:
            key, rule = second_names[each.mention.kind, key], "named_in_parentheses"
        groups[each.mention.kind, key].append((each, rule))
    entities: list[Entity] = []
    merges: list[Merge] = []
    for (kind, key), members in sorted(groups.items()):
        entity = _entity(kind, key, [each for each, _ in members])
        entities.append(entity)
        merges += _merges(entity, members)
    return tuple(sorted(entities, key=lambda e: e.id)), tuple(sorted(merges, key=lambda m: (m.entity, m.right, m.rule)))


def _key(article: Article, candidate: Candidate) -> tuple[str, str]:
    folded = name(article, candidate)
    known = known_names().get(folded)
    if known and known.kind == candidate.kind:
        return fold(known.name), "known_alias"
    words = nodes(article, candidate)
    country = country_of(words) if candidate.rule == "state_body" else None
    if country:
        head = bodies().same.get(words[0].lemma, words[0].lemma)
        inner = [node.form for node in words[1:] if not node.is_a(bodies().ignored)]
        adjectives = len([w for w in inner if w == words[-1].form])
        return " ".join([head, *inner[: len(inner) - adjectives], country.code]), "body_of_state"
    spelt_as_usual = people.usual_name(folded) if candidate.kind == "PER" else folded
    return spelt_as_usual, "same_letters" if spelt_as_usual == folded else "usual_spelling"


def _join_people(every: Sequence[Named]) -> dict[tuple[str | None, str], tuple[str, str]]:
    """For a name in an article, or in any (None), the fuller name of its bearer and the rule that tells."""
    names: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.mention.kind == "PER":
            names[each.mention.document].add(each.key)
    joined: dict[tuple[str | None, str], tuple[str, str]] = {}
    for join in people.same_people(names):
        joined[join.article, join.name] = (join.of, join.rule)
    return joined


def _entity(kind: Kind, key: str, members: Sequence[Named]) -> Entity:
    spellings = Counter(each.spelt for each in members)
    known = known_names().get(key)
    own = [each.spelt for each in members if each.name == key] or list(spellings)
    own_name = known.name if known and known.kind == kind else min(own, key=lambda s: (-spellings[s], -len(s), s))
    name_latin, transliterated = (known.latin, False) if known and known.latin else latin_name(kind, own_name)
    return Entity(
        id=entity_id(kind, key),
        kind=kind,
        name=own_name,
        name_latin=name_latin,
        transliterated=transliterated,
        aliases=tuple(sorted(set(spellings) - {own_name})),
        mentions=tuple(sorted((each.mention for each in members), key=lambda m: (m.document, m.start))),
    )


def _merges(entity: Entity, members: Sequence[tuple[Named, str]]) -> Iterator[Merge]:
    seen = {entity.name}
    for each, rule in sorted(members, key=lambda member: (member[0].spelt, SCORES[member[1]])):
        if each.spelt not in seen:
            seen.add(each.spelt)
            same = fold(without_article(each.spelt)) == fold(without_article(entity.name))
            reason = "same_letters" if same else rule
            yield Merge(entity.id, entity.name, each.spelt, reason, SCORES[reason])
