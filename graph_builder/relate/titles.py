"""Offices before the names of those who hold them: «وزير الخارجية الروسي» before «سيرغي لافروف»."""

from __future__ import annotations

from typing import Protocol

from graph_builder.lexicon import bodies, cues, people
from graph_builder.relate.actor import Actor
from graph_builder.syntax import Node, Tree


class Mentioning(Protocol):
    """A sentence whose actors are known."""

    tree: Tree

    def at(self, index: int) -> Actor | None:
        """Return the actor whose mention holds a word."""


def office_before(scene: Mentioning, actor: Actor) -> int | None:
    """Where the office of a person begins that stands before the name: «وزير الخارجية الروسي» before «سيرغي لافروف»."""
    head = _office_head(scene, actor)
    ranked = _before_ranks(scene, actor.first - 1) < actor.first - 1
    # «نائب العبادي» is another man.
    another = head == actor.first - 1 and not scene.tree[head].definite
    if head is None and ranked and scene.tree[actor.first - 1].is_a(people().offices):
        return actor.first - 1
    return None if another or is_of_kin(scene, actor) else head


def is_of_kin(scene: Mentioning, actor: Actor) -> bool:
    """Return whether a person is named only to say who another is: «شقيق الرئيس حامد كرزاي»."""
    head = _office_head(scene, actor)
    before = scene.at(actor.first - 1)
    if head is None and before and not before.named:  # «الرئيس الأفغاني» stands for his country
        head = before.first
    return head is not None and head > 1 and _is_kin(scene, scene.tree[head - 1])


def _office_head(scene: Mentioning, actor: Actor) -> int | None:
    head = None
    index = _before_ranks(scene, actor.first - 1)
    ranked = index < actor.first - 1
    while index >= 1:
        inside = scene.at(index)
        node = scene.tree[index]
        if inside:
            if inside.kind == "PER" or head:
                break
            index = inside.first - 1
        elif node.is_a(people().offices | people().members) and (head is None or not node.definite):
            head = index
            index -= 1
        elif head is None and _within_office(scene, node) and not (ranked and node.word.upos == "ADP"):
            index -= 1
        else:
            break
    return head


def _before_ranks(scene: Mentioning, index: int) -> int:
    """The word before the ranks and courtesies that end at one: before «الأمير» in «ولي العهد الأمير»."""
    while index >= 1 and scene.tree[index].definite and scene.tree[index].form in people().honorifics:
        index -= 1
    return index


def _within_office(scene: Mentioning, node: Node) -> bool:
    """Whether a word may stand between an office and its holder."""
    if node.word.upos == "PRON":
        return node.index > 1 and scene.tree[node.index - 1].is_a(people().offices)
    if node.word.upos in ("VERB", "PUNCT", "CCONJ", "SCONJ", "AUX"):
        return False
    if node.word.upos == "ADP":
        after = scene.tree[node.index + 1]
        return scene.at(after.index) is not None or after.definite or after.is_a(people().qualifiers)
    return node.definite or node.is_a(people().qualifiers | bodies().ministries | bodies().heads)


def _is_kin(scene: Mentioning, node: Node) -> bool:
    """Whether a noun before an office says that who is named is another: «نجل الرئيس جمال مبارك».

    Behind a name the noun tells who that is, and the office is that of whoever is named behind it.
    """
    index = node.index - 1
    while index > 1 and scene.tree[index].word.form == "،":
        index -= 1
    before = scene.at(index) if index >= 1 else None
    return node.is_a(cues().kinship) and (before is None or before.kind != "PER")
