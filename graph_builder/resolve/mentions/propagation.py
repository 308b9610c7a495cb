"""Propagate recognized names to other occurrences, and correct the boundaries of tagged names."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.names import is_father
from graph_builder.core.values import Kind
from graph_builder.lexicon import countries, organizations, own_initials, people, places, verb_forms
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes
from graph_builder.resolve.mentions.adjacent_places import known_and_place, without_place
from graph_builder.resolve.mentions.spans import CLOSED_CLASSES, proclitic
from graph_builder.resolve.mentions.surnames import (
    PERSON_MET,
    is_surname,
    split_names,
    split_people_of_article,
    surname_of_article,
    surnames,
)
from graph_builder.resolve.places.cities import cities_by_name
from graph_builder.syntax import CLITICS, Node, Tree

_NAME_CLASSES = frozenset({"PROPN", "NOUN", "X", "ADJ"})

# A place is looked for in other articles if it was recognized at least this often,
_SURE = 2

# and in at least this share of the occurrences of the word; otherwise it is a common word tagged by mistake.
_SHARE = 0.3

# Rules of people who are named by one word that begins no other name.
_ALONE = frozenset({"separated", PERSON_MET})

Votes = dict[str, Counter[Kind]]


@dataclass(frozen=True, slots=True)
class NameCounts:
    """Kinds of each name in the whole corpus.

    Attributes:
        corpus: Number of recognitions of each kind, by folded name.
        places: Names of one word that are reliably places.
        longest: Maximum length in words of the names in `places`, by first word.
        surnames: Surnames that end full names of the corpus.
    """

    corpus: Votes
    places: dict[str, Kind]
    longest: dict[str, int]
    surnames: frozenset[str]


class NameCounter:
    """Counts occurrences and recognitions of names over the documents added to it."""

    def __init__(self) -> None:
        self._corpus: Votes = {}
        self._full: list[tuple[str, str]] = []
        self._written: Counter[str] = Counter()

    def add(self, article: ParsedDocument, candidates: Iterable[Candidate]) -> None:
        """Count the names and words of an article."""
        self._written.update(tree.name(node.index, node.index) for tree in article.trees for node in tree.nodes)
        for kind, names in _named(article, candidates):
            self._full += [(names[0].partition(" ")[0], names[1])] if len(names) > 1 else []
            _vote(self._corpus, kind, names)

    def seen(self) -> NameCounts:
        """Return the counts of the documents added so far."""
        places: dict[str, Kind] = {
            each: "LOC"
            for each, votes in self._corpus.items()
            if votes.total() >= _SURE
            and " " not in each
            and majority(votes) == "LOC"
            and votes["LOC"] >= _SHARE * self._written[each]
        }
        return NameCounts(self._corpus, places, _longest(places), surnames(self._full))


def votes_of(article: ParsedDocument, candidates: Iterable[Candidate]) -> Votes:
    """Return how often an article uses each name for each kind."""
    votes: Votes = {}
    for kind, names in _named(article, candidates):
        _vote(votes, kind, names)
    return votes


def _named(article: ParsedDocument, candidates: Iterable[Candidate]) -> Iterator[tuple[Kind, list[str]]]:
    return ((each.kind, _names(article, each)) for each in candidates if each.kind)


def _vote(votes: Votes, kind: Kind, names: Sequence[str]) -> None:
    # Ending a full name is stronger evidence for a surname than being tagged once.
    for times, each in enumerate(names, start=1):
        votes.setdefault(each, Counter())[kind] += times


def majority(votes: Counter[Kind]) -> Kind:
    """Return the most frequent kind; among equals, the first in alphabetical order."""
    return min(votes, key=lambda kind: (-votes[kind], kind))


def propagated(article: ParsedDocument, votes: Votes, seen: NameCounts) -> Iterator[Candidate]:
    """Yield the unrecognized occurrences of names recognized elsewhere in the article, or as places in the corpus."""
    written = Counter(tree.name(node.index, node.index) for tree in article.trees for node in tree.nodes)
    # A word that is mostly not recognized was tagged by mistake, unless there is a city of that name.
    here = {
        each: majority(kinds)
        for each, kinds in votes.items()
        if kinds.total() >= _SHARE * written[each] or each in cities_by_name()
    }
    wanted = ChainMap(here, seen.places)
    longest = ChainMap(_longest(here), seen.longest)
    for number, tree in enumerate(article.trees):
        yield from _in_sentence(tree, number, wanted, longest)


def _longest(names: Iterable[str]) -> dict[str, int]:
    """Return the length in words of the longest name that begins with each word, each clitic counted as a word."""
    longest: dict[str, int] = {}
    for each in names:
        words = each.split()
        longest[words[0]] = max(longest.get(words[0], 0), 2 * len(words))
    return longest


def split_coordinated(
    article: ParsedDocument, candidates: Iterable[Candidate], votes: Votes, seen: NameCounts
) -> Iterator[Candidate]:
    """Yield the candidates of an article, with two names that were tagged as one separated.

    People are separated if each is known by itself, organizations if «و» and a head noun of an organization stand
    between them.
    """
    candidates = list(candidates)
    full = {tuple(name(article, each).split()) for each in candidates if each.kind == "PER" and len(each) > 1}
    for candidate in candidates:
        tree = article.trees[candidate.sentence]
        if joint := _two_organizations(tree, candidate):
            yield Candidate(candidate.sentence, candidate.first, joint - 1, "ORG", "separated", candidate.skip)
            yield Candidate(candidate.sentence, joint + 1, candidate.last, "ORG", "separated")
            continue
        if _begins_with_verb(tree, candidate, votes):
            yield replace(candidate, first=candidate.first + 1, skip=0)
            continue
        if apart := (
            known_and_place(tree, candidate)
            or without_place(tree, candidate)
            or split_names(tree, candidate, seen.surnames)
            or split_people_of_article(tree, candidate, full)
            or surname_of_article(tree, candidate, full)
        ):
            yield from apart
            continue
        parts = list(_two_people(tree, candidate, votes)) if candidate.kind == "PER" else []
        if parts and votes.get(name(article, candidate), Counter()).total() <= 1:
            yield from parts[0]
        else:
            yield candidate


def _two_people(
    tree: Tree, candidate: Candidate, votes: Mapping[str, Counter[Kind]]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield the divisions of a name into two known ones, without a clitic before the second: «بارك الأسد لباقري»."""
    for cut in range(candidate.first, candidate.last):
        second = cut + 2 if proclitic(tree, tree[cut + 1]) else cut + 1
        rest = tree.name(second, candidate.last)
        if is_father(rest) or rest.startswith("ال ") or (second == cut + 1 and second == candidate.last):
            continue  # a father's name, or a family name after the given name: «آل سعود»
        skips = (0, 1) if tree.clitic_within(second) else (0,)
        known = [s for s in skips if votes.get(tree.name(second, candidate.last, s), Counter())["PER"]]
        if known and votes.get(tree.name(candidate.first, cut), Counter())["PER"]:
            yield (
                Candidate(candidate.sentence, candidate.first, cut, "PER", "separated"),
                Candidate(candidate.sentence, second, candidate.last, "PER", "separated", known[0]),
            )


def _begins_with_verb(tree: Tree, candidate: Candidate, votes: Mapping[str, Counter[Kind]]) -> bool:
    """Return whether a verb that opens its clause was tagged as the given name of the next person: «بارك باقري»."""
    before = tree[candidate.first - 1].word.upos if candidate.first > 1 else "PUNCT"
    if candidate.kind != "PER" or len(candidate) < 2 or before not in ("PUNCT", "CCONJ"):
        return False
    verb = tree.name(candidate.first, candidate.first) in verb_forms()
    return verb and bool(votes.get(tree.name(candidate.first + 1, candidate.last), Counter())["PER"])


def _two_organizations(tree: Tree, candidate: Candidate) -> int | None:
    """Return the index of the «و» between two organizations that were tagged as one."""
    if candidate.kind != "ORG" or candidate.rule != "tagged":
        return None
    for index in range(candidate.first + 1, candidate.last):
        if tree[index].word.form == "و" and tree[index + 1].matches(organizations().heads):
            return index
    return None


def merge_adjacent(
    article: ParsedDocument, candidates: Sequence[Candidate], votes: Votes, seen: NameCounts
) -> Iterator[Candidate]:
    """Yield the candidates, joining a given name that occurs only here with the person's name that follows."""
    waiting: Candidate | None = None
    for candidate in candidates:
        if waiting and _completes(waiting, candidate):
            waiting = Candidate(waiting.sentence, waiting.first, candidate.last, "PER", "joined", waiting.skip)
            continue
        if waiting:
            yield waiting
        times = votes.get(name(article, candidate), Counter()).total()
        given = len(candidate) == 1 and not is_surname(name(article, candidate), seen.surnames)
        once = candidate.kind == "PER" and given and times <= 1 and candidate.rule not in _ALONE
        waiting = candidate if once else None
        if not once:
            yield candidate
    if waiting:
        yield waiting


def _completes(first: Candidate, second: Candidate) -> bool:
    neighbours = first.sentence == second.sentence and first.last + 1 == second.first
    return (
        neighbours and second.kind == "PER" and not second.skip and first.rule != "joined" and second.rule != PERSON_MET
    )


def _names(article: ParsedDocument, candidate: Candidate) -> list[str]:
    """Return the name of a candidate and, of a person, the surname; neither if it is a mere dash."""
    whole = name(article, candidate)
    words = nodes(article, candidate)
    if candidate.kind != "PER" or len(words) < 2:
        return [whole]
    tree = article.trees[candidate.sentence]
    first = candidate.last
    while first > candidate.first + 1 and _goes_with_next(tree, first - 1):
        first -= 1
    return [each for each in (whole, tree.name(first, candidate.last)) if any(map(str.isalnum, each))]


def _goes_with_next(tree: Tree, index: int) -> bool:
    """Return whether a word belongs to the next surname: a particle, or its first letter, split off like a clitic."""
    return tree[index].form in people().particles or tree[index].token == tree[index + 1].token


def _in_sentence(
    tree: Tree, number: int, wanted: Mapping[str, Kind], longest: Mapping[str, int]
) -> Iterator[Candidate]:
    first = 1
    while first <= len(tree):
        most = max(longest.get(start, 0) for start in tree.starts(first))
        for last in range(min(first + most - 1, len(tree)), first - 1, -1):
            skip = next((s for s in (0, 1) if _wanted(tree, first, last, s, wanted)), None)
            if skip is not None:
                yield Candidate(number, first, last, wanted[tree.name(first, last, skip)], "seen_elsewhere", skip)
                first = last
                break
        first += 1


def _wanted(tree: Tree, first: int, last: int, skip: int, wanted: Mapping[str, Kind]) -> bool:
    if tree.name(first, last, skip) not in wanted:
        return False
    # «كريم» has no «ك» before a name, and «وأن» is not a name.
    if skip and (not tree.clitic_within(first) or tree.name(first, first).partition(" ")[0] in own_initials()):
        return False
    if any(node.word.upos in CLOSED_CLASSES for node in tree.nodes[first:last]) and tree[first].word.form in CLITICS:
        return False
    # «السعودية» is the name of a country and its adjective: only the recognizer can distinguish them.
    adjective = wanted[tree.name(first, last, skip)] == "LOC" and countries().of_adjective(tree[first].word.form)
    if first == last and adjective and not tree[first].label.endswith("LOC"):
        return False
    return first < last or skip > 0 or _may_name(tree, tree[first])


def _may_name(tree: Tree, node: Node) -> bool:
    common = places().generic | places().heads | organizations().generic | organizations().heads | people().offices
    # A city whose name is also a verb (تدمر) was recognized as a place in this article.
    city = node.word.upos == "VERB" and tree.name(node.index, node.index) in cities_by_name()
    return (
        (node.word.upos in _NAME_CLASSES or city)
        and len(node.word.form) > 2
        and not node.matches(common)
        and not proclitic(tree, node)
    )
