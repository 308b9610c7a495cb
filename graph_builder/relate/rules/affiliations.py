"""Rules for the countries and superiors of organizations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import function_words, organizations
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """The name of an organization in its sentence.

    Attributes:
        view: The sentence.
        actor: The organization.
    """

    view: SentenceView
    actor: Actor

    def match(self, entity: str, last: int) -> Match:
        """Return the affiliation with an entity that the words from the name to `last` state."""
        return Match(self.actor.entity, "affiliated_with", entity, self.actor.first, last)


@rule(OrganizationName)
def nationality_after_name(name: OrganizationName) -> Iterator[Match]:
    """The adjective of a country follows the name of its organization: «صحيفة «الغارديان» البريطانية»."""
    view, index = name.view, name.view.index_after(name.actor)
    if name.actor.named and index <= len(view.tree) and not view.at(index):
        node = view.tree[index]
        country = view.country(node) if node.definite else None
        if country:
            yield name.match(country, index)


@rule(OrganizationName)
def command_of_army(name: OrganizationName) -> Iterator[Match]:
    """A command belongs to the army in its name: «القيادة العامة للجيش السوري»."""
    if army := _army(name):
        yield name.match(army, name.actor.last)


@rule(OrganizationName)
def nationality_in_name(name: OrganizationName) -> Iterator[Match]:
    """The name of an organization contains the adjective of its country: «الجيش السوري»."""
    country = _nationality(name)
    if country and not _army(name):
        yield name.match(country, name.actor.last)


@rule(OrganizationName)
def government_organization(name: OrganizationName) -> Iterator[Match]:
    """The name of its country follows an organization of a state: «وزارة الأمن في كوريا الشمالية»."""
    tree, index = name.view.tree, name.actor.last + 1
    of_state = name.actor.last > name.actor.first and tree[name.actor.first].matches(organizations().of_states)
    if not of_state or _nationality(name) or _army(name):
        return
    seated = index < len(tree) and fold(tree[index].word.form) in function_words().seat_prepositions
    place = name.view.at(index + 1) if seated else None
    if place and name.view.is_country(place):
        yield name.match(place.entity, place.last)


def organization_names(view: SentenceView) -> Iterator[OrganizationName]:
    """Yield the names of organizations in a sentence."""
    return (OrganizationName(view, actor) for actor in view.actors if actor.kind == "ORG")


def _army(name: OrganizationName) -> str | None:
    """Return the army to which a command belongs."""
    tree, actor = name.view.tree, name.actor
    if not tree[actor.first].matches(organizations().commands):
        return None
    inside = [node for node in tree.nodes[actor.first : actor.last] if node.matches(organizations().armies)]
    return name.view.organization_called(inside[0]) if inside else None


def _nationality(name: OrganizationName) -> str | None:
    """Return the country of the last adjective in a name of several words."""
    words = name.view.tree.nodes[name.actor.first - 1 : name.actor.last]
    countries = [name.view.country(node) for node in words if node.definite] if len(words) > 1 else []
    return next((country for country in reversed(countries) if country), None)
