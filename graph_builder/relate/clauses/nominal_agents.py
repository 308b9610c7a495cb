"""Agents of event nouns: «هجوم داعش», «الدعم الروسي», «قصف شنه الحوثيون», «قرر الجيش مهاجمة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import VERB_BREAKS
from graph_builder.lexicon import DIRECT, GOVERNED, Frame, cues, function_words, nominal_frames, verb_forms, verb_frames
from graph_builder.relate.clauses.speakers import subject_or_speaker
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.actor import Actor, Phrase
from graph_builder.relate.sentence.arguments import Argument, end_of_subject, participants
from graph_builder.relate.sentence.control import controllers, nominal_controllers
from graph_builder.relate.sentence.indirect_arguments import agent_phrase
from graph_builder.relate.sentence.insertions import comma_before, end_of_insertion, ends_of_insertions
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

AgentRole = Literal["agency phrase", "genitive", "noun phrase", "adjective", "controller", "subject"]

OWN_AGENTS: frozenset[AgentRole] = frozenset({"agency phrase", "genitive", "noun phrase", "adjective"})
"""Roles of agents in the phrase of the noun itself, without a verb."""


@dataclass(frozen=True, slots=True)
class NominalAgents:
    """Agents of an event noun.

    Attributes:
        actors: The actors.
        role: Where they stand.
        verb: The light verb that supplies them; None if there is none.
        after: Index of the first word after them, or after the noun if they stand elsewhere.
        before_object: Whether the object may follow at once: they stand elsewhere or beside it, or are a pronoun.
    """

    actors: tuple[Actor, ...]
    role: AgentRole
    verb: Node | None
    after: int
    before_object: bool


def nominal_agents(view: SentenceView, noun: Node, frame: Frame, quotations: Sequence[Quotation]) -> NominalAgents:
    """Return the agents of an event noun: in its own phrase, else those of the verb that governs it."""
    if by_phrase := agent_phrase(view, noun.index):
        return NominalAgents(by_phrase.actors, "agency phrase", None, noun.index + 1, True)
    named = view.phrases.get(noun.index + 1)
    verb = verb_before(view, noun)
    controlled = (controllers(view, verb, noun) if verb else ()) or nominal_controllers(view, noun)
    if named and not noun.definite:
        if controlled and takes_as_object(view, frame, named):
            return NominalAgents(controlled, "controller", None, named.first, True)
        agents = tuple(view.coordinated(named.actor))
        after = agents[-1].last + 1
        beside = GOVERNED in frame.objects and not frame.stated.symmetric and after in view.phrases
        return NominalAgents(agents, "genitive", None, after, beside)  # «تحرير الجيش عدن»
    if agents := tuple(_agents_in_phrase(view, noun)):
        return NominalAgents(agents, "noun phrase", None, agents[-1].last + 1, False)
    if country := _country_after(view, noun):
        return NominalAgents((country,), "adjective", None, country.last + 1, False)
    pronoun = noun.index < len(view.tree) and view.tree[noun.index + 1].word.upos == "PRON"
    after = noun.index + (2 if pronoun else 1)
    if controlled:
        return NominalAgents(controlled, "controller", None, after, pronoun)
    doer = subject_or_speaker(view, verb, quotations) if verb else None
    if verb is None or doer is None or not doer.by_order or doer.actors[0].first > noun.index:
        return NominalAgents((), "subject", None, after, pronoun)
    lent = verb.lemma in cues().light_verbs and not is_governed_by_noun(view, verb, noun)
    before = fold(view.tree[noun.index - 1].word.form) if noun.index > 1 else ""
    beside = (before in function_words().occasion_prepositions and frame.stated.occasion) or (
        before == "ب"
        and frame.stated.assisting
        and not pronoun
        and not (not frame.stated.symmetric and topic_of_ba(verb))
    )
    agents = doer.actors if lent or beside else _referents(view, doer, noun) if pronoun else ()
    return NominalAgents(agents, "subject", verb if lent and not beside else None, after, pronoun)


def _referents(view: SentenceView, doer: Argument, noun: Node) -> tuple[Actor, ...]:
    """Return what the pronoun of an event noun refers to: the subject of the verb, unless another is named in between.

    «ها» after a person's verb refers to the country or organization that is its object: «شكر أردوغان قطر على دعمها».
    """
    last = end_of_insertion(view, doer.last, noun.index)
    since = [actor for actor in view.actors if max(doer.actors[-1].last, last) < actor.first < noun.index]
    if not since:
        return doer.actors
    by_person = all(actor.kind == "PER" for actor in doer.actors)
    other = since[0]
    governed = view.tree[view.phrase(other).first - 1].word.upos == "ADP"
    feminine = view.tree[noun.index + 1].word.form == "ها"
    alone = len(since) == 1 and other.kind != "PER" and not governed and by_person
    return (other,) if feminine and alone else ()


def _country_after(view: SentenceView, noun: Node) -> Actor | None:
    """Return the country of an event's adjective: «الدعم الروسي لسوريا»; None if there are two."""
    found = None
    for node in view.tree.nodes[noun.index :]:
        country = view.country(node)
        inside = view.at(node.index)
        if not country and (inside or node.word.upos != "ADJ"):
            break
        if country and found:
            return None
        if country:
            found = Actor(country, "LOC", node.index, node.index, named=False)
    return found


def _agents_in_phrase(view: SentenceView, noun: Node) -> Iterator[Actor]:
    """Yield the agents after «ل» or a light verb: «هجوم لداعش على», «قصف شنه الحوثيون على», «القصف الذي تشنه»."""
    index = _over_coordinated_adjectives(view, noun.index + 1)
    if index + 1 >= len(view.tree):
        return
    index += fold(view.tree[index].word.form) in function_words().relatives
    lemmas = {verb_forms().get(fold(view.tree[index].word.form)), *(v.lemma for v in view.verbs if v.index == index)}
    lends = not lemmas.isdisjoint(cues().light_verbs)
    if view.tree[index].word.form == "ل" and noun.matches(cues().agentive_nouns):
        named = tuple(participants(view, index + 1))
        if any(actor.kind != "LOC" or view.is_country(actor) for actor in named):  # not «قصف لمدينة تعز»
            yield from named
    elif lends and view.tree[index + 1].word.upos == "PRON":
        yield from participants(view, index + 2)


def _over_coordinated_adjectives(view: SentenceView, index: int) -> int:
    """Return the index after the adjectives that begin at a word: «المدفعي والجوي»."""
    while index < len(view.tree) and not view.at(index):
        joined = view.tree[index].word.form == "و" and view.tree[index + 1].word.upos == "ADJ"
        if view.tree[index].word.upos != "ADJ" and not joined:
            break
        index += 1
    return index


def verb_before(view: SentenceView, noun: Node) -> Node | None:
    """Return the nearest verb before a noun in its clause."""
    if across := _verb_across_insertion(view, noun):
        return across
    verbs = {verb.index: verb for verb in view.verbs}
    for node in reversed(view.tree.nodes[: noun.index - 1]):
        if node.index in verbs:
            return verbs[node.index]
        if node.word.form in VERB_BREAKS or node.word.upos == "SCONJ":
            return None
    return None


def _verb_across_insertion(view: SentenceView, noun: Node) -> Node | None:
    """Return the verb that an insertion separates from a noun: «شن التحالف، ردا على الهجوم، غارات»."""
    comma = comma_before(view, noun.index)
    if comma is None:
        return None
    before = (verb for verb in reversed(view.verbs) if verb.index < comma)
    return next((verb for verb in before if comma in ends_of_insertions(view, end_of_subject(view, verb))), None)


def is_governed_by_noun(view: SentenceView, verb: Node, noun: Node) -> bool:
    """Return whether another event noun stands between a verb and a noun: «فرضت عقوبات عليه بتهمة تمويل»."""
    last = end_of_insertion(view, end_of_subject(view, verb), noun.index)
    start = last if view.tree[last].word.form == "،" else verb.index
    between = [each for each in view.tree.nodes[start : noun.index - 1] if not view.at(each.index)]
    if between and between[-1].word.form == "و":
        return False
    return any(
        each.word.upos == "NOUN" and (each.lemma in nominal_frames() or each.matches(cues().accusing))
        for each in between
    )


def takes_as_object(view: SentenceView, frame: Frame, named: Phrase) -> bool:
    """Return whether the genitive of an event noun is its object, not its agent: no object preposition follows."""
    last = view.coordinated(named.actor)[-1].last
    after = fold(view.tree[last + 1].word.form) if last < len(view.tree) else ""
    if after == "ل" and last + 2 <= len(view.tree) and view.tree[last + 2].word.upos == "PRON":
        return False  # «مطالبة وارسو لها»
    further = (after in frame.objects and last + 2 in view.phrases) or last + 1 in view.phrases
    return bool({GOVERNED, DIRECT} & frame.objects) and not further


def topic_of_ba(verb: Node) -> bool:
    """Return whether «ب» after a verb marks its topic, not support: «اتهم بدعم», «تعهد بدعم», «ندد بدعم»."""
    known = cues()
    matrix = known.demanding | known.accusing | known.planning | known.denying | known.failing | known.preventing
    about = known.speech | known.stance_nouns | known.reporting
    return verb.matches(matrix | about) or any(
        "ب" in frame.objects and not frame.stated.locative for frame in verb_frames().get(verb.lemma, ())
    )
