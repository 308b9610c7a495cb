"""Draw the answer of a CONSTRUCT or DESCRIBE query: an HTML page with an SVG, without scripts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph_builder.core.errors import QueryError
from graph_builder.export.csp import content_security_policy
from graph_builder.graphs import with_layout
from graph_builder.store.query import Answer, Term, run_query
from graph_builder.store.renderers import shortened

_MOST = 500  # nodes that can be told from each other
_LONGEST = 40  # letters of a label
_MARGIN = 90  # around the drawing, in its units, for labels
_RADIUS = 9
_WIDER, _HIGHER = 2.2, 1.5  # than the layout, which knows no labels

_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing skos:prefLabel ?label }} UNION {{ ?thing rdfs:label ?label }} UNION {{ ?thing schema:headline ?label }}
  FILTER (lang(?label) = "ar")
}}
ORDER BY ?thing ?label
"""


def picture(folder: Path, answer: Answer, query: str) -> str:
    """Return an HTML page that draws the answer of a query, labelled from the build in a folder.

    Raises:
        QueryError: The answer is not a graph, is empty, or has too many nodes.
    """
    if not answer.is_graph:
        raise QueryError("Only a graph can be drawn; use CONSTRUCT or DESCRIBE.")
    graph = _graph(answer)
    if not graph:
        raise QueryError("The query found nothing to draw; widen it.")
    if len(graph) > _MOST:
        raise QueryError(
            f"The query found {len(graph):,} nodes, and at most {_MOST} can be drawn; narrow it, or add a LIMIT."
        )
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=PackageLoader("graph_builder.store", "."), trim_blocks=True
    )
    style = (resources.files("graph_builder.store") / "picture.css").read_text(encoding="utf-8").strip()
    drawing = _drawing(with_layout(graph), _called(folder, answer))
    return environment.get_template("picture.html.jinja").render(
        query=query.strip(),
        radius=_RADIUS,
        style=Markup(style),
        policy=content_security_policy([], [style]),
        **drawing,
    )


def _graph(answer: Answer) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for subject, predicate, obj in answer.rows:
        for end in (subject, obj):
            graph.add_node(str(end), term=end)
        graph.add_edge(str(subject), str(obj), term=predicate)
    return graph


def _called(folder: Path, answer: Answer) -> Mapping[Term | None, str]:
    """Return a label for each term of an answer: its Arabic label, or else its shortened IRI or text."""
    terms = {term for row in answer.rows for term in row}
    things = sorted(str(term) for term in terms if isinstance(term, pyoxigraph.NamedNode))
    found = run_query(folder, _LABELS.format(things=" ".join(things)))
    names = {thing: label.value for thing, label in found.rows if isinstance(label, pyoxigraph.Literal)}
    return {term: _short(names.get(term) or shortened(term)) for term in terms}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _drawing(graph: nx.MultiDiGraph[str], called: Mapping[Term | None, str]) -> dict[str, Any]:
    """Return circles, lines and the view box; triples between the same two nodes share a line."""
    places = {node: (data["x"] * _WIDER, data["y"] * _HIGHER) for node, data in graph.nodes(data=True)}
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, obj, data in graph.edges(data=True):
        said[subject, obj].append(called[data["term"]])
    lines = [
        {**_line(places[subject], places[obj]), "label": "، ".join(sorted(set(labels)))}
        for (subject, obj), labels in sorted(said.items())
        if subject != obj
    ]
    terms = {node: graph.nodes[node]["term"] for node in graph}
    circles = [
        {"x": round(x, 2), "y": round(y, 2), "label": called[terms[node]], "title": shortened(terms[node])}
        for node, (x, y) in sorted(places.items())
    ]
    xs, ys = zip(*places.values(), strict=True)
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    box = [left, top, max(xs) + _MARGIN - left, max(ys) + _MARGIN - top]
    return {"circles": circles, "lines": lines, "box": " ".join(f"{side:g}" for side in box)}


def _line(start: tuple[float, float], end: tuple[float, float]) -> dict[str, float]:
    """Return the line from the edge of one circle to the edge of another, and its middle."""
    length = math.dist(start, end)
    across, down = ((b - a) / length * _RADIUS for a, b in zip(start, end, strict=True))
    x1, y1, x2, y2 = start[0] + across, start[1] + down, end[0] - across, end[1] - down
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "x": (x1 + x2) / 2, "y": (y1 + y2) / 2}
    return {name: round(value, 2) for name, value in ends.items()}
