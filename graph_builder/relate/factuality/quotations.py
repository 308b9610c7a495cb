"""Quotations: the speaker and the extent of direct and indirect speech in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import OPENING_QUOTES, QUOTES
from graph_builder.lexicon import cues, function_words, places
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import Argument, denied, prepositional_object, subject
from graph_builder.relate.sentence.titles import office_after
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

QuotationKind = Literal["headline_speech", "speech", "relayed_speech", "continued_speech", "speech_participle"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct or indirect speech that extends to the end of the sentence.

    Attributes:
        speaker: The actor who speaks.
        verb: Index of the verb of speech.
        opened: Index of the word after which the speech begins.
        kind: How the speech is introduced, which names the relation rule that reads it.
    """

    speaker: Actor
    verb: int
    opened: int
    kind: QuotationKind


def quotations(view: SentenceView, previous: Actor | None = None) -> Iterator[Quotation]:
    """Yield the quotations of a sentence.

    A sentence that begins with a verb of speech without a subject («وأضاف أنّ») continues the speech of `previous`.

    Args:
        view: The sentence.
        previous: The last speaker of the preceding sentences.
    """
    headline = view.phrases.get(1)
    speaks = headline is not None and headline.actor.kind != "LOC" and headline.last < len(view.tree)
    if headline and speaks and view.tree[headline.last + 1].word.form == ":":
        yield Quotation(headline.actor, headline.last, headline.last + 1, "headline_speech")
    for verb in view.verbs:
        if verb.lemma not in cues().speech or "Voice=Pass" in verb.word.feats:
            continue
        speaker = subject(view, verb)
        if speaker and speaker.by_order and not is_site(view, speaker.actors[0]):
            last = end_of_title(view, speaker)
            opened = _opened(view, last)
            if denied(view, verb) or (verb.lemma in cues().speech_if_opened and opened == last):
                continue
            source = _source(view, verb, last)
            for actor in speaker.actors:
                yield Quotation(actor, verb.index, last if source else opened, "speech")
            if source:
                yield source
        elif previous and speaker is None and _continues(view, verb):
            yield Quotation(previous, verb.index, verb.index, "continued_speech")


def _source(view: SentenceView, verb: Node, last: int) -> Quotation | None:
    """Return the quotation whose source is cited by another speaker: «نقلت وكالة عن الوزير قوله إنّ»."""
    if verb.lemma not in cues().relaying:
        return None
    found = prepositional_object(view, verb, last, frozenset({"عن"}))
    if found is None or not found.by_order or not found.actors[0].named or found.last >= len(view.tree):
        return None
    return Quotation(found.actors[0], found.last + 1, _opened(view, found.last), "relayed_speech")


def last_speaker(view: SentenceView, said: Sequence[Quotation], previous: Actor | None) -> Actor | None:
    """Return the speaker at the end of a sentence; None if the last one is unnamed."""
    verbs = [verb.index for verb in view.verbs if verb.lemma in cues().speech and "Voice=Pass" not in verb.word.feats]
    last_verb = max((quotation.verb for quotation in said), default=0)
    if verbs and verbs[-1] > last_verb:
        return None
    return said[-1].speaker if said else previous


def participles(view: SentenceView, said: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the speech introduced by participles: «مشيراً إلى أنّ» continues with the preceding speaker or agent."""
    for node in view.tree.nodes:
        if fold(node.word.form) in cues().speech_participles and not view.at(node.index):
            before = [quotation for quotation in said if quotation.verb < node.index]
            speaker = before[-1].speaker if before else _agent_before(view, node)
            if speaker:
                yield Quotation(speaker, node.index, node.index, "speech_participle")


def _agent_before(view: SentenceView, node: Node) -> Actor | None:
    for verb in reversed(view.verbs):
        if verb.index < node.index:
            doer = subject(view, verb)
            speaks = doer and (doer.actors[0].kind != "LOC" or view.is_country(doer.actors[0]))
            if doer and speaks and doer.by_order and doer.last < node.index:
                return doer.actors[0]
    return None


def is_site(view: SentenceView, actor: Actor) -> bool:
    """Return whether a place is introduced by its kind, and so is a location rather than an actor: «مدينة حلب»."""
    first = view.phrase(actor).first
    return actor.kind == "LOC" and first < actor.first and view.tree[first].matches(places().heads)


def end_of_title(view: SentenceView, speaker: Argument) -> int:
    """Return the last word about a speaker: of the office after the name, of the name, or of the verb after both."""
    after = office_after(view, speaker.actors[-1]) if speaker.actors[-1].last == speaker.last else None
    return after[1] if after else speaker.last


def _continues(view: SentenceView, verb: Node) -> bool:
    """Return whether a verb of speech begins its sentence and has no subject: «وأضاف:», «وأشار إلى أنّ»."""
    alone = "Aspect=Perf" in verb.word.feats and "Number=Sing" in verb.word.feats
    begins = all(node.word.upos in ("CCONJ", "PUNCT", "ADV") for node in view.tree.nodes[: verb.index - 1])
    after = [node for node in view.tree.nodes[verb.index :] if fold(node.word.form) not in function_words().adverbs]
    opened = bool(after) and (
        fold(after[0].word.form)
        in function_words().complementizers | function_words().quotation_prepositions | OPENING_QUOTES | {":"}
        or after[0].word.upos == "SCONJ"
    )
    return alone and begins and opened


def _opened(view: SentenceView, last: int) -> int:
    """Return the word that introduces the speech: «أنّ», a colon or a quotation mark; else `last`.

    Quotation marks around a name introduce nothing: «قال لـ«الشرق الأوسط» إنّ».
    """
    for node in view.tree.nodes[last:]:
        if fold(node.word.form) in function_words().complementizers or node.word.form == ":":
            return node.index
        if node.word.form in OPENING_QUOTES and not _around_name(view, node):
            return node.index
    return last


def _around_name(view: SentenceView, node: Node) -> bool:
    inside = view.at(node.index + 1)
    return inside is not None and inside.first == node.index + 1 and _is_sign(view, inside.last + 1)


def _is_sign(view: SentenceView, index: int) -> bool:
    return index <= len(view.tree) and view.tree[index].word.form in QUOTES
