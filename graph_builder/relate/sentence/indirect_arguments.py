"""Arguments expressed through another noun: the agent of an event, the owner of a thing, the agent after «على يد»."""

from __future__ import annotations

import itertools

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ARGUMENT_BREAKS
from graph_builder.lexicon import DIRECT, cues, function_words, nominal_frames
from graph_builder.relate.sentence.arguments import Argument, argument_of, over_quotes, prepositional_object, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words from a predicate to the end of its phrase of agency.
_FARTHEST_AGENT = 9


def after_nominal_event(view: SentenceView, verb: Node, after: int, places: frozenset[str]) -> Argument | None:
    """Return the agent of an event noun that is a verb's object: the army of «رحب بانتصارات الجيش»."""
    for index in (after + 1, after + 2):
        if index + 1 > len(view.tree):
            return None
        before, nominal = view.tree[index - 1], view.tree[index]
        placed = (
            fold(before.word.form) in places if before.word.upos == "ADP" else DIRECT in places and index == after + 1
        )
        if placed and nominal.word.upos == "NOUN" and not nominal.definite and not view.at(index):
            return argument_of(view, view.phrases.get(over_quotes(view, index + 1)), None, verb.index)
    return None


def after_relative_event(view: SentenceView, after: int, places: frozenset[str]) -> Argument | None:
    """Return the agent of the relative clause of an event noun, or who made a proposal.

    «أدانت مصر الهجوم الذي شنته تركيا», «رفض عرضا من باريس», «رفض طلبا تقدم به الوزير».
    """
    index = after + 1 if DIRECT in places else after + 2
    if index + 2 >= len(view.tree) or (index > after + 1 and fold(view.tree[after + 1].word.form) not in places):
        return None
    nominal = view.tree[index]
    proposal = nominal.matches(cues().proposals)
    if not (proposal or nominal.lemma in nominal_frames() or nominal.matches(cues().agentive_nouns)):
        return None
    index = _over_adjectives(view, index + 1)
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


def after_possessed_noun(view: SentenceView, after: int, places: frozenset[str]) -> Argument | None:
    """Return the owner of the thing that is a verb's object: «استهدف مواقع داعش», «غادر اجتماع اللجنة»."""
    if DIRECT not in places or after + 2 > len(view.tree):
        return None
    thing = view.tree[after + 1]
    if thing.definite or not thing.matches(cues().possessed_nouns) or view.at(thing.index):
        return None
    index = _over_adjectives(view, thing.index + 1)
    index += 1 if view.tree[index].word.form == "ل" else 0
    return argument_of(view, view.phrases.get(over_quotes(view, index)), None, thing.index)


def giver(view: SentenceView, verb: Node, receiver: Argument) -> Argument | None:
    """Return from whom the subject of a verb of receiving has something: «حصلت أوكرانيا على أسلحة من ألمانيا»."""
    return prepositional_object(view, verb, max(receiver.last, verb.index), frozenset({"من"}))


def place_of_site(view: SentenceView, after: int) -> Argument | None:
    """Return the place of the site that is a verb's object: «قصف قاعدة عسكرية في مقلي»."""
    index = after + 1
    if index >= len(view.tree) or not view.tree[index].matches(cues().sites) or view.at(index):
        return None
    index = _over_adjectives(view, index + 1)
    phrase = view.phrases.get(over_quotes(view, index + 1)) if view.tree[index].word.form == "في" else None
    return argument_of(view, phrase, None, after) if phrase and phrase.actor.kind == "LOC" else None


def _over_adjectives(view: SentenceView, index: int) -> int:
    """Return the index of the next word that is no adjective outside a name, at most that of the last word."""
    while index < len(view.tree) and view.tree[index].word.upos == "ADJ" and not view.at(index):
        index += 1
    return index


def agent_phrase(view: SentenceView, last: int) -> Argument | None:
    """Return the agents after a phrase of agency that follows a word in its clause: «على يد داعش», «من قبل الشرطة»."""
    for before, noun in itertools.pairwise(view.tree.nodes[last : last + _FARTHEST_AGENT]):
        if before.word.upos in ("VERB", "SCONJ") or before.word.form in ARGUMENT_BREAKS:
            return None
        if f"{fold(before.word.form)} {fold(noun.word.form)}" in function_words().agency_phrases:
            owned = after_possessed_noun(view, noun.index, frozenset({DIRECT}))
            return owned or argument_of(view, view.phrases.get(over_quotes(view, noun.index + 1)), None, last)
    return None
