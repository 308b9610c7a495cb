"""Relations that both sides state but tell differently: denied or not, announced or done, in whose words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_builder.compare.values import Aspect, Both, Match, Quote, Retold, Telling
from graph_builder.compare.views import Fact, View
from graph_builder.core.values import Relation

_ASPECTS: tuple[Aspect, ...] = ("polarity", "modality", "source")


def retold(views: Both[View], matches: Sequence[Match]) -> tuple[Retold, ...]:
    """Return the relations of both sides whose tellings differ.

    Those come first in which the two sides have nothing in common: in polarity, then in modality, then in source.
    """
    a, b = views
    found = []
    for key in sorted(a.facts.keys() & b.facts.keys()):
        tellings = (_tellings(a.facts[key], a), _tellings(b.facts[key], b))
        values = {aspect: (_values(tellings[0], aspect), _values(tellings[1], aspect)) for aspect in _ASPECTS}
        differing = tuple(aspect for aspect, (one, other) in values.items() if one != other)
        if differing:
            opposed = tuple(aspect for aspect, (one, other) in values.items() if not one & other)
            subject, predicate, obj = key
            quotes = (_quotes(a, key, tellings[1]), _quotes(b, key, tellings[0]))
            found.append(Retold(matches[subject], predicate, matches[obj], tellings, differing, opposed, quotes))
    return tuple(sorted(found, key=_order))


def _tellings(relations: Iterable[Relation], view: View) -> tuple[Telling, ...]:
    return tuple(sorted({_telling(each, view) for each in relations}))


def _telling(relation: Relation, view: View) -> Telling:
    speaker = view.numbers[relation.attributed_to] if relation.attributed_to else -1
    return Telling(relation.polarity, relation.modality, speaker)


def _quotes(view: View, key: Fact, others: Sequence[Telling]) -> tuple[Quote, ...]:
    """Return sentences that tell the relation as the other side does not, if there are such, else any of it."""
    relations = view.facts[key]
    return view.stating([each for each in relations if _telling(each, view) not in others] or relations)


def _values(tellings: Iterable[Telling], aspect: Aspect) -> set[str | int]:
    return {each.speaker if aspect == "source" else getattr(each, aspect) for each in tellings}


def _order(each: Retold) -> tuple[bool, ...]:
    return *(aspect not in each.opposed for aspect in _ASPECTS), *(aspect not in each.differing for aspect in _ASPECTS)
