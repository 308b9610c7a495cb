"""Countries that an article is about, and countries named next to a place: «طرابلس اللبنانية»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import COUNTRY_SEPARATORS
from graph_builder.lexicon import countries, function_words, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.cities import cities_by_name, city
from graph_builder.syntax import Node, Tree

# A city with this many inhabitants indicates its country, unless a city of that name elsewhere has more than this share
# of its population.
_TELLING = 50_000
_OTHER = 0.05

# Number of references from which a country belongs to what an article is about.
_LEAST = 2

# Maximum number of words between a place and its country: «في شمال», «جنوب».
_BETWEEN = 3


@dataclass(slots=True)
class CountryContext:
    """Countries in the context of the documents and places of a corpus.

    Countries are ISO 3166-1 alpha-2 codes, names are folded.

    Attributes:
        country_references: Number of references to each country, by document id.
        beside: Countries named next to a place, by document id and name of the place.
        by_own_name: Share of `country_references` from the name of the place itself, by document id and name.
    """

    country_references: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    beside: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_own_name: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def others(self, article: str, names: Iterable[str]) -> Counter[str]:
        """Return how often an article refers to each country by words other than the given names."""
        own = sum((self.by_own_name.get((article, name), Counter()) for name in set(names)), Counter[str]())
        return self.country_references.get(article, Counter()) - own

    def most_named(self, article: str, codes: Iterable[str]) -> str | None:
        """Return the one of some countries that an article refers to most often, if at least twice."""
        number = self.country_references.get(article, Counter())
        most = max(codes, key=lambda code: number[code], default=None)
        return most if most and number[most] >= _LEAST else None

    def add(self, article: ParsedDocument, candidates: Sequence[Candidate]) -> None:
        """Add the countries that an article refers to."""
        here = self.country_references[article.id]
        nodes = (node for tree in article.trees for node in tree.nodes)
        here.update(country.code for node in nodes if (country := countries().of_adjective(node.word.form)))
        for candidate in (each for each in candidates if each.kind == "LOC"):
            tree = article.trees[candidate.sentence]
            key = article.id, name(article, candidate)
            if own := country_of(key[1], _TELLING):
                here[own] += 1
                self.by_own_name[key][own] += 1
            surface = tree.surface(candidate.first, candidate.last)
            vowelled = [code for surface_form, code in places().vowelled.items() if surface_form in surface]
            if beside := [*_beside(tree, candidate), *vowelled]:
                self.beside[key].update(beside)


def country_of(place: str, least: int) -> str | None:
    """Return the country that a place indicates: itself, or that of the city or region; None if it is unclear.

    Args:
        place: Its folded name.
        least: The minimum population of a city.
    """
    known = gazetteer().get(place)
    if known and known.country:
        return known.country
    if place in places().lies_in:
        return places().lies_in[place]
    if place in places().alike:
        return None
    cities = sorted((city(number) for number in cities_by_name().get(place, ())), key=lambda c: -c.population)
    if not cities or cities[0].population < least:
        return None
    own = cities[0].place.country
    rivals = [c.population for c in cities if c.place.country != own]
    return None if max(rivals, default=0) > _OTHER * cities[0].population else own


def _beside(tree: Tree, candidate: Candidate) -> Iterator[str]:
    """Yield the country named next to a place: «رفح المصرية», «طرابلس شمال لبنان», «العاصمة الليبية طرابلس»."""
    before = tree[candidate.first - 1] if candidate.first > 1 else None
    country = countries().of_adjective(before.word.form) if before else None
    if country and before and before.definite and candidate.first > 2 and tree[candidate.first - 2].definite:
        yield country.code
    for index in range(candidate.last + 1, min(candidate.last + 1 + _BETWEEN, len(tree)) + 1):
        node = tree[index]
        country = countries().of_adjective(node.word.form) if node.definite else None
        code = country.code if country and index == candidate.last + 1 else _named(tree, index)
        if code:
            yield code
            return
        if not _may_stand_between(node):
            return


def _named(tree: Tree, first: int) -> str | None:
    """Return the country, or that of the region, whose name begins at a word."""
    for last in range(min(first + 2, len(tree)), first - 1, -1):
        folded = tree.name(first, last)
        known = gazetteer().get(folded)
        if known and known.country:
            return known.country
        if folded in places().lies_in:
            return places().lies_in[folded]
    return None


def _may_stand_between(node: Node) -> bool:
    return fold(node.word.form) in function_words().country_prepositions | COUNTRY_SEPARATORS or node.matches(
        places().directions | places().parts | places().heads
    )
