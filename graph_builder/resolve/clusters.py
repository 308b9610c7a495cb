"""Group mentions into entities and record the rule for each merge."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold, without_article
from graph_builder.core.values import Entity, Kind, Mention, Merge, entity_id
from graph_builder.lexicon import Country, personal_names
from graph_builder.resolve import namesakes, optional_words, people
from graph_builder.resolve.candidates import Candidate, ParsedDocument, mention, name, nodes, surface_form
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.keys import headless, introduced, key_of, of_country
from graph_builder.resolve.national_organizations import NationalOrganizations, full_name, is_national
from graph_builder.resolve.parentheses import names_in_parentheses
from graph_builder.resolve.places import senses
from graph_builder.resolve.places.country_context import CountryContext

# Confidence (0–1) of each rule that two names denote the same entity; rules for people are scored in their own modules.
SCORES = {
    "named_in_parentheses": 0.9,
    "same_letters": 1.0,
    "decided": 1.0,
    "known_alias": 1.0,
    "body_of_state": 0.9,
    "body_of_country_in_article": 0.8,
    "government_of_person": 0.85,
    "short_name_in_article": 0.8,
    "named_without_head": 0.85,
    **people.SCORES,
    **namesakes.SCORES,
    **senses.SCORES,
    **optional_words.SCORES,
}


# A person is called by a shorter name in several words instead of the fullest if it is this many times as frequent.
_OFTEN = 10


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A mention with the forms of its name and its context.

    Attributes:
        mention: The mention.
        surface_form: The name as written, without diacritics.
        name: The folded name.
        key: Key that mentions of the same entity share.
        rule: Rule that assigned the key.
        full: The name completed with the country that it leaves out.
        headless: Folded name of an organization without its head noun; None if it has none.
        beside: Lemmas of the office beside a person's name.
        introduced: Organization name with the head noun that precedes it: «تنظيم داعش»; empty if there is none.
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


# Mentions by kind and key of their entity, each with the rule that assigned it.
Groups = dict[tuple[Kind, str], list[tuple[NamedMention, str]]]


def second_names(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[tuple[Kind, str, str]]:
    """Yield the kind and key of each name in parentheses, with the key of the name before it.

    If the name in parentheses is in the gazetteer, the two change roles.
    """
    for first, second in names_in_parentheses(article, candidates):
        keys = [key_of(article, each)[0] for each in (first, second)]
        if keys[1] in _known_keys():
            keys.reverse()
        if second.kind and keys[0] != keys[1]:
            yield second.kind, keys[1], keys[0]


def single_names(in_parentheses: Iterable[tuple[Kind, str, str]]) -> dict[tuple[Kind, str], str]:
    """Return the key of the main name for each second name that has only one; no result is itself a second name."""
    found: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for kind, key, of in in_parentheses:
        found[kind, key].add(of)
    single = {of: next(iter(names)) for of, names in found.items() if len(names) == 1}
    return {(kind, key): to for (kind, key), to in single.items() if (kind, to) not in single}


@functools.cache
def _known_keys() -> frozenset[str]:
    return frozenset(fold(known.name) for known in gazetteer().values())


def named_mentions(
    article: ParsedDocument, candidates: Iterable[Candidate], national_organizations: NationalOrganizations
) -> Iterator[NamedMention]:
    """Yield the candidates as mentions, each with the key that mentions of the same entity share at this stage.

    Args:
        article: The document.
        candidates: Its candidates; those without a kind are skipped.
        national_organizations: The country, or the organization, meant by names that leave out the country.
    """
    for candidate in candidates:
        if candidate.kind is None:
            continue
        key, rule = key_of(article, candidate)
        full = surface_form(article, candidate)
        home = national_organizations.get(candidate)
        if isinstance(home, Country):
            key, rule = of_country(nodes(article, candidate), home), "body_of_country_in_article"
            full = full_name(full, home)
        elif home:
            key, rule, full = fold(home.name), "short_name_in_article", home.name
        elif candidate.kind == "ORG" and is_national(article, candidate):
            key = f"{key} {article.id}"
        own = mention(article, candidate, candidate.kind)
        beside = namesakes.office_beside(article, candidate)
        bare = headless(article, candidate)
        names = surface_form(article, candidate), name(article, candidate)
        yield NamedMention(own, *names, key, rule, full, bare, beside, introduced(article, candidate))


def entities_of(
    every: Sequence[NamedMention], second_names: Mapping[tuple[Kind, str], str], around: CountryContext
) -> tuple[tuple[Entity, ...], tuple[Merge, ...]]:
    """Return the entities of a corpus and the merges that produced them, both sorted.

    Only entities of the lexicon have a Latin name at this stage (`latin_names.with_latin_names` adds the others).

    Args:
        every: The mentions of the corpus.
        second_names: Key of the main name by kind and key of a name in parentheses.
        around: Countries in the context of each document, to disambiguate place names.
    """
    groups = _grouped(every, second_names, _places_apart(every, around), around)
    apart, merges = _namesakes(groups)
    entities: list[Entity] = []
    for (kind, key), members in sorted(apart.items()):
        entity = _entity(kind, key, [each for each, _ in members])
        entities.append(entity)
        merges += _merges(entity, members)
    return tuple(sorted(entities, key=lambda e: e.id)), tuple(sorted(merges, key=lambda m: (m.entity, m.right, m.rule)))


def _places_apart(every: Sequence[NamedMention], around: CountryContext) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the key of the place that each ambiguous name means in an article, and the rule that chose it."""
    where: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.mention.kind == "LOC" and senses.is_ambiguous(each.key):
            where[each.key].add(each.mention.document)
    return senses.disambiguate_places(where, around)


def _grouped(
    every: Sequence[NamedMention],
    second_names: Mapping[tuple[Kind, str], str],
    places: Mapping[tuple[str, str], tuple[str, str]],
    around: CountryContext,
) -> Groups:
    joined = _join_people(every)
    headed = _headed(every)
    cut_short = optional_words.cut_short(*_organizations(every))
    cities = senses.other_names(Counter(each.key for each in every if _is_plain_place(each)))
    groups: Groups = defaultdict(list)
    for each in every:
        key, rule = each.key, each.rule
        if each.mention.kind == "PER":
            key, rule = _in_country(each, around)
            anywhere = joined.get((None, key), (key, rule))
            key, rule = joined.get((each.mention.document, each.key), anywhere)
        if each.mention.kind == "LOC":
            key, rule = places.get((each.mention.document, key), (key, rule))
            if key in cities:
                key, rule = cities[key], "other_name_of_city"
        if _is_plain(each) and (each.mention.document, each.name) in cut_short:
            key, rule = cut_short[each.mention.document, each.name], "cut_short_in_article"
        elif each.mention.kind == "ORG" and key in headed:
            key, rule = headed[key], "named_without_head"
        if (each.mention.kind, key) in second_names:
            key, rule = second_names[each.mention.kind, key], "named_in_parentheses"
        groups[each.mention.kind, key].append((each, rule))
    return groups


def _is_plain_place(each: NamedMention) -> bool:
    return each.mention.kind == "LOC" and each.key not in gazetteer()


def _in_country(each: NamedMention, around: CountryContext) -> tuple[str, str]:
    """Return the key of the person whom a common name denotes in an article on a country; other keys unchanged."""
    bearers = personal_names().in_country.get(each.key, {})
    full = bearers.get(around.most_named(each.mention.document, bearers) or "")
    return (people.usual_name(full), "known_in_country") if full else (each.key, each.rule)


def _organizations(every: Sequence[NamedMention]) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """Return the keys of organizations by article and name, and the names of those that are plain."""
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    plain: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.mention.kind == "ORG":
            keys[each.mention.document].setdefault(each.name, each.key)
        if _is_plain(each):
            plain[each.mention.document].add(each.name)
    return keys, plain


def _is_plain(each: NamedMention) -> bool:
    """Return whether a mention is that of an organization keyed by nothing but its name, or by its article as well."""
    own = (each.name, f"{each.name} {each.mention.document}")
    return each.mention.kind == "ORG" and each.rule == "same_letters" and each.key in own


def _namesakes(groups: Groups) -> tuple[Groups, list[Merge]]:
    """Return the groups, with one for each person where several share a name, and the merges that record it."""
    mentions = ((each.mention, key) for (_, key), members in groups.items() for each, _ in members)
    others = namesakes.others_named(mentions, gazetteer())
    apart: Groups = {}
    judged: list[Merge] = []
    for (kind, key), members in groups.items():
        if kind != "PER":
            apart[kind, key] = members
            continue
        bearings: dict[str, namesakes.NameContext] = defaultdict(namesakes.NameContext)
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


def _headed(every: Sequence[NamedMention]) -> dict[str, str]:
    """Return the key of the only organization that has a name after a head noun: «النهضة», «حركة النهضة»."""
    headed: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if each.headless and each.key == each.name:
            headed[each.headless].add(each.key)
    return {bare: next(iter(keys)) for bare, keys in headed.items() if len(keys) == 1}


def _join_people(every: Sequence[NamedMention]) -> dict[tuple[str | None, str], tuple[str, str]]:
    """Return the fuller name of a person's name in an article, or in any article (None), and the rule that chose it."""
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
    # The key of a namesake ends with the id of an article.
    keys = next((k for k in (key, key.rpartition(" ")[0]) if any(each.key == k for each in members)), None)
    own = {each.full for each in members if each.key == keys} or set(spellings)
    if kind == "PER":
        most = max(spellings[spelling] for spelling in own)
        own |= {spelling for spelling in spellings if " " in spelling and spellings[spelling] >= _OFTEN * most}
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
