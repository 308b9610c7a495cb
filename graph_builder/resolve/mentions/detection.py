"""Mentions of a corpus: tagged spans, corrected by the gazetteer, rules and other occurrences of the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph_builder.resolve.candidates import Candidate, ParsedCorpus, ParsedDocument, name, tagged
from graph_builder.resolve.gazetteer import gazetteer, gazetteer_matches
from graph_builder.resolve.mentions.generic_names import is_common_word, is_generic
from graph_builder.resolve.mentions.government_organizations import government_organizations, numbered_units
from graph_builder.resolve.mentions.propagation import (
    NameCounter,
    NameCounts,
    majority,
    merge_adjacent,
    propagated,
    split_coordinated,
    votes_of,
)
from graph_builder.resolve.mentions.span_repairs import (
    apart_at_and,
    is_medium,
    join_patronyms,
    with_given_name,
    with_hyphenated,
    without_followers,
)
from graph_builder.resolve.mentions.spans import trim
from graph_builder.resolve.mentions.surnames import PERSON_MET, people_met
from graph_builder.resolve.mentions.toponyms import (
    cities_of_countries,
    coordinated_places,
    distinctive_cities,
    major_cities,
    places_after_head_noun,
)
from graph_builder.resolve.places.cities import is_major_city

# Of overlapping candidates the longest wins; among equals, the first rule in this order.
_ORDER = (
    "medium",
    "known_name",
    "command_of_army",
    "state_body",
    "numbered_unit",
    "headed_place",
    "separated",
    "listed_place",
    PERSON_MET,
    "tagged",
    "city_of_country",
    "great_city",
    "distinctive_city",
    "seen_elsewhere",
)

# Rules that leave open of which kind the names are that they find; the others determine it.
_UNSURE = frozenset({"separated", "joined", "tagged", "great_city", "distinctive_city", "seen_elsewhere"})


def find_candidates(articles: ParsedCorpus) -> Iterator[tuple[ParsedDocument, tuple[Candidate, ...]]]:
    """Yield each article with its final candidates, which do not overlap and all have a kind."""
    first, recognised = {}, NameCounter()
    for article in articles:
        first[article.id] = tuple(join_patronyms(article, _without_overlaps(article, _recognised(article))))
        recognised.add(article, first[article.id])
    seen = recognised.seen()
    apart, counter = {}, NameCounter()
    for article in articles:
        here = first.pop(article.id)
        apart[article.id] = tuple(split_coordinated(article, here, votes_of(article, here), seen))
        counter.add(article, apart[article.id])
    seen = counter.seen()
    for article in articles:
        here = apart.pop(article.id)
        votes = votes_of(article, here)
        for looked_for in (coordinated_places, cities_of_countries, people_met):
            here = (*here, *looked_for(article, here))
        every = _without_overlaps(article, [*here, *propagated(article, votes, seen)])
        whole = merge_adjacent(article, every, votes, seen)
        named = (_of_kind(article, candidate, seen) for candidate in whole)
        yield article, tuple(each for each in named if not _is_no_name(article, each))


def _recognised(article: ParsedDocument) -> Iterable[Candidate]:
    for number, tree in enumerate(article.trees):
        yield from gazetteer_matches(tree, number)
        yield from government_organizations(tree, number)
        yield from numbered_units(tree, number)
        yield from places_after_head_noun(tree, number)
        yield from major_cities(tree, number)
        yield from distinctive_cities(tree, number)
        for candidate in tagged(tree, number):
            name_alone = trim(article, candidate)
            if name_alone is None:
                continue
            if is_medium(tree, name_alone):
                yield replace(name_alone, kind="ORG", rule="medium")
                continue
            name_alone = with_given_name(tree, with_hyphenated(tree, without_followers(tree, name_alone)))
            known = gazetteer().get(name(article, name_alone))
            kind = known.kind if known else name_alone.kind
            if kind == "PER" and len(name_alone) == 1 and is_major_city(name(article, name_alone)):
                kind = "LOC"
            if kind and not is_generic(article, replace(name_alone, kind=kind)):
                yield from apart_at_and(tree, replace(name_alone, kind=kind))


def _is_no_name(article: ParsedDocument, candidate: Candidate) -> bool:
    if is_common_word(article, candidate):
        return True
    return candidate.kind == "ORG" and candidate.rule in _UNSURE and is_generic(article, candidate)


def _without_overlaps(article: ParsedDocument, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that are names, keeping the best of those that share a word."""
    kept: dict[tuple[int, int], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-len(c), _ORDER.index(c.rule), c.sentence, c.first)):
        places = [(candidate.sentence, index) for index in range(candidate.first, candidate.last + 1)]
        if not any(place in kept for place in places) and name(article, candidate):
            kept.update(dict.fromkeys(places, candidate))
    return tuple(sorted(set(kept.values()), key=lambda c: (c.sentence, c.first)))


def _of_kind(article: ParsedDocument, candidate: Candidate, seen: NameCounts) -> Candidate:
    """Return the candidate with the kind that its name has most often, unless its rule determines the kind."""
    votes = seen.corpus.get(name(article, candidate))
    sure = candidate.rule not in _UNSURE or name(article, candidate) in gazetteer()
    if votes is None or sure or votes[majority(votes)] == votes[candidate.kind or "PER"]:
        return candidate
    return replace(candidate, kind=majority(votes))
