"""What the widgets show, and the table that takes their place where no script runs."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest

from graph_builder import KnowledgeGraph
from graph_builder.api import widget_data
from graph_builder.core.errors import ChoiceError, MissingPackageError
from tests.support.samples import ENTITY_IDS, HOSTILE


def test_neighbourhood_has_every_relation_once(kg: KnowledgeGraph) -> None:
    entity = kg["الأسد"]
    data = entity.neighbourhood().data
    rows = data["incoming"] + data["outgoing"]
    shown = [data["statements"][number]["id"] for row in rows for number in row["statements"]]
    assert sorted(shown) == sorted(entity.relations.index)
    assert {row["entity"] for row in rows} == set(entity.neighbours.index[entity.neighbours["statements"] > 0])
    for row in data["incoming"]:
        for number in row["statements"]:
            assert data["statements"][number]["object"] == entity.id
    sizes = [len(row["statements"]) for row in data["outgoing"]]
    assert sizes == sorted(sizes, reverse=True)


def test_widget_sentences_are_those_of_the_texts(kg: KnowledgeGraph) -> None:
    data = kg.timeline().data
    told = {relation: set(part["sentence"]) for relation, part in kg.evidence.groupby("relation")}
    for statement in data["statements"]:
        assert {s["before"] + s["trigger"] + s["after"] for s in statement["sentences"]} == told[statement["id"]]


def test_timeline_counts_dates_then_days_of_publication(sample: KnowledgeGraph) -> None:
    data = sample.timeline().data
    bars = {bar["period"]: (len(bar["dated"]), len(bar["published"])) for bar in data["bars"]}
    rows = sample.relations
    assert sum(dated for dated, _ in bars.values()) == rows["date"].notna().sum()
    assert sum(map(sum, bars.values())) + data["undated"] == len(rows)
    assert bars["2021-03-03"] == (1, 0)
    assert list(bars) == sorted(bars)
    assert data["unit"] == "day"


def test_timeline_of_many_days_is_one_of_months(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widget_data, "_MOST_BARS", 1)
    data = kg.timeline().data
    assert data["unit"] == "year"
    assert all(len(bar["period"]) == 4 for bar in data["bars"])


def test_widget_is_a_table_where_no_script_runs(sample: KnowledgeGraph) -> None:
    for widget, wanted in (
        (sample["حلب"].neighbourhood("en"), "is present in"),
        (sample[HOSTILE].neighbourhood(), html.escape("<script>", quote=False)),
        (sample.timeline(), "2021-03-03"),
        (sample["ليلى المنصوري"].timeline("en"), "2021-03-03"),
    ):
        bundle, _ = widget._repr_mimebundle_()
        assert {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"} == set(bundle)
        table = bundle["text/html"]
        assert wanted in table and "<table>" in table and "<script" not in table
        assert f'dir="{"rtl" if widget.language == "ar" else "ltr"}"' in table


def test_widget_names_itself_and_its_language(sample: KnowledgeGraph) -> None:
    widget = sample["سامي الحداد"].neighbourhood()
    assert repr(widget) == "<Neighbourhood of 3 relations, shown in Jupyter>"
    assert widget.selected == []
    json.dumps(widget.data)
    with pytest.raises(ChoiceError, match="Unknown language 'fr'; choose one of: ar, en"):
        sample.timeline("fr")


def test_widget_script_is_whole_and_sets_no_html(sample: KnowledgeGraph) -> None:
    widget = sample.timeline()
    assert (
        re.search(r"^import |import\(|fetch\(|https:|innerHTML|insertAdjacentHTML", widget._esm, re.MULTILINE) is None
    )
    assert re.search(r"@import|url\(", widget._css) is None


def test_symmetric_relations_are_outgoing(sample: KnowledgeGraph) -> None:
    data = sample["سامي الحداد"].neighbourhood().data
    met = [row["entity"] for row in data["outgoing"] if ENTITY_IDS["ليلى المنصوري"] == row["entity"]]
    assert met and all(row["entity"] != ENTITY_IDS["ليلى المنصوري"] for row in data["incoming"])


@pytest.mark.parametrize(
    ("module", "call"),
    [
        ("anywidget", lambda kg: kg.timeline()),
        ("anywidget", lambda kg: kg["حلب"].neighbourhood()),
        ("anywidget", lambda kg: kg["حلب"].timeline()),
        ("polars", lambda kg: kg.to_polars()),
        ("igraph", lambda kg: kg.to_igraph()),
    ],
    ids=["timeline", "neighbourhood", "timeline of an entity", "to_polars", "to_igraph"],
)
def test_missing_package_is_named(
    module: str, call: Callable[[KnowledgeGraph], object], sample: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph_builder.core.extras.find_spec", lambda _: None)
    with pytest.raises(MissingPackageError, match=rf"the package {module} is needed; .*\[notebook\]"):
        call(sample)
