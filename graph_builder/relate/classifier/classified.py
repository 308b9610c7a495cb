"""Extractions of a sentence that the classifier considers likely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, function_words, predicates
from graph_builder.relate.classifier import Sample, Trained, likely, read, sample
from graph_builder.relate.classifier.boundaries import crosses_boundary
from graph_builder.relate.classifier.candidate_arguments import CandidateArgument
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.governors import governors, is_verb, noun_of_presence
from graph_builder.relate.factuality.qualify import qualify
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.arguments import denied, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.relate.times import dated
from graph_builder.syntax import Node

# Minimum probability of an extraction by default; that of one for which a rule knows trigger and meaning, too; and that
# if its predicate is rare, so that the classifier hardly ever finds it by itself.
_LEAST, _LEAST_OF_RULE, _LEAST_OF_RARE = 0.25, 0.08, 0.02

RULE = "classifier"
_OFFICE = "holds_position"


@dataclass(frozen=True, slots=True)
class RuleReading:
    """A sentence with the results of the rules.

    Attributes:
        view: The sentence.
        number: Index of the sentence in its article, from 0.
        quotations: Its quotations.
        extractions: The extractions of the rules.
        candidates: The candidate arguments.
    """

    view: SentenceView
    number: int
    quotations: Sequence[Quotation]
    extractions: Sequence[Extraction]
    candidates: Sequence[CandidateArgument]


def least_probability(predicate: str, by_rule: bool) -> float:
    """Return the minimum probability of an extraction, unless the user sets another.

    Args:
        predicate: Its predicate. For lasting ones the agreement of a rule makes no difference: such rules read names.
        by_rule: Whether a rule has made it too.
    """
    stated = predicates()[predicate]
    if not by_rule or stated.lasting:
        return _LEAST
    return _LEAST_OF_RARE if stated.rare else _LEAST_OF_RULE


def classified_mentions(trained: Trained, by_rules: RuleReading, least: float | None) -> Iterator[Extraction]:
    """Yield the extractions of a sentence with at least a probability, which becomes their confidence.

    Extractions that a rule has made too keep its trigger and meaning. Extractions of rules for predicates that the
    classifier does not know keep the confidence of the rule.

    Args:
        trained: The classifier.
        by_rules: The sentence with the results of the rules.
        least: Minimum probability (0–1); None for that of `least_probability`.
    """
    view = by_rules.view
    sentence = sample(view, by_rules.candidates, by_rules.extractions, by_rules.number, trained.predicates)
    reading = read(trained, sentence)
    of_rules = {
        (extraction.subject, extraction.predicate, extraction.object): extraction
        for extraction in reversed(by_rules.extractions)
    }
    unexplained: list[Extraction] = []
    lowest = _LEAST_OF_RARE if least is None else least
    probable = _in_surer_order(sentence, likely(trained, reading, lowest))
    for pair, predicate, confidence in _without_rivals(sentence, list(probable)):
        subject, obj = _ends(sentence, pair)
        extraction = of_rules.get((subject, predicate, obj))
        if extraction is None and predicates()[predicate].symmetric:
            extraction = of_rules.get((obj, predicate, subject))
        if least is None and confidence < least_probability(predicate, extraction is not None):
            continue
        if extraction:
            yield replace(extraction, confidence=confidence)
        else:
            trigger = view.tree[int(reading.triggers[pair]) + 1]
            proof = evidence(view, trigger.index, trigger.index, RULE)
            found = Extraction(subject, predicate, obj, proof, confidence=confidence)
            if not crosses_boundary(view, trigger, found, by_rules.extractions) and (
                qualified := _qualified(view, trigger, found, by_rules.quotations)
            ):
                unexplained.append(qualified)
    yield from dated(view, unexplained)
    unknown = (extraction for extraction in by_rules.extractions if extraction.predicate not in trained.predicates)
    yield from (extraction for extraction in unknown if extraction.certainty >= lowest)


def _without_rivals(sentence: Sample, found: Sequence[tuple[int, str, float]]) -> Iterator[tuple[int, str, float]]:
    """Yield the relations found, of a meeting and an office between the same two only the more probable.

    After a verb of meeting and a name, an office is that of the person named or of the one met: «استقبل تميم أمير قطر».
    """
    office: dict[frozenset[str], float] = {}
    meeting: dict[frozenset[str], float] = {}
    for pair, predicate, confidence in found:
        if predicate == _OFFICE:
            office[frozenset(_ends(sentence, pair))] = confidence
        elif predicates()[predicate].meeting:
            meeting[frozenset(_ends(sentence, pair))] = confidence
    for pair, predicate, confidence in found:
        ends = frozenset(_ends(sentence, pair))
        met = predicates()[predicate].meeting and office.get(ends, 0.0) > confidence
        if not met and not (predicate == _OFFICE and meeting.get(ends, 0.0) >= confidence):
            yield pair, predicate, confidence


def _ends(sentence: Sample, pair: int) -> tuple[str, str]:
    """Return the subject and the object of a pair of candidate arguments."""
    first, second = sentence.pairs[pair].tolist()
    return sentence.candidates[first].entity, sentence.candidates[second].entity


def _in_surer_order(sentence: Sample, found: Iterable[tuple[int, str, float]]) -> Iterator[tuple[int, str, float]]:
    """Yield the relations found, symmetric ones only in the more probable of their two orders.

    The trigger of the other order may be another word, with another factuality.
    """
    surest: dict[tuple[str, frozenset[int]], tuple[int, str, float]] = {}
    for each in found:
        pair, predicate, confidence = each
        if not predicates()[predicate].symmetric:
            yield each
            continue
        key = predicate, frozenset(sentence.pairs[pair].tolist())
        if key not in surest or confidence > surest[key][2]:
            surest[key] = each
    yield from surest.values()


def _qualified(
    view: SentenceView, trigger: Node, found: Extraction, quotations: Sequence[Quotation]
) -> Extraction | None:
    """Return the extraction with the factuality of its trigger; None if it is ruled out.

    If the trigger is asserted, the last verb before both arguments decides, and what a verb of preventing governs is
    negated; if it is reported, that verb may deny it if it governs the trigger. Who foils an event has no part in it,
    but is where it would have been: «صد الجيش هجوما على حلب».
    """
    if foiling := _foiled_by_subject(view, trigger, found):
        return None if predicates()[found.predicate].event else qualify(view, foiling, foiling, found, quotations)
    if word := _word_of_presence(view, trigger, found):
        return qualify(view, word, word, found, quotations)
    qualified = qualify(view, trigger, trigger, found, quotations)
    if qualified and _is_denied_by_trigger(view, trigger, found):
        return replace(qualified, polarity="negated")
    if qualified and predicates()[found.predicate].lasting:
        denies = qualified.polarity == "negated" and _is_denied_of(view, found.subject)
        return qualified if denies else found
    if qualified is None or qualified.polarity == "negated" or qualified.modality not in ("asserted", "reported"):
        return qualified
    firsts = [[actor.first for actor in view.actors if actor.entity == end] for end in (found.subject, found.object)]
    last = max((min(places) for places in firsts if places), default=trigger.index)
    verbs = [verb for verb in view.verbs if verb.index < last]
    if not verbs:
        return qualified
    of_verb = qualify(view, verbs[-1], verbs[-1], found, quotations)
    if qualified.modality == "reported":
        governed = trigger.word.upos == "ADP" or verbs[-1].index in {each.index for each in governors(view, trigger)}
        return replace(qualified, polarity=of_verb.polarity) if of_verb and governed else qualified
    qualified = of_verb
    if qualified and verbs[-1].matches(cues().preventing):
        return replace(qualified, polarity="affirmed" if qualified.polarity == "negated" else "negated")
    return qualified


def _is_denied_of(view: SentenceView, subject: str) -> bool:
    """Return whether a sentence denies something of a person, or of another subject itself.

    «لم يعد الجولان جزءا من سوريا», but not «تحرير حلب ليس انتصارا لسوريا»: this does not deny where Aleppo lies.
    """
    if view.kind_of(subject) == "PER":
        return True
    for actor in view.actors:
        first = view.phrase(actor).first
        beside = [view.tree[index] for index in (first - 1, actor.last + 1) if 1 <= index <= len(view.tree)]
        if actor.entity == subject and any(_denies(view, node) for node in beside):
            return beside[0].word.upos != "NOUN"  # After a noun the name is a genitive: «تحرير حلب».
    return False


def _denies(view: SentenceView, node: Node) -> bool:
    """Return whether a word is a particle of negation, the verb after one, or «ليس»."""
    return node.lemma == "ليس" or fold(node.word.form) in function_words().negations or denied(view, node)


def _word_of_presence(view: SentenceView, trigger: Node, found: Extraction) -> Node | None:
    """Return the word whose factuality is that of the presence of an organization at the place after its name.

    It is a noun of presence before the name («عدم وجود حزب الله في حلب») or, if the trigger is a direction, the name:
    what is said of the event does not apply to where it lies («لم تقصف روسيا مقر الفرقة غرب حلب»).
    """
    if found.predicate != "present_in" or view.kind_of(found.subject) != "ORG":
        return None
    for actor in view.actors:
        name = view.tree[view.phrase(actor).first]
        if actor.entity == found.subject and actor.last == trigger.index - 1:
            located = trigger.word.upos != "ADP" and not name.word.deprel.startswith("nsubj")
            return noun_of_presence(view, name) or (name if located else None)
    return None


def _is_denied_by_trigger(view: SentenceView, trigger: Node, found: Extraction) -> bool:
    """Return whether the trigger is the verb that denies the event: «أنكر الجيش مسؤوليته عن قصف المدرسة»."""
    stated = predicates()[found.predicate]
    denies = trigger.matches(cues().denying) and is_verb(view, trigger) and not denied(view, trigger)
    return denies and not stated.lasting and not stated.stance


def _foiled_by_subject(view: SentenceView, trigger: Node, found: Extraction) -> Node | None:
    """Return the verb of foiling that is or governs the trigger and has the subject of the extraction as its own."""
    for governor in (trigger, *governors(view, trigger)):
        doer = subject(view, governor) if governor.matches(cues().foiling) and is_verb(view, governor) else None
        if doer and any(actor.entity == found.subject for actor in doer.actors):
            return governor
    return None
