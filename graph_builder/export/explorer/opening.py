"""What the explorer draws first: what happened, before ties and offices.

A sentence counts as much as the weightiest of what it states: an event (see `predicates.yaml`) EVENT, a tie, an office,
a place or a subject of talk STATE. A line, that is all relations of one direction between two entities, is strong if
its sentences count STRONG or more together. While not all names fit the picture, the strong lines are drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph_builder.core.values import Evidence, Relation
from graph_builder.lexicon import predicates

Json = dict[str, Any]

EVENT = 1.0
STATE = 0.25
STRONG = 1.0


def weights() -> dict[str, float]:
    """Return how much a sentence counts that states a predicate, for all predicates."""
    return {name: EVENT if predicate.event else STATE for name, predicate in predicates().items()}


def opening(relations: Iterable[Relation], entities: Mapping[str, int]) -> Json:
    """Return the `weights` of predicates, how much a `strong` line counts, and the `order` of names on strong lines.

    The names on the strongest lines come first; of equal lines, those between names with most on their lines. `mutual`
    are the predicates of what two do together.

    Args:
        relations: All relations of the build, negated ones too.
        entities: The index of each entity in the page.
    """
    strong = {
        line: strength for line, strength in strengths(relations).items() if strength >= STRONG and line[0] != line[1]
    }
    total: defaultdict[str, float] = defaultdict(float)
    for line, strength in strong.items():
        for side in line:
            total[side] += strength
    lines = sorted(strong, key=lambda line: (-strong[line], -total[line[0]] - total[line[1]], line))
    names = dict.fromkeys(side for line in lines for side in line)
    mutual = [name for name, predicate in predicates().items() if predicate.symmetric]
    order = [entities[name] for name in names]
    return {"weights": weights(), "strong": STRONG, "mutual": mutual, "order": order}


def strengths(relations: Iterable[Relation]) -> dict[tuple[str, str], float]:
    """Return how much the sentences of each line, a subject and an object, count together."""
    weight = weights()
    sentences: defaultdict[tuple[str, str], dict[tuple[str, int, int], float]] = defaultdict(dict)
    for relation in relations:
        counted = sentences[relation.subject, relation.object]
        for each in relation.evidence:
            counted[_sentence(each)] = max(counted.get(_sentence(each), 0.0), weight[relation.predicate])
    return {line: sum(counted.values()) for line, counted in sentences.items()}


def _sentence(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.document, evidence.start, evidence.end
