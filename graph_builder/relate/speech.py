"""Who speaks, of what, and which words of a sentence are theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import cues, places
from graph_builder.relate.actor import Actor
from graph_builder.relate.arguments import Argument, denied, prepositional_object, subject
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.offices import office_after
from graph_builder.relate.scene import Scene
from graph_builder.syntax import Node

# A statement is about the first entity that it names, and so many more if the article names each of them so often.
_MORE, _OFTEN = 2, 3

# Words between a body named as a source and the word that says so: ما, a verb, what kind of body it is.
_FARTHEST_SOURCE = 4

CONTINUED = "continued_speech"
_QUOTED = frozenset('«“"')
_OPENING = frozenset({":", "«", "“", '"', "الي", "علي", "ب", "عن", "قايلا"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words: they begin behind word `opened` and reach to the end of the sentence."""

    speaker: Actor
    verb: int
    opened: int
    rule: str


def statements(scene: Scene, previous: Actor | None = None) -> Iterator[Statement]:
    """What the sentence says that somebody said.

    A sentence that begins with a verb of speech without a subject («وأضاف أنّ») goes on with the words of `previous`,
    whoever spoke last before.
    """
    headline = scene.phrases.get(1)
    speaks = headline is not None and headline.actor.kind != "LOC" and headline.last < len(scene.tree)
    if headline and speaks and scene.tree[headline.last + 1].word.form == ":":
        yield Statement(headline.actor, headline.last, headline.last + 1, "headline_speech")
    for verb in scene.verbs:
        if verb.lemma not in cues().speech or "Voice=Pass" in verb.word.feats:
            continue
        speaker = subject(scene, verb)
        if speaker and speaker.by_order and not is_site(scene, speaker.actors[0]):
            last = titled(scene, speaker)
            opened = _opened(scene, last)
            if denied(scene, verb) or (verb.lemma in cues().speech_if_opened and opened == last):
                continue
            source = _source(scene, verb, last)
            for actor in speaker.actors:
                yield Statement(actor, verb.index, last if source else opened, "speech")
            if source:
                yield source
        elif previous and speaker is None and _goes_on(scene, verb):
            yield Statement(previous, verb.index, verb.index, CONTINUED)


def _source(scene: Scene, verb: Node, last: int) -> Statement | None:
    """Whose words somebody passes on: «نقلت وكالة عن الوزير قوله إنّ»."""
    if verb.lemma not in cues().relaying:
        return None
    found = prepositional_object(scene, verb, last, frozenset({"عن"}))
    if found is None or not found.by_order or not found.actors[0].named or found.last >= len(scene.tree):
        return None
    return Statement(found.actors[0], found.last + 1, _opened(scene, found.last), "relayed_speech")


def last_speaker(scene: Scene, said: Sequence[Statement], previous: Actor | None) -> Actor | None:
    """Who has the word at the end of a sentence; nobody known, where the last to speak is not named."""
    verbs = [verb.index for verb in scene.verbs if verb.lemma in cues().speech and "Voice=Pass" not in verb.word.feats]
    told = max((statement.verb for statement in said), default=0)
    if verbs and verbs[-1] > told:
        return None
    return said[-1].speaker if said else previous


def participles(scene: Scene, said: Sequence[Statement]) -> Iterator[Statement]:
    """What a participle of speech adds: «مشيراً إلى أنّ» goes on with the words of who spoke, or acted, before it."""
    for node in scene.tree.nodes:
        if fold(node.word.form) in cues().speech_participles and not scene.at(node.index):
            before = [statement for statement in said if statement.verb < node.index]
            speaker = before[-1].speaker if before else _doer_before(scene, node)
            if speaker:
                yield Statement(speaker, node.index, node.index, "speech_participle")


def _doer_before(scene: Scene, node: Node) -> Actor | None:
    for verb in reversed(scene.verbs):
        if verb.index < node.index:
            doer = subject(scene, verb)
            speaks = doer and (doer.actors[0].kind != "LOC" or scene.is_country(doer.actors[0]))
            if doer and speaks and doer.by_order and doer.last < node.index:
                return doer.actors[0]
    return None


def spoken_about(scene: Scene, statement: Statement, said: Sequence[Statement] = ()) -> Iterator[Claim]:
    """What a statement is about: the first entities that it names before another, offices of people left aside."""
    others = [s.verb for s in said if s.verb > statement.opened and s.speaker.entity != statement.speaker.entity]
    end = min(others, default=len(scene.tree) + 1)
    objects: list[str] = []
    titles = office_words(scene)
    for actor in scene.actors:
        beside = (
            actor.entity in (statement.speaker.entity, *objects) or actor.first in titles or _is_source(scene, actor)
        )
        if statement.opened < actor.first < end and not beside:
            objects.append(actor.entity)
    objects = objects or list(_by_adjectives(scene, statement))
    proof = evidence(scene, statement.verb, statement.verb, statement.rule)
    for entity in _central(scene, objects):
        yield Claim(statement.speaker.entity, "speaks_about", entity, proof)


def office_words(scene: Scene) -> set[int]:
    """The words of all offices before names: what they name is no topic of its own."""
    return {i for p in scene.phrases.values() if p.office for i in range(p.office, p.actor.first)}


def _is_source(scene: Scene, actor: Actor) -> bool:
    """Whether a body is named for what is told: «وفق ما أوردت وكالة الأنباء», «بحسب صحيفة»."""
    if actor.kind != "ORG":
        return False
    before = [fold(node.word.form) for node in scene.tree.nodes[: actor.first - 1] if node.word.upos != "PUNCT"]
    return not cues().sourcing.isdisjoint(before[-_FARTHEST_SOURCE:])


def _central(scene: Scene, objects: Sequence[str]) -> Sequence[str]:
    """The topics among what a statement names: what the article names but once only where there is nothing else."""
    recurring = [entity for entity in objects if scene.times(entity) != 1]
    often = [entity for entity in recurring[1 : 1 + _MORE] if scene.times(entity) >= _OFTEN]
    return [*recurring[:1], *often] or objects[:_MORE]


def _by_adjectives(scene: Scene, statement: Statement) -> Iterator[str]:
    """The first country that only an adjective names: «شدد على أنّ القضية السورية»."""
    for node in scene.tree.nodes[statement.opened :]:
        country = scene.country(node)
        if country and not scene.at(node.index) and country != statement.speaker.entity:
            yield country
            return


def is_site(scene: Scene, actor: Actor) -> bool:
    """Whether a place is called by what kind of place it is, and so is where something is: «مدينة حلب»."""
    first = scene.phrase(actor).first
    return actor.kind == "LOC" and first < actor.first and scene.tree[first].is_a(places().heads)


def titled(scene: Scene, speaker: Argument) -> int:
    """The last word about who speaks: of the office behind the name, or of the name, or the verb behind both."""
    after = office_after(scene, speaker.actors[-1]) if speaker.actors[-1].last == speaker.last else None
    return after[1] if after else speaker.last


def _goes_on(scene: Scene, verb: Node) -> bool:
    """Whether a verb of speech begins its sentence and nobody stands behind it: «وأضاف:», «وأشار إلى أنّ»."""
    alone = "Aspect=Perf" in verb.word.feats and "Number=Sing" in verb.word.feats
    begins = all(node.word.upos in ("CCONJ", "PUNCT", "ADV") for node in scene.tree.nodes[: verb.index - 1])
    after = [node for node in scene.tree.nodes[verb.index :] if fold(node.word.form) not in cues().adverbs]
    opened = bool(after) and (fold(after[0].word.form) in cues().openers | _OPENING or after[0].word.upos == "SCONJ")
    return alone and begins and opened


def _opened(scene: Scene, last: int) -> int:
    """The word that opens what is said: «أنّ», a colon, a quotation mark; else the last of the speaker's name.

    Quotation marks around a name alone open nothing: «قال لـ«الشرق الأوسط» إنّ».
    """
    for node in scene.tree.nodes[last:]:
        if fold(node.word.form) in cues().openers or node.word.form == ":":
            return node.index
        if node.word.form in _QUOTED and not _around_name(scene, node):
            return node.index
    return last


def _around_name(scene: Scene, node: Node) -> bool:
    inside = scene.at(node.index + 1)
    return inside is not None and inside.first == node.index + 1 and _is_sign(scene, inside.last + 1)


def _is_sign(scene: Scene, index: int) -> bool:
    return index <= len(scene.tree) and scene.tree[index].word.form in _QUOTED | {"»", "”"}
