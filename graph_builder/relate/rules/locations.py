"""Rules for places within other places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ENCLOSING
from graph_builder.lexicon import function_words, places
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_BETWEEN = ENCLOSING | {"و"}
_FARTHEST = 6

_Link = Literal["adjective", "preposition", "noun of belonging", "direction", "capital"]


@dataclass(frozen=True, slots=True)
class Location:
    """Places with words that put them in another.

    Attributes:
        places: Ids of the places.
        within: Id of the other place.
        first: First word of the trigger.
        last: Last word of the trigger.
        link: What links them.
    """

    places: tuple[str, ...]
    within: str
    first: int
    last: int
    link: _Link


@rule(Location)
def adjective_after_place(location: Location) -> Iterator[Match]:
    """The adjective of a country follows the name of its place: «حلب السورية»."""
    yield from _located(location, "adjective")


@rule(Location)
def place_within_place(location: Location) -> Iterator[Match]:
    """A preposition of place separates two places: «بلدتي الفوعة وكفريا في ريف إدلب»."""
    yield from _located(location, "preposition")


@rule(Location)
def place_belonging_to(location: Location) -> Iterator[Match]:
    """A place belongs to the next: «بلدة كفريا التابعة لمحافظة إدلب»."""
    yield from _located(location, "noun of belonging")


@rule(Location)
def place_beside_direction(location: Location) -> Iterator[Match]:
    """A direction separates two places: «خان طومان جنوب حلب»."""
    yield from _located(location, "direction")


@rule(Location)
def capital_of(location: Location) -> Iterator[Match]:
    """A place is the capital of the next: «بغداد عاصمة العراق»."""
    yield from _located(location, "capital")


def locations(view: SentenceView) -> Iterator[Location]:
    """Yield the places of a sentence that it puts in others, except rivers, roads and countries."""
    for actor in view.actors:
        if actor.kind != "LOC" or _flows(view, actor) or view.is_country(actor) or _governed(view, actor):
            continue
        yield from _by_adjective(view, actor)
        yield from _by_words(view, actor)


def _located(location: Location, link: _Link) -> Iterator[Match]:
    if location.link == link:
        for place in location.places:
            yield Match(place, "located_in", location.within, location.first, location.last)


def _flows(view: SentenceView, actor: Actor) -> bool:
    """Return whether a place is a river or a road, which lies in several others."""
    return actor.first > 1 and view.tree[actor.first - 1].matches(places().lines)


def _governed(view: SentenceView, actor: Actor) -> bool:
    """Return whether a place only modifies another noun: سفارة روسيا في دمشق, مفاوضات جنيف السورية."""
    first = view.phrase(actor).first
    before = view.tree[first - 1] if first > 1 else None
    if before is None or before.word.upos != "NOUN" or before.definite or view.at(before.index):
        return False
    return not before.matches(places().heads | places().directions | places().parts)


def _by_adjective(view: SentenceView, actor: Actor) -> Iterator[Location]:
    index = actor.last + 1
    if index > len(view.tree):
        return
    node = view.tree[index]
    country = view.country(node) if node.definite and not view.at(index) else None
    if country and node.word.form.endswith("ة"):
        yield Location((actor.entity,), country, actor.first, index, "adjective")


def _by_words(view: SentenceView, actor: Actor) -> Iterator[Location]:
    """Yield the location of a place in the next one, if only words of spatial relations separate them."""
    if found := _container(view, actor):
        container, link = found
        inner = [each.entity for each in _with_those_before(view, actor) if each.entity != container.entity]
        yield Location(tuple(inner), container.entity, actor.first, container.last, link)


def _container(view: SentenceView, actor: Actor) -> tuple[Actor, _Link] | None:
    link: _Link | None = None
    for index in range(actor.last + 1, min(actor.last + 1 + _FARTHEST, len(view.tree) + 1)):
        node = view.tree[index]
        inside = view.at(index)
        if inside:
            return (inside, link) if inside.kind == "LOC" and link else None
        if fold(node.word.form) in function_words().locatives:
            link = link or "preposition"
        elif node.word.form == "ل" and view.tree[index - 1].lemma in places().belonging:
            link = "noun of belonging"
        elif node.form in places().directions and not node.definite:
            link = "direction"
        elif node.form in places().capital_nouns and not node.definite:
            link = "capital"
        elif not _passes(node) and not (node.word.form == "،" and _is_direction(view, index + 1)):
            return None
    return None


def _passes(node: Node) -> bool:
    said = node.word.upos == "ADJ" or node.lemma in places().belonging
    return said or node.matches(places().heads) or node.word.form in _BETWEEN


def _is_direction(view: SentenceView, index: int) -> bool:
    return index <= len(view.tree) and view.tree[index].form in places().directions


def _with_those_before(view: SentenceView, actor: Actor) -> list[Actor]:
    """Return the places coordinated by «و» up to this one."""
    for other in view.actors:
        chain = view.coordinated(other)
        if actor in chain:
            return [each for each in chain[: chain.index(actor) + 1] if each.kind == "LOC"]
    return [actor]
