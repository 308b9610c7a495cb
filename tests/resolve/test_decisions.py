"""Decisions are applied in their order, and reported where they cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import DecisionError, UnknownEntityError
from graph_builder.core.values import Entity, Kind, Mention, Merge, entity_id
from graph_builder.resolve.decisions import Decision, apply_decision, apply_decisions, read, written
from graph_builder.resolve.lookup import entities_named


def _entity(kind: Kind, name: str, *surfaces: str) -> Entity:
    mentions = tuple(
        Mention("d", 10 * n, 10 * n + len(surface), surface, kind, n) for n, surface in enumerate(surfaces)
    )
    return Entity(entity_id(kind, fold(name)), kind, name, "", tuple(sorted(set(surfaces) - {name})), mentions)


_FULL = _entity("PER", "نادر المنصوري", "نادر المنصوري", "المنصوري", "المنصوري")
_OTHER = _entity("PER", "أبو سالم", "أبو سالم")
_RIVER = _entity("LOC", "النيل", "النيل")
_EVERY = tuple(sorted((_FULL, _OTHER, _RIVER), key=lambda entity: entity.id))
_MERGES = (Merge(_FULL.id, "نادر المنصوري", "المنصوري", "shorter_name_in_article", 0.9),)


def _after(*decisions: Decision) -> tuple[dict[str, Entity], tuple[Merge, ...], list[str]]:
    entities, merges, problems = apply_decisions(_EVERY, _MERGES, decisions, "decisions.yaml")
    assert [entity.id for entity in entities] == sorted(entity.id for entity in entities)
    return {entity.name: entity for entity in entities}, merges, [str(problem) for problem in problems]


def test_decision_link_survives_a_merge() -> None:
    one, two = "http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2"
    linked = (Decision("link", "أبو سالم", two), Decision("link", "المنصوري", one))
    entities, _, problems = _after(*linked, Decision("merge", "أبو سالم", "المنصوري"))
    assert not problems
    assert entities["نادر المنصوري"].same_as == (one, two)
    assert entities["النيل"].same_as == ()


def test_decision_merge_makes_one_entity() -> None:
    entities, merges, problems = _after(Decision("merge", "أبو سالم", "المنصوري"))
    assert not problems and set(entities) == {"نادر المنصوري", "النيل"}
    whole = entities["نادر المنصوري"]
    assert whole.id == _FULL.id and len(whole.mentions) == 4 and "أبو سالم" in whole.aliases
    assert Merge(_FULL.id, "نادر المنصوري", "أبو سالم", "decided", 1.0) in merges


def test_decision_split_makes_two_entities() -> None:
    entities, merges, problems = _after(Decision("split", "نادر المنصوري", "المنصوري"))
    assert not problems and merges == ()
    assert [m.surface for m in entities["المنصوري"].mentions] == ["المنصوري", "المنصوري"]
    assert [m.surface for m in entities["نادر المنصوري"].mentions] == ["نادر المنصوري"]
    assert entities["نادر المنصوري"].aliases == ()


def test_decisions_rename_kind_and_drop() -> None:
    entities, _, problems = _after(
        Decision("rename", "أبو سالم", "سالم الحداد"), Decision("kind", "سالم الحداد", "ORG"), Decision("drop", "النيل")
    )
    assert not problems and set(entities) == {"نادر المنصوري", "سالم الحداد"}
    assert entities["سالم الحداد"].kind == "ORG" and entities["سالم الحداد"].aliases == ("أبو سالم",)
    assert {mention.kind for mention in entities["سالم الحداد"].mentions} == {"ORG"}


def test_decision_finds_entity_by_id() -> None:
    assert entities_named(_EVERY, _RIVER.id) == [_RIVER] and entities_named(_EVERY, "المنصوري") == [_FULL]


@pytest.mark.parametrize(
    "decision",
    [
        Decision("drop", "دجلة"),
        Decision("merge", "النيل", "دجلة"),
        Decision("split", "النيل", "دجلة"),
        Decision("split", "النيل", "النيل"),
    ],
)
def test_decision_without_effect_is_reported(decision: Decision) -> None:
    entities, merges, problems = _after(decision)
    assert set(entities.values()) == set(_EVERY) and merges == _MERGES
    assert len(problems) == 1 and problems[0].startswith("decisions.yaml: «")


def test_decision_that_cannot_be_applied_says_why() -> None:
    with pytest.raises(DecisionError, match="النيل is written النيل everywhere"):
        apply_decision(_EVERY, _MERGES, Decision("split", "النيل", "النيل"))
    with pytest.raises(DecisionError, match="are one entity already"):
        apply_decision(_EVERY, _MERGES, Decision("merge", "المنصوري", "نادر المنصوري"))
    twins = apply_decision(_EVERY, _MERGES, Decision("rename", "أبو سالم", "النيل")).entities
    with pytest.raises(DecisionError, match="النيل of kind LOC exists already"):
        apply_decision(twins, _MERGES, Decision("kind", _OTHER.id, "LOC"))
    with pytest.raises(DecisionError, match="rename needs name"):
        apply_decision(_EVERY, _MERGES, Decision("rename", "النيل", " "))
    with pytest.raises(UnknownEntityError, match="did you mean نادر المنصوري") as error:
        apply_decision(_EVERY, _MERGES, Decision("drop", "منصوري"))
    assert error.value.name == "منصوري" and error.value.suggestions == ("نادر المنصوري",)


def test_decision_names_the_successor_of_an_entity() -> None:
    decisions = {
        Decision("merge", "أبو سالم", "النيل"): _RIVER.id,
        Decision("drop", "النيل"): None,
        Decision("rename", "النيل", "نهر النيل"): _RIVER.id,
        Decision("kind", "النيل", "ORG"): entity_id("ORG", fold("النيل")),
    }
    assert {each: apply_decision(_EVERY, _MERGES, each).successor for each in decisions} == decisions


def test_decisions_file_round_trips(tmp_path: Path) -> None:
    decisions: Sequence[Decision] = (
        Decision("merge", "أبو سالم", "نادر المنصوري"),
        Decision("split", "a: [b", "- c"),
        Decision("drop", "النيل"),
        Decision("kind", "النيل", "LOC"),
    )
    (tmp_path / "decisions.yaml").write_text(written(decisions), encoding="utf-8")
    assert read(tmp_path / "decisions.yaml") == tuple(decisions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read"),
        ("drop: x", "not a list"),
        ("- {decide: burn, entity: x}", "decision 1: decide must be one of"),
        ("- {decide: drop, entity: x}\n- {decide: merge, entity: x}", "decision 2: merge needs entity and into"),
        ("- {decide: kind, entity: x, kind: CITY}", "CITY is not a kind"),
        ("- {decide: link, entity: x, iri: Q858}", "Q858 is not an IRI"),
    ],
)
def test_decisions_file_malformed_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "decisions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=told):
        read(tmp_path / "decisions.yaml")
