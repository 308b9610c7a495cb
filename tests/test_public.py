"""The public names of the package: complete, documented, typed, light to import."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import graph_builder as gb
from graph_builder import api as notebook
from graph_builder.api.corrections import Corrections
from graph_builder.api.networks import Networks
from graph_builder.api.tables import Tables

NAMES = [
    *("AmbiguousEntityError", "AnnotationError", "BuildError", "CacheError", "ChoiceError", "ClusterError"),
    *(
        "Comparison",
        "DamagedBuildError",
        "DecisionError",
        "Entity",
        "EntityError",
        "GoldError",
        "GraphBuilderError",
        "InputError",
    ),
    *("KnowledgeGraph", "LexiconError", "MissingPackageError", "ModelsError", "OutputError", "QueryError"),
    *("RdfOptions", "RemoteStoreError", "ResultError", "Settings", "SettingsError", "StoreError", "TrainingError"),
    *("UnknownEntityError", "__version__", "build", "load"),
]
KNOWLEDGE_GRAPH = {
    *("knowledge", "settings", "problems", "rdf", "folder", "decisions", "reading"),
    *("entities", "relations", "evidence", "mentions", "documents", "merges"),
    *("find", "between", "where", "compare", "cooccurrence", "relation_graph", "to_rdf", "to_igraph", "to_polars"),
    *("merge", "split", "rename", "drop", "kind", "link", "show", "timeline", "save", "sparql"),
}
COMPARISON = {"found", "entities", "pairs", "relations", "retold", "show", "save"}
ENTITY = {
    *("record", "knowledge", "id", "name", "name_latin", "kind", "aliases", "place", "links"),
    *("mentions", "relations", "evidence", "neighbours", "neighbourhood", "timeline", "show"),
}


def test_public_names() -> None:
    assert gb.__all__ == NAMES
    assert sorted(dir(gb)) == sorted(NAMES)
    for name in NAMES:
        assert getattr(gb, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'BuildReport'"):
        _ = gb.BuildReport
    assert notebook.__all__ == ["Comparison", "Entity", "KnowledgeGraph", "build", "load"]


@pytest.mark.parametrize(
    ("each", "expected"),
    [(gb.KnowledgeGraph, KNOWLEDGE_GRAPH), (gb.Entity, ENTITY), (gb.Comparison, COMPARISON)],
    ids=["KnowledgeGraph", "Entity", "Comparison"],
)
def test_public_members(each: type, expected: set[str]) -> None:
    members = {*dir(each), *each.__dataclass_fields__}  # type: ignore[attr-defined]
    assert {name for name in members if not name.startswith("_")} == expected


@pytest.mark.parametrize(
    "each", [gb.build, gb.load, gb.KnowledgeGraph, gb.Comparison, gb.Entity, Corrections, Networks, Tables]
)
def test_public_docstrings_and_return_types(each: type) -> None:
    members = [each] if inspect.isfunction(each) else [m for n, m in vars(each).items() if not n.startswith("_")]
    for member in members:
        function = member.fget if isinstance(member, property) else member
        if inspect.isfunction(function):
            assert inspect.getdoc(function), function
            assert "return" in function.__annotations__, function


def test_public_import_is_light() -> None:
    script = "import sys, graph_builder; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in loaded if name.startswith("graph_builder")} == {"graph_builder"}
    assert {"pandas", "networkx", "numpy", "torch", "yaml"} & set(loaded) == set()


def test_public_load_imports_no_models() -> None:
    script = "import sys, graph_builder as gb; gb.load; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "pandas" in loaded
    assert {"stanza", "torch", "rdflib", "matplotlib"} & set(loaded) == set()
