"""Registry of relation rules: functions of a clause, phrase or quotation, each for one observation of the language."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph_builder.core.values import Modality
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


@dataclass(frozen=True, slots=True)
class Match:
    """A relation that a rule finds in a sentence.

    Attributes:
        subject: Id of the subject.
        predicate: Name of the predicate.
        object: Id of the object.
        first: First word of the trigger.
        last: Last word of the trigger.
        word: The word that denotes the event, whose factuality is read from the sentence; None if the rule decides it.
        verb: The verb that states the event; None if it is `word` itself.
        place: Id of the place of the event.
        modality: Modality, where the rule decides it.
    """

    subject: str
    predicate: str
    object: str
    first: int
    last: int
    word: Node | None = None
    verb: Node | None = None
    place: str | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation rule.

    Attributes:
        name: Its name in outputs and settings.
        explanation: What it observes, with an example.
        find: Returns its matches in a clause, phrase or quotation.
    """

    name: str
    explanation: str
    find: Callable[[Any], Iterator[Match]]


Unit = TypeVar("Unit")
Function = Callable[[Unit], Iterator[Match]]

_RULES: dict[type, list[Rule]] = defaultdict(list)


def rule(*units: type) -> Callable[[Function[Unit]], Function[Unit]]:
    """Register a function as the rule of its name, with its docstring as the explanation.

    Args:
        units: The types of clause, phrase or quotation that it takes.

    Raises:
        ValueError: There is a rule of that name already.
    """

    def register(function: Function[Unit]) -> Function[Unit]:
        if function.__name__ in registered_rules():
            raise ValueError(f"There are two relation rules called {function.__name__}.")
        for unit in units:
            _RULES[unit].append(Rule(function.__name__, inspect.getdoc(function) or "", function))
        return function

    return register


def registered_rules() -> dict[str, Rule]:
    """Return the registered rules by name."""
    return {each.name: each for rules in _RULES.values() for each in rules}


def apply_rules(
    view: SentenceView,
    units: Iterable[object],
    quotations: Sequence[Quotation],
    without_rules: frozenset[str] = frozenset(),
) -> Iterator[Extraction]:
    """Yield the extractions of the rules, unit by unit, in the order in which the rules were registered.

    Args:
        view: The sentence.
        units: Clauses, phrases and quotations of the sentence.
        quotations: The quotations of the sentence, which decide the factuality.
        without_rules: Names of rules to leave out.
    """
    for unit in units:
        for each in _RULES.get(type(unit), ()):
            if each.name not in without_rules:
                for match in each.find(unit):
                    yield from _extraction(view, each.name, match, quotations)


def _extraction(view: SentenceView, name: str, match: Match, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    proof = evidence(view, match.first, match.last, name)
    found = Extraction(match.subject, match.predicate, match.object, proof, modality=match.modality, place=match.place)
    if match.word is None:
        yield found
    else:
        yield from qualified(view, match.verb or match.word, match.word, found, quotations)
