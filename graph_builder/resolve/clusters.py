"""Mentions → entities: all mentions of one actor or place under one roof, and why they are there."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold, without_article
from graph_builder.core.values import Entity, Kind, Mention, Merge, entity_id
from graph_builder.lexicon import Country, countries, organizations
from graph_builder.resolve import namesakes, people, senses
from graph_builder.resolve.candidates import Candidate, ParsedDocument, mention, name, nodes, surface_form
from graph_builder.resolve.cities import cities_by_name
from graph_builder.resolve.country_context import CountryContext
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.government_organizations import country_of
from graph_builder.resolve.national_organizations import NationalOrganizations, full_name, is_national
from graph_builder.resolve.parentheses import names_in_parentheses
from graph_builder.syntax import Node

# How sure each rule is that two names are one entity's; those for people stand with their rules.
SCORES = {
    "named_in_parentheses": 0.9,
    "same_letters": 1.0,
    "decided": 1.0,
    "known_alias": 1.0,
    "body_of_state": 0.9,
    "body_of_country_in_article": 0.8,
    "short_name_in_article": 0.8,
    "named_without_head": 0.85,
    **people.SCORES,
    **namesakes.SCORES,
    **senses.SCORES,
}


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A mention with its name as it is written by itself and folded, and what stands beside it.

    `full` is the name with the country that it leaves out, `headless` a body's folded name without the word for its
    kind, `beside` are the words of an office. `introduced` is a body's name behind the word for its kind that stands
    before it: «تنظيم داعش».
    """

    mention: Mention
    surface_form: str
    name: str
    key: str
    rule: str
    full: str
    headless: str | None
    beside: frozenset[str]
    introduced: str = ""


# The mentions by the kind and key of their entity, each with the rule that put it there.
Groups = dict[tuple[Kind, str], list[tuple[NamedMention, str]]]


def second_names(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[tuple[Kind, str, str]]:
    """The kind and the key of every name that stands in parentheses behind another, with the key of that.

    A known name stays its own.
    """
    for first, second in names_in_parentheses(article, candidates):
        keys = [_key(article, each)[0] for each in (first, second)]
        if keys[1] in _known_keys():
            keys.reverse()
        if second.kind and keys[0] != keys[1]:
            yield second.kind, keys[1], keys[0]


def single_names(in_parentheses: Iterable[tuple[Kind, str, str]]) -> dict[tuple[Kind, str], str]:
    """The second names of one other name only, with the key of that; none leads to one that leads on."""
    found: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for kind, key, of in in_parentheses:
        found[kind, key].add(of)
    single = {of: next(iter(names)) for of, names in found.items() if len(names) == 1}
    return {(kind, key): to for (kind, key), to in single.items() if (kind, to) not in single}


@functools.cache
def _known_keys() -> frozenset[str]:
    return frozenset(fold(known.name) for known in gazetteer().values())


def named(
    article: ParsedDocument, candidates: Iterable[Candidate], national_organizations: NationalOrganizations
) -> Iterator[NamedMention]:
    """The candidates as mentions, each with the key that mentions of one entity share so far.

    `national_organizations` has the country, or the body, that names without a country mean in the article.
    """
    for candidate in candidates:
        if candidate.kind is None:
            continue
        key, rule = _key(article, candidate)
        full = surface_form(article, candidate)
        home = national_organizations.get(candidate)
        if isinstance(home, Country):
            key, rule = _of_country(nodes(article, candidate), home), "body_of_country_in_article"
            full = full_name(full, home)
        elif home:
            key, rule, full = fold(home.name), "short_name_in_article", home.name
        elif candidate.kind == "ORG" and is_national(article, candidate):
            key = f"{key} {article.id}"
        own = mention(article, candidate, candidate.kind)
        beside = namesakes.office_beside(article, candidate)
        headless = _headless(article, candidate)
        names = surface_form(article, candidate), name(article, candidate)
        yield NamedMention(own, *names, key, rule, full, headless, beside, _introduced(article, candidate))


def entities_of(
    every: Sequence[NamedMention], second_names: Mapping[tuple[Kind, str], str], around: CountryContext
) -> tuple[tuple[Entity, ...], tuple[Merge, ...]]:
    """Return the entities of a corpus and the merges that made them, both sorted.

    Only what the lexicon knows has a name in Latin letters yet (`naming.with_latin_names`).

    `second_names` leads from the key of a name that stands in parentheses to that of the name before it,
    `around` tells places of one name apart.
    """
    groups = _grouped(every, second_names, _places_apart(every, around))
    apart, merges = _namesakes(groups)
    entities: list[Entity] = []
    for (kind, key), members in sorted(apart.items()):
        entity = _entity(kind, key, [each for each, _ in members])
        entities.append(entity)
        merges += _merges(entity, members)
    return tuple(sorted(entities, key=lambda e: e.id)), tuple(sorted(merges, key=lambda m: (m.entity, m.right, m.rule)))


def _places_apart(every: Sequence[NamedMention], around: CountryContext) -> dict[tuple[str, str], tuple[str, str]]:
    """For the name of several places in an article, the key of the one that is meant, and the rule that tells."""
    where: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.mention.kind == "LOC" and senses.is_ambiguous(each.key):
            where[each.key].add(each.mention.document)
    return senses.disambiguate_places(where, around)


def _grouped(
    every: Sequence[NamedMention],
    second_names: Mapping[tuple[Kind, str], str],
    places: Mapping[tuple[str, str], tuple[str, str]],
) -> Groups:
    joined = _join_people(every)
    headed = _headed(every)
    groups: Groups = defaultdict(list)
    for each in every:
        key, rule = each.key, each.rule
        if each.mention.kind == "PER":
            anywhere = joined.get((None, each.key), (key, rule))
            key, rule = joined.get((each.mention.document, each.key), anywhere)
        if each.mention.kind == "LOC":
            key, rule = places.get((each.mention.document, key), (key, rule))
        if each.mention.kind == "ORG" and key in headed:
            key, rule = headed[key], "named_without_head"
        if (each.mention.kind, key) in second_names:
            key, rule = second_names[each.mention.kind, key], "named_in_parentheses"
        groups[each.mention.kind, key].append((each, rule))
    return groups


def _namesakes(groups: Groups) -> tuple[Groups, list[Merge]]:
    """The groups, those of a name that several people bear one for each of them, and what was judged of them."""
    mentions = ((each.mention, key) for (_, key), members in groups.items() for each, _ in members)
    others = namesakes.others_named(mentions, gazetteer())
    apart: Groups = {}
    judged: list[Merge] = []
    for (kind, key), members in groups.items():
        if kind != "PER":
            apart[kind, key] = members
            continue
        bearings: dict[str, namesakes.Bearing] = defaultdict(namesakes.Bearing)
        for each, _ in members:
            article = each.mention.document
            bearing = bearings[article]
            bearing.forms.add(each.key)
            bearing.mentions += 1
            bearing.beside |= {each.beside} - {frozenset()}
            for place in ((article, None), (article, each.mention.sentence)):
                bearing.others |= others.get(place, frozenset()) - {(kind, key)}
        for articles, rule in namesakes.distinguish_namesakes(key, bearings):
            own = f"{key} {articles[0]}" if rule.endswith("_kept_apart") else key
            apart[kind, own] = [member for member in members if member[0].mention.document in articles]
            if rule:
                called = _entity(kind, own, [each for each, _ in apart[kind, own]]).name
                judged.append(Merge(entity_id(kind, own), called, called, rule, SCORES[rule]))
    return apart, judged


def _key(article: ParsedDocument, candidate: Candidate) -> tuple[str, str]:
    folded = name(article, candidate)
    known = gazetteer().get(folded)
    if known and known.kind == candidate.kind:
        return fold(known.name), "known_alias"
    known = gazetteer().get(_headless(article, candidate) or "")
    if known and known.kind == candidate.kind:
        return fold(known.name), "known_alias"
    words = nodes(article, candidate)
    country = country_of(words) if candidate.rule == "state_body" else None
    if country:
        return _of_country(words, country), "body_of_state"
    spelt_as_usual = folded
    if candidate.kind == "PER":
        spelt_as_usual = people.usual_name(folded)
    elif candidate.kind == "LOC" and folded.replace(" ", "") in cities_by_name():
        spelt_as_usual = folded.replace(" ", "")
    return spelt_as_usual, "same_letters" if spelt_as_usual == folded else "usual_spelling"


def _headless(article: ParsedDocument, candidate: Candidate) -> str | None:
    tree = article.trees[candidate.sentence]
    if candidate.kind != "ORG" or len(candidate) == 1 or not tree[candidate.first].matches(organizations().generic):
        return None
    return tree.name(candidate.first + 1, candidate.last)


def _introduced(article: ParsedDocument, candidate: Candidate) -> str:
    tree = article.trees[candidate.sentence]
    if candidate.kind != "ORG" or candidate.first == 1:
        return ""
    before = tree[candidate.first - 1]
    if not before.matches(organizations().generic) or before.definite or before.token == tree[candidate.first].token:
        return ""
    longer = replace(candidate, first=before.index, skip=0)
    # Those who act for a body are not the body, unless it is known by such a name: «قوات البيشمركة».
    acting = before.matches(organizations().members) and name(article, longer) not in gazetteer()
    return "" if acting else surface_form(article, longer)


def _headed(every: Sequence[NamedMention]) -> dict[str, str]:
    """The key of the only body that has a name behind a word for its kind, by that name: «النهضة», «حركة النهضة»."""
    headed: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.headless and each.key == each.name:
            headed[each.headless].add(each.key)
    return {bare: next(iter(keys)) for bare, keys in headed.items() if len(keys) == 1}


def _of_country(words: Sequence[Node], country: Country) -> str:
    """The key of a body of a country, however its name says which country's it is."""
    head = organizations().same.get(words[0].lemma, words[0].lemma)
    inner = [node for node in words[1:] if not node.matches(organizations().ignored)]
    return " ".join([head, *(n.form for n in inner if not countries().of_adjective(n.word.form)), country.code])


def _join_people(every: Sequence[NamedMention]) -> dict[tuple[str | None, str], tuple[str, str]]:
    """For a name in an article, or in any (None), the fuller name of its bearer and the rule that tells."""
    names: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.mention.kind == "PER":
            names[each.mention.document].add(each.key)
    joined: dict[tuple[str | None, str], tuple[str, str]] = {}
    for join in people.same_people(names):
        joined[join.article, join.name] = (join.of, join.rule)
    return joined


def _entity(kind: Kind, key: str, members: Sequence[NamedMention]) -> Entity:
    spellings = Counter(each.full for each in members)
    known = gazetteer().get(key)
    # One of several namesakes has an article's number behind the name in its key.
    keys = next((k for k in (key, key.rpartition(" ")[0]) if any(each.key == k for each in members)), None)
    own = [each.full for each in members if each.key == keys] or list(spellings)
    own_name = known.name if known and known.kind == kind else min(own, key=lambda s: (-spellings[s], -len(s), s))
    return Entity(
        id=entity_id(kind, key),
        kind=kind,
        name=own_name,
        name_latin=known.latin if known else "",
        transliterated=False,
        aliases=tuple(sorted({form for each in members for form in _forms(each)} - {own_name})),
        mentions=tuple(sorted((each.mention for each in members), key=lambda m: (m.document, m.start))),
    )


def _forms(each: NamedMention) -> Iterator[str]:
    yield each.surface_form
    if each.introduced:
        yield each.introduced


def _merges(entity: Entity, members: Sequence[tuple[NamedMention, str]]) -> Iterator[Merge]:
    seen = {entity.name}
    for each, rule in sorted(members, key=lambda member: (member[0].surface_form, SCORES[member[1]])):
        if each.surface_form not in seen:
            seen.add(each.surface_form)
            same = fold(without_article(each.surface_form)) == fold(without_article(entity.name))
            reason = "same_letters" if same else rule
            yield Merge(entity.id, entity.name, each.surface_form, reason, SCORES[reason])
    for longer in sorted({each.introduced for each, _ in members if each.introduced} - seen):
        reason = "known_alias" if fold(longer) in gazetteer() else "named_without_head"
        yield Merge(entity.id, entity.name, longer, reason, SCORES[reason])
