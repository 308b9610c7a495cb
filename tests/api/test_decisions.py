"""Decisions through the API hold at once, and in the next build."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph_builder as gb
from graph_builder import KnowledgeGraph
from graph_builder.core.errors import AmbiguousEntityError, DecisionError, UnknownEntityError
from graph_builder.resolve.decisions import Decision, read, written
from tests.support.recorded import SEEDS, recorded
from tests.support.samples import ENTITY_IDS

_ACTS = [
    Decision("rename", "داعش", "تنظيم الدولة"),
    Decision("merge", "الحكومة السورية", "سوريا"),
    Decision("drop", "حلب"),
    Decision("kind", "تدمر", "ORG"),
    Decision("link", "دمشق", "http://www.wikidata.org/entity/Q3766"),
]


@pytest.mark.slow
@pytest.mark.parametrize("decision", _ACTS, ids=lambda each: each.act)
def test_decisions_lead_to_the_same_entities_in_the_next_build(
    decision: Decision, kg: KnowledgeGraph, tmp_path: Path
) -> None:
    values = [decision.value] if decision.value else []
    at_once = getattr(kg, decision.act)(decision.entity, *values)
    (tmp_path / "d.yaml").write_text(written([decision]), encoding="utf-8")
    built = gb.build(SEEDS, settings=gb.Settings(decisions=tmp_path / "d.yaml"), annotator=recorded)
    assert at_once.decisions == built.decisions
    assert at_once.settings["decisions"] == built.settings["decisions"]
    named, find_entity = (
        {e.id: e.mentions for e in each.knowledge.entities if e.mentions} for each in (at_once, built)
    )
    assert named == find_entity
    ours, theirs = ({each.id for each in graph.knowledge.relations} for graph in (at_once, built))
    assert len(ours & theirs) > 0.9 * len(ours | theirs)


def test_decision_rename_keeps_relations(kg: KnowledgeGraph) -> None:
    renamed = kg.rename("داعش", "تنظيم الدولة")
    assert renamed.knowledge.relations == kg.knowledge.relations
    assert renamed["داعش"].name == "تنظيم الدولة"
    assert kg["داعش"].name == "داعش", "what was is as it was"


def test_decision_merge_unites_relations(sample: KnowledgeGraph) -> None:
    merged = sample.merge("سامي الحداد", "شركة الجسر")
    company = ENTITY_IDS["شركة الجسر"]
    assert "الحداد" in merged["شركة الجسر"].aliases
    assert ENTITY_IDS["سامي الحداد"] not in merged.entities.index
    rows = merged.relations
    assert not (rows["subject_id"] == rows["object_id"]).any(), "who supported the company supports nobody now"
    assert set(rows.loc[rows["predicate"] == "accuse", "attributed_to_id"]) == {company}
    consult = rows[rows["predicate"] == "consult"].iloc[0]
    assert {consult["subject_id"], consult["object_id"]} == {ENTITY_IDS["ليلى المنصوري"], company}
    assert consult["sentences"] == 2


def test_decision_merge_deduplicates_relations(sample: KnowledgeGraph) -> None:
    merged = sample.merge("ليلى المنصوري", "شركة الجسر")
    present = merged.relations[merged.relations["predicate"] == "present_in"]
    assert present[["sentences", "articles"]].to_numpy().tolist() == [[2, 2]]
    assert present["confidence"].item() == 0.82, (
        "0.8 is that of the surer statement; the second sentence takes a tenth of the doubt away"
    )


def test_decision_split_assigns_relations_by_sentence(sample: KnowledgeGraph) -> None:
    split = sample.split("ليلى المنصوري", "المنصوري")
    own = split["المنصوري"]
    assert own.id not in sample.entities.index
    assert set(own.mentions["surface"]) == {"المنصوري"}
    supports = split.relations[split.relations["predicate"] == "support"]
    assert set(supports["attributed_to"]) == {"المنصوري"}, "the sentence names the one that is so written"
    consults = split.relations[split.relations["predicate"] == "consult"]
    assert "ليلى المنصوري" in {*consults["subject"], *consults["object"]}


def test_decision_drop_removes_entity_and_relations(sample: KnowledgeGraph) -> None:
    dropped = sample.drop("حلب")
    gone = ENTITY_IDS["حلب"]
    assert gone not in dropped.entities.index
    for column in ("subject_id", "object_id", "attributed_to_id", "place_id"):
        assert gone not in set(dropped.relations[column])
    assert "consult" in set(dropped.relations["predicate"])


def test_decision_kind_removes_relations_that_do_not_admit_it(sample: KnowledgeGraph) -> None:
    assert "located_in" not in set(sample.kind("سوريا", "PER").relations["predicate"])


def test_decisions_are_written_to_the_folder_of_the_graph(sample: KnowledgeGraph, tmp_path: Path) -> None:
    kg = sample.save(tmp_path)
    assert not (tmp_path / "decisions.yaml").exists()
    kg.rename("حلب", "الشهباء").merge(kg["سوريا"], "الشهباء")
    assert read(tmp_path / "decisions.yaml") == (
        Decision("rename", "حلب", "الشهباء"),
        Decision("merge", "سوريا", "الشهباء"),
    )
    kg.where(kind="PER").drop("نادر")
    assert len(read(tmp_path / "decisions.yaml")) == 2, "a part of a build decides nothing about the whole"


def test_decisions_are_added_by_save(sample: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "decisions.yaml").write_text(written([Decision("drop", "نادر")]), encoding="utf-8")
    sample.drop("حلب").save(tmp_path)
    assert read(tmp_path / "decisions.yaml") == (Decision("drop", "نادر"), Decision("drop", "حلب"))


def test_decision_invalid_raises_and_is_not_written(sample: KnowledgeGraph, tmp_path: Path) -> None:
    kg = sample.save(tmp_path)
    with pytest.raises(UnknownEntityError, match="No entity is called حلبا"):
        kg.drop("حلبا")
    with pytest.raises(DecisionError, match="one entity already"):
        kg.merge("المنصوري", "ليلى المنصوري")
    with pytest.raises(DecisionError, match="nowhere written السيدة"):
        kg.split("ليلى المنصوري", "السيدة")
    assert not (tmp_path / "decisions.yaml").exists()
    with pytest.raises(DecisionError, match="is written شركة الجسر everywhere"):
        kg.rename("شركة الجسر", "الجسر").split("الجسر", "شركة الجسر")
    assert read(tmp_path / "decisions.yaml") == (Decision("rename", "شركة الجسر", "الجسر"),)


def test_decision_kind_of_a_taken_name_raises(sample: KnowledgeGraph) -> None:
    twin = sample.rename("نادر", "حلب")
    with pytest.raises(AmbiguousEntityError, match="2 entities are called حلب") as error:
        twin.kind("حلب", "LOC")
    assert set(error.value.suggestions) == {each.id for each in twin.knowledge.entities if each.name == "حلب"}
    assert sample.kind("نادر", "ORG")["نادر"].kind == "ORG"
