"""Offices before the names of their holders: «وزير الخارجية الروسي» before «سيرغي لافروف»."""

from __future__ import annotations

from typing import Protocol

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, function_words, organizations, people, places
from graph_builder.relate.sentence.actor import Actor
from graph_builder.syntax import Node, Tree

# Maximum number of words between the office of an aide and that of the person served: «المبعوث الخاص ل».
_FARTHEST_AIDE = 4


class Mentioning(Protocol):
    """A sentence with known actors."""

    tree: Tree

    def at(self, index: int) -> Actor | None:
        """Return the actor whose mention contains a word."""


def office_before(view: Mentioning, actor: Actor) -> int | None:
    """Return the first word of the office before a person's name: «وزير الخارجية الروسي» before «سيرغي لافروف»."""
    head = _office_head(view, actor)
    ranked = _before_ranks(view, actor.first - 1) < actor.first - 1
    # «نائب العبادي» is another person.
    another = head == actor.first - 1 and not view.tree[head].definite
    if head is None and ranked and view.tree[actor.first - 1].matches(people().offices):
        return actor.first - 1
    return None if another or is_of_kin(view, actor) else head


def before_titles(view: Mentioning, first: int) -> int:
    """Return the first word of the other titles before an office, a rank or a name, or that word itself.

    «معالي وزير الإسكان», «صاحب السمو الملكي الأمير», «نائب الرئيس اليمني رئيس الوزراء خالد بحاح».
    """
    other = view.at(first - 1)
    if other and other.kind == "LOC" and not other.named and view.tree[other.first].matches(people().offices):
        first = other.first
        while first > 1 and view.tree[first - 1].matches(people().offices) and not view.tree[first - 1].definite:
            first -= 1
    index = first - 1
    while index >= 1 and view.tree[index].word.upos == "ADJ" and view.tree[index].definite and not view.at(index):
        index -= 1
    if index < 1 or view.at(index) or view.tree[index].form not in people().courtesy:
        return first
    return index - 1 if index > 1 and view.tree[index - 1].matches(people().bearers) else index


def before_spokesperson(view: Mentioning, actor: Actor, first: int) -> int:
    """Return the first word of «المتحدث باسم» before an organization or country, or word `first`.

    A person named after it speaks himself: «المتحدث باسم الجيش، أحمد المسماري».
    """
    index = first - 1
    if index > 1 and fold(view.tree[index].word.form) == "اسم":
        index -= 1
    if index <= 1 or view.tree[index].word.form not in ("ب", "ل"):
        return first
    index -= 1
    while index > 1 and view.tree[index].word.upos == "ADJ" and not view.at(index):
        index -= 1
    after = actor.last + 1
    after += after < len(view.tree) and view.tree[after].word.form == "،"
    person = view.at(after)
    named = person is not None and person.kind == "PER"
    return index if view.tree[index].matches(people().spokespeople) and not view.at(index) and not named else first


def is_of_kin(view: Mentioning, actor: Actor) -> bool:
    """Return whether a person is named only to identify a relative: «شقيق الرئيس حامد كرزاي»."""
    head = _office_head(view, actor)
    before = view.at(actor.first - 1)
    if head is None and before and not before.named:  # «الرئيس الأفغاني» refers to his country
        head = before.first
    return head is not None and head > 1 and _is_kin(view, view.tree[head - 1])


def _office_head(view: Mentioning, actor: Actor) -> int | None:
    head = None
    index = _before_ranks(view, actor.first - 1)
    ranked, beside = index < actor.first - 1, index
    while index >= 1:
        at_name = ranked or index == beside
        inside = view.at(index)
        node = view.tree[index]
        if inside:
            if inside.kind == "PER" or head:
                break
            index = _before_head_noun(view, inside.first - 1)
            if head is None and _links_office(view, index):  # «رئيس وفد المعارضة السورية»
                index -= 1
        elif node.matches(people().offices | people().members) and (head is None or not node.definite):
            head = index
            index -= 1
        elif head is None and _is_member(view, node):
            return index
        elif head is None and _within_office(view, node) and not (at_name and node.word.upos == "ADP"):
            index -= 1
        else:
            break
    return head


def _is_member(view: Mentioning, node: Node) -> bool:
    """Return whether a word names a member of the organization after it: «نجم ليفربول محمد صلاح»."""
    organization = view.at(node.index + 1)
    beside = organization is not None and organization.kind == "ORG" and organization.first == node.index + 1
    return beside and not node.definite and node.matches(people().professions)


def _before_head_noun(view: Mentioning, index: int) -> int:
    """Return the word before the head noun of a name: before «تنظيم» in «القيادي في تنظيم القاعدة»."""
    heads = organizations().generic | organizations().bare | places().heads
    outside = index > 1 and view.at(index) is None and not view.tree[index].definite
    return index - 1 if outside and view.tree[index].matches(heads) else index


def _links_office(view: Mentioning, index: int) -> bool:
    """Return whether a word joins an office to the organization after it: «وفد»."""
    joins = index > 1 and view.tree[index].word.upos == "NOUN" and not view.tree[index].definite
    joins = joins and view.at(index) is None and not view.tree[index].matches(people().offices)
    return joins and view.tree[index - 1].matches(people().offices) and not view.tree[index - 1].definite


def _before_ranks(view: Mentioning, index: int) -> int:
    """Return the word before the ranks and honorifics that end here: before «الأمير» in «ولي العهد الأمير»."""
    while index >= 1 and view.tree[index].definite and view.tree[index].form in people().honorifics:
        index -= 1
    return index


def _within_office(view: Mentioning, node: Node) -> bool:
    """Return whether a word may stand between an office and its holder."""
    if node.word.upos == "PRON":
        return node.index > 1 and view.tree[node.index - 1].matches(people().offices)
    if node.word.upos in ("VERB", "PUNCT", "CCONJ", "SCONJ", "AUX"):
        return False
    if node.word.upos == "ADP":
        after = view.tree[node.index + 1]
        named = view.at(after.index) or (
            _before_head_noun(view, after.index) < after.index and view.at(after.index + 1)
        )
        return named is not None or after.definite or after.matches(people().qualifiers)
    return node.definite or node.matches(people().qualifiers | organizations().ministries | organizations().heads)


def _is_kin(view: Mentioning, node: Node) -> bool:
    """Return whether a kinship noun before an office makes the person named a relative: «نجل الرئيس جمال مبارك».

    After a name the kinship noun describes that person, and the office is held by the next person named.
    """
    named = view.at(node.index) is not None  # جدة is a city, too
    return not named and node.matches(cues().kinship) and _described(view, node.index) is None


def _described(view: Mentioning, index: int) -> Actor | None:
    """Return the person directly before a description, or before a comma: «نافالني، أبرز منافسي الرئيس».

    Args:
        view: The sentence.
        index: A noun for a relative, an aide or an office in the description; others and a word that singles one out
            may stand before it.
    """
    related = cues().kinship | people().offices
    while index > 1 and not view.at(index) and not view.tree[index].definite and view.tree[index].matches(related):
        index -= 1
    if index > 1 and fold(view.tree[index].word.form) in function_words().singling_out:
        index -= 1
    while index > 1 and view.tree[index].word.form == "،":
        index -= 1
    before = view.at(index) if index >= 1 else None
    return before if before and before.kind == "PER" else None


def describes_another(view: Mentioning, actor: Actor) -> bool:
    """Return whether a person is named only to describe the one before: «إيفانكا ترامب، ابنة الرئيس دونالد ترامب».

    The description is a noun for a relative with the title of that person, or, after a comma, the office of one who
    acts for him: «علي ولايتي، مستشار المرشد», «بيسكوف، الناطق باسم الرئيس».
    """
    head = _office_head(view, actor)
    if head is None or head == 1:
        return False
    before = view.tree[head - 1]
    if before.matches(cues().kinship):
        return _described(view, head - 1) is not None
    aide = not view.tree[head].definite and view.tree[head].matches(people().aides) and head + 1 < actor.first
    if aide and view.tree[head + 1].definite and view.tree[head + 1].form in people().offices:
        return before.word.form == "،" and _described(view, head) is not None
    return _is_served(view, head - 1)


def _is_served(view: Mentioning, index: int) -> bool:
    """Return whether the office of somebody who acts for another stands before a word, after a name and a comma.

    «دميتري بيسكوف، الناطق باسم الرئيس», «لافرنتييف، المبعوث الخاص للرئيس».
    """
    last = index
    linked = fold(view.tree[index].word.form) in function_words().representing_words
    while linked and index > 1 and not view.at(index):
        node = view.tree[index]
        if node.matches(people().offices | people().members | people().envoys | people().aides):
            before = view.at(index - 2) if index > 2 and view.tree[index - 1].word.form == "،" else None
            return before is not None and before.kind == "PER"
        if last - index >= _FARTHEST_AIDE or node.word.upos not in ("ADP", "ADJ", "NOUN"):
            return False
        index -= 1
    return False


def office_after(view: Mentioning, actor: Actor) -> tuple[int, int] | None:
    """Return the words of an office after a name, after «،» or definite, unless the name of another person follows."""
    tree = view.tree
    comma = actor.last < len(tree) and tree[actor.last + 1].word.form == "،"
    first = actor.last + (2 if comma else 1)
    named = first <= len(tree) and tree[first].matches(people().offices | people().members)
    if not named or not (comma or tree[first].definite or _governs_word(view, first)):
        return None
    last = first
    while last < len(tree) and (tree[last + 1].definite or view.at(last + 1) or _governs_organization(view, last + 1)):
        if _governs_organization(view, last + 1):
            last += 1
        inside = view.at(last + 1)
        if inside and inside.kind == "PER":
            return None
        last = inside.last if inside else last + 1
    return (first, last) if last > first else None


def _governs_word(view: Mentioning, index: int) -> bool:
    """Return whether words after an office specify it: «وزير النقل», «نائب رئيس»."""
    after = view.tree[index + 1] if index < len(view.tree) and not view.at(index + 1) else None
    return after is not None and (after.definite or after.matches(people().offices))


def _governs_organization(view: Mentioning, index: int) -> bool:
    """Return whether a preposition introduces an office's organization: «النائب في مجلس النواب», «المتحدث باسم»."""
    if index >= len(view.tree) or view.tree[index].word.upos != "ADP":
        return False
    inside = view.at(index + 1)
    return inside is not None and inside.kind == "ORG"
