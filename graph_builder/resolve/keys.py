"""Keys of entities: mentions with equal keys name the same actor or place, whatever their article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import Country, countries, organizations
from graph_builder.resolve import optional_words, people
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes, surface_form
from graph_builder.resolve.gazetteer import country_of_ruler, gazetteer
from graph_builder.resolve.mentions.government_organizations import country_of
from graph_builder.resolve.places.cities import cities_by_name
from graph_builder.syntax import Node


def key_of(article: ParsedDocument, candidate: Candidate) -> tuple[str, str]:
    """Return the key of the entity that a candidate names by itself, and the rule that assigned it."""
    folded = name(article, candidate)
    known = gazetteer().get(folded)
    if not known and folded.startswith("لا"):  # «للامم» without hamza leaves «لامم»
        known = gazetteer().get(f"ا{folded}")
    if known and known.kind == candidate.kind:
        return fold(known.name), "known_alias"
    known = gazetteer().get(headless(article, candidate) or "")
    if known and known.kind == candidate.kind:
        return fold(known.name), "known_alias"
    words = nodes(article, candidate)
    if candidate.kind == "ORG" and folded in organizations().without_country:
        return _parliament(*organizations().without_country[folded]), "body_of_state"
    of_state = candidate.rule == "state_body" or words[0].matches(organizations().regimes)
    country = country_of(words) if of_state and candidate.kind == "ORG" else None
    if country or (candidate.kind == "ORG" and (country := optional_words.country_at_end(words))):
        return of_country(words, country), "body_of_state"
    if candidate.kind == "ORG" and (armed := optional_words.armed_organization(words)):
        return fold(armed.name), "adjective_of_organization"
    if candidate.kind == "ORG" and words[0].matches(organizations().of_rulers):
        code = country_of_ruler(folded.partition(" ")[2])
        if code:
            return of_country(words[:1], countries().by_code[code]), "government_of_person"
    if candidate.kind == "ORG" and (named := optional_words.body_of_named_country(words)):
        return of_country(words[: named[0]], named[1]), "body_of_state"
    if candidate.kind == "LOC":
        if official := optional_words.official_country(folded):
            return fold(official.name), "official_name_of_country"
        if (bare := optional_words.facility(folded)) != folded:
            return bare, "facility_adjective_left_out"
    spelt_as_usual = folded
    if candidate.kind == "PER":
        spelt_as_usual = people.usual_name(folded)
    elif candidate.kind == "LOC" and folded.replace(" ", "") in cities_by_name():
        spelt_as_usual = folded.replace(" ", "")
    return spelt_as_usual, "same_letters" if spelt_as_usual == folded else "usual_spelling"


def of_country(words: Sequence[Node], country: Country) -> str:
    """Return the key of a country's organization, the same however the name expresses the country."""
    head = organizations().same.get(words[0].lemma, words[0].lemma)
    ignored = organizations().ignored
    inner = [node for node in words[1:] if not node.matches(ignored) and f"{head} {node.form}" not in ignored]
    if words[0].definite and words[0].matches(organizations().ministries):  # «الخارجية الروسية»
        head, inner = organizations().ministry, [words[0], *inner]
    equivalent = organizations().equivalent
    others = [equivalent.get(n.form, n.form) for n in inner if not countries().of_adjective(n.word.form)]
    return _parliament(" ".join([head, *others]), country.code)


def _parliament(organization: str, code: str) -> str:
    """Return the key of an organization of a country, one for all names of its parliament."""
    house = organization == organizations().parliaments.get(code)
    return f"{organizations().parliament if house else organization} {code}"


def headless(article: ParsedDocument, candidate: Candidate) -> str | None:
    """Return the folded name of an organization without its generic head noun; None if it has none."""
    tree = article.trees[candidate.sentence]
    if candidate.kind != "ORG" or len(candidate) == 1 or not tree[candidate.first].matches(organizations().generic):
        return None
    if tree[candidate.first + 1].matches(organizations().unarmed):
        return None
    return tree.name(candidate.first + 1, candidate.last)


def introduced(article: ParsedDocument, candidate: Candidate) -> str:
    """Return the name of an organization with the head noun that precedes it: «تنظيم داعش»; empty if there is none."""
    tree = article.trees[candidate.sentence]
    if candidate.kind != "ORG" or candidate.first == 1:
        return ""
    before = tree[candidate.first - 1]
    if not before.matches(organizations().generic) or before.definite or before.token == tree[candidate.first].token:
        return ""
    longer = replace(candidate, first=before.index, skip=0)
    # Members of an organization are not the organization, unless it is known by such a name: «قوات البيشمركة».
    acting = before.matches(organizations().members) and name(article, longer) not in gazetteer()
    return "" if acting else surface_form(article, longer)
