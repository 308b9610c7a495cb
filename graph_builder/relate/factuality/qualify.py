"""Factuality of extractions: polarity, modality and source, read from the sentence.

Denied, failed and prevented events are negated. Planned, demanded, expected and possible events, and those that depend
on an open condition, are future. Statements of a source are reported, and attributed to it if it is named.
Counterfactual events and undecided ones (questions and guesses about the past) are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Modality, Polarity
from graph_builder.lexicon import cues, function_words, nominal_frames, predicates, time_words, verb_frames
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.factuality.attribution import is_informant, sources, unnamed_speech
from graph_builder.relate.factuality.coming_times import is_scheduled, is_to_come, parts_clauses
from graph_builder.relate.factuality.governors import as_verb, auxiliaries, governors, is_verb
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.factuality.suppositions import suppositions
from graph_builder.relate.factuality.untruth import denier_of_truth, is_declared_untrue, opens_with_untruth
from graph_builder.relate.sentence.arguments import denied, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words between a particle and its verb, and between an event noun and its future adjective.
_NEAR = 6
_TIME = 3


@dataclass(slots=True)
class _Factuality:
    """Factuality of an extraction, as far as it has been read."""

    negated: bool = False
    future: bool = False
    undecided: bool = False
    unreal: bool = False
    reported: bool = False
    speaker: str | None = None


def qualify(
    view: SentenceView, verb: Node, node: Node, extraction: Extraction, quotations: Sequence[Quotation]
) -> Extraction | None:
    """Return an extraction with its polarity, modality and source; None if it is counterfactual or undecided.

    Args:
        view: The sentence.
        verb: The verb that states the event, or the light verb of a noun, or `node` itself.
        node: The word that denotes the event.
        extraction: The extraction.
        quotations: The quotations of the sentence.
    """
    factuality = _Factuality()
    for quotation in quotations:
        if quotation.opened < node.index and quotation.verb != node.index:
            factuality.speaker, factuality.reported = quotation.speaker.entity, True
    _read_particles(view, verb, factuality)
    _read_noun(view, node, factuality)
    _read_governors(view, verb, node, extraction, factuality)
    _read_suppositions(view, verb, node, factuality)
    _read_sources(view, node, factuality)
    past = is_verb(view, verb) and _is_done(verb)
    if factuality.unreal or (factuality.undecided and past):
        return None
    future = factuality.future or factuality.undecided
    modality: Modality = "future" if future else "reported" if factuality.reported else "asserted"
    polarity: Polarity = "negated" if factuality.negated else "affirmed"
    return replace(extraction, polarity=polarity, modality=modality, attributed_to=factuality.speaker)


def qualified(
    view: SentenceView, verb: Node, node: Node, extraction: Extraction, quotations: Sequence[Quotation]
) -> Iterator[Extraction]:
    """Yield the extraction as returned by `qualify`, unless that is None."""
    factual = qualify(view, verb, node, extraction, quotations)
    if factual:
        yield factual


def _is_done(verb: Node) -> bool:
    return "Aspect=Perf" in verb.word.feats


def _read_particles(view: SentenceView, verb: Node, factuality: _Factuality) -> None:
    """Read negation, future and possibility from the particles and auxiliaries before a verb."""
    heads = [verb, *auxiliaries(view, verb)]
    for head in heads:
        if denied(view, head) and head.lemma not in cues().lasting:
            factuality.negated = True
        if head.lemma == "ليس" and head is not verb:
            factuality.negated = True
        before = view.tree[head.index - 1] if head.index > 1 else None
        if before is None or head.word.upos not in ("VERB", "AUX") or _is_done(head):
            continue
        form = fold(before.word.form)
        factuality.future |= form in function_words().postponing and not _is_settled(view, before)
        factuality.negated |= _is_without(view, before)
        factuality.undecided |= _is_possible(view, head)
    if verb.word.upos == "VERB" and not _is_done(verb) and is_to_come(view, verb):
        factuality.future = True
    if is_verb(view, verb) and any(_is_doubted(view, head) for head in heads):
        factuality.undecided = True


def _is_settled(view: SentenceView, particle: Node) -> bool:
    """Return whether «أن» follows a word of denial or of time, and so marks no future: «قبل أن يغادر»."""
    if particle.word.form not in function_words().an or particle.index == 1:
        return False
    before = view.tree[particle.index - 1]
    if fold(before.word.form) in function_words().adjunct_heads | function_words().lacking:
        return True
    return any(
        each.matches(cues().denying | cues().failing | cues().unprecedented) for each in governors(view, particle)
    )


def _is_without(view: SentenceView, particle: Node) -> bool:
    """Return whether «أن» follows a word of absence: «من دون أن يزور»."""
    before = view.tree[particle.index - 1] if particle.index > 1 else None
    absent = before is not None and fold(before.word.form) in function_words().lacking
    if before is not None and before.index > 1 and before.word.form == "من":  # «بدلا من أن يقصف»
        absent = fold(view.tree[before.index - 1].word.form) in function_words().instead
    return absent and particle.word.form in function_words().an


def _is_possible(view: SentenceView, verb: Node) -> bool:
    """Return whether «قد» precedes a verb in the imperfect, with or without a negation between them."""
    before = [fold(each.word.form) for each in view.tree.nodes[max(verb.index - 3, 0) : verb.index - 1]]
    return before[-1:] == ["قد"] or (before[-2:-1] == ["قد"] and before[-1] in function_words().negations)


def _is_doubted(view: SentenceView, verb: Node) -> bool:
    """Return whether a particle of doubt precedes a verb in its clause: «ربما»."""
    for before in reversed(view.tree.nodes[max(verb.index - _NEAR, 1) - 1 : verb.index - 1]):
        form = fold(before.word.form)
        if form in function_words().possibly and form != "قد":
            return True
        if is_verb(view, before) or (before.word.upos in ("SCONJ", "PUNCT") and before.index > 1):
            return False
    return False


def _read_noun(view: SentenceView, node: Node, factuality: _Factuality) -> None:
    """Read from the context of an event noun whether the event is absent, a purpose, or in the future."""
    if is_verb(view, node) or view.at(node.index):  # «مواقع للجيش»: possession, not purpose
        return
    before = [view.tree[index] for index in (node.index - 1, node.index - 2) if index >= 1]
    forms = [fold(each.word.form) for each in before]
    factuality.negated |= _is_absent(view, node)
    purposed = forms[:1] == ["ل"] or (len(before) == 2 and before[0].word.upos == "NOUN" and forms[1] == "ل")
    if forms[:1] == ["ل"] and (critic := _judging_verb(view, node)):
        purposed = False
        _attribute(view, critic, factuality)
    after = view.tree.nodes[node.index : node.index + _TIME]
    approaching = any(each.matches(time_words().future_adjectives) and each.word.head == node.index for each in after)
    factuality.future |= purposed or approaching or is_scheduled(view, node)


def _judging_verb(view: SentenceView, noun: Node) -> Node | None:
    """Return the verb of a stance of which a noun with a pronoun is the reason: «انتقد باكستان لدعمها طالبان»."""
    after = view.tree[noun.index + 1] if noun.index < len(view.tree) else None
    if after is None or after.token != noun.token or after.word.upos != "PRON":
        return None
    for before in reversed(view.tree.nodes[: noun.index - 1]):
        if is_verb(view, before):
            verb = as_verb(view, before.index)
            return verb if any(frame.judges_its_object for frame in verb_frames().get(verb.lemma, ())) else None
        if parts_clauses(view, before):
            return None
    return None


def _is_absent(view: SentenceView, noun: Node) -> bool:
    """Return whether a word of absence precedes a noun: «دون لقاء», «عدم وجود أي اتصال»."""
    for before in reversed(view.tree.nodes[: noun.index - 1]):
        form = fold(before.word.form)
        if form not in function_words().before_absent:
            no = form == "من" and before.index > 1 and view.tree[before.index - 1].word.form == "ما"
            return no or form in function_words().lacking
    return False


def _read_governors(
    view: SentenceView, verb: Node, node: Node, extraction: Extraction, factuality: _Factuality
) -> None:
    """Read the matrix verbs and nouns above a word, and the particles of each."""
    if view.at(node.index):  # a name, whose event is its position
        return
    known = cues()
    untrue = is_declared_untrue(view)
    for governor in governors(view, node):
        no = is_verb(view, governor) and _is_denied(view, governor) and governor.index != verb.index
        own = not governor.matches(known.failing) or _is_own(view, governor, extraction)
        own = own or _asks_between(view, governor, node)
        if governor.matches(known.denying | known.preventing) or (governor.matches(known.failing) and own):
            factuality.undecided |= no
            factuality.negated |= not no
            if governor.matches(known.denying):
                _attribute(view, governor, factuality)
        elif _ceases(view, governor, node, extraction):
            factuality.negated |= not no
        elif governor.matches(known.planning | known.demanding | known.supposing):
            factuality.negated |= no
            factuality.future = True
            factuality.undecided |= governor.matches(known.supposing)
        elif governor.matches(known.accusing):
            _attribute(view, governor, factuality)
        elif governor.matches(known.unprecedented) and no:
            factuality.negated = True
        elif governor.lemma in known.speech or governor.matches(known.reporting):
            factuality.unreal |= no
            beside = (
                node.index > 1 and fold(view.tree[node.index - 1].word.form) in function_words().occasion_prepositions
            )
            reports = governor.matches(known.reporting) or (is_informant(view, governor) and not beside)
            factuality.reported |= reports
            factuality.negated |= untrue and governor.matches(known.contents)
        elif is_verb(view, governor) and governor.index < node.index and governor.lemma in _carrying():
            _read_particles(view, governor, factuality)
    if untrue and opens_with_untruth(view, node):
        factuality.negated = True
        for word in view.tree.nodes[: node.index - 1]:
            if word.matches(known.truth) and (denier := denier_of_truth(view, word)):
                _attribute(view, denier, factuality)


def _asks_between(view: SentenceView, governor: Node, node: Node) -> bool:
    """Return whether a word of asking stands between two: who fails to persuade another fails to bring it about."""
    between = view.tree.nodes[governor.index : node.index - 1]
    return any(
        frame.predicate == "request"
        for each in between
        if not view.at(each.index) and each.word.upos == "NOUN"
        for frame in nominal_frames().get(each.lemma, ())
    )


def _ceases(view: SentenceView, governor: Node, node: Node, extraction: Extraction) -> bool:
    """Return whether a verb ends the support or cooperation of its subject: «علق العراق تعاونه»; not «علق على»."""
    lasts = predicates()[extraction.predicate].assisting
    direct = is_verb(view, governor) and node.index > 1 and view.tree[node.index - 1].word.upos != "ADP"
    return lasts and direct and governor.matches(cues().ceasing) and _is_own(view, governor, extraction)


def _carrying() -> frozenset[str]:
    """Return the verbs whose particles apply to the event that they govern."""
    return cues().light_verbs | cues().enabling | cues().occurrence_verbs


def _is_denied(view: SentenceView, verb: Node) -> bool:
    return any(denied(view, each) and each.lemma not in cues().lasting for each in (verb, *auxiliaries(view, verb)))


def _is_own(view: SentenceView, governor: Node, extraction: Extraction) -> bool:
    """Return whether the subject of a verb of failing is, as far as known, an argument of the failing event."""
    doer = subject(view, governor) if is_verb(view, governor) else None
    return doer is None or bool({extraction.subject, extraction.object} & {actor.entity for actor in doer.actors})


def _attribute(view: SentenceView, governor: Node, factuality: _Factuality) -> None:
    """Attribute an extraction to the subject of a verb of denial or accusation, unless it already has a source."""
    doer = subject(view, governor) if is_verb(view, governor) else None
    factuality.reported = True
    if doer and doer.by_order and factuality.speaker is None:
        factuality.speaker = doer.actors[0].entity


def _read_suppositions(view: SentenceView, verb: Node, node: Node, factuality: _Factuality) -> None:
    """Read whether a word is in a condition, in its main clause, or in a question."""
    for each in suppositions(view):
        if each.first < node.index <= each.last or (each.first == node.index and each.kind != "open"):
            factuality.unreal |= each.kind == "counterfactual"
            factuality.future |= each.kind == "open"
            factuality.undecided |= each.kind == "asked"
            if each.kind == "asked" and not is_verb(view, verb):
                asked = next((other for other in view.verbs if other.index > each.first), None)
                factuality.unreal |= asked is not None and _is_done(asked)


def _read_sources(view: SentenceView, node: Node, factuality: _Factuality) -> None:
    """Read the source of a statement from a source phrase or a verb of speech."""
    factuality.reported |= unnamed_speech(view, node)
    for source in sources(view):
        if not source.first <= node.index <= source.last:
            factuality.reported = True
            factuality.speaker = factuality.speaker or source.speaker
