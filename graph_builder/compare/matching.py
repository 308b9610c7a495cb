"""Find the entities of one build in another: by link, id, main name or alias, and only where no other is meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from graph_builder.arabic.fold import fold
from graph_builder.compare.values import Match, Reason
from graph_builder.core.sources import web_host
from graph_builder.core.values import Entity, Knowledge
from graph_builder.lexicon import personal_names

# What an entity can be recognized by, and how to show it.
_Sign = tuple[str, str]
_Signs = Callable[[Entity], Iterable[_Sign]]

_APART = "_kept_apart"  # rules that keep an entity apart from another with the same name end with this


def match(a: Knowledge, b: Knowledge) -> tuple[Match, ...]:
    """Return all entities of two builds, those of both that are the same in one match, sorted by kind, name and id.

    Two are the same if they share an identifying link, their id (their kind and normalized main name), their main name,
    or any name, in this order. A name identifies an entity only if a single entity of its kind bears it on each side;
    the given name of a person alone, and a name that the build kept apart, identify nobody. Two with different links of
    one data set are never the same.
    """
    apart = {merge.entity for knowledge in (a, b) for merge in knowledge.merges if merge.rule.endswith(_APART)}

    def by_main_name(entity: Entity) -> Iterator[_Sign]:
        if entity.id not in apart:
            yield from _named(entity, [entity.name])

    def by_any_name(entity: Entity) -> Iterator[_Sign]:
        if entity.id not in apart:
            yield from _named(entity, [entity.name, *entity.aliases])

    steps: tuple[tuple[Reason, _Signs], ...] = (
        ("link", _links),
        ("id", lambda entity: [(entity.id, "")]),
        ("name", by_main_name),
        ("alias", by_any_name),
    )
    found: list[Match] = []
    done: set[tuple[int, str]] = set()
    for reason, signs in steps:
        for one, other, sign in _only_candidates(a.entities, b.entities, signs, done):
            detail = " ".join(_common_links(one, other)) if reason == "link" else sign
            found.append(Match(one, other, reason, detail))
            done |= {(0, one.id), (1, other.id)}
    shared = _bearers(a.entities, by_any_name).keys() & _bearers(b.entities, by_any_name).keys()
    for side, entities in enumerate((a.entities, b.entities)):
        for entity in entities:
            if (side, entity.id) not in done:
                names = sorted(shown for sign, shown in by_any_name(entity) if sign in shared)
                told: tuple[Reason, str] = ("ambiguous", names[0]) if names else ("", "")
                found.append(Match(entity, None, *told) if side == 0 else Match(None, entity, *told))
    return tuple(sorted(found, key=_order))


def _only_candidates(
    a: Sequence[Entity], b: Sequence[Entity], signs: _Signs, done: set[tuple[int, str]]
) -> list[tuple[Entity, Entity, str]]:
    """Return the entities that have a sign in common that nobody else has, if it leads to one entity on each side."""
    in_a, in_b = _bearers(a, signs), _bearers(b, signs)
    candidates: dict[tuple[str, str], tuple[Entity, Entity, str]] = {}
    for sign in sorted(in_a.keys() & in_b.keys()):
        (one, shown), (other, _) = in_a[sign][0], in_b[sign][0]
        alone = len(in_a[sign]) == len(in_b[sign]) == 1
        if alone and (0, one.id) not in done and (1, other.id) not in done and not _contradict(one, other):
            candidates.setdefault((one.id, other.id), (one, other, shown))
    firsts, seconds = (Counter(pair[side] for pair in candidates) for side in (0, 1))
    return [each for (one, other), each in candidates.items() if firsts[one] == seconds[other] == 1]


def _bearers(entities: Sequence[Entity], signs: _Signs) -> dict[str, list[tuple[Entity, str]]]:
    bearers: defaultdict[str, list[tuple[Entity, str]]] = defaultdict(list)
    for entity in entities:
        for sign, shown in dict(reversed(list(signs(entity)))).items():
            bearers[sign].append((entity, shown))
    return bearers


def _links(entity: Entity) -> list[_Sign]:
    return [(link, link) for link in (*entity.links, *entity.same_as)]


def _named(entity: Entity, names: Iterable[str]) -> Iterator[_Sign]:
    for name in names:
        folded = fold(name)
        if folded and not (entity.kind == "PER" and folded in personal_names().given):
            yield f"{entity.kind} {folded}", name


def _contradict(one: Entity, other: Entity) -> bool:
    """Return whether two entities have links into the same data set and none in common."""
    mine, others = ({web_host(link) for link, _ in _links(entity)} for entity in (one, other))
    return bool(mine & others - {""}) and not _common_links(one, other)


def _common_links(one: Entity, other: Entity) -> list[str]:
    return sorted({link for link, _ in _links(one)} & {link for link, _ in _links(other)})


def _order(match: Match) -> tuple[str, str, str, str]:
    # The same whichever of the two sides comes first.
    both = [entity for entity in (match.a, match.b) if entity]
    ids = sorted(entity.id for entity in both)
    return min(entity.kind for entity in both), min(entity.name for entity in both), ids[0], ids[-1]
