"""Government organizations, named by a head noun and the adjective of a country: الجيش السوري, وزارة الدفاع الروسية."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.lexicon import Country, countries, organizations, people
from graph_builder.resolve.candidates import Candidate
from graph_builder.syntax import Node, Tree

# Maximum number of words between a head noun and its adjective.
_MOST_INNER = 4


def government_organizations(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the span from each head noun to the adjective that completes the name."""
    for head in tree.nodes:
        if (
            head.matches(organizations().of_states)
            and "Number=Dual" not in head.word.feats
            and not _describes(tree, head)
        ):
            last = _adjective_of(tree, head)
            if last is not None and not _is_an_office(tree, head):
                yield Candidate(sentence, head.index, last.index, "ORG", "state_body")
        if head.matches(organizations().commands):
            yield from _command(tree, head, sentence)


def numbered_units(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the names of military units that consist of a noun and a number: «اللواء 55 مدرع», «الفرقة 30»."""
    for head in tree.nodes[:-1]:
        number = tree[head.index + 1]
        if head.matches(organizations().units) and number.word.form.isdecimal() and number.token != head.token:
            last = number.index
            if last < len(tree) and tree[last + 1].form in organizations().arms:
                last += 1
            yield Candidate(sentence, head.index, last, "ORG", "numbered_unit")


def country_of(words: tuple[Node, ...]) -> Country | None:
    """Return the country of the last nationality adjective in a name."""
    for node in reversed(words):
        country = countries().of_adjective(node.word.form) if node.definite else None
        if country:
            return country
    return None


def _describes(tree: Tree, head: Node) -> bool:
    """Return whether the word is an adjective of the one before it: السياسة الخارجية is not a ministry."""
    before = tree[head.index - 1] if head.index > 1 and head.matches(organizations().ministries) else None
    return head.definite and before is not None and before.definite and before.word.upos in ("NOUN", "ADJ")


def _is_an_office(tree: Tree, head: Node) -> bool:
    """Return whether the word belongs to a minister's title: in وزير الدفاع الروسي the adjective is the person's."""
    return (
        head.matches(organizations().ministries) and head.index > 1 and tree[head.index - 1].matches(people().offices)
    )


def _command(tree: Tree, head: Node, sentence: int) -> Iterator[Candidate]:
    """Yield the command of an army, with everything that it commands: القيادة العامة للجيش السوري والقوات المسلحة."""
    army = head.index + 1
    if army <= len(tree) and tree[army].form in organizations().command_adjectives:
        army += 2 if army < len(tree) and tree[army + 1].word.form == "ل" else 1
    if army > len(tree) or not tree[army].matches(organizations().armies):
        return
    adjective = _adjective_of(tree, tree[army])
    last = adjective.index if adjective else army
    if last + 3 <= len(tree) and _and_the_forces(tree, last + 1):
        last += 3
    if last > army:
        yield Candidate(sentence, head.index, last, "ORG", "command_of_army")


def _and_the_forces(tree: Tree, index: int) -> bool:
    forces = tree[index + 1].matches(organizations().armies) and tree[index + 2].matches(organizations().armed)
    return tree[index].word.form == "و" and forces


def _adjective_of(tree: Tree, head: Node) -> Node | None:
    for inner, node in enumerate(tree.nodes[head.index : head.index + _MOST_INNER + 1]):
        if node.definite and countries().of_adjective(node.word.form):
            # An adjective agrees with a head that has the article, or that its genitive makes definite.
            return node if head.definite or inner else None
        if not (node.definite and node.matches(organizations().between)):
            return None
    return None
