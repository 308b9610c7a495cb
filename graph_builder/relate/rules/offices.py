"""Rules for offices of people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.lexicon import organizations, people
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.titles import office_after
from graph_builder.relate.sentence.view import SentenceView


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its holder.

    Attributes:
        view: The sentence.
        holder: The holder.
        first: First word of the office.
        last: Last word of the office.
    """

    view: SentenceView
    holder: Actor
    first: int
    last: int

    def match(self, predicate: str, entity: str) -> Match:
        """Return the match of a rule that the whole office triggers."""
        return Match(self.holder.entity, predicate, entity, self.first, self.last)


@rule(Office)
def office_before_name(office: Office) -> Iterator[Match]:
    """Who is named after an office holds it: «وزير الخارجية الروسي سيرغي لافروف»."""
    if office.last < office.holder.first:
        yield from _held(office)


@rule(Office)
def office_after_name(office: Office) -> Iterator[Match]:
    """Who is named before an office holds it: «سيرغي لافروف، وزير الخارجية الروسي»."""
    if office.last > office.holder.first:
        yield from _held(office)


@rule(Office)
def seat_of_office(office: Office) -> Iterator[Match]:
    """An envoy is at his post: «السفير الإيراني لدى دمشق», «السفير المصري في السودان»."""
    if seat := _seat(office.view, office.first, office.last):
        yield office.match("present_in", seat)


def offices(view: SentenceView) -> Iterator[Office]:
    """Yield the offices before a person's name, or after it and a comma, except former ones."""
    for actor in view.actors:
        if actor.kind == "PER" and actor.named:
            for first, last in _titles(view, actor):
                if not any(node.matches(people().former) for node in view.tree.nodes[first - 1 : last]):
                    yield Office(view, actor, first, last)


def _titles(view: SentenceView, actor: Actor) -> Iterator[tuple[int, int]]:
    before = view.phrase(actor).office
    if before:
        yield before, _title_end(view, before, actor.first - 1)
    # «الرئيس هادي المبعوث الأممي»: a person with an office before the name has no second one directly after it.
    comma = view.tree[min(actor.last + 1, len(view.tree))].word.form == "،"
    if (comma or not before) and (after := office_after(view, actor)):
        yield after


def _held(office: Office) -> Iterator[Match]:
    """Yield that the holder holds an office of its organization, or belongs to it as a member."""
    view, first, last = office.view, office.first, office.last
    organization = _organization(view, first, last)
    member = view.tree[first].matches(people().members | people().professions)
    member = member and not view.tree[first].matches(people().offices)
    if organization is None or (member and view.kind_of(organization) != "ORG"):
        return
    coming = any(node.matches(people().coming) for node in view.tree.nodes[first - 1 : last])
    match = office.match("affiliated_with" if member else "holds_position", organization)
    yield replace(match, modality="future") if coming else match


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
