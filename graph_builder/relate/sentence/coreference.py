"""Coreference of titles, common nouns and nationality adjectives with the entities of an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Entity, Mention, entity_id
from graph_builder.lexicon import countries, cues, function_words, organizations, people, places
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node, Tree

# The office as its lemma with the portfolio, id of the country, and id of the holder.
OfficeHeld = tuple[str, str, str]

# Ids of the holders by office and id of the country.
Holders = Mapping[tuple[str, str], Set[str]]


def mentions_by_document(entities: Iterable[Entity]) -> dict[str, list[tuple[Mention, Entity]]]:
    """Return the mentions with their entities by document id, in text order."""
    mentioned: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            mentioned[mention.document].append((mention, entity))
    return {each: sorted(pairs, key=lambda pair: pair[0].start) for each, pairs in mentioned.items()}


def lexicon_entities(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Return the countries and organizations of the lexicon among the entities of a corpus, by id in order."""
    lands = {entity_id("LOC", fold(country.name)) for country in countries().by_code.values()}
    own = {entity_id("ORG", fold(organization.name)) for organization in organizations().by_adjective.values()}
    return {each: entities[each] for each in sorted(lands | own) if each in entities}


def views(article: Sequence[SentenceView], holders: Holders) -> Iterator[SentenceView]:
    """Yield the sentences of an article, with actors added that are not mentioned by name.

    These are mentions by office, by a kind of organization or place, or by a nationality adjective.
    """
    people_here = {actor.entity for view in article for actor in view.actors if actor.kind == "PER"}
    called = _called(article)
    named_last: list[str] = []
    for view in article:
        bare = list(_bare_offices(view, holders, people_here, named_last))
        bare += _bare_kinds(view, called, named_last)
        bare += _own_countries(view, holders, named_last)
        bare += _of_states(view, {index for actor in bare for index in range(actor.first, actor.last + 1)})
        actors = sorted((*view.actors, *bare), key=lambda actor: actor.first)
        yield view.with_actors(actors) if bare else view
        named_last += [actor.entity for actor in actors]


def views_of_names(
    annotated: Annotated, mentioned: Sequence[tuple[Mention, Entity]], entities: Mapping[str, Entity]
) -> Iterator[SentenceView]:
    """Yield the sentences of a document with the actors that they name."""
    document = annotated.document
    spans: dict[int, list[tuple[Mention, Entity]]] = defaultdict(list)
    for mention, entity in mentioned:
        spans[mention.sentence].append((mention, entity))
    named = Counter(entity.id for _, entity in mentioned)
    for number, sentence in enumerate(annotated.sentences):
        tree = Tree(sentence, document.text)
        actors = []
        for mention, entity in spans[number]:
            words = [node.index for node in tree.nodes if node.start < mention.end and mention.start < node.end]
            actors.append(Actor(entity.id, entity.kind, words[0], words[-1]))
        yield SentenceView(document, tree, actors, entities, named)


def offices_stated(article: Iterable[SentenceView]) -> Iterator[OfficeHeld]:
    """Yield the offices of countries that an article states, with their holders."""
    for view in article:
        last_office = ""
        for actor in view.actors:
            office = view.phrase(actor).office
            if office:
                # A counterpart (نظير) holds the office mentioned before.
                counterpart = view.tree[office].lemma in people().counterparts
                last_office = last_office if counterpart else _with_portfolio(view, office)[0]
                for node in view.tree.nodes[office : actor.first - 1]:
                    if country := view.state_or_organization(node):
                        yield last_office, country, actor.entity


def _with_portfolio(view: SentenceView, index: int) -> tuple[str, int]:
    """Return an office with the noun that tells it from others, and its last word: «وزير الخارجية», «رئيس»."""
    office, after = view.tree[index], view.tree[min(index + 1, len(view.tree))]
    if (
        after.index > index
        and after.form in people().portfolios | organizations().ministries
        and not view.at(after.index)
    ):
        return f"{office.lemma} {after.form}", after.index
    return office.lemma, index


def holders(held: Iterable[OfficeHeld]) -> Holders:
    """Return the holders of offices by office and country."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for lemma, country, entity in held:
        found[lemma, country].add(entity)
    return dict(found)


def _bare_offices(
    view: SentenceView, holders: Holders, people_here: Set[str], named_last: Sequence[str]
) -> Iterator[Actor]:
    """Yield mentions of people by office: «الرئيس السوري», if the article names a president of Syria.

    If it names several, the last one named is meant.
    """
    taken = {i for p in view.phrases.values() if p.office for i in range(p.office, p.last + 1)}
    for node in view.tree.nodes:
        if not node.matches(people().offices) or node.index in taken or view.at(node.index) or _serves(view, node):
            continue
        office, last = _with_portfolio(view, node.index)
        adjective = view.tree[min(last + 1, len(view.tree))]
        if not (adjective.definite and view.tree[last].definite) or view.at(adjective.index):
            continue
        country = view.state_or_organization(adjective)
        held = holders.get((office, country), set()) & people_here if country else set()
        holder = next((each for each in reversed(named_last) if each in held), min(held, default=None))
        if holder:
            yield Actor(holder, "PER", node.index, adjective.index, named=False)


def _serves(view: SentenceView, node: Node) -> bool:
    """Return whether an office is part of that of somebody else: «نائب الرئيس», «المتحدث باسم وزير الدفاع»."""
    before = view.tree[node.index - 1] if node.index > 1 else node
    office = before.matches(people().offices) and not before.definite and not view.at(before.index)
    return before.index < node.index and (office or fold(before.word.form) == "اسم")


def _called(article: Iterable[SentenceView]) -> Mapping[str, Set[str]]:
    """Return the entities that an article introduces by each head noun; for «بلاد», the country named most often."""
    called: dict[str, set[str]] = defaultdict(set)
    states: Counter[str] = Counter()
    for view in article:
        for actor in view.actors:
            # The name of an organization may begin with its head noun, others may not: المدينة is a city.
            last = actor.first if actor.kind == "ORG" else actor.first - 1
            for node in view.tree.nodes[view.phrase(actor).first - 1 : last]:
                if actor.kind != "PER" or node.matches(people().offices):
                    called[node.form].add(actor.entity)
            states[actor.entity] += view.is_country(actor)
    if states:
        called |= {noun: {states.most_common(1)[0][0]} for noun in places().country_nouns}
    kinds = organizations().bare | places().settlements | people().offices | places().country_nouns
    return {form: found for form, found in called.items() if form in kinds}


def _bare_kinds(view: SentenceView, called: Mapping[str, Set[str]], named_last: Sequence[str]) -> Iterator[Actor]:
    """Yield mentions by a bare head noun, referring to the last entity introduced by it: «التنظيم», «الوزير»."""
    for node in view.tree.nodes:
        if not node.definite or view.at(node.index) or not _is_alone(view, node) or _speaks_for(view, node):
            continue
        before = [*named_last, *(actor.entity for actor in view.actors if actor.last < node.index)]
        entity = view.organization_called(node) if node.matches(organizations().heads) else None
        entity = entity or next((each for each in reversed(before) if each in called.get(node.form, ())), None)
        if entity:
            yield Actor(entity, view.kind_of(entity), node.index, node.index, named=False)


def _is_alone(view: SentenceView, node: Node) -> bool:
    """Return whether nothing after a noun specifies it."""
    after = view.tree[node.index + 1] if node.index < len(view.tree) else None
    return after is None or not (
        after.word.upos in ("ADJ", "NOUN", "PROPN") or after.token == node.token or view.at(after.index)
    )


def _speaks_for(view: SentenceView, node: Node) -> bool:
    """Return whether the words after an office specify it: «المتحدث باسم الجيش»."""
    after = view.tree[node.index + 1] if node.index < len(view.tree) else None
    return (
        after is not None
        and node.matches(people().offices)
        and fold(after.word.form) in function_words().representing_words
    )


def _own_countries(view: SentenceView, holders: Holders, named_last: Sequence[str]) -> Iterator[Actor]:
    """Yield mentions of a country by «بلاده», whose office the speaker, or else the last named person, holds."""
    for node, owner in pairwise(view.tree.nodes):
        if node.form in places().country_nouns and owner.word.upos == "PRON" and owner.token == node.token:
            before = [*named_last, *(actor.entity for actor in view.actors if actor.last < node.index)]
            named = next((each for each in reversed(before) if view.kind_of(each) == "PER"), None)
            person = _speaker(view, node) or named
            countries = {state for (_, state), held in holders.items() if person in held}
            if len(countries) == 1:
                yield Actor(min(countries), view.kind_of(min(countries)), node.index, owner.index, named=False)


def _speaker(view: SentenceView, node: Node) -> str | None:
    """Return the person whose indirect speech holds a word: «قال شكري خلال لقاء مع نظيره إن بلاده»."""
    opened = False
    for before in reversed(view.tree.nodes[: node.index - 1]):
        if fold(before.word.form) in function_words().complementizers:
            opened = True
        elif opened and before.lemma in cues().speech and before.word.upos == "VERB":
            doer = subject(view, before)
            return next((actor.entity for actor in doer.actors if actor.kind == "PER"), None) if doer else None
    return None


def _of_states(view: SentenceView, taken: set[int]) -> Iterator[Actor]:
    """Yield representatives of a country without a name: «مسؤول تركي», «وزير الخارجية الروسي», «الجانب الإيراني»."""
    taken = taken | {i for p in view.phrases.values() if p.office for i in range(p.office, p.last + 1)}
    for node in view.tree.nodes:
        if node.index in taken or view.at(node.index) or not node.matches(people().offices | people().agents):
            continue
        last = node.index + 1
        between = organizations().ministries | organizations().between | people().qualifiers
        while last < len(view.tree) and view.tree[last].matches(between) and not view.at(last):
            last += 1
        if last <= len(view.tree) and not view.at(last) and last not in taken:
            country = view.country(view.tree[last])
            following = view.at(last + 1)
            titled = following is not None and following.kind == "PER" and following.first == last + 1
            titled = titled and node.matches(people().offices)
            if country and not titled:  # «العاهل المغربي محمد السادس» is one person
                yield Actor(country, "LOC", node.index, last, named=False)
                yield from _other_states(view, last)


def _other_states(view: SentenceView, last: int) -> Iterator[Actor]:
    """Yield the countries of coordinated adjectives: «الجانبان المصري والأردني»."""
    for joint in range(last + 1, len(view.tree), 2):
        country = view.country(view.tree[joint + 1])
        if view.tree[joint].word.form != "و" or country is None or view.at(joint + 1):
            return
        yield Actor(country, "LOC", joint + 1, joint + 1, named=False)
