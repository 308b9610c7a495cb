"""Organizations that every country has, named without it: «الحكومة», «وزارة العدل» in an article on Tunisia."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from graph_builder.arabic.fold import without_article
from graph_builder.lexicon import Country, Organization, countries, organizations
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes
from graph_builder.resolve.gazetteer import citizenship, gazetteer
from graph_builder.resolve.mentions.government_organizations import country_of
from graph_builder.resolve.places.country_references import CountryReferences, references

# Maximum number of words from an organization to the person whose office names it.
_BESIDE = 10

NationalOrganizations = dict[Candidate, Country | Organization]


def national_organizations(article: ParsedDocument, candidates: Sequence[Candidate]) -> NationalOrganizations:
    """Return the country or organization meant by each candidate that leaves out the country; unclear ones are omitted.

    The country is the one whose organization of that kind the article names earlier, else anywhere; if there is none,
    the country that the article is about, or else that of the person named next to it.
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
    named_countries = references(article, candidates)
    found: NationalOrganizations = {}
    for each in bare:
        kind = organization_kind(article, each)
        only_in = organizations().only_in.get(kind)
        about_here = named_countries.main(only_in)
        same = [(other, country) for other, other_kind, country in named if other_kind == kind]
        before = [country for other, country in same if (other.sentence, other.first) < (each.sentence, each.first)]
        others = {country.code: country for _, country in same}
        country = before[-1] if before else next(iter(others.values())) if len(others) == 1 else about_here
        country = country or _beside(article, candidates, each)
        if country and (only_in is None or country.code in only_in):
            found[each] = country
    in_full = {name(article, each) for each in candidates}
    for each in short:
        called = organizations().by_short[name(article, each)]
        if organization := _organization(called, in_full, named_countries):
            found[each] = organization
    return found | _like_others(article, bare, found)


def _like_others(
    article: ParsedDocument, bare: Sequence[Candidate], found: NationalOrganizations
) -> NationalOrganizations:
    """Return the countries of the others of a kind in an article, if that of some is found and is only one."""
    by_kind: dict[str, set[Country]] = defaultdict(set)
    for each in bare:
        if isinstance(country := found.get(each), Country):
            by_kind[organization_kind(article, each)].add(country)
    kinds = {each: by_kind.get(organization_kind(article, each), set()) for each in bare if each not in found}
    return {each: next(iter(some)) for each, some in kinds.items() if len(some) == 1}


def _beside(article: ParsedDocument, candidates: Sequence[Candidate], organization: Candidate) -> Country | None:
    """Return the country of the nearest person: «محمد بن نايف نائب رئيس مجلس الوزراء»."""
    distances = {
        each: max(each.first - organization.last, organization.first - each.last)
        for each in candidates
        if each.kind == "PER" and each.sentence == organization.sentence
    }
    nearest = min(distances, key=lambda each: distances[each], default=None)
    if nearest is None or distances[nearest] > _BESIDE:
        return None
    return countries().by_code.get(citizenship(name(article, nearest)) or "")


def _organization(
    called: Sequence[Organization], in_full: Set[str], named_countries: CountryReferences
) -> Organization | None:
    """Return the organization with a short name.

    It is the only one named in full, else the one of the article's country, or of the countries that it names most.
    """
    full = [organization for organization in called if organization.names & in_full]
    if len(full) == 1:
        return full[0]
    about = named_countries.main(least=1)
    here = [organization for organization in called if about and about.code in organization.lands]
    if len(here) == 1:
        return here[0]
    clearest = named_countries.clearest([organization.lands for organization in called]) if len(called) > 1 else None
    return None if clearest is None else called[clearest]


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
