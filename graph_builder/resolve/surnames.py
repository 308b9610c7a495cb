"""Names that were tagged as one and are several: of people known apart, or of a person and the city he comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from graph_builder.lexicon import bearers, latin_words
from graph_builder.resolve.candidates import Candidate
from graph_builder.resolve.cities import is_great_city
from graph_builder.resolve.known import known_names
from graph_builder.resolve.spans import proclitic
from graph_builder.syntax import Tree

# So many full names at least end with a surname that is taken for one where no given name stands before it.
_SURE = 2


def surnames(full: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The surnames among the first and last words of full names: what ends more of them than it begins."""
    pairs = list(full)
    begins, ends = Counter(first for first, _ in pairs), Counter(last for _, last in pairs)
    return frozenset(
        each
        for each, times in ends.items()
        if times >= _SURE and times > begins[each] and each not in bearers().given and each not in latin_words()
    )


def taken_apart(tree: Tree, candidate: Candidate, corpus: Set[str]) -> list[Candidate]:
    """The people that a candidate joins, all of them known: to the lexicon, or as surnames to the corpus. Else none."""
    if candidate.kind != "PER" or _is_known(tree.name(candidate.first, candidate.last, candidate.skip)):
        return []
    found = list(_known_people(tree, candidate))
    if len(found) > 1 and found[-1].last == candidate.last:
        return found
    first, last = (tree.name(index, index) for index in (candidate.first, candidate.last))
    if len(candidate) == 2 and all(is_surname(each, corpus) for each in (first, last)):
        return [
            Candidate(candidate.sentence, index, index, "PER", "separated", skip)
            for index, skip in ((candidate.first, candidate.skip), (candidate.last, 0))
        ]
    return []


def is_surname(folded: str, corpus: Set[str]) -> bool:
    """Whether a word means a person without a given name: to the lexicon, or as a surname of the corpus."""
    return folded in corpus or _is_known(folded)


def without_places(tree: Tree, candidate: Candidate) -> list[Candidate]:
    """A full name and the known place before it or the great city behind it, apart: «ولي عهد أبو ظبي محمد بن زايد»."""
    found: list[Candidate] = []
    if candidate.kind != "PER" or _is_known(tree.name(candidate.first, candidate.last, candidate.skip)):
        return found
    person = candidate
    for last in range(candidate.last - 2, candidate.first - 1, -1):
        known = known_names().get(tree.name(candidate.first, last, candidate.skip))
        if known and known.kind == "LOC" and tree[last].token != tree[last + 1].token:
            found.append(replace(candidate, last=last, kind="LOC", rule="known_name"))
            person = replace(candidate, first=last + 1, rule="separated", skip=0)
            break
    if _ends_with_city(tree, person):
        found.append(Candidate(person.sentence, person.last, person.last, "LOC", "great_city"))
        person = replace(person, last=person.last - 1, rule="separated")
    return [person, *found] if found else []


def _ends_with_city(tree: Tree, person: Candidate) -> bool:
    if len(person) < 3 or tree[person.last].token == tree[person.last - 1].token:
        return False
    city = tree.name(person.last, person.last)
    return is_great_city(city) and city not in bearers().given | bearers().families and city not in latin_words()


def _known_people(tree: Tree, candidate: Candidate) -> Iterator[Candidate]:
    """The known names that a candidate is made of, one behind the other; none from where one is not known."""
    first, skip = candidate.first, candidate.skip
    while first <= candidate.last:
        if first > candidate.first and proclitic(tree, tree[first]):
            first += 1
        skips = (skip, 1) if tree.clitic_within(first) else (skip,)
        ends = range(candidate.last, first - 1, -1)
        found = next(((last, s) for last in ends for s in skips if _is_known(tree.name(first, last, s))), None)
        if found is None:
            return
        yield Candidate(candidate.sentence, first, found[0], "PER", "separated", found[1])
        first, skip = found[0] + 1, 0


def _is_known(folded: str) -> bool:
    known = known_names().get(folded)
    return known is not None and known.kind == "PER"
