"""Write a build as N-Quads, statement by statement, and as Turtle, by pyoxigraph from N-Triples."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from graph_builder.core.errors import SettingsError
from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions
from graph_builder.core.values import is_iri
from graph_builder.export.rdf.articles import Description
from graph_builder.export.rdf.graphs import Graph, graphs, one_graph
from graph_builder.export.rdf.terms import GB, PREFIXES, string

_NODES = 256  # number of nodes written at a time

# The path segments of IRIs below the base, by kind of thing.
_KINDS = (
    *("article", "date", "entity", "evidence", "geometry", "match", "membership", "mention", "merge", "relation"),
    *("role", "sentence", "text"),
)

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]*[/#]")


def checked(options: RdfOptions) -> RdfOptions:
    """Return the options, with a slash at the end of a base that ends in neither a slash nor a number sign.

    Raises:
        SettingsError: If the base or the licence is not an IRI.
    """
    base = options.base if options.base.endswith(("/", "#")) else f"{options.base}/"
    if not (_BASE.fullmatch(base) and is_iri(base) and "#" not in base[:-1]):
        raise SettingsError(
            f"{options.base!r} cannot be the base of IRIs; give an absolute IRI in ASCII without spaces, such as "
            "https://example.org/news/.",
            name=options.base,
        )
    if options.licence and not is_iri(options.licence):
        raise SettingsError(
            f"The licence {options.licence!r} is not an IRI; give its address, such as "
            "https://creativecommons.org/licenses/by/4.0/.",
            name=options.licence,
        )
    return replace(options, base=base)


def write_nquads(result: Result, path: Path) -> None:
    """Write graph.nq: every statement in its named graph.

    Raises:
        OSError: If the file cannot be written.
    """
    with path.open("wb") as file:
        file.writelines(nquads(result))


def write_turtle(result: Result, path: Path) -> None:
    """Write graph.ttl: every statement once.

    Raises:
        OSError: If the file cannot be written.
    """
    with path.open("wb") as file, tempfile.TemporaryFile(dir=path.parent) as draft:
        draft.writelines(ntriples(result))
        draft.seek(0)
        triples = (quad.triple for quad in pyoxigraph.parse(draft, format=RdfFormat.N_TRIPLES))
        pyoxigraph.serialize(triples, file, format=RdfFormat.TURTLE, prefixes=prefixes(result.rdf.base))


def nquads(result: Result) -> Iterator[bytes]:
    """Yield lines of N-Quads, by graph; the last line of a graph is the SHA-256 of its other lines."""
    return lines_of(graphs(result))


def lines_of(named: Iterable[Graph]) -> Iterator[bytes]:
    """Yield the lines of named graphs, as `nquads` does."""
    for graph, descriptions in named:
        digest = hashlib.sha256()
        end = f" {graph} .\n"
        for nodes in _batched(descriptions):
            lines = "".join([f"{node} {predicate} {obj}{end}" for node, facts in nodes for predicate, obj in facts])
            encoded = lines.encode("utf-8")
            digest.update(encoded)
            yield encoded
        yield f"{graph} {GB.digest} {string(digest.hexdigest())}{end}".encode()


def ntriples(result: Result) -> Iterator[bytes]:
    """Yield lines of N-Triples, each statement once."""
    for nodes in _batched(one_graph(result)):
        lines = "".join([f"{node} {predicate} {obj} .\n" for node, facts in nodes for predicate, obj in facts])
        yield lines.encode("utf-8")


def _batched(descriptions: Iterable[Description]) -> Iterator[list[Description]]:
    """Yield batches of nodes, which are faster to write than single ones."""
    waiting = iter(descriptions)
    while nodes := list(islice(waiting, _NODES)):
        yield nodes


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of the RDF of a build with a base IRI."""
    return PREFIXES | {kind: f"{base}{kind}/" for kind in _KINDS}
