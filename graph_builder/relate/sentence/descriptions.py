"""Adjectives and appositions that follow a name: «شركة أبل الأميركية العملاقة», «عون، قائد الجيش،»."""

from __future__ import annotations

from graph_builder.lexicon import cues, organizations, people
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.adjuncts import over_adjuncts
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

_LONGEST_APPOSITION = 16


def end_of_description(view: SentenceView, last: int) -> int:
    """Return the last word of the adjectives and of the apposition after a word, if a name ends there; else the word.

    If commas enclose the apposition, it is the second of them: «، المتحدث باسم الحكومة،», «نجل الرئيس مبارك».
    """
    named = view.at(last)
    if named is None:
        return last
    while last < len(view.tree) and _describes(view, view.tree[last + 1]):
        last += 1
    if named.last == last and (office := _end_of_offices(view, named)) > last:
        return office
    described = cues().kinship | people().offices | people().members
    after = view.tree.nodes[last : last + 2]
    if len(after) < 2:
        return last
    if after[0].word.form == "،" and after[1].matches(described) and not view.at(after[1].index):
        for node in view.tree.nodes[last + 1 : last + _LONGEST_APPOSITION]:
            if node.word.form == "،":
                return node.index
            if node.word.upos in ("SCONJ", "VERB") and not node.matches(described):
                return last
    phrase = view.phrases.get(last + 2)
    return phrase.last if after[0].matches(cues().kinship) and phrase and phrase.actor.kind == "PER" else last


def _describes(view: SentenceView, node: Node) -> bool:
    return node.word.upos == "ADJ" and node.definite and not view.at(node.index) and node.index not in view.phrases


def _end_of_offices(view: SentenceView, named: Actor) -> int:
    """Return the last word of the offices after a name without a comma: «الشيخ تميم أمير دولة قطر»."""
    last = named.last
    while (after := _end_of_office(view, named, last)) > last:
        last = after
    return last


def _end_of_office(view: SentenceView, named: Actor, last: int) -> int:
    """Return the last word of the office after a word; the word itself if the office belongs to the next name."""
    first = last + 1
    if first > len(view.tree) or not view.tree[first].matches(people().offices):
        return last
    if first in view.phrases:
        # «الرئيس العراقي» and «أمير دولة قطر» describe the name before them if the object follows.
        country = view.phrases[first]
        followed = over_adjuncts(view, country.last + 1) in view.phrases
        described = followed or view.tree[view.phrase(named).first].form in people().nobility
        return country.last if country.actor.kind == "LOC" and described else last
    index = first + 1
    while index <= len(view.tree):
        phrase = view.phrases.get(index)
        if phrase:
            return last if phrase.actor.kind == "PER" else phrase.last
        node = view.tree[index]
        joins = node.word.upos == "ADP" and (
            index + 1 in view.phrases or view.tree[min(index + 1, len(view.tree))].definite
        )
        if view.country(node):
            return index
        if not (node.definite or joins or node.matches(people().offices | organizations().ministries)):
            break
        index += 1
    return index - 1 if index - 1 > first else last
