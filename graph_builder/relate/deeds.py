"""Who did what to whom, by nouns for deeds: «هجوم داعش على تدمر», «عقد لقاء مع», «خلال استقباله», «اجتماع بين»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, GOVERNED, Frame, cues, predicates, verb_forms
from graph_builder.lexicon import deeds as deed_frames
from graph_builder.lexicon import frames as frame_of_verbs
from graph_builder.relate.actor import Actor
from graph_builder.relate.arguments import participants, place_behind, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.control import controllers
from graph_builder.relate.factuality import qualified
from graph_builder.relate.scene import Phrase, Scene
from graph_builder.relate.speech import Statement
from graph_builder.syntax import Node

# So many words that name nobody stand at most between a noun and its preposition, and behind that before «ل» or «في».
_FARTHEST = 8
_THINGS = 4
# Deeds at which all who take part are in one place.
_MEETINGS = frozenset({"consult", "agree", "assault"})
# «قال في لقاء مع», «خلال زيارة إلى»: what is said or done on such an occasion, its subject was there.
_OCCASIONS = frozenset({"consult", "present_in"})
_ALONGSIDE = frozenset({"cooperate", "support", "aid"})


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does the deed that a noun names, by which rule, the verb that lends it, and the first word behind them."""

    agents: tuple[Actor, ...]
    rule: str
    verb: Node | None
    after: int
    by_pronoun: bool


def deeds(scene: Scene, statements: Sequence[Statement]) -> Iterator[Claim]:
    """What the nouns for deeds in a sentence state, each as the sentence means it."""
    for noun in scene.tree.nodes:
        if noun.word.upos in ("NOUN", "X") and not scene.at(noun.index) and not _stopped(scene, noun):
            for frame in deed_frames().get(noun.lemma, ()):
                doing = _doing(scene, noun, frame)
                stated = (
                    *_claims(scene, noun, frame, doing),
                    *_by_adjectives(scene, noun, frame),
                    *_alongside(scene, noun, frame),
                    *_of_both(scene, noun, frame, doing),
                )
                for claim in stated:
                    yield from qualified(scene, doing.verb or noun, noun, claim, statements)
                yield from _governing(scene, noun, frame, statements)


def _stopped(scene: Scene, noun: Node) -> bool:
    """Whether the deed is what somebody ends or prevents: «وقف هجومها على»."""
    return noun.index > 1 and scene.tree[noun.index - 1].is_a(cues().stopping)


def _claims(scene: Scene, noun: Node, frame: Frame, doing: Doing) -> Iterator[Claim]:
    after = doing.after
    for index in range(after, min(after + _FARTHEST, len(scene.tree)) + 1):
        node = scene.tree[index]
        form = fold(node.word.form)
        if form == "بين" and (predicates()[frame.predicate].symmetric or frame.predicate == "assault"):
            yield from _between(scene, noun, frame, index)
            return
        governed = doing.rule == "deed_controlled" and GOVERNED in frame.objects
        at_once = doing.by_pronoun and index == after and (DIRECT in frame.objects or governed)
        direct = list(participants(scene, index)) if at_once else []
        patients = direct or list(participants(scene, index + 1))
        rule = doing.rule
        if not patients and form in frame.objects and doing.agents:
            patients, rule = list(_owners(scene, index + 1)), "deed_to_things_of"
        if patients and (direct or form in frame.objects):
            proof = evidence(scene, noun.index, after - 1 if direct else index, rule)
            for agent, patient in product(doing.agents, patients):
                yield Claim(agent.entity, frame.predicate, patient.entity, proof)
            if doing.agents:
                yield from _where(scene, noun, frame, (*doing.agents, *patients), patients[-1].last)
            return
        if scene.at(index) or not _may_stand_between(scene, node, after):
            return


def _of_both(scene: Scene, noun: Node, frame: Frame, doing: Doing) -> Iterator[Claim]:
    """What several do together: «لقاء بوتين وأردوغان», or two people side by side: «قمة نتنياهو ماكرون»."""
    if predicates()[frame.predicate].symmetric and doing.rule == "deed_of":
        beside = scene.at(doing.after)
        two = beside and len(doing.agents) == 1 and beside.kind == doing.agents[0].kind == "PER"
        for left, right in combinations((*doing.agents, beside) if beside and two else doing.agents, 2):
            proof = evidence(scene, noun.index, right.last, "deed_of_both")
            yield Claim(left.entity, frame.predicate, right.entity, proof)


def _may_stand_between(scene: Scene, node: Node, after: int) -> bool:
    """Whether a word may stand between a noun for a deed and the preposition of its object."""
    if (
        node.index == after
        or node.word.upos in ("ADJ", "ADV", "NUM", "PUNCT")
        or node.is_a(cues().adverbs | cues().times)
    ):
        return True
    # «اشتباكات وقعت بين»: the verb says no more than that it happened.
    return node.is_a(cues().happening) or fold(node.word.form) in ("الذي", "التي", "في") or _in_place(scene, node)


def _in_place(scene: Scene, node: Node) -> bool:
    return node.index > 1 and fold(scene.tree[node.index - 1].word.form) == "في"


def _between(scene: Scene, noun: Node, frame: Frame, index: int) -> Iterator[Claim]:
    """«بين»: each of one side with each of the other; of two sides, one ends with «من جهة», and is one in battle."""
    sides, last = _sides(scene, index + 1)
    every = [actor for side in sides for actor in side]
    pairs = list(product(*sides)) if len(sides) == 2 else list(combinations(every, 2))
    for left, right in pairs:
        proof = evidence(scene, noun.index, index, "deed_between")
        yield Claim(left.entity, frame.predicate, right.entity, proof)
        if not predicates()[frame.predicate].symmetric:
            yield Claim(right.entity, frame.predicate, left.entity, proof)
    if pairs:
        yield from _where(scene, noun, frame, every, last)
    if len(sides) == 2 and frame.predicate == "assault":
        for left, right in chain.from_iterable(combinations(side, 2) for side in sides):
            proof = evidence(scene, noun.index, index, "side_of_battle")
            yield Claim(left.entity, "cooperate", right.entity, proof)


def _sides(scene: Scene, first: int) -> tuple[list[list[Actor]], int]:
    """Those who stand on each side, or all on one where no sides are told, and the last word about them."""
    sides: list[list[Actor]] = []
    last = first
    while first <= len(scene.tree):
        side = list(participants(scene, first))
        if not side:
            break
        sides.append(side)
        last = side[-1].last
        index = last + 1
        words = [fold(node.word.form) for node in scene.tree.nodes[index - 1 : index + 4]]
        if "من" not in words[:3] or "جهه" not in words:
            break
        last = index + words.index("جهه")
        first = last + 1
        while first <= len(scene.tree) and scene.tree[first].word.form in ("،", "و", "بين", "اخري", "أخرى"):
            first += 1
    split = len(sides) == 1 and last > sides[0][-1].last
    return ([], last) if split else (sides, _over_the_other(scene, last))


def _over_the_other(scene: Scene, last: int) -> int:
    """The last word of «من جهة أخرى»."""
    return last + 1 if last < len(scene.tree) and fold(scene.tree[last + 1].word.form) == "اخري" else last


def _by_adjectives(scene: Scene, noun: Node, frame: Frame) -> Iterator[Claim]:
    """Countries that do together what a noun names: «اتفاق روسي تركي إيراني»."""
    if not predicates()[frame.predicate].symmetric:
        return
    together: list[str] = []
    last = noun.index
    for node in scene.tree.nodes[noun.index :]:
        country = scene.country(node)
        if country is None and node.word.form != "-":
            break
        if country:
            together.append(country)
            last = node.index
    for left, right in combinations(dict.fromkeys(together), 2):
        yield Claim(left, frame.predicate, right, evidence(scene, noun.index, last, "deed_of_countries"))


def _alongside(scene: Scene, noun: Node, frame: Frame) -> Iterator[Claim]:
    """Who helps whoever does something: «نجح الجيش بدعم من روسيا», «بمساعدة واشنطن»."""
    before = noun.index > 1 and scene.tree[noun.index - 1].word.form == "ب"
    verb = _verb_before(scene, noun) if before and frame.predicate in _ALONGSIDE - {"cooperate"} else None
    doer = subject(scene, verb) if verb and not _governs_by_ba(verb) else None
    if doer is None or not doer.by_order:
        return
    index = noun.index + 1
    while index < len(scene.tree) and (scene.tree[index].word.upos == "ADJ" or scene.tree[index].word.form == "من"):
        index += 1
    for helper, helped in product(participants(scene, index), doer.actors):
        yield Claim(helper.entity, frame.predicate, helped.entity, evidence(scene, noun.index, index, "deed_alongside"))


def _governing(scene: Scene, noun: Node, frame: Frame, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Who does what to whom the noun governs: «تمكن الجيش من تحرير تدمر», «أرسلت قواتها لمحاربة داعش»."""
    patient = scene.phrases.get(noun.index + 1)
    if GOVERNED not in frame.objects or noun.definite or patient is None or not _takes(scene, frame, patient):
        return
    verb = _verb_before(scene, noun)
    doer = subject(scene, verb) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[-1].last > noun.index:
        return
    if controllers(scene, verb, noun):  # `_claims` has told it
        return
    lent = verb.lemma in cues().light_verbs | cues().enabling
    purposed = scene.tree[noun.index - 1].word.form == "ل" and not verb.is_a(cues().undergoing)
    if lent or purposed:
        proof = evidence(scene, noun.index, noun.index, "deed_to")
        for agent, other in product(doer.actors, scene.coordinated(patient.actor)):
            claim = Claim(agent.entity, frame.predicate, other.entity, proof)
            yield from qualified(scene, verb if lent else noun, noun, claim, statements)


def _takes(scene: Scene, frame: Frame, named: Phrase) -> bool:
    """Whether who is named behind a deed is its object rather than its doer: no preposition of an object follows."""
    last = scene.coordinated(named.actor)[-1].last
    after = fold(scene.tree[last + 1].word.form) if last < len(scene.tree) else ""
    further = after in frame.objects and last + 2 in scene.phrases
    return bool({GOVERNED, DIRECT} & frame.objects) and not further


def _governs_by_ba(verb: Node) -> bool:
    """Whether «ب» behind a verb brings what it is about, and no helper: «اتهم بدعم», «تعهد بدعم», «ندد بدعم»."""
    known = cues()
    matrix = known.demanding | known.accusing | known.planning | known.denying | known.failing | known.preventing
    about = known.speech | known.positions | known.reporting
    return verb.is_a(matrix | about) or any(
        "ب" in frame.objects and frame.predicate != "present_in" for frame in frame_of_verbs().get(verb.lemma, ())
    )


def _where(scene: Scene, noun: Node, frame: Frame, actors: Sequence[Actor], last: int) -> Iterator[Claim]:
    """Those who meet or fight are where they do."""
    place = place_behind(scene, last)
    if place and frame.predicate in _MEETINGS:
        proof = evidence(scene, noun.index, place.last, "place_of_event")
        for actor, where in product(actors, scene.places_from(place)):
            yield Claim(actor.entity, "present_in", where.entity, proof)


def _owners(scene: Scene, first: int) -> Iterator[Actor]:
    """Whose or where the things are that a deed is done to: «على مواقع للجيش السوري», «على أحياء في مدينة تعز»."""
    for index in range(first, min(first + _THINGS, len(scene.tree)) + 1):
        node = scene.tree[index]
        if node.word.form in ("ل", "في") and index > first:
            yield from participants(scene, index + 1)
            return
        if scene.at(index) or node.word.upos not in ("NOUN", "ADJ", "CCONJ"):
            return


def _doing(scene: Scene, noun: Node, frame: Frame) -> Doing:
    named = scene.phrases.get(noun.index + 1)
    verb = _verb_before(scene, noun)
    controlled = controllers(scene, verb, noun) if verb else ()
    if named and not noun.definite:
        if controlled and _takes(scene, frame, named):
            return Doing(controlled, "deed_controlled", None, named.first, True)
        agents = tuple(scene.coordinated(named.actor))
        return Doing(agents, "deed_of", None, agents[-1].last + 1, False)
    if agents := tuple(_agents_behind(scene, noun)):
        return Doing(agents, "deed_by", None, agents[-1].last + 1, False)
    if country := _country_behind(scene, noun):
        return Doing((country,), "deed_of_country", None, country.last + 1, False)
    pronoun = noun.index < len(scene.tree) and scene.tree[noun.index + 1].word.upos == "PRON"
    after = noun.index + (2 if pronoun else 1)
    if controlled:
        return Doing(controlled, "deed_controlled", None, after, pronoun)
    doer = subject(scene, verb) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[0].first > noun.index:
        return Doing((), "deed_done", None, after, pronoun)
    lent = verb.lemma in cues().light_verbs
    before = fold(scene.tree[noun.index - 1].word.form) if noun.index > 1 else ""
    beside = (before in cues().during and frame.predicate in _OCCASIONS) or (
        before == "ب"
        and frame.predicate in _ALONGSIDE
        and not pronoun
        and not (frame.predicate != "cooperate" and _governs_by_ba(verb))
    )
    # A pronoun may mean whoever was named since.
    named_since = any(doer.actors[-1].last < actor.first < noun.index for actor in scene.actors)
    agents = doer.actors if lent or beside or (pronoun and not named_since) else ()
    return Doing(agents, "deed_done", verb if lent and not beside else None, after, pronoun)


def _country_behind(scene: Scene, noun: Node) -> Actor | None:
    """The country whose adjective a deed bears: «الدعم الروسي لسوريا»; of two adjectives it is nobody's alone."""
    found = None
    for node in scene.tree.nodes[noun.index :]:
        country = scene.country(node)
        if scene.at(node.index) or not (country or node.word.upos == "ADJ"):
            break
        if country and found:
            return None
        if country:
            found = Actor(country, "LOC", node.index, node.index, named=False)
    return found


def _agents_behind(scene: Scene, noun: Node) -> Iterator[Actor]:
    """Who stands behind «ل» or a verb of doing: «هجوم لداعش على», «قصف شنه الحوثيون على»."""
    index = noun.index + 1
    while index < len(scene.tree) and scene.tree[index].word.upos == "ADJ" and not scene.at(index):
        index += 1
    if index >= len(scene.tree):
        return
    lends = verb_forms().get(fold(scene.tree[index].word.form)) in cues().light_verbs
    if scene.tree[index].word.form == "ل" and noun.is_a(cues().of_doers):
        yield from participants(scene, index + 1)
    elif lends and scene.tree[index + 1].word.upos == "PRON":
        yield from participants(scene, index + 2)


def _verb_before(scene: Scene, noun: Node) -> Node | None:
    """The nearest verb before a noun, in its clause."""
    verbs = {verb.index: verb for verb in scene.verbs}
    for node in reversed(scene.tree.nodes[: noun.index - 1]):
        if node.index in verbs:
            return verbs[node.index]
        if node.word.form in (":", "؛", ".") or node.word.upos == "SCONJ":
            return None
    return None
