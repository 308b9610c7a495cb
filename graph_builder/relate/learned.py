"""The claims of a sentence that the trained reader holds to be likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.lexicon import predicates
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.factuality import qualify
from graph_builder.relate.reader import Trained, likely, read, sample
from graph_builder.relate.reader.candidates import Candidate
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.relate.times import dated
from graph_builder.syntax import Node

LEAST = 0.4
"""From which probability on a relation is told, unless a user chooses another."""

LEAST_OF_RULES = 0.25
"""The same of what a rule claims, too: its trigger and meaning are known."""

RULE = "reader"
# An office, a place or the topic of a statement is so whoever says it, and now if ever.
_LASTING = ("holds_position", "affiliated_with", "located_in", "speaks_about")


@dataclass(frozen=True, slots=True)
class RuleReading:
    """A sentence as the rules read it: its quotations, their claims, and whom and what it may speak of.

    `number` counts the sentences of its article from 0.
    """

    scene: Scene
    number: int
    statements: Sequence[Statement]
    claims: Sequence[Claim]
    candidates: Sequence[Candidate]


def learned_claims(trained: Trained, by_rules: RuleReading, least: float | None) -> Iterator[Claim]:
    """Yield what a sentence states with at least a probability, each with that as its confidence.

    `least` None stands for `LEAST` and `LEAST_OF_RULES`.

    What a rule claims, too, keeps the rule's trigger and meaning. Of a predicate that the reader does not know, the
    claims of the rules are told, as sure as they are.
    """
    scene = by_rules.scene
    sentence = sample(scene, by_rules.candidates, by_rules.claims, by_rules.number, trained.predicates)
    reading = read(trained, sentence)
    of_rules = {(claim.subject, claim.predicate, claim.object): claim for claim in reversed(by_rules.claims)}
    least_of_rules, least = (LEAST_OF_RULES, LEAST) if least is None else (least, least)
    unexplained: list[Claim] = []
    for pair, predicate, confidence in likely(trained, reading, least_of_rules):
        subject, obj = (sentence.candidates[number].entity for number in sentence.pairs[pair].tolist())
        claim = of_rules.get((subject, predicate, obj))
        if claim is None and predicates()[predicate].symmetric:
            claim = of_rules.get((obj, predicate, subject))
        if claim:
            yield replace(claim, confidence=confidence)
        elif confidence >= least:
            trigger = scene.tree[int(reading.triggers[pair]) + 1]
            proof = evidence(scene, trigger.index, trigger.index, RULE)
            found = Claim(subject, predicate, obj, proof, confidence=confidence)
            told = any(_is_of_another_clause(scene, claim, found) for claim in by_rules.claims)
            if not told and (qualified := _qualified(scene, trigger, found, by_rules.statements)):
                unexplained.append(qualified)
    yield from dated(scene, unexplained)
    unknown = (claim for claim in by_rules.claims if claim.predicate not in trained.predicates)
    yield from (claim for claim in unknown if claim.certainty >= least_of_rules)


def _qualified(scene: Scene, trigger: Node, found: Claim, statements: Sequence[Statement]) -> Claim | None:
    """Return the claim with the factuality of its trigger or, where that is asserted, of the last verb before both
    arguments; None if it is not to be told."""
    qualified = qualify(scene, trigger, trigger, found, statements)
    if qualified and qualified.polarity == "affirmed" and found.predicate in _LASTING:
        return found
    if qualified is None or qualified.polarity == "negated" or qualified.modality != "asserted":
        return qualified
    firsts = [[actor.first for actor in scene.actors if actor.entity == end] for end in (found.subject, found.object)]
    last = max((min(places) for places in firsts if places), default=trigger.index)
    verbs = [verb for verb in scene.verbs if verb.index < last]
    return qualify(scene, verbs[-1], verbs[-1], found, statements) if verbs else qualified


def _is_of_another_clause(scene: Scene, claim: Claim, found: Claim) -> bool:
    """Return whether a rule's claim with the same trigger and predicate explains the one found.

    It does if the two differ in one argument, and a verb stands between the arguments that differ, so that they belong
    to different clauses: «هاجم داعش كركوك بينما استعادت البيشمركة سنجار».
    """
    same_word = claim.evidence.trigger_start == found.evidence.trigger_start and claim.predicate == found.predicate
    other, instead = ({each.subject, each.object} for each in (claim, found))
    if not same_word or len(other & instead) != 1:
        return False
    ends = [[a.first for a in scene.actors if a.entity in ids] for ids in (other - instead, instead - other)]
    if not all(ends):
        return not ends[1]
    low, high = sorted(min(places) for places in ends)
    return any(low < verb.index < high for verb in scene.verbs)
