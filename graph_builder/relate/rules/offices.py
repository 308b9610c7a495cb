"""Offices of people, and countries of organizations."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import function_words, organizations, people
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.titles import office_after
from graph_builder.relate.sentence.view import SentenceView


def offices(view: SentenceView) -> Iterator[Extraction]:
    """Yield offices before a person's name, «وزير الخارجية الروسي سيرغي لافروف», or after a comma following it."""
    for actor in view.actors:
        if actor.kind != "PER" or not actor.named:
            continue
        phrase = view.phrase(actor)
        if phrase.office:
            last = _title_end(view, phrase.office, actor.first - 1)
            yield from _office(view, actor, phrase.office, last, "office_before_name")
        # «الرئيس هادي المبعوث الأممي»: a person with an office before the name has no second one directly after it.
        comma = view.tree[min(actor.last + 1, len(view.tree))].word.form == "،"
        if (comma or not phrase.office) and (after := office_after(view, actor)):
            yield from _office(view, actor, *after, "office_after_name")


def affiliations(view: SentenceView) -> Iterator[Extraction]:
    """Yield affiliations by a nationality adjective in or after an organization's name: الجيش السوري with Syria."""
    for actor in view.actors:
        yield from _by_adjective_after(view, actor)
        if actor.kind == "ORG" and actor.last > actor.first:
            nationality = [n for n in view.tree.nodes[actor.first - 1 : actor.last] if n.definite and view.country(n)]
            army = _army(view, actor)
            if army:
                proof = evidence(view, actor.first, actor.last, "command_of_army")
                yield Extraction(actor.entity, "affiliated_with", army, proof)
            elif nationality:
                country = view.country(nationality[-1])
                proof = evidence(view, actor.first, actor.last, "nationality_in_name")
                yield Extraction(actor.entity, "affiliated_with", country or "", proof)
            else:
                yield from _of_country(view, actor)


def _by_adjective_after(view: SentenceView, actor: Actor) -> Iterator[Extraction]:
    """Yield the country of a nationality adjective after an organization's name: «صحيفة «الغارديان» البريطانية»."""
    index = view.index_after(actor)
    if actor.kind != "ORG" or not actor.named or index > len(view.tree) or view.at(index):
        return
    node = view.tree[index]
    country = view.country(node) if node.definite else None
    if country:
        proof = evidence(view, actor.first, index, "nationality_after_name")
        yield Extraction(actor.entity, "affiliated_with", country, proof)


def _army(view: SentenceView, actor: Actor) -> str | None:
    """Return the army to which a command belongs: «القيادة العامة للجيش السوري»."""
    if not view.tree[actor.first].matches(organizations().commands):
        return None
    inside = [node for node in view.tree.nodes[actor.first : actor.last] if node.matches(organizations().armies)]
    return view.organization_called(inside[0]) if inside else None


def _of_country(view: SentenceView, actor: Actor) -> Iterator[Extraction]:
    """Yield the country named after a government organization: «وزارة الأمن في كوريا الشمالية»."""
    tree = view.tree
    index = actor.last + 1
    place = (
        view.at(index + 1)
        if index < len(tree) and fold(tree[index].word.form) in function_words().seat_prepositions
        else None
    )
    if place and tree[actor.first].matches(organizations().of_states) and view.is_country(place):
        proof = evidence(view, actor.first, place.last, "government_organization")
        yield Extraction(actor.entity, "affiliated_with", place.entity, proof)


def _office(view: SentenceView, actor: Actor, first: int, last: int, rule: str) -> Iterator[Extraction]:
    organization = _organization(view, first, last)
    words = view.tree.nodes[first - 1 : last]
    if any(node.matches(people().former) for node in words):
        return
    if organization:
        coming = any(node.matches(people().coming) for node in words)
        proof = evidence(view, first, last, rule)
        member = view.tree[first].matches(people().members)
        if member and view.kind_of(organization) != "ORG":
            return
        predicate = "affiliated_with" if member else "holds_position"
        yield Extraction(actor.entity, predicate, organization, proof, modality="future" if coming else "asserted")
    seat = _seat(view, first, last)
    if seat:
        yield Extraction(actor.entity, "present_in", seat, evidence(view, first, last, "seat_of_office"))


def _title_end(view: SentenceView, first: int, last: int) -> int:
    """Return the last word of an office, without the ranks and honorifics between it and the name."""
    while last > first and view.tree[last].form in people().honorifics and not view.at(last):
        last -= 1
    return last


def _organization(view: SentenceView, first: int, last: int) -> str | None:
    """Return the organization of an office: one named in it, else that of a country's name or an adjective."""
    tree = view.tree
    inside = [actor for actor in view.actors if first <= actor.first and actor.last <= last]
    of_state = tree[first].matches(people().state_offices)
    named = [a for a in inside if a.kind == "ORG" and not of_state]
    if named:
        return named[0].entity
    for node in tree.nodes[first - 1 : last]:
        if not view.at(node.index) and (country := view.country(node)):
            return country
        if organization := organizations().by_adjective.get(node.form):
            return view.lexicon_entity("ORG", organization.name)
        if node.definite and node.matches(organizations().heads) and (holder := view.organization_called(node)):
            return holder
    governed = [a for a in inside if a.kind == "LOC" and tree[a.first - 1].word.upos != "ADP"]
    return governed[0].entity if governed else None


def _seat(view: SentenceView, first: int, last: int) -> str | None:
    """Return the place of an envoy's post: «السفير الإيراني لدى دمشق», «السفير المصري في السودان»."""
    envoy = view.tree[first].matches(people().envoys)
    for actor in view.actors:
        inside = first < actor.first and actor.last <= last and actor.kind == "LOC"
        before = view.tree[actor.first - 1].form if inside else ""
        if before == "لدي" or (before == "في" and envoy):
            return actor.entity
    return None
