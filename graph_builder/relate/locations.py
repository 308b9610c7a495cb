"""What lies where."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import places
from graph_builder.relate.actor import Actor
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.scene import Scene
from graph_builder.syntax import Node

_WITHIN = frozenset({"في", "ب", "داخل"})
_BETWEEN = frozenset('«»“”"()و')
_FARTHEST = 6


def locations(scene: Scene) -> Iterator[Claim]:
    """A place within another: «بلدتي الفوعة وكفريا في ريف إدلب», «خان طومان جنوب حلب», «حلب السورية»."""
    for actor in scene.actors:
        if actor.kind != "LOC" or _flows(scene, actor) or scene.is_country(actor) or _governed(scene, actor):
            continue
        yield from _by_adjective(scene, actor)
        yield from _by_words(scene, actor)


def _flows(scene: Scene, actor: Actor) -> bool:
    """Whether a place is a river or a road, which lies in more than one other."""
    return actor.first > 1 and scene.tree[actor.first - 1].is_a(places().lines)


def _governed(scene: Scene, actor: Actor) -> bool:
    """Whether a place only tells whose or which something is: سفارة روسيا في دمشق, مفاوضات جنيف السورية."""
    first = scene.phrase(actor).first
    before = scene.tree[first - 1] if first > 1 else None
    if before is None or before.word.upos != "NOUN" or before.definite or scene.at(before.index):
        return False
    return not before.is_a(places().heads | places().directions | places().parts)


def _by_adjective(scene: Scene, actor: Actor) -> Iterator[Claim]:
    index = actor.last + 1
    if index > len(scene.tree):
        return
    node = scene.tree[index]
    country = scene.country(node) if node.definite and not scene.at(index) else None
    if country and node.word.form.endswith("ة"):
        yield Claim(actor.entity, "located_in", country, evidence(scene, actor.first, index, "adjective_after_place"))


def _by_words(scene: Scene, actor: Actor) -> Iterator[Claim]:
    """Read on from a place to the next one, over nothing but words that say how the two lie."""
    found = _container(scene, actor)
    if found is None:
        return
    container, rule = found
    for inner in _with_those_before(scene, actor):
        if inner.entity != container.entity:
            yield Claim(
                inner.entity, "located_in", container.entity, evidence(scene, actor.first, container.last, rule)
            )


def _container(scene: Scene, actor: Actor) -> tuple[Actor, str] | None:
    rule = None
    for index in range(actor.last + 1, min(actor.last + 1 + _FARTHEST, len(scene.tree) + 1)):
        node = scene.tree[index]
        inside = scene.at(index)
        if inside:
            return (inside, rule) if inside.kind == "LOC" and rule else None
        if fold(node.word.form) in _WITHIN:
            rule = rule or "place_within_place"
        elif node.word.form == "ل" and scene.tree[index - 1].lemma == "تابع":
            rule = "place_belonging_to"
        elif node.form in places().directions and not node.definite:
            rule = "place_beside_direction"
        elif node.form == "عاصمه" and not node.definite:
            rule = "capital_of"
        elif not _passes(node) and not (node.word.form == "،" and _is_direction(scene, index + 1)):
            return None
    return None


def _passes(node: Node) -> bool:
    said = node.word.upos == "ADJ" or node.lemma == "تابع"
    return said or node.is_a(places().heads) or node.word.form in _BETWEEN


def _is_direction(scene: Scene, index: int) -> bool:
    return index <= len(scene.tree) and scene.tree[index].form in places().directions


def _with_those_before(scene: Scene, actor: Actor) -> list[Actor]:
    """The places that a chain of «و» ends with this one."""
    for other in scene.actors:
        chain = scene.coordinated(other)
        if actor in chain:
            return [each for each in chain[: chain.index(actor) + 1] if each.kind == "LOC"]
    return [actor]
