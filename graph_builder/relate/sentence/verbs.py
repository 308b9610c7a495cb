"""The verbs of a sentence, by parse or by letters: without vowels, فرض and قصف are verbs and nouns."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import (
    DIRECT,
    cues,
    function_words,
    imperfect_forms,
    nominal_frames,
    speaker_forms,
    verb_forms,
    verb_frames,
)
from graph_builder.relate.sentence.actor import Actor, Phrase
from graph_builder.relate.sentence.adverbs import is_adverbial
from graph_builder.syntax import CLITICS, Node, Tree


class Phrased(Protocol):
    """A sentence with known actors and their phrases."""

    tree: Tree

    @property
    def phrases(self) -> Mapping[int, Phrase]:
        """The phrase of every actor by its first word."""

    def at(self, index: int) -> Actor | None:
        """Return the actor whose mention contains a word."""

    def phrase(self, actor: Actor) -> Phrase:
        """Return an actor's name with its title or head noun."""

    def coordinated(self, actor: Actor) -> list[Actor]:
        """Return an actor and those coordinated by «و»."""


def verbs_of(view: Phrased) -> Iterable[Node]:
    """Return the verbs, by parse or by letters.

    Without vowels, فرض and قصف are verbs and nouns, and واصلت may have been split as if «و» preceded it.
    """
    opening = next((node for node in view.tree.nodes if node.word.upos not in ("CCONJ", "PUNCT")), None)
    first = opening and _as_verb(view, opening)
    by_token: dict[int, Node] = {}
    for number, words in itertools.groupby(view.tree.nodes, key=lambda node: node.token):
        if first and first.token == number:
            by_token[number] = first
        elif verb := _verb(view, list(words)):
            by_token[number] = verb
    return by_token.values()


def _verb(view: Phrased, words: Sequence[Node]) -> Node | None:
    """Return the verb of a token, if it contains one."""
    letters = _letters(view, words[0].token)
    wrongly_cut = len(words) > 1 and words[0].word.form in CLITICS and letters in verb_forms()
    if letters in verb_forms() and len(words) == 2 and words[0].word.form == "س" and not view.at(words[1].index):
        return _read_as(words[1], verb_forms()[letters], "Aspect=Perf|Voice=Act")  # «سيطر» is not a future
    if wrongly_cut and fold(words[1].word.form) not in verb_forms() and not view.at(words[1].index):
        return _read_as(words[-1], verb_forms()[letters])
    # The «نا» of the first person may have been split off as an object pronoun.
    if letters in speaker_forms() and all(node.word.upos in ("VERB", "PRON", "NOUN", "X") for node in words):
        return _read_as(words[-1], speaker_forms()[letters], "Aspect=Perf|Person=1|Voice=Act")
    joined = verb_forms().get(letters[1:]) if letters[0] in "وف" and letters not in verb_forms() else None
    if joined and len(words) == 1 and words[0].word.upos == "VERB":  # «وزار»: an unsplit conjunction
        return _read_as(words[0], joined)
    found = next((node for node in words if node.word.upos == "VERB" and not view.at(node.index)), None)
    if found is None:
        return _verb_between(view, words[0]) if len(words) == 1 else None
    # A lemma that contradicts the letters: تحادث analysed as حادث.
    # Before a pronoun, «وجهتها» may have been split as if it were a noun in ـة.
    form = fold(found.word.form.removesuffix("ة") + "ت" if found.word.form.endswith("ة") else found.word.form)
    surface_form = verb_forms().get(form) or imperfect_forms().get(form, found.lemma)
    denied = surface_form != found.lemma and "Aspect=Imp" not in found.word.feats
    return _read_as(found, surface_form) if denied or found.lemma not in verb_forms() else found


def _verb_between(view: Phrased, node: Node) -> Node | None:
    """Return a noun with its reading as a verb, after «أنّ» and a subject: «أن الجيش قصف رفح»."""
    before, lemma = view.at(node.index - 1), verb_forms().get(fold(node.word.form), "")
    first = view.phrase(before).first if before and node.word.upos == "NOUN" and lemma else 0
    opened = first > 1 and fold(view.tree[first - 1].word.form) in function_words().complementizers
    if not opened or node.index + 1 not in view.phrases:
        return None
    return _read_as(node, lemma) if any(DIRECT in frame.objects for frame in verb_frames().get(lemma, ())) else None


def _letters(view: Phrased, number: int) -> str:
    return fold(view.tree.written(number))


def _as_verb(view: Phrased, node: Node) -> Node | None:
    """Return a word with its reading as a verb, if a subject and an object follow directly."""
    lemma = verb_forms().get(_letters(view, node.token)) or verb_forms().get(fold(node.word.form), "")
    last = view.tree.token_end(node.index)
    subject = view.phrases.get(last + 1)
    if (node.word.upos == "VERB" and node.lemma in verb_frames()) or not lemma or subject is None:
        return None
    following = view.coordinated(subject.actor)[-1].last + 1
    while following < len(view.tree) and is_adverbial(view.tree[following]) and not view.at(following):
        following += 1
    here = view.tree[following] if following <= len(view.tree) else None
    direct = any(DIRECT in frame.objects for frame in verb_frames().get(lemma, ())) or lemma in cues().light_verbs
    objects = frozenset().union(*(frame.objects for frame in verb_frames().get(lemma, ())))
    follows = here is not None and (
        (
            direct
            and (following in view.phrases or here.lemma in nominal_frames() or here.matches(cues().possessed_nouns))
        )
        or (fold(here.word.form) in objects and following + 1 in view.phrases)
    )
    return _read_as(view.tree[last], lemma) if follows else None


def _read_as(node: Node, lemma: str, feats: str = "") -> Node:
    """Return a word with its reading as the perfect of a verb."""
    own = node.word.feats if node.word.upos == "VERB" else "Aspect=Perf|Voice=Act"
    return replace(node, word=replace(node.word, upos="VERB", lemma=lemma, feats=feats or own), lemma=lemma)
