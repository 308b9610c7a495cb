"""Relations that both sides state but tell differently: denied or not, announced or done, in whose words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_builder.compare.values import Aspect, Both, Match, Retold, Telling
from graph_builder.compare.views import View
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
            quotes = (a.stating(a.facts[key]), b.stating(b.facts[key]))
            found.append(Retold(matches[subject], predicate, matches[obj], tellings, differing, opposed, quotes))
    return tuple(sorted(found, key=_order))


def _tellings(relations: Iterable[Relation], view: View) -> tuple[Telling, ...]:
    return tuple(
        sorted(
            {
                Telling(each.polarity, each.modality, view.numbers[each.attributed_to] if each.attributed_to else -1)
                for each in relations
            }
        )
    )


def _values(tellings: Iterable[Telling], aspect: Aspect) -> set[str | int]:
    return {each.speaker if aspect == "source" else getattr(each, aspect) for each in tellings}


def _order(each: Retold) -> tuple[bool, ...]:
    return *(aspect not in each.opposed for aspect in _ASPECTS), *(aspect not in each.differing for aspect in _ASPECTS)
