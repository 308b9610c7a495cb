"""The claims of a sentence that the trained reader holds to be likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.lexicon import cues, predicates
from graph_builder.relate.boundaries import LASTING, is_of_another
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
            if not is_of_another(scene, trigger, found, by_rules.claims) and (
                qualified := _qualified(scene, trigger, found, by_rules.statements)
            ):
                unexplained.append(qualified)
    yield from dated(scene, unexplained)
    unknown = (claim for claim in by_rules.claims if claim.predicate not in trained.predicates)
    yield from (claim for claim in unknown if claim.certainty >= least_of_rules)


def _qualified(scene: Scene, trigger: Node, found: Claim, statements: Sequence[Statement]) -> Claim | None:
    """Return the claim with the factuality of its trigger; None if it is not to be told.

    Where that is asserted, the last verb before both arguments decides, and what such a verb prevents is negated.
    """
    qualified = qualify(scene, trigger, trigger, found, statements)
    if qualified and qualified.polarity == "affirmed" and found.predicate in LASTING:
        return found
    if qualified is None or qualified.polarity == "negated" or qualified.modality != "asserted":
        return qualified
    firsts = [[actor.first for actor in scene.actors if actor.entity == end] for end in (found.subject, found.object)]
    last = max((min(places) for places in firsts if places), default=trigger.index)
    verbs = [verb for verb in scene.verbs if verb.index < last]
    if not verbs:
        return qualified
    qualified = qualify(scene, verbs[-1], verbs[-1], found, statements)
    if qualified and verbs[-1].is_a(cues().preventing):
        return replace(qualified, polarity="affirmed" if qualified.polarity == "negated" else "negated")
    return qualified
