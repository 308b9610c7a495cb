"""The networks of a build, read node by node from its GraphML: what Gephi and Cytoscape are given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from graph_builder.exchange.statements import one_line, quotes
from graph_builder.io.build_files import Articles, readable
from graph_builder.lexicon import labels, predicates

Attributes = dict[str, Any]

_GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
_NUMBERS = {"int": int, "long": int, "float": float, "double": float}

# The columns of a node beside its id and label, and of an edge of relations beside its ends, id and weight.
NODE = ("name_latin", "kind", "mentions", "documents", "degree", "pagerank", "betweenness", "community")
EDGE = ("documents", "confidence", "asserted", "reported", "future", "sentence", "article", "origin", "published")
PAIR = ("documents", "npmi", "g2")


class Edge(NamedTuple):
    """An edge of a network; `symmetric` if its ends could be exchanged."""

    source: str
    target: str
    symmetric: bool
    label: str
    attributes: Attributes


def nodes(build: Path, network: str) -> Iterator[tuple[str, Attributes]]:
    """Yield the nodes of a network by id, sorted, with the attributes `NODE`, `label`, and `x` and `y` of the layout.

    Args:
        build: The folder of the build.
        network: `relations` or `cooccurrence`.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """
    for element, attributes in _elements(build, network, "node"):
        attributes |= {"label": one_line(attributes["name"]), "kind": labels().kinds[attributes["kind"]].english}
        yield element.attrib["id"], attributes | {"name_latin": one_line(attributes["name_latin"])}


def edges(build: Path, network: str) -> Iterator[Edge]:
    """Yield the edges of a network, sorted, with the attributes `EDGE`, or `PAIR` of co-occurrence, `id` and `weight`.

    An edge of relations has the first of its sentences, and the article that it is from.

    Args:
        build: The folder of the build.
        network: `relations` or `cooccurrence`.

    Raises:
        DamagedBuildError: When a file is missing or damaged.
    """
    articles = Articles(build) if network == "relations" else None
    for element, attributes in _elements(build, network, "edge"):
        ends = element.attrib["source"], element.attrib["target"]
        if articles is None:
            yield Edge(*ends, True, "", attributes)
        else:
            predicate = predicates()[attributes["predicate"]]
            (quote,) = quotes(json.loads(attributes["evidence"])[:1], articles)
            proof = {"sentence": quote.sentence, "article": quote.title, "origin": quote.source}
            attributes |= proof | {"published": quote.published}
            yield Edge(*ends, predicate.symmetric, predicate.english, attributes)


def _elements(build: Path, network: str, kind: str) -> Iterator[tuple[etree._Element, Attributes]]:
    """Yield the elements of a kind with the values of their keys, and forget each after that."""
    path = build / f"{network}.graphml"
    keys: dict[str, tuple[str, type]] = {}
    with readable(build, path.name), path.open("rb") as file:
        tags = [f"{_GRAPHML}{tag}" for tag in ("key", "node", "edge")]
        # The sentences of one edge of a large build are more than libxml2 takes of strangers.
        for _, element in etree.iterparse(file, tag=tags, huge_tree=True, resolve_entities=False):
            if element.tag == f"{_GRAPHML}key":
                keys[element.attrib["id"]] = (
                    element.attrib["attr.name"],
                    _NUMBERS.get(element.attrib["attr.type"], str),
                )
                continue
            if element.tag == f"{_GRAPHML}{kind}":
                values = ((*keys[data.attrib["key"]], data.text or "") for data in element)
                yield element, {name: read(text) for name, read, text in values}
            element.clear()
            while (before := element.getprevious()) is not None and (parent := element.getparent()) is not None:
                parent.remove(before)
