"""Locations: places within other places."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ENCLOSING
from graph_builder.lexicon import function_words, places
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_BETWEEN = ENCLOSING | {"و"}
_FARTHEST = 6


def locations(view: SentenceView) -> Iterator[Extraction]:
    """Yield places within others: «بلدتي الفوعة وكفريا في ريف إدلب», «خان طومان جنوب حلب», «حلب السورية»."""
    for actor in view.actors:
        if actor.kind != "LOC" or _flows(view, actor) or view.is_country(actor) or _governed(view, actor):
            continue
        yield from _by_adjective(view, actor)
        yield from _by_words(view, actor)


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


def _by_adjective(view: SentenceView, actor: Actor) -> Iterator[Extraction]:
    index = actor.last + 1
    if index > len(view.tree):
        return
    node = view.tree[index]
    country = view.country(node) if node.definite and not view.at(index) else None
    if country and node.word.form.endswith("ة"):
        yield Extraction(
            actor.entity, "located_in", country, evidence(view, actor.first, index, "adjective_after_place")
        )


def _by_words(view: SentenceView, actor: Actor) -> Iterator[Extraction]:
    """Yield the location of a place in the next one, if only words of spatial relations separate them."""
    found = _container(view, actor)
    if found is None:
        return
    container, rule = found
    for inner in _with_those_before(view, actor):
        if inner.entity != container.entity:
            yield Extraction(
                inner.entity, "located_in", container.entity, evidence(view, actor.first, container.last, rule)
            )


def _container(view: SentenceView, actor: Actor) -> tuple[Actor, str] | None:
    rule = None
    for index in range(actor.last + 1, min(actor.last + 1 + _FARTHEST, len(view.tree) + 1)):
        node = view.tree[index]
        inside = view.at(index)
        if inside:
            return (inside, rule) if inside.kind == "LOC" and rule else None
        if fold(node.word.form) in function_words().locatives:
            rule = rule or "place_within_place"
        elif node.word.form == "ل" and view.tree[index - 1].lemma in places().belonging:
            rule = "place_belonging_to"
        elif node.form in places().directions and not node.definite:
            rule = "place_beside_direction"
        elif node.form in places().capital_nouns and not node.definite:
            rule = "capital_of"
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
