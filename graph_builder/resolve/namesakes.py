"""Disambiguate people of the same name in different articles by their context."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_builder.arabic.names import is_kunya
from graph_builder.core.values import Mention
from graph_builder.lexicon import people
from graph_builder.resolve.candidates import Candidate, ParsedDocument
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.people import is_common, parts
from graph_builder.syntax import Node

# Confidence (0–1) that two mentions of a name denote the same person, or different people.
SCORES = {"namesakes_agree": 0.7, "namesakes_kept_apart": 0.7, "kunya_kept_apart": 0.8}

# Minimum number of words that two descriptions share: an office, and its place or domain.
_SHARED = 2

# Maximum number of words read before a name, or after a comma that follows it.
_BESIDE = 6

# Names found in more articles than this, and in more than this share of them, say nothing about a topic.
_FEW = 3
_SHARE = 0.1


@dataclass(slots=True)
class NameContext:
    """Occurrence of a person's name in one article.

    Attributes:
        forms: Forms of the name.
        beside: Lemmas of the offices next to it.
        others: Kind and key of other entities in the article; places only if they share a sentence with the name.
        mentions: Number of mentions.
    """

    forms: set[str] = field(default_factory=set)
    beside: set[frozenset[str]] = field(default_factory=set)
    others: frozenset[tuple[str, str]] = frozenset()
    mentions: int = 0

    @property
    def fullest(self) -> str:
        """Return the form with the most parts."""
        return max(self.forms, key=lambda form: (len(parts(form)), form))


def office_beside(article: ParsedDocument, candidate: Candidate) -> frozenset[str]:
    """Return the lemmas of the office before a person's name, or after it and a comma; empty if there is none."""
    if candidate.kind != "PER":
        return frozenset()
    nodes = article.trees[candidate.sentence].nodes
    before: list[Node] = []
    for node in reversed(nodes[max(candidate.first - 1 - _BESIDE, 0) : candidate.first - 1]):
        if node.word.upos in ("PUNCT", "VERB", "CCONJ"):
            break
        before.append(node)
    following: list[Node] = []
    if candidate.last < len(nodes) and nodes[candidate.last].word.form in ("،", ","):
        for node in nodes[candidate.last + 1 : candidate.last + 1 + _BESIDE]:
            if node.word.upos in ("PUNCT", "VERB"):
                break
            following.append(node)
    return _office(reversed(before)) or _office(following)


def others_named(
    every: Iterable[tuple[Mention, str]], known: Mapping[str, object]
) -> dict[tuple[str, int | None], frozenset[tuple[str, str]]]:
    """Return the kind and key of the entities that few articles name, by document id and sentence.

    The sentence is None for organizations and people; places count only within their sentence.

    Args:
        every: All mentions, each with the key of its entity.
        known: Keys to leave out, those of the gazetteer.
    """
    named: dict[tuple[str, str], set[tuple[str, int | None]]] = defaultdict(set)
    articles = set()
    for mention, key in every:
        articles.add(mention.document)
        full = mention.kind != "PER" or (len(parts(key)) > 1 and not is_common(key))
        if full and key not in known:
            sentence = mention.sentence if mention.kind == "LOC" else None
            named[mention.kind, key].add((mention.document, sentence))
    most = max(_FEW, _SHARE * len(articles))
    found: dict[tuple[str, int | None], set[tuple[str, str]]] = defaultdict(set)
    for each, where in named.items():
        few = 1 < len({article for article, _ in where}) <= most
        for place in where if few else ():
            found[place].add(each)
    return {place: frozenset(those) for place, those in found.items()}


def distinguish_namesakes(key: str, bearings: Mapping[str, NameContext]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the articles of each person with a name, and the rule that separated or joined them.

    The person with the most mentions comes first.

    Args:
        key: The folded name.
        bearings: Its occurrences by document id.
    """
    if len(bearings) < 2 or not any(_shared(bearing.fullest) for bearing in bearings.values()):
        yield tuple(sorted(bearings)), ""
        return
    kunya = is_kunya(parts(key))
    groups: list[list[str]] = []
    for article in sorted(bearings):
        own = [g for g in groups if not kunya and any(_agree(bearings[article], bearings[each]) for each in g)]
        groups = [g for g in groups if g not in own] + [[article, *(each for g in own for each in g)]]
    mentions = Counter({min(g): sum(bearings[each].mentions for each in g) for g in groups})
    for number, group in enumerate(sorted(groups, key=lambda g: (-mentions[min(g)], min(g)))):
        apart = ("kunya_kept_apart" if kunya else "namesakes_kept_apart") if number else ""
        yield tuple(sorted(group)), apart or ("namesakes_agree" if len(group) > 1 else "")


def _shared(name: str) -> bool:
    known = gazetteer().get(name)
    return known is None and (is_common(name) or is_kunya(parts(name)))


def _agree(one: NameContext, other: NameContext) -> bool:
    if not (_shared(one.fullest) or _shared(other.fullest)) or one.others & other.others:
        return True
    pairs = ((a, b) for a in one.beside for b in other.beside)
    return any(min(len(a), len(b)) >= _SHARED and (a <= b or b <= a) for a, b in pairs)


def _office(words: Iterable[Node]) -> frozenset[str]:
    """Return the lemmas from the first word for an office onwards, without honorifics."""
    every: Sequence[Node] = list(words)
    offices = people().offices | people().members
    start = next((i for i, node in enumerate(every) if node.matches(offices)), None)
    if start is None:
        return frozenset()
    kept = (node for node in every[start:] if node.matches(offices) or not node.matches(people().honorifics))
    return frozenset(node.lemma for node in kept if node.word.upos not in ("ADP", "CCONJ", "PUNCT"))
