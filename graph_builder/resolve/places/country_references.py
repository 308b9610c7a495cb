"""References of an article to countries: by name, adjective, place, and by what stands for a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import Country, countries, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name
from graph_builder.resolve.places.country_context import country_of
from graph_builder.syntax import Node, Tree

# An article is about a country if it refers to it this many times as often as to any other, and more than once.
_CLEARLY = 2
_LEAST = 2
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

    def main(self, only: Set[str] | None = None, least: int = _LEAST) -> Country | None:
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
        if others and most < _CLEARLY * others[0][1]:
            return None
        alone = len(self.number) == 1 and code in self.from_within
        return countries().by_code[code] if most >= least or alone else None

    def clearest(self, groups: Sequence[Set[str]]) -> int | None:
        """Return the index of the group of countries that most references are to, None if it is unclear."""
        votes = [sum(self.number[code] for code in group) for group in groups]
        *_, second, most = [0, *sorted(votes)]
        return votes.index(most) if most >= max(_LEAST, _CLEARLY * second) else None


def references(article: ParsedDocument, candidates: Sequence[Candidate]) -> CountryReferences:
    """Return the references of an article to countries."""
    by_name = list(_by_name(article, candidates))
    number = Counter(code for code, _ in by_name) + Counter(_by_adjective(article, candidates))
    for word, times in sorted(Counter(_stand_ins(article)).items()):
        number[max(places().stand_for[word], key=lambda code: number[code])] += times
    return CountryReferences(number, frozenset(code for code, is_within in by_name if is_within))


def _by_name(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[tuple[str, bool]]:
    """Yield the country of each mention of it, or of a place in it or a body named after it, then with True."""
    for candidate in candidates:
        called = name(article, candidate)
        if candidate.kind == "LOC" and (code := country_of(called, _LARGE)):
            yield code, called not in countries().by_name
        elif candidate.kind == "ORG":
            found = (countries().by_name.get(word) for word in called.split())
            yield from ((country.code, True) for country in found if country)


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
