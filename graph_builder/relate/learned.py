"""The claims of a sentence that the trained reader holds to be likely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.lexicon import predicates
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.meaning import meant
from graph_builder.relate.reader import Trained, likely, read, sample
from graph_builder.relate.reader.candidates import Candidate
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement
from graph_builder.relate.times import dated

LEAST = 0.45
"""From which probability on a relation is told, unless a user chooses another."""

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


def learned_claims(trained: Trained, by_rules: RuleReading, least: float) -> Iterator[Claim]:
    """Yield what a sentence states with at least a probability, each with that as its confidence.

    What a rule claims, too, keeps the rule's trigger and meaning.
    """
    scene = by_rules.scene
    sentence = sample(scene, by_rules.candidates, by_rules.claims, by_rules.number)
    reading = read(trained, sentence)
    of_rules = {(claim.subject, claim.predicate, claim.object): claim for claim in reversed(by_rules.claims)}
    unexplained = []
    for pair, predicate, confidence in likely(reading, least):
        subject, obj = (sentence.candidates[number].entity for number in sentence.pairs[pair].tolist())
        claim = of_rules.get((subject, predicate, obj))
        if claim is None and predicates()[predicate].symmetric:
            claim = of_rules.get((obj, predicate, subject))
        if claim:
            yield replace(claim, confidence=confidence)
        else:
            trigger = scene.tree[int(reading.triggers[pair]) + 1]
            proof = evidence(scene, trigger.index, trigger.index, RULE)
            found = Claim(subject, predicate, obj, proof, confidence=confidence)
            unexplained.append(meant(scene, trigger, trigger, found, by_rules.statements))
    yield from dated(scene, unexplained)
