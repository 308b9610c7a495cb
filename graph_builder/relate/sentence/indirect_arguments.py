"""Arguments expressed through another noun: the agent of an event, the owner of a thing, the agent after «على يد»."""

from __future__ import annotations

import itertools

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ARGUMENT_BREAKS
from graph_builder.lexicon import DIRECT, cues, function_words, nominal_frames, places
from graph_builder.relate.sentence.adjuncts import over_adverbials, over_quotes
from graph_builder.relate.sentence.arguments import Argument, argument_of, prepositional_object, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Words between the parts of a place and its name, and the farthest preposition of the object.
_PART_LINKS = frozenset({"من", "في", "ب", "و", "داخل"})
_NEAR = 5

# Maximum number of words from a predicate to the end of its phrase of agency.
_FARTHEST_AGENT = 9


def after_nominal_event(view: SentenceView, verb: Node, after: int, positions: frozenset[str]) -> Argument | None:
    """Return the agent of an event noun that is a verb's object: the army of «رحب بانتصارات الجيش»."""
    after = over_adverbials(view, after + 1) - 1
    for index in (after + 1, after + 2):
        if index + 1 > len(view.tree):
            return None
        before, nominal = view.tree[index - 1], view.tree[index]
        placed = (
            fold(before.word.form) in positions
            if before.word.upos == "ADP"
            else DIRECT in positions and index == after + 1
        )
        if placed and nominal.word.upos == "NOUN" and not nominal.definite and not view.at(index):
            return argument_of(view, view.phrases.get(over_quotes(view, index + 1)), None, verb.index)
    return None


def after_relative_event(view: SentenceView, after: int, positions: frozenset[str]) -> Argument | None:
    """Return the agent of the relative clause of an event noun, or who made a proposal.

    «أدانت مصر الهجوم الذي شنته تركيا», «رفض عرضا من باريس», «رفض طلبا تقدم به الوزير».
    """
    after = over_adverbials(view, after + 1) - 1
    index = after + 1 if DIRECT in positions else after + 2
    if index + 2 >= len(view.tree) or (index > after + 1 and fold(view.tree[after + 1].word.form) not in positions):
        return None
    nominal = view.tree[index]
    proposal = nominal.matches(cues().proposals)
    if not (proposal or nominal.lemma in nominal_frames() or nominal.matches(cues().agentive_nouns)):
        return None
    index = over_adjectives(view, index + 1)
    if proposal and view.tree[index].word.form == "من":
        return argument_of(view, view.phrases.get(over_quotes(view, index + 1)), None, index)
    relative = fold(view.tree[index].word.form) in function_words().relatives
    verb = next((each for each in view.verbs if each.index == index + relative), None)
    if verb is None or not (relative or (proposal and not nominal.definite)):
        return None
    if not (verb.lemma in cues().light_verbs or (proposal and verb.matches(cues().proposing))):
        return None
    found = subject(view, verb)
    return found if found and (found.by_order or proposal) and found.actors[0].first > verb.index else None


def after_possessed_noun(view: SentenceView, after: int, positions: frozenset[str]) -> Argument | None:
    """Return the owner of the thing that is a verb's object: «استهدف مواقع داعش», «غادر اجتماع اللجنة»."""
    first = over_adverbials(view, after + 1)
    while first < len(view.tree) and _counts(view.tree[first]) and not view.at(first):
        first += 1
    if DIRECT not in positions or first >= len(view.tree):
        return None
    thing = view.tree[first]
    if thing.definite or not thing.matches(cues().possessed_nouns) or view.at(first):
        return None
    index = over_adjectives(view, first + 1)
    while index + 1 < len(view.tree) and view.tree[index].word.form == "و":
        if not view.tree[index + 1].matches(cues().possessed_nouns) or index + 1 in view.phrases:
            break
        index = over_adjectives(view, index + 2)
    index += 1 if view.tree[index].word.form == "ل" else 0
    return argument_of(view, view.phrases.get(over_quotes(view, index)), None, thing.index)


def _counts(node: Node) -> bool:
    """Return whether a word tells the number or amount of what the next one denotes: «20 موقعا», «عددا من المواقع»."""
    return node.word.upos == "NUM" or node.matches(function_words().quantities)


def giver(view: SentenceView, verb: Node, receiver: Argument) -> Argument | None:
    """Return from whom the subject of a verb of receiving has something: «حصلت أوكرانيا على أسلحة من ألمانيا»."""
    return prepositional_object(view, verb, max(receiver.last, verb.index), frozenset({"من"}))


def place_of_site(view: SentenceView, after: int) -> Argument | None:
    """Return the place of the site that is a verb's object: «قصف قاعدة عسكرية في مقلي»."""
    index = after + 1
    if index >= len(view.tree) or not view.tree[index].matches(cues().sites) or view.at(index):
        return None
    index = over_adjectives(view, index + 1)
    phrase = view.phrases.get(over_quotes(view, index + 1)) if view.tree[index].word.form == "في" else None
    return argument_of(view, phrase, None, after) if phrase and phrase.actor.kind == "LOC" else None


def place_of_part(view: SentenceView, verb: Node, after: int, objects: frozenset[str]) -> Argument | None:
    """Return the place whose parts are a verb's object: «سيطر على ست مديريات في إب», «حرر معظم أحياء الرمادي»."""
    parts = function_words().quantities | function_words().several | places().areas
    starts = [over_adverbials(view, after + 1)] if DIRECT in objects else []
    starts += [node.index + 1 for node in view.tree.nodes[after : after + _NEAR] if fold(node.word.form) in objects]
    for first in starts:
        index = first
        while index < len(view.tree) and index not in view.phrases:
            node = view.tree[index]
            if node.word.upos not in ("NUM", "ADJ") and node.word.form not in _PART_LINKS and not node.matches(parts):
                break
            index += 1
        phrase = view.phrases.get(index)
        opening = view.tree[min(first, len(view.tree))]
        divided = opening.word.upos == "NUM" or opening.matches(parts)
        if phrase and divided and index > first and phrase.actor.kind == "LOC":
            return argument_of(view, phrase, None, verb.index)
    return None


def over_adjectives(view: SentenceView, index: int) -> int:
    """Return the index of the next word that is no adjective outside a name, at most that of the last word."""
    several = function_words().several
    while index < len(view.tree) and not view.at(index):
        node = view.tree[index]
        if node.word.upos != "ADJ" and fold(node.word.form) not in several and not node.matches(places().belonging):
            break
        index += 1
    return index


def agent_phrase(view: SentenceView, last: int) -> Argument | None:
    """Return the agents after a phrase of agency that follows a word in its clause: «على يد داعش», «من قبل الشرطة»."""
    return _after_phrase(view, last, function_words().agency_phrases)


def possessor(view: SentenceView, last: int) -> Argument | None:
    """Return who holds something, after a phrase of possession that follows a word in its clause: «في أيدي داعش»."""
    return _after_phrase(view, last, function_words().possession_phrases)


def _after_phrase(view: SentenceView, last: int, phrases: frozenset[str]) -> Argument | None:
    for before, noun in itertools.pairwise(view.tree.nodes[last : last + _FARTHEST_AGENT]):
        if before.word.upos in ("VERB", "SCONJ") or before.word.form in ARGUMENT_BREAKS:
            return None
        if f"{fold(before.word.form)} {fold(noun.word.form)}" in phrases:
            owned = after_possessed_noun(view, noun.index, frozenset({DIRECT}))
            return owned or argument_of(view, view.phrases.get(over_quotes(view, noun.index + 1)), None, last)
    return None
