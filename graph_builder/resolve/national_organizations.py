"""Organizations that every country has, named without it: «الحكومة», «وزارة العدل» in an article on Tunisia."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import Country, Organization, countries, organizations, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.mentions.government_organizations import country_of
from graph_builder.resolve.places.cities import cities_by_name, city
from graph_builder.syntax import Node, Tree

# An article is about a country if it refers to it this many times as often as to any other, and more than once.
_CLEARLY = 2
_LEAST = 2
# Minimum population of a city that indicates its country.
_LARGE = 100_000

NationalOrganizations = dict[Candidate, Country | Organization]


def national_organizations(article: ParsedDocument, candidates: Sequence[Candidate]) -> NationalOrganizations:
    """Return the country or organization meant by each candidate that leaves out the country; unclear ones are omitted.

    The country is the one whose organization of that kind the article names earlier, else anywhere; if there is none,
    the country that the article is about.
    """
    bare = [each for each in candidates if is_national(article, each)]
    short = [each for each in candidates if each.kind == "ORG" and name(article, each) in organizations().by_short]
    if not bare and not short:
        return {}
    named = [
        (each, organization_kind(article, each), country)
        for each in candidates
        if each.rule == "state_body" and (country := country_of(nodes(article, each)))
    ]
    references = _references(article, candidates)
    found: NationalOrganizations = {}
    for each in bare:
        only = organizations().only_in.get(organization_kind(article, each), references.keys())
        about_here = _about(Counter({code: number for code, number in references.items() if code in only}))
        same = [(other, country) for other, kind, country in named if kind == organization_kind(article, each)]
        before = [country for other, country in same if (other.sentence, other.first) < (each.sentence, each.first)]
        others = {country.code: country for _, country in same}
        country_references = before[-1] if before else next(iter(others.values())) if len(others) == 1 else about_here
        if country_references:
            found[each] = country_references
    in_full = {name(article, each) for each in candidates}
    about = _about(references, least=1)
    for each in short:
        if organization := _organization(organizations().by_short[name(article, each)], in_full, about):
            found[each] = organization
    return found


def _organization(called: Sequence[Organization], in_full: Set[str], about: Country | None) -> Organization | None:
    """Return the organization with a short name: the only one named in full, else the one of the article's country."""
    full = [organization for organization in called if organization.names & in_full]
    here = [organization for organization in called if about and about.code in organization.lands]
    return full[0] if len(full) == 1 else here[0] if len(here) == 1 else None


def is_national(article: ParsedDocument, candidate: Candidate) -> bool:
    """Return whether a name denotes an organization that every country has, without saying which country."""
    words = nodes(article, candidate)
    if candidate.kind != "ORG" or name(article, candidate) in gazetteer():
        return False
    if any(countries().of_adjective(node.word.form) for node in words):
        return False
    return organization_kind(article, candidate) in organizations().national or (
        words[0].form in organizations().portfolios and len(words) > 1
    )


def organization_kind(article: ParsedDocument, candidate: Candidate) -> str:
    """Return the folded name without definite articles and without nationality adjectives."""
    words = name(article, candidate).split()
    return " ".join(without_article(word) for word in words if not countries().of_adjective(word))


def full_name(surface_form: str, country: Country) -> str:
    """Return the name with the adjective of its country, «الحكومة التونسية», or with its name if it has no adjective.

    >>> full_name("وزارة العدل", countries().by_code["TN"])
    'وزارة العدل التونسية'
    """
    if not country.adjective:
        return f"{surface_form} ({country.name})"
    ending = "ة" if surface_form.split()[0].endswith(("ة", "ات")) else ""
    return f"{surface_form} ال{country.adjective}{ending}"


def _about(references: Counter[str], least: int = _LEAST) -> Country | None:
    """Return the country that most references are to, if it is clear."""
    votes = references.most_common(2)
    if not votes or votes[0][1] < least or (len(votes) == 2 and votes[0][1] < _CLEARLY * votes[1][1]):
        return None
    return countries().by_code[votes[0][0]]


def _references(article: ParsedDocument, candidates: Sequence[Candidate]) -> Counter[str]:
    """Return how often an article refers to each country, by its code."""
    references = Counter(_signs(article, candidates))
    for word, number in sorted(Counter(_stand_ins(article)).items()):
        references[max(places().stand_for[word], key=lambda code: references[code])] += number
    return references


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


def _signs(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the code of a country for each reference to it: its name, one of its cities or its adjective."""
    for candidate in candidates:
        if candidate.kind == "LOC":
            known = gazetteer().get(name(article, candidate))
            cities = map(city, cities_by_name().get(name(article, candidate), ()))
            large = {each.place.country for each in cities if each.population >= _LARGE}
            if known and known.country:
                yield known.country
            elif not known and len(large) == 1:
                yield next(iter(large))
    for tree in article.trees:
        for node in tree.nodes:
            country = countries().of_adjective(node.word.form)
            # Names of countries can look like adjectives: سوريا.
            if country and fold(node.word.form) not in country.names:
                yield country.code
