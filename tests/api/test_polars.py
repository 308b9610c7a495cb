"""The tables for Polars are those for pandas, with types that pandas lacks."""

from __future__ import annotations

from datetime import date
from typing import get_args

import polars as pl

from graph_builder import KnowledgeGraph
from graph_builder.core.values import Kind, Modality
from graph_builder.lexicon import predicates


def test_polars_tables_have_the_rows_of_pandas(kg: KnowledgeGraph) -> None:
    tables = kg.to_polars()
    assert list(tables) == ["entities", "relations", "evidence", "mentions", "documents", "merges"]
    for name, table in tables.items():
        wanted = getattr(kg, name)
        wanted = wanted.reset_index() if wanted.index.name else wanted
        assert table.columns == list(wanted.columns)
        assert table.height == len(wanted) > 0
        for column in wanted.columns:
            missing = wanted[column].isna().tolist()
            assert table[column].is_null().to_list() == missing
            for ours, theirs, no in zip(table[column].to_list(), wanted[column].tolist(), missing, strict=True):
                if not no:
                    theirs = theirs.date() if isinstance(ours, date) else theirs
                    assert (tuple(ours) if isinstance(ours, list) else ours) == theirs


def test_polars_tables_have_types_even_if_empty(kg: KnowledgeGraph) -> None:
    for graph in (kg, kg.where(min_confidence=1.0)):
        tables = graph.to_polars()
        relations, entities = tables["relations"].schema, tables["entities"].schema
        assert relations["since"] == relations["published"] == tables["documents"].schema["published"] == pl.Date
        assert relations["predicate"] == pl.Enum(list(predicates()))
        assert relations["modality"] == pl.Enum(get_args(Modality))
        assert entities["kind"] == tables["mentions"].schema["kind"] == pl.Enum(get_args(Kind))
        assert entities["aliases"] == entities["links"] == pl.List(pl.String)
        assert entities["mentions"] == pl.Int64
        assert entities["lat"] == pl.Float64
        assert tables["evidence"].schema["rule"] == tables["merges"].schema["rule"] == pl.Categorical


def test_polars_tables_answer_questions(kg: KnowledgeGraph) -> None:
    relations = kg.to_polars()["relations"]
    asked = relations.filter(pl.col("since") >= date(2024, 12, 1), pl.col("predicate") == "consult")
    theirs = kg.relations[(kg.relations["since"] >= "2024-12-01") & (kg.relations["predicate"] == "consult")]
    assert asked["id"].to_list() == list(theirs.index) != []
