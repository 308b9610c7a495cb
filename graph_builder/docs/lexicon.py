"""Generate the pages on rules, with their scores, and predicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import get_args

from graph_builder.core.values import Kind
from graph_builder.docs.markdown import arabic, code, example, table, with_arabic
from graph_builder.lexicon import Label, Predicate, labels, predicates
from graph_builder.lexicon.frames import Frame, nominal_frames, verb_frames
from graph_builder.relate.extractions import CONFIDENCE
from graph_builder.relate.rules.registry import registered_rules
from graph_builder.resolve.clusters import SCORES

_EXAMPLES = 3


def merge_rules() -> str:
    """Return a table of the rules that merge names, the highest score first."""
    return _rules("score", SCORES, labels().merge_rules)


def relation_rules() -> str:
    """Return a table of the rules that extract relations, the highest confidence first, and their explanations."""
    explanations = sorted((rule.name, rule.explanation) for rule in registered_rules().values())
    rows = ((f"`{name}`", with_arabic(explanation)) for name, explanation in explanations)
    scores = _rules("confidence", CONFIDENCE, labels().relation_rules)
    return f"{scores}\n\n{table(('rule', 'what it observes'), rows)}"


def predicate_table() -> str:
    """Return a table of the predicates."""
    header = ("predicate", "Arabic", "English", "subject", "object", "PLOVER", "CAMEO")
    return table(header, (_row(predicate) for predicate in predicates().values()))


def predicate_examples() -> str:
    """Return a few examples for each predicate with verbs or nouns in the lexicon."""
    return "\n\n".join(_examples(predicate) for predicate in predicates().values() if list(_stating(predicate.name)))


def _rules(measure: str, scores: Mapping[str, float], words: Mapping[str, Label]) -> str:
    ranked = sorted(words, key=lambda rule: (-scores[rule], rule))
    rows = ((f"`{rule}`", words[rule].english, arabic(words[rule].arabic), f"{scores[rule]:.2f}") for rule in ranked)
    return table(("rule", "what it says", "Arabic", measure), rows)


def _row(predicate: Predicate) -> tuple[str, ...]:
    return (
        f"`{predicate.name}`",
        arabic(predicate.arabic),
        predicate.english + (" (both ways)" if predicate.symmetric else ""),
        _kinds(predicate.subject),
        _kinds(predicate.object),
        predicate.plover or "–",
        ", ".join(predicate.cameo) or "–",
    )


def _kinds(kinds: frozenset[Kind]) -> str:
    return code(sorted(kinds)) if len(kinds) < len(get_args(Kind)) else "any"


def _examples(predicate: Predicate) -> str:
    sentences = islice(_stating(predicate.name), _EXAMPLES)
    return "\n\n".join([f"### {predicate.name}", *(example(each.example) for each in sentences)])


def _stating(name: str) -> Iterator[Frame]:
    for by_lemma in (verb_frames(), nominal_frames()):
        yield from (frame for same in by_lemma.values() for frame in same if frame.predicate == name)
