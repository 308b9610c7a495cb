"""Validate the files of a build: digests, offsets, counts and shapes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph
import pyshacl
import rdflib
from rdflib import RDF, SH

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export.manifest import digest
from graph_builder.export.rdf.terms import GB, NIF, SCHEMA
from graph_builder.io.build_files import manifest, rows, table
from graph_builder.store.engine import store
from graph_builder.store.graphs import graphs

_TABLES = ("documents", "entities", "relations")
_MOST = 20  # faults of one check that are reported

Table = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of a check.

    Attributes:
        name: What holds if there are no faults.
        seen: The number of things checked.
        faults: Descriptions of what is wrong, at most 20.
    """

    name: str
    seen: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Build:
    """The files of a build, parsed."""

    folder: Path
    documents: Table
    entities: Table
    relations: Table
    merges: list[dict[str, str]]
    manifest: dict[str, Any]
    store: pyoxigraph.Store


def validate(folder: Path) -> Iterator[Check]:
    """Yield the outcome of each check of a build.

    Raises:
        DamagedBuildError: Files are missing or cannot be read.
    """
    build = _read(folder)
    checks: Mapping[str, Callable[[_Build], Iterator[str | None]]] = {
        "files are as the manifest says": _digests,
        "mentions and evidence stand in the texts": _offsets,
        "strings of the RDF stand in its texts": _strings,
        "the RDF counts what the tables count": _counts,
        "named graphs have the digests that they state": _graphs,
        "the RDF conforms to its shapes": _shapes,
    }
    for name, check in checks.items():
        outcomes = list(check(build))
        faults = [fault for fault in outcomes if fault is not None]
        yield Check(name, len(outcomes), tuple(faults[:_MOST]))


def _read(folder: Path) -> _Build:
    try:
        documents, entities, relations = (rows(folder, f"{name}.jsonl") for name in _TABLES)
        merges = table(folder, "merges.csv")
        return _Build(folder, documents, entities, relations, merges, manifest(folder), store(folder))
    except (OSError, SyntaxError, DamagedBuildError) as error:
        raise DamagedBuildError(
            f"The build in {folder} cannot be read ({error}); build into it again.", path=folder
        ) from error


def _digests(build: _Build) -> Iterator[str | None]:
    for name, stated in sorted(build.manifest["files"].items()):
        path = build.folder / name
        if not path.is_file():
            yield f"{name} is missing"
        else:
            same = digest(path) == stated
            yield None if same else f"{name} is not the file that was written"


def _offsets(build: _Build) -> Iterator[str | None]:
    texts = {row["id"]: row["text"] for row in build.documents}
    for entity in build.entities:
        for at in entity["mentions"]:
            found = texts.get(at["document"], "")[at["start"] : at["end"]]
            yield (
                None if found == at["surface"] else f"entity {entity['id']}: {at['surface']!r} is not at {at['start']}"
            )
    for relation in build.relations:
        for at in relation["evidence"]:
            start = at["trigger_start"]
            found = texts.get(at["document"], "")[start : start + len(at["trigger"])]
            inside = at["start"] <= start and start + len(at["trigger"]) <= at["end"]
            same = found == at["trigger"] and inside
            yield None if same else f"relation {relation['id']}: {at['trigger']!r} is not at {start}"


def _strings(build: _Build) -> Iterator[str | None]:
    lengths = {row["id"]: len(row["text"]) for row in build.documents}
    texts: dict[str, str] = {}
    for context, text in _pairs(build.store, NIF.isString):
        texts[context.value] = text.value
        document = context.value.rpartition("/")[2]
        yield None if lengths.get(document) == len(text.value) else f"<{context.value}> is not the article's text"
    ends = {node.value: int(end.value) for node, end in _pairs(build.store, NIF.endIndex)}
    starts = {node.value: int(start.value) for node, start in _pairs(build.store, NIF.beginIndex)}
    contexts = {node.value: context.value for node, context in _pairs(build.store, NIF.referenceContext)}
    for node, anchor in _pairs(build.store, NIF.anchorOf):
        whole = texts.get(contexts.get(node.value, ""), "")
        found = whole[starts.get(node.value, 0) : ends.get(node.value, 0)]
        yield None if found == anchor.value else f"<{node.value}>: {anchor.value!r} is not where it says"


def _counts(build: _Build) -> Iterator[str | None]:
    merges = {tuple(row[name] for name in ("entity", "left", "right", "rule")) for row in build.merges}
    kinds = {"PER": SCHEMA.Person, "ORG": SCHEMA.Organization, "LOC": SCHEMA.Place}
    expected = {
        SCHEMA.NewsArticle: len(build.documents),
        GB.Relation: len(build.relations),
        GB.Merge: len(merges),
        NIF.Phrase: sum(len(entity["mentions"]) for entity in build.entities),
        **{term: sum(entity["kind"] == kind for entity in build.entities) for kind, term in kinds.items()},
    }
    for term, count in expected.items():
        of_kind = build.store.quads_for_pattern(None, _node(f"<{RDF.type}>"), _node(term), pyoxigraph.DefaultGraph())
        found = sum(1 for _ in of_kind)
        yield None if found == count else f"{term} has {found} instances, and the tables {count}"


def _graphs(build: _Build) -> Iterator[str | None]:
    try:
        yield from itertools.repeat(None, sum(1 for _ in graphs(build.folder)))
    except DamagedBuildError as error:
        yield str(error)


def _shapes(build: _Build) -> Iterator[str | None]:
    graphs = []
    for name in ("graph.ttl", "shapes.ttl", "ontology.ttl"):
        try:
            graphs.append(rdflib.Graph().parse(build.folder / name, format="turtle"))
        except (OSError, SyntaxError) as error:
            yield f"{name} cannot be read ({error})"
            return
    data, shapes, ontology = graphs
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology)
    for result in sorted(report.subjects(RDF.type, SH.ValidationResult)):
        node, path, message = (report.value(result, of) for of in (SH.focusNode, SH.resultPath, SH.resultMessage))
        yield f"<{node}> {path}: {message}"
    yield from itertools.repeat(None, len(data))


def _pairs(
    loaded: pyoxigraph.Store, predicate: str
) -> Iterator[tuple[pyoxigraph.NamedNode, pyoxigraph.NamedNode | pyoxigraph.Literal]]:
    """Yield subjects and objects of a predicate; there are no blank nodes and no triple terms among them."""
    for quad in loaded.quads_for_pattern(None, _node(predicate), None, pyoxigraph.DefaultGraph()):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(
            quad.object, pyoxigraph.BlankNode | pyoxigraph.Triple
        ):
            yield quad.subject, quad.object


def _node(term: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(term[1:-1])
