"""Gazetteer: names of the lexicon and their matches in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Kind
from graph_builder.lexicon import countries, organizations, people, personal_names, places
from graph_builder.resolve.candidates import Candidate
from graph_builder.resolve.people import usual_name
from graph_builder.syntax import Node, Tree


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """Referent of a known name.

    Attributes:
        kind: Kind of the entity.
        name: Its main name.
        latin: Its Latin name.
        country: ISO 3166-1 alpha-2 code of a place; None for others.
        found: Whether the name is matched in any text, or only where it is tagged as a name.
    """

    kind: Kind
    name: str
    latin: str
    country: str | None
    found: bool


@functools.cache
def gazetteer() -> dict[str, GazetteerEntry]:
    """Return the people, countries, regions, cities and organizations of the lexicon by each of their folded names."""
    every = _people()
    every |= {each: GazetteerEntry("LOC", city, "", None, True) for each, city in places().cities.items()}
    every |= {each: GazetteerEntry("LOC", region, "", None, True) for each, region in places().regions.items()}
    for country in countries().by_code.values():
        for each in sorted(country.names):
            every[each] = GazetteerEntry("LOC", country.name, country.latin, country.code, each in country.found)
    for each, organization in organizations().by_name.items():
        every[each] = GazetteerEntry("ORG", organization.name, organization.latin, None, each in organization.found)
    return every


def _people() -> dict[str, GazetteerEntry]:
    """Return the people of the lexicon by full name and by unambiguous short name, in every spelling."""
    written = personal_names().full | personal_names().written
    latin = personal_names().latin
    every = {each: GazetteerEntry("PER", name, latin.get(name, ""), None, True) for each, name in written.items()}
    for other, usual in personal_names().spellings.items():
        for each, known in list(every.items()):
            if usual in each.split():
                surface_form = " ".join(other if word == usual else word for word in each.split())
                every.setdefault(surface_form, known)
    for each, known in list(every.items()):
        every.setdefault(usual_name(each), known)
        every.setdefault(each.replace("عبد ", "عبد"), known)
    return every


def is_known_person(folded: str) -> bool:
    """Return whether a name is that of a person of the lexicon."""
    known = gazetteer().get(folded)
    return known is not None and known.kind == "PER"


def citizenship(name: str) -> str | None:
    """Return the code of the country of a known person, whose name a genealogy may lengthen: «محمد بن نايف بن …».

    Args:
        name: The folded name.
    """
    of = personal_names().country
    bearers = {of.get(full) for full in personal_names().alone.get(name, ())}
    if len(bearers) == 1:
        return bearers.pop()
    words = name.split()
    for last in range(len(words), 1, -1):
        if last == len(words) or words[last] in people().particles:
            known = gazetteer().get(" ".join(words[:last]))
            if known and fold(known.name) in of:
                return of[fold(known.name)]
    return None


def country_of_ruler(name: str) -> str | None:
    """Return the code of the country of a person after whom a government is called: «نظام الأسد»."""
    bearers = personal_names().in_country.get(name, {})
    return citizenship(name) or (next(iter(bearers)) if len(bearers) == 1 else None)


@functools.cache
def _longest() -> dict[str, int]:
    """Return the length in words of the longest name that begins with a word, each clitic counted as a word."""
    longest: dict[str, int] = {}
    for each in gazetteer():
        words = each.split()
        longest[words[0]] = max(longest.get(words[0], 0), 2 * len(words))
    return longest


def gazetteer_matches(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the longest known name that begins at each word of a sentence."""
    first = 1
    while first <= len(tree):
        longest = max((_longest().get(start, 0) for start in tree.starts(first)), default=0)
        for last in range(min(first + longest - 1, len(tree)), first - 1, -1):
            candidate = _known_at(tree, sentence, first, last)
            if candidate:
                yield candidate
                first = last
                break
        first += 1


def _known_at(tree: Tree, sentence: int, first: int, last: int) -> Candidate | None:
    if tree.token_end(last) != last or (first == last and tree[first].word.upos == "VERB"):
        return None
    for skip in (0, 1) if tree.clitic_within(first) else (0,):
        known = gazetteer().get(tree.name(first, last, skip))
        if known and known.found and not (first == last and not skip and _is_adjective(tree, tree[first])):
            return _without_generic(tree, Candidate(sentence, first, last, known.kind, "known_name", skip))
    return None


def _without_generic(tree: Tree, candidate: Candidate) -> Candidate:
    """Return the name without generic head nouns before it, if it is known without them: تنظيم القاعدة, دولة قطر."""
    first = candidate.first
    while first < candidate.last and tree[first].matches(_generic(candidate.kind)):
        first += 1
        if tree.name(first, candidate.last) in gazetteer():
            return replace(candidate, first=first, skip=0)
    return candidate


def _generic(kind: Kind | None) -> frozenset[str]:
    return places().generic_states if kind == "LOC" else organizations().generic


def _is_adjective(tree: Tree, node: Node) -> bool:
    """Return whether a name that is also an adjective (السعودية) is one here: not after a preposition."""
    if countries().of_adjective(node.word.form) is None or node.label.endswith("LOC"):
        return False
    return node.index == 1 or tree[node.index - 1].word.upos != "ADP"
