"""How a sentence means what it states: its polarity, its modality, and to whom it is attributed.

What is denied, what fails or is prevented is negated. What is planned, demanded, expected or possible, and what hangs
on a condition that can still come true, is future. What a source says is reported, in its name if it has one. What
is not so (a condition contrary to fact) or undecided (a question about, or a guess at, what is past) is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.arabic.months import MONTHS
from graph_builder.lexicon import cues
from graph_builder.relate.arguments import denied, subject
from graph_builder.relate.attribution import is_informant, sources, unnamed_speech
from graph_builder.relate.claim import Claim
from graph_builder.relate.governors import auxiliaries, governors, is_verb
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.relate.suppositions import suppositions
from graph_builder.syntax import Node
from graph_builder.values import Modality, Polarity

# So many words at most stand between a particle and its verb, or between a time to come and its noun.
_NEAR = 6
_TIME = 3


@dataclass(slots=True)
class _Reading:
    """What has been read so far of how a claim is meant."""

    negated: bool = False
    future: bool = False
    undecided: bool = False
    unreal: bool = False
    reported: bool = False
    speaker: str | None = None


def qualify(scene: Scene, verb: Node, node: Node, claim: Claim, statements: Sequence[Statement]) -> Claim | None:
    """Return the claim that a word states with its polarity, modality and source; None if it is not to be told.

    `verb` is the verb that states the claim or lends it, or the word `node` itself.
    """
    reading = _Reading()
    for statement in statements:
        if statement.opened < node.index and statement.verb != node.index:
            reading.speaker, reading.reported = statement.speaker.entity, True
    _read_particles(scene, verb, reading)
    _read_noun(scene, node, reading)
    _read_governors(scene, verb, node, claim, reading)
    _read_suppositions(scene, verb, node, reading)
    _read_sources(scene, node, reading)
    past = is_verb(scene, verb) and _is_done(verb)
    if reading.unreal or (reading.undecided and past):
        return None
    future = reading.future or reading.undecided
    modality: Modality = "future" if future else "reported" if reading.reported else "asserted"
    polarity: Polarity = "negated" if reading.negated else "affirmed"
    return replace(claim, polarity=polarity, modality=modality, attributed_to=reading.speaker)


def qualified(scene: Scene, verb: Node, node: Node, claim: Claim, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Yield the claim as `qualify` returns it, if it is to be told."""
    told = qualify(scene, verb, node, claim, statements)
    if told:
        yield told


def _is_done(verb: Node) -> bool:
    return "Aspect=Perf" in verb.word.feats


def _read_particles(scene: Scene, verb: Node, reading: _Reading) -> None:
    """Read what particles and auxiliaries before a verb say: that it is denied, put off, or only possible."""
    heads = [verb, *auxiliaries(scene, verb)]
    for head in heads:
        if denied(scene, head) and head.lemma not in cues().lasting:
            reading.negated = True
        if head.lemma == "ليس" and head is not verb:
            reading.negated = True
        before = scene.tree[head.index - 1] if head.index > 1 else None
        if before is None or head.word.upos not in ("VERB", "AUX") or _is_done(head):
            continue
        form = fold(before.word.form)
        reading.future |= form in cues().postponing and not _is_settled(scene, before)
        reading.undecided |= _is_possible(scene, head)
    if verb.word.upos == "VERB" and not _is_done(verb) and _is_coming(scene, verb):
        reading.future = True
    if is_verb(scene, verb) and _is_doubted(scene, verb):
        reading.undecided = True


def _is_settled(scene: Scene, particle: Node) -> bool:
    """Return whether «أن» stands behind a word of denial, or of time, and so puts nothing off: «قبل أن يغادر»."""
    if particle.word.form not in ("أن", "ان") or particle.index == 1:
        return False
    before = scene.tree[particle.index - 1]
    if fold(before.word.form) in cues().beside | cues().lacking:
        return True
    return any(each.is_a(cues().denying | cues().failing | cues().unprecedented) for each in governors(scene, particle))


def _is_possible(scene: Scene, verb: Node) -> bool:
    """Return whether «قد» stands before a verb in the imperfect, with a negation between them or not."""
    before = [fold(each.word.form) for each in scene.tree.nodes[max(verb.index - 3, 0) : verb.index - 1]]
    return before[-1:] == ["قد"] or (before[-2:-1] == ["قد"] and before[-1] in cues().negations)


def _is_doubted(scene: Scene, verb: Node) -> bool:
    """Return whether a particle before a verb, in its clause, says that it may be so: «ربما»."""
    for before in reversed(scene.tree.nodes[max(verb.index - _NEAR, 1) - 1 : verb.index - 1]):
        form = fold(before.word.form)
        if form in cues().possibly and form != "قد":
            return True
        if is_verb(scene, before) or (before.word.upos in ("SCONJ", "PUNCT") and before.index > 1):
            return False
    return False


def _is_coming(scene: Scene, node: Node) -> bool:
    """Return whether a word's clause names a time to come: «غدا», «الأسبوع المقبل»."""
    first, last = node.index, node.index
    while first > 1 and not _parts(scene, scene.tree[first - 1]):
        first -= 1
    while last < len(scene.tree) and not _parts(scene, scene.tree[last + 1]):
        last += 1
    return any(_names_time_to_come(scene, each) for each in scene.tree.nodes[first - 1 : last])


def _parts(scene: Scene, node: Node) -> bool:
    """Return whether a word parts two clauses."""
    return is_verb(scene, node) or node.word.upos == "SCONJ" or node.word.form in ":؛"


def _names_time_to_come(scene: Scene, node: Node) -> bool:
    if fold(node.word.form) in cues().tomorrow and not scene.at(node.index):
        return True
    before = scene.tree.nodes[max(node.index - 1 - _TIME, 0) : node.index - 1]
    spans = any(each.is_a(cues().spans | cues().times) or fold(each.word.form) in MONTHS for each in before)
    return node.is_a(cues().approaching) and spans


def _read_noun(scene: Scene, node: Node, reading: _Reading) -> None:
    """Read what the words around a noun for a deed say: that it is wanting, is what something is for, or is to come."""
    if is_verb(scene, node) or scene.at(node.index):  # «مواقع للجيش» is whose they are
        return
    before = [scene.tree[index] for index in (node.index - 1, node.index - 2) if index >= 1]
    forms = [fold(each.word.form) for each in before]
    reading.negated |= bool(forms) and forms[0] in cues().lacking
    purposed = forms[:1] == ["ل"] or (len(before) == 2 and before[0].word.upos == "NOUN" and forms[1] == "ل")
    after = scene.tree.nodes[node.index : node.index + _TIME]
    approaching = any(each.is_a(cues().approaching) and each.word.head == node.index for each in after)
    reading.future |= purposed or approaching


def _read_governors(scene: Scene, verb: Node, node: Node, claim: Claim, reading: _Reading) -> None:
    """Read what the matrix verbs and nouns above a word say of it, and the particles of each."""
    if scene.at(node.index):  # a name, for where it stands
        return
    known = cues()
    untrue = _is_untrue(scene)
    for governor in governors(scene, node):
        no = is_verb(scene, governor) and _is_denied(scene, governor) and governor.index != verb.index
        own = not governor.is_a(known.failing) or _is_own(scene, governor, claim)
        if governor.is_a(known.denying | known.preventing) or (governor.is_a(known.failing) and own):
            reading.undecided |= no
            reading.negated |= not no
            if governor.is_a(known.denying):
                _attribute(scene, governor, reading)
        elif governor.is_a(known.planning | known.demanding | known.supposing):
            reading.negated |= no
            reading.future = True
            reading.undecided |= governor.is_a(known.supposing)
        elif governor.is_a(known.accusing):
            _attribute(scene, governor, reading)
        elif governor.is_a(known.unprecedented) and no:
            reading.negated = True
        elif governor.lemma in known.speech or governor.is_a(known.reporting):
            reading.unreal |= no
            beside = node.index > 1 and fold(scene.tree[node.index - 1].word.form) in known.during
            told = governor.is_a(known.reporting) or (is_informant(scene, governor) and not beside)
            reading.reported |= told
            reading.negated |= untrue and governor.is_a(known.contents)
        elif is_verb(scene, governor) and governor.index < node.index and governor.lemma in _carrying():
            _read_particles(scene, governor, reading)
    reading.negated |= untrue and _opens_with_untruth(scene, node)


def _carrying() -> frozenset[str]:
    """Return the verbs whose particles are those of the deed that they govern."""
    return cues().light_verbs | cues().enabling | cues().happening


def _is_denied(scene: Scene, verb: Node) -> bool:
    return any(denied(scene, each) and each.lemma not in cues().lasting for each in (verb, *auxiliaries(scene, verb)))


def _is_own(scene: Scene, governor: Node, claim: Claim) -> bool:
    """Return whether a deed that its governor says fails is that of the governor's subject, as far as is known."""
    doer = subject(scene, governor) if is_verb(scene, governor) else None
    return doer is None or bool({claim.subject, claim.object} & {actor.entity for actor in doer.actors})


def _attribute(scene: Scene, governor: Node, reading: _Reading) -> None:
    """Attribute a claim to whoever denies it or charges another with it, if nobody else says so."""
    doer = subject(scene, governor) if is_verb(scene, governor) else None
    reading.reported = True
    if doer and doer.by_order and reading.speaker is None:
        reading.speaker = doer.actors[0].entity


def _is_untrue(scene: Scene) -> bool:
    """Return whether a sentence says of what is told that it is untrue: «لا صحة لما», «عارية عن الصحة»."""
    for each in scene.tree.nodes:
        if each.is_a(cues().untrue) and not scene.at(each.index):
            return True
        before = {fold(other.word.form) for other in scene.tree.nodes[max(each.index - 3, 0) : each.index - 1]}
        lemmas = {other.lemma for other in scene.tree.nodes[max(each.index - 3, 0) : each.index - 1]}
        if each.is_a(cues().truth) and (before | lemmas) & cues().negations:
            return True
    return False


def _opens_with_untruth(scene: Scene, node: Node) -> bool:
    """Return whether the words of untruth stand before a word, with nothing that parts them from it."""
    words = [each for each in scene.tree.nodes[: node.index - 1] if each.is_a(cues().truth | cues().untrue)]
    return bool(words) and not any(each.word.form in "،؛" for each in scene.tree.nodes[words[0].index : node.index - 1])


def _read_suppositions(scene: Scene, verb: Node, node: Node, reading: _Reading) -> None:
    """Read whether a word stands in a condition, in what hangs on one, or in a question."""
    for each in suppositions(scene):
        if each.first < node.index <= each.last or (each.first == node.index and each.kind != "open"):
            reading.unreal |= each.kind == "counterfactual"
            reading.future |= each.kind == "open"
            reading.undecided |= each.kind == "asked"
            if each.kind == "asked" and not is_verb(scene, verb):
                asked = next((other for other in scene.verbs if other.index > each.first), None)
                reading.unreal |= asked is not None and _is_done(asked)


def _read_sources(scene: Scene, node: Node, reading: _Reading) -> None:
    """Read whose word a sentence is, if a phrase or a verb of speech tells."""
    reading.reported |= unnamed_speech(scene, node)
    for source in sources(scene):
        if not source.first <= node.index <= source.last:
            reading.reported = True
            reading.speaker = reading.speaker or source.speaker
