"""Split spans that contain a place beside a person, an organization or another place."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.lexicon import (
    DIRECT,
    countries,
    latin_spellings,
    organizations,
    personal_names,
    verb_frames,
)
from graph_builder.resolve.candidates import Candidate
from graph_builder.resolve.gazetteer import gazetteer, is_known_person
from graph_builder.resolve.places.cities import cities_by_name, city, is_major_city
from graph_builder.syntax import Tree

# Maximum number of words of the title between a verb and the name of its subject.
_FARTHEST = 6


def without_place(tree: Tree, candidate: Candidate) -> list[Candidate]:
    """Return a name and, separately, the known place before it, «ولي عهد أبو ظبي محمد بن زايد», or after it."""
    found: list[Candidate] = []
    if candidate.kind != "PER" or is_known_person(tree.name(candidate.first, candidate.last, candidate.skip)):
        return found
    person = candidate
    for last in range(candidate.last - 2, candidate.first - 1, -1):
        known = gazetteer().get(tree.name(candidate.first, last, candidate.skip))
        if known and known.kind == "LOC" and tree[last].token != tree[last + 1].token:
            found.append(replace(candidate, last=last, kind="LOC", rule="known_name"))
            person = replace(candidate, first=last + 1, rule="separated", skip=0)
            break
    if place := _place_at_end(tree, person):
        found.append(place)
        person = replace(person, last=place.first - 1, rule="separated")
    return [person, *found] if found else []


def known_and_place(tree: Tree, candidate: Candidate) -> list[Candidate]:
    """Return a known name, or a government organization, and the place after it: «حاصر الجيش السوري حلب»."""
    if candidate.kind == "PER" or tree.name(candidate.first, candidate.last, candidate.skip) in gazetteer():
        return []
    for cut in range(candidate.last - 1, candidate.first - 1, -1):
        place = tree.name(cut + 1, candidate.last)
        known = gazetteer().get(place)
        before = tree.name(candidate.first, cut, candidate.skip)
        left = gazetteer().get(before)
        if tree[cut].token == tree[cut + 1].token or not (known.kind == "LOC" if known else place in cities_by_name()):
            continue
        if known and known.country and candidate.kind == "LOC" and _is_abroad(before, known.country):
            first = replace(candidate, last=cut, rule="separated")
            return [first, Candidate(candidate.sentence, cut + 1, candidate.last, "LOC", "separated")]
        if left or (_is_government_organization(tree, candidate.first, cut) and not candidate.skip):
            kind, rule = (left.kind, "known_name") if left else ("ORG", "state_body")
            first = replace(candidate, last=cut, kind=kind, rule=rule)
            return [first, Candidate(candidate.sentence, cut + 1, candidate.last, "LOC", "separated")]
    return []


def _is_abroad(name: str, country: str) -> bool:
    """Return whether a name is that of cities, none of which is in a country: «اتهمت كابل باكستان»."""
    numbers = cities_by_name().get(name, ())
    return bool(numbers) and all(city(number).place.country != country for number in numbers)


def _is_government_organization(tree: Tree, first: int, last: int) -> bool:
    adjective = tree[last]
    of_country = adjective.definite and countries().of_adjective(adjective.word.form) is not None
    return last > first and of_country and tree[first].matches(organizations().of_states)


def _place_at_end(tree: Tree, person: Candidate) -> Candidate | None:
    """Return the place at the end of a name: «زار فرنسيس العراق», «زار محمد بن زايد الرياض», «غادر ماكرون أبو ظبي»."""
    for first in range(person.first + 1, person.last + 1):
        rule = _rule_of_place(tree, person, first) if tree[first].token != tree[first - 1].token else None
        if rule:
            return Candidate(person.sentence, first, person.last, "LOC", rule)
    return None


def _rule_of_place(tree: Tree, person: Candidate, first: int) -> str | None:
    """Return the rule by which the words of a name from `first` on are a place."""
    place = tree.name(first, person.last)
    people = (personal_names().given, personal_names().families, latin_spellings().arab, latin_spellings().foreign)
    if any(place in each for each in people):
        return None
    known = gazetteer().get(place)
    if known and known.kind == "LOC" and (first < person.last or (known.country and known.found)):
        return "known_name"
    if first < person.last:
        return None
    return "great_city" if is_major_city(place) and (len(person) > 2 or _visits_place(tree, person)) else None


def _visits_place(tree: Tree, person: Candidate) -> bool:
    """Return whether a verb whose object is a place governs a name: «سيزور البابا فرنسيس القاهرة»."""
    for before in reversed(tree.nodes[max(person.first - 1 - _FARTHEST, 0) : person.first - 1]):
        if frames := verb_frames().get(before.lemma):
            return any(frame.stated.locative and DIRECT in frame.objects for frame in frames)
        if before.word.upos in ("VERB", "PUNCT", "ADP"):
            return False
    return False
