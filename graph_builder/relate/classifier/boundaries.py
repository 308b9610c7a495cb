"""Reject classified extractions whose arguments belong to another clause than the trigger, or to another phrase."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, cues, function_words, nominal_frames, people, predicates, verb_frames
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.factuality.governors import governors, is_verb
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import (
    Argument,
    direct_object,
    is_contrasting,
    subject,
)
from graph_builder.relate.sentence.indirect_arguments import giver
from graph_builder.relate.sentence.titles import describes_another, is_of_kin
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


def crosses_boundary(view: SentenceView, trigger: Node, found: Extraction, extractions: Sequence[Extraction]) -> bool:
    """Return whether an argument lies in another clause than the trigger, or in a phrase about another entity.

    Args:
        view: The sentence.
        trigger: The trigger of the extraction.
        found: The extraction of the classifier.
        extractions: The extractions of the rules in the sentence.
    """
    if any(_is_explained(view, trigger, extraction, found) for extraction in extractions):
        return True
    if _is_held_by_another(view, trigger, found):
        return True
    if predicates()[found.predicate].lasting:
        return False
    if _are_contrasted(view, found) or _are_separated(view, found) or _is_critic(view, trigger, found):
        return True
    if predicates()[found.predicate].assisting and _is_recipient(view, trigger, found):
        return True
    if predicates()[found.predicate].adversarial and any(_are_allied(found, each) for each in extractions):
        return True
    for end, other in ((found.subject, found.object), (found.object, found.subject)):
        named = [actor for actor in view.actors if actor.entity == end]
        if named and all(_is_in_next_clause(view, trigger, actor) for actor in named):
            return True
        if named and all(_acts_instead(view, trigger, actor, other) for actor in named):
            return True
        if named and all(actor.kind == "PER" and _is_bystander(view, actor) for actor in named):
            return True
    return False


def _are_allied(found: Extraction, extraction: Extraction) -> bool:
    """Return whether a rule finds that both arguments act together in the event: «بين الجيش والحشد من جهة وداعش»."""
    same_word = extraction.evidence.trigger_start == found.evidence.trigger_start
    together = predicates()[extraction.predicate].assisting and predicates()[extraction.predicate].symmetric
    return same_word and together and {extraction.subject, extraction.object} == {found.subject, found.object}


def _is_critic(view: SentenceView, trigger: Node, found: Extraction) -> bool:
    """Return whether a subject only accuses another of the event, or judges him for it.

    «وجهت السعودية اتهامات إلى إيران بتمويل الحوثيين», «انتقد ماكين باكستان لدعمها طالبان».
    """
    if found.predicate == "accuse":
        return False
    known = cues()
    accusing = [verb for verb in governors(view, trigger) if verb.matches(known.accusing) and verb.word.upos == "VERB"]
    nouns = [noun for noun in governors(view, trigger) if noun.matches(known.accusing) and noun.word.upos == "NOUN"]
    lending = [verb for noun in nouns for verb in view.verbs if verb.index < noun.index][-1:]
    lending = [verb for verb in lending if verb.lemma in known.light_verbs and not verb.matches(known.receiving)]
    before = fold(view.tree[trigger.index - 1].word.form) if trigger.index > 1 else ""
    reasoned = before in function_words().reason_prepositions and _has_possessor(view, trigger)
    judging = [verb for verb in view.verbs if verb.index < trigger.index][-1:] if reasoned else []
    judging = [verb for verb in judging if _judges(view, verb)]
    active = [verb for verb in (*accusing, *lending, *judging) if "Voice=Pass" not in verb.word.feats]
    doers = (subject(view, verb) for verb in active)
    return any(found.subject == actor.entity for doer in doers if doer for actor in doer.actors)


def _judges(view: SentenceView, verb: Node) -> bool:
    """Return whether a verb of stance has a direct object: «انتقد باكستان», «شكر قطر»."""
    doer = subject(view, verb)
    last = max(doer.last, verb.index) if doer else verb.index
    frames = verb_frames().get(verb.lemma, ())
    return any(frame.judges_its_object and direct_object(view, verb, last) for frame in frames)


def _is_recipient(view: SentenceView, trigger: Node, found: Extraction) -> bool:
    """Return whether a subject is helped by the object: «حصلت كييف على أسلحة من ألمانيا», «يحظى حفتر بدعم روسيا»."""
    for verb in (trigger, *governors(view, trigger)):
        helped = verb.matches(cues().receiving | cues().enjoying) and is_verb(view, verb)
        doer = subject(view, verb) if helped else None
        if doer and any(actor.entity == found.subject for actor in doer.actors):
            source = giver(view, verb, doer)
            if source is None:
                own = not any(verb.index < each.index < trigger.index for each in view.verbs)
                return own and verb.matches(cues().enjoying)
            return any(actor.entity == found.object for actor in source.actors)
    return False


def _is_bystander(view: SentenceView, actor: Actor) -> bool:
    """Return whether a person is named only to say who another is."""
    return is_of_kin(view, actor) or describes_another(view, actor) or _is_represented(view, actor)


def _is_represented(view: SentenceView, actor: Actor) -> bool:
    """Return whether another acts for a person: «نيابة عن السلطان قابوس», «ينوب عن الوزير»."""
    first = view.phrase(actor).first
    before = view.tree.nodes[max(first - 3, 0) : first - 1]
    if not before or before[-1].word.form != "عن":
        return False
    verb = next((verb for verb in reversed(view.verbs) if verb.index < first), None)
    substitutes = verb is not None and verb.lemma in cues().substituting
    return substitutes or any(fold(node.word.form) in function_words().on_behalf for node in before)


def _is_held_by_another(view: SentenceView, trigger: Node, found: Extraction) -> bool:
    """Return whether the office after a person with a title is somebody else's, or that of a relative.

    «هنأ الملك سلمان الرئيس المصري», «استقبل الرئيس بوتين رئيس الكاميرون بول بيا», «أحمد كرزاي، الأخ غير الشقيق للرئيس
    الأفغاني حامد كرزاي».
    """
    if found.predicate != "holds_position":
        return False
    persons = [actor for actor in view.actors if actor.entity == found.subject]
    ends = {actor.last + 1 for actor in persons if view.phrase(actor).first < actor.first}
    meant = [actor for actor in view.actors if actor.entity == found.object]
    related = any(_is_called_relative(view, actor) for actor in persons)
    others = [
        (phrase.office, phrase.actor.first)
        for phrase in view.phrases.values()
        if phrase.office and (related or phrase.office in ends) and phrase.actor.entity != found.subject
    ]
    if related and any(first <= trigger.index < last for first, last in others):
        return True
    if meant and all(any(first <= actor.first < last for first, last in others) for actor in meant):
        return True
    return bool(meant) and all(
        not actor.named and actor.first in ends and view.tree[actor.first].matches(people().offices) for actor in meant
    )


def _is_called_relative(view: SentenceView, actor: Actor) -> bool:
    """Return whether a noun for a relative follows a name: «أحمد ولي كرزاي، الأخ غير الشقيق للرئيس»."""
    index = actor.last + 1
    index += index <= len(view.tree) and view.tree[index].word.form == "،"
    return index <= len(view.tree) and view.tree[index].matches(cues().kinship)


def _are_contrasted(view: SentenceView, found: Extraction) -> bool:
    """Return whether a contrasting conjunction stands between the arguments: «… على تدمر فيما غادر كيري عمان»."""
    ends = [[a.first for a in view.actors if a.entity == end] for end in (found.subject, found.object)]
    words = [node.index for node in view.tree.nodes if is_contrasting(view, node.index)]
    apart = [any(min(a, b) < word < max(a, b) for word in words) for a, b in product(*ends)]
    return bool(apart) and all(apart)


def _are_separated(view: SentenceView, found: Extraction) -> bool:
    """Return whether a verb with «و» and a subject of its own divides the arguments: «زار بوتين كابل وغادر كيري عمان».

    The name after a transitive verb may be its object instead: «زار بوتين كابل والتقى كرزاي».
    """
    one, other = ([a for a in view.actors if a.entity == end] for end in (found.subject, found.object))
    if not one or not other:
        return False
    earlier, later = sorted((one, other), key=lambda actors: actors[0].first)
    end = max(actor.last for actor in earlier)
    for verb in view.verbs:
        between = view.tree.nodes[end : verb.index - 1]
        if not between or not _is_joined(view, verb) or verb.index > later[0].first:
            continue
        opened = any(fold(node.word.form) in function_words().complementizers for node in between)
        doer = None if opened else subject(view, verb)
        if not doer or not doer.by_order or _may_be_object(view, verb, doer):
            continue
        if not {found.subject, found.object} & {actor.entity for actor in doer.actors}:
            return True
    return False


def _is_joined(view: SentenceView, verb: Node) -> bool:
    """Return whether a conjunction joins the clause of a verb to the one before: «وغادر», «كما وقع»; not «كما قال»."""
    before = fold(view.tree[verb.index - 1].word.form) if verb.index > 1 else ""
    telling = verb.lemma in cues().speech or verb.matches(cues().reporting)
    return before in function_words().joining and not (telling and before in cues().as_told)


def _may_be_object(view: SentenceView, verb: Node, doer: Argument) -> bool:
    """Return whether a verb takes direct objects of the kind of its supposed subject, and has no other."""
    kinds = {actor.kind for actor in doer.actors}
    frames = [frame for frame in verb_frames().get(verb.lemma, ()) if DIRECT in frame.objects]
    other = direct_object(view, verb, doer.last) if frames else None
    return other is None and any(kinds & frame.stated.object for frame in frames)


def _is_in_next_clause(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether an actor belongs to a clause after that of the trigger."""
    later = actor.first > trigger.index and view.opens_clause(actor)
    return later or _is_set_beside(view, trigger, actor) or _acts_later(view, trigger, actor)


def _is_set_beside(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether a contrasting conjunction separates an actor from a trigger: «بينما غادر كيري»."""
    first, last = sorted((trigger.index, actor.first))
    return any(is_contrasting(view, node.index) for node in view.tree.nodes[first : last - 1])


def _acts_later(view: SentenceView, trigger: Node, actor: Actor) -> bool:
    """Return whether an actor is the subject of a later verb whose clause opens with «و»: «ورفضت حماس»."""
    for verb in view.verbs:
        if not trigger.index < verb.index < actor.first:
            continue
        between = view.tree.nodes[trigger.index : verb.index - 1]
        joined = _is_joined(view, verb)
        opened = any(fold(node.word.form) in function_words().complementizers for node in between)
        doer = subject(view, verb) if joined and not opened else None
        if doer and actor in doer.actors:
            return True
    return False


def _acts_instead(view: SentenceView, trigger: Node, actor: Actor, other: str) -> bool:
    """Return whether an actor is the subject of the clause of the trigger, which begins after the other argument.

    «هدد كيم غوام، وأجرى ترامب اتصالا بآبي». It is not so if a pronoun may mean the other: «وأجرى ترامب محادثات معه».
    """
    verb = next((verb for verb in reversed(view.verbs) if verb.index <= trigger.index), None)
    if verb is None or not _is_joined(view, verb):
        return False
    doer = subject(view, verb)
    before = all(each.last < verb.index for each in view.actors if each.entity == other)
    if doer is None or not doer.by_order or actor not in doer.actors or not before:
        return False
    pronoun = any(node.word.upos == "PRON" for node in view.tree.nodes[verb.index :])
    return trigger.index == verb.index or not pronoun


def _is_explained(view: SentenceView, trigger: Node, extraction: Extraction, found: Extraction) -> bool:
    """Return whether an extraction of a rule with the same trigger and predicate contradicts the one found.

    This is so if they differ in one argument and a verb stands between the differing arguments, which therefore belong
    to different clauses: «هاجم داعش كركوك بينما استعادت البيشمركة سنجار». It is also so if they differ in the subject,
    which a pronoun after the trigger refers to: «شكر أردوغان قطر على دعمها لتركيا».
    """
    same_word = (
        extraction.evidence.trigger_start == found.evidence.trigger_start and extraction.predicate == found.predicate
    )
    other, instead = ({each.subject, each.object} for each in (extraction, found))
    if not same_word or len(other & instead) != 1:
        return False
    if extraction.object == found.object and _has_possessor(view, trigger):
        return True
    if _acts_as_object(view, trigger, extraction, found) or _is_beyond_object(view, trigger, extraction, found):
        return True
    ends = [[a.first for a in view.actors if a.entity in ids] for ids in (other - instead, instead - other)]
    if not all(ends):
        return not ends[1]
    low, high = sorted(min(places) for places in ends)
    return any(low < verb.index < high for verb in view.verbs)


def _acts_as_object(view: SentenceView, trigger: Node, extraction: Extraction, found: Extraction) -> bool:
    """Return whether the subject of an extraction is the object of its verb: «اتهم الزعبي قطر» is no act of Qatar's.

    Who is thanked did support somebody: «شكر العبادي إيران على دعم العراق».
    """
    if predicates()[found.predicate].assisting:
        return False
    if not is_verb(view, trigger) or predicates()[found.predicate].symmetric:
        return False
    return found.subject == extraction.object and view.kind_of(found.subject) in predicates()[found.predicate].object


def _is_beyond_object(view: SentenceView, trigger: Node, extraction: Extraction, found: Extraction) -> bool:
    """Return whether a verb has another object, and an event noun comes between the two: «اتهم قطر بتمويل النصرة»."""
    ends = [[a for a in view.actors if a.entity == each.object] for each in (extraction, found)]
    verb = is_verb(view, trigger)
    if not verb or extraction.subject != found.subject or predicates()[found.predicate].symmetric or not all(ends):
        return False
    between = view.tree.nodes[min(a.last for a in ends[0]) : min(a.first for a in ends[1]) - 1]
    return any(each.word.upos == "NOUN" and each.lemma in nominal_frames() for each in between)


def _has_possessor(view: SentenceView, trigger: Node) -> bool:
    """Return whether a pronoun is suffixed to a noun: «دعمها»."""
    after = view.tree[trigger.index + 1] if trigger.index < len(view.tree) else None
    suffixed = after is not None and after.token == trigger.token and after.word.upos == "PRON"
    return suffixed and trigger.word.upos == "NOUN"
