"""References of an article to countries: by name, adjective, place, and by what stands for a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import Country, countries, people, personal_names, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.country_context import country_of
from graph_builder.syntax import Node, Tree

# An article is about a country if it refers to it this many times as often as to any other, and more than once.
CLEARLY = 2
LEAST = 2
# Minimum population of a city that indicates its country.
_LARGE = 20_000


@dataclass(frozen=True, slots=True)
class CountryReferences:
    """References of an article to countries.

    Attributes:
        number: Number of references by code of the country.
        from_within: Countries of which the article names a city, a region or an organization.
    """

    number: Counter[str]
    from_within: frozenset[str]

    def main(self, only: Set[str] | None = None, least: int = LEAST) -> Country | None:
        """Return the country that most references are to, None if it is unclear.

        One reference is enough if there is none to another country and it is from within: the papers of a country need
        not name it.

        Args:
            only: The codes of the countries that are possible; None for all.
            least: The minimum number of references.
        """
        votes = Counter({code: n for code, n in self.number.items() if only is None or code in only}).most_common(2)
        if not votes:
            return None
        (code, most), others = votes[0], votes[1:]
        if others and most < CLEARLY * others[0][1]:
            return None
        alone = len(self.number) == 1 and code in self.from_within
        return countries().by_code[code] if most >= least or alone else None


def references(article: ParsedDocument, candidates: Sequence[Candidate]) -> CountryReferences:
    """Return the references of an article to countries."""
    within = Counter(_from_within(article, candidates))
    number = within + Counter(_by_name(article, candidates)) + Counter(_by_adjective(article, candidates))
    for word, times in sorted(Counter(_stand_ins(article)).items()):
        number[max(places().stand_for[word], key=lambda code: number[code])] += times
    return CountryReferences(number, frozenset(within))


def _by_name(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the code of a country for each mention of it."""
    for candidate in candidates:
        known = gazetteer().get(name(article, candidate)) if candidate.kind == "LOC" else None
        if known and known.country:
            yield known.country


def citizenship(name: str) -> str | None:
    """Return the code of the country of a person known by a name, also if their line is added: «محمد بن نايف بن …».

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


def _from_within(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the code of a country for each mention of a place in it, or of an organization named after it."""
    for candidate in candidates:
        called = name(article, candidate)
        if candidate.kind == "LOC" and not ((known := gazetteer().get(called)) and known.country):
            if code := country_of(called, _LARGE):
                yield code
        elif candidate.kind == "ORG":
            yield from (countries().by_name[word].code for word in called.split() if word in countries().by_name)


def _by_adjective(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the code of a country for each adjective of it outside the names of people: not in «منصور التركي»."""
    of_people = {
        (each.sentence, index)
        for each in candidates
        if each.kind == "PER"
        for index in range(each.first, each.last + 1)
    }
    for number, tree in enumerate(article.trees):
        for node in tree.nodes:
            country = countries().of_adjective(node.word.form) if (number, node.index) not in of_people else None
            # Names of countries can look like adjectives: سوريا.
            if country and fold(node.word.form) not in country.names:
                yield country.code


def _stand_ins(article: ParsedDocument) -> Iterator[str]:
    """Yield the words that stand for a country, such as «المملكة», unless its adjective follows: «المملكة المغربية»."""
    for tree in article.trees:
        for node in tree.nodes:
            if fold(node.word.form) in places().stand_for and not _names_country(tree, node):
                yield fold(node.word.form)


def _names_country(tree: Tree, node: Node) -> bool:
    """Return whether a word names a country with the one after it: «المملكة المغربية», «المملكة المتحدة»."""
    if node.index == len(tree):
        return False
    after = tree[node.index + 1]
    by_adjective = countries().of_adjective(after.word.form) is not None
    return by_adjective or fold(f"{node.word.form} {after.word.form}") in countries().by_name
