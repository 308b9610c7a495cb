"""Score a build against gold annotation: mentions, entities and relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph_builder.evaluation.extracted import ExtractedBuild
from graph_builder.evaluation.gold import Gold, Marked, Triple, triple

# Two spans are one mention from this intersection over union on.
_OVERLAP = 0.5
_BOUNDS = ((0.8, 1.01), (0.7, 0.8), (0.6, 0.7), (0.0, 0.6))


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each from 0 to 1 with four decimals; `gold` is the number of annotated items."""

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A build aligned with the gold annotation.

    Attributes:
        gold: The annotation.
        mentions: The mentions of the build.
        match: The mention of the build for each matched mention of the gold.
        relations: The bounds of the sentences that state each relation of the build. Its ends are entities of the gold;
            the id of one without counterpart is preceded by a question mark.
        confidence: The confidence of each relation of the build, from 0 to 1.
        rules: The names of the rules that found each relation of the build.
    """

    gold: Gold
    mentions: tuple[Marked, ...]
    match: dict[Marked, Marked]
    relations: dict[Triple, tuple[tuple[int, int], ...]]
    confidence: dict[Triple, float]
    rules: dict[Triple, frozenset[str]]


def compared(gold: Gold, build: ExtractedBuild, symmetric: frozenset[str]) -> Compared:
    """Return the build aligned with the gold; mentions are matched greedily by overlap."""
    match = _matched(gold.mentions, build.mentions)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for marked, found in match.items():
        votes[found.entity][marked.entity] += 1
    as_gold = {e: min(c.items(), key=lambda pair: (-pair[1], pair[0]))[0] for e, c in votes.items()}
    relations: defaultdict[Triple, set[tuple[int, int]]] = defaultdict(set)
    confidence: dict[Triple, float] = {}
    rules: dict[Triple, frozenset[str]] = {}
    for statement in build.statements:
        ends = (as_gold.get(end, f"?{end}") for end in (statement.subject, statement.object))
        subject, object_ = ends
        key = triple(statement.article, subject, statement.predicate, object_, symmetric)
        relations[key].add((statement.start, statement.end))
        confidence[key] = max(confidence.get(key, 0.0), statement.confidence)
        rules[key] = rules.get(key, frozenset()) | {statement.rule}
    stated = {key: tuple(sorted(found)) for key, found in relations.items()}
    return Compared(gold, build.mentions, match, stated, confidence, rules)


def scores(compared: Compared) -> dict[str, Score]:
    """Return the score of each figure.

    - exact: mentions with the same span and kind
    - mention: mentions with the same kind and an intersection over union of at least one half
    - entity: B-cubed over the gold's mentions (Bagga and Baldwin 1998); a missed mention is an error
    - relation: distinct article, subject, predicate and object
    - pair: distinct article and pair of ends, whatever the predicate
    """
    gold, found, match = compared.gold.mentions, compared.mentions, compared.match
    exact = len({_place(m) for m in gold} & {_place(m) for m in found})
    typed = sum(marked.kind == found.kind for marked, found in match.items())
    relations = compared.gold.relations
    return {
        "exact": _score(exact, len(found), len(gold)),
        "mention": _score(typed, len(found), len(gold)),
        "entity": _b_cubed(gold, match),
        "relation": _overlap(compared.relations, relations),
        "pair": _overlap(_pairs(compared.relations), _pairs(relations)),
    }


def by_kind(compared: Compared) -> dict[str, Score]:
    """Return the `mention` score of each kind in the gold."""
    right = Counter(marked.kind for marked, found in compared.match.items() if marked.kind == found.kind)
    found = Counter(mention.kind for mention in compared.mentions)
    gold = Counter(mention.kind for mention in compared.gold.mentions)
    return {kind: _score(right[kind], found[kind], gold[kind]) for kind in sorted(gold)}


def by_predicate(compared: Compared) -> dict[str, Score]:
    """Return the `relation` score of each predicate in the gold, in alphabetical order."""
    return {
        predicate: _overlap(
            {each for each in compared.relations if each.predicate == predicate},
            {each for each in compared.gold.relations if each.predicate == predicate},
        )
        for predicate in sorted({each.predicate for each in compared.gold.relations})
    }


def by_confidence(compared: Compared) -> dict[tuple[float, float], tuple[int, int, int]]:
    """Return, by bounds of confidence, the numbers of relations, of right ones, and of those with a right pair."""
    pairs = _pairs(compared.gold.relations)
    table = {}
    for low, high in _BOUNDS:
        these = [each for each, sure in compared.confidence.items() if low <= sure < high]
        right = sum(each in compared.gold.relations for each in these)
        table[low, high] = (len(these), right, sum(_pair(each) in pairs for each in these))
    return table


def by_rule(compared: Compared) -> dict[str, tuple[int, int, int]]:
    """Return, by rule, the numbers of relations it found, of right ones, and of those with a right pair."""
    pairs = _pairs(compared.gold.relations)
    table = {}
    for rule in sorted(set().union(*compared.rules.values())):
        these = [each for each, rules in compared.rules.items() if rule in rules]
        right = sum(each in compared.gold.relations for each in these)
        table[rule] = (len(these), right, sum(_pair(each) in pairs for each in these))
    return table


def _matched(gold: Iterable[Marked], found: Iterable[Marked]) -> dict[Marked, Marked]:
    by_article: defaultdict[str, list[Marked]] = defaultdict(list)
    for each in found:
        by_article[each.article].append(each)
    pairs = [(_common(g, f), g, f) for g in gold for f in by_article[g.article] if _common(g, f) >= _OVERLAP]
    match: dict[Marked, Marked] = {}
    taken: set[Marked] = set()
    for _, marked, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if marked not in match and other not in taken:
            match[marked] = other
            taken.add(other)
    return match


def _common(one: Marked, other: Marked) -> float:
    """Return the intersection over union of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def _b_cubed(gold: Collection[Marked], match: dict[Marked, Marked]) -> Score:
    of_gold: defaultdict[str, set[Marked]] = defaultdict(set)
    of_found: defaultdict[str, set[Marked]] = defaultdict(set)
    for marked in gold:
        of_gold[marked.entity].add(marked)
    for marked, found in match.items():
        of_found[found.entity].add(marked)
    precision = recall = 0.0
    for marked, found in match.items():
        right = len(of_gold[marked.entity] & of_found[found.entity])
        precision += right / len(of_found[found.entity])
        recall += right / len(of_gold[marked.entity])
    return _of(precision / len(gold), recall / len(gold), len(gold)) if gold else _of(0.0, 0.0, 0)


def _place(mention: Marked) -> tuple[str, int, int, str]:
    return mention.article, mention.start, mention.end, mention.kind


def _pairs(relations: Iterable[Triple]) -> set[tuple[str, frozenset[str]]]:
    return {_pair(each) for each in relations}


def _pair(relation: Triple) -> tuple[str, frozenset[str]]:
    return relation.article, frozenset((relation.subject, relation.object))


def _overlap(found: Collection[object], gold: Collection[object]) -> Score:
    return _score(len(set(found) & set(gold)), len(found), len(gold))


def _score(right: int, found: int, gold: int) -> Score:
    return _of(right / found if found else 0.0, right / gold if gold else 0.0, gold)


def _of(precision: float, recall: float, gold: int) -> Score:
    both = precision + recall
    return Score(round(precision, 4), round(recall, 4), round(2 * precision * recall / both if both else 0.0, 4), gold)
