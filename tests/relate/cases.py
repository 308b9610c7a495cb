"""The short articles of factuality.yaml with their annotation as the pipeline gave it, and what they must state.

`python -m tests.relate.cases` annotates every article anew with the bundled models and records that beside this file.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Entity, Relation
from graph_builder.io import conllu
from graph_builder.lexicon import predicates
from graph_builder.relate import relate
from graph_builder.resolve import resolve
from tests.support.sentences import document

_CASES = Path(__file__).with_name("factuality.yaml")
_FILE = Path(__file__).with_name("factuality.conllu")
_ARTICLE = "# newdoc id = "


@dataclass(frozen=True, slots=True)
class Case:
    """An article, the kind of reading that it asks for, and the relations that must be there and must not."""

    id: str
    kind: str
    text: str
    must: tuple[str, ...]
    never: tuple[str, ...]


@functools.cache
def cases() -> tuple[Case, ...]:
    """Return the articles of factuality.yaml."""
    listed = yaml.safe_load(_CASES.read_text(encoding="utf-8"))
    return tuple(
        Case(each["id"], each["kind"], each["text"], tuple(each.get("must", ())), tuple(each.get("never", ())))
        for each in listed
    )


def faults(case: Case) -> list[str]:
    """Return what an article should state and does not, and what it states and should not."""
    stated, names = _read()
    here = stated.get(case.id, [])
    missing = [f"missing {line}" for line in case.must if not any(_fits(each, line, names) for each in here)]
    return missing + [f"wrong {line}" for line in case.never if any(_fits(each, line, names) for each in here)]


@functools.cache
def _read() -> tuple[dict[str, list[Relation]], dict[str, frozenset[str]]]:
    """Return the relations of each article, read together as one corpus, and the folded names of every entity."""
    annotated = {case.id: _annotated(case) for case in cases()}
    entities = resolve(list(annotated.values())).entities
    relations = relate(list(annotated.values()), entities)
    stated: dict[str, list[Relation]] = {case.id: [] for case in cases()}
    ids = {each.document.id: name for name, each in annotated.items()}
    for relation in relations:
        for article in {evidence.document for evidence in relation.evidence}:
            stated[ids[article]].append(relation)
    return stated, {entity.id: _names(entity) for entity in entities}


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(fold(name) for name in (entity.name, *entity.aliases))


def _fits(relation: Relation, line: str, names: dict[str, frozenset[str]]) -> bool:
    """Return whether a relation is what a line says; `*` and what the line leaves out match anything."""
    subject, predicate, obj, *told = (cell.strip() for cell in line.split("|"))

    def is_called(name: str, entity: str | None) -> bool:
        return name == "*" or fold(name) in names.get(entity or "", ())

    ways = [(relation.subject, relation.object)]
    if predicates()[relation.predicate].symmetric:
        ways.append((relation.object, relation.subject))
    if predicate != "*" and relation.predicate not in predicate.split("/"):
        return False
    if not any(is_called(subject, left) and is_called(obj, right) for left, right in ways):
        return False
    meant = {relation.polarity, relation.modality}
    speakers = [cell.removeprefix("by ") for cell in told if cell.startswith("by ")]
    others = [cell for cell in told if not cell.startswith("by ")]
    return all(meant & set(cell.split("/")) for cell in others) and all(
        is_called(speaker, relation.attributed_to) for speaker in speakers
    )


def _annotated(case: Case) -> Annotated:
    return Annotated(document(case.text, f"{case.id}.txt"), conllu.read(_recorded()[case.id]))


@functools.cache
def _recorded() -> dict[str, str]:
    parts = (part.partition("\n") for part in _FILE.read_text(encoding="utf-8").split(_ARTICLE)[1:])
    return {name: rest for name, _, rest in parts}


def _annotate() -> Iterator[str]:
    from graph_builder.annotate.stanza import annotate_batch, load
    from graph_builder.annotate.weights import find_weights

    pipeline = load(find_weights(), "cpu")
    for case in cases():
        (outcome,) = annotate_batch(pipeline, [document(case.text, f"{case.id}.txt")])
        if not isinstance(outcome, Annotated):
            raise AssertionError(str(outcome))
        yield conllu.write(outcome.sentences, [f"newdoc id = {case.id}"])


if __name__ == "__main__":
    _FILE.write_text("".join(_annotate()), encoding="utf-8", newline="\n")
