"""JSON-LD in the terms of schema.org: articles, what they mention, and each statement as a claim with its quotations.

The IRIs are those of graph.ttl. The context stands in the file, so that no program needs the network to read it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.core.sources import web_host
from graph_builder.core.values import content_id, is_iri
from graph_builder.exchange.statements import Actor, Quote, Statement, actors, each, one_line, statements
from graph_builder.io.build_files import Row, of_this_version, rdf_options
from graph_builder.io.tables import write_json_elements

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("sameAs", "url")},
    "datePublished": {"@type": "https://schema.org/Date"},
}

_TYPES = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


def write(build: Path, folder: Path) -> None:
    """Write schemaorg.jsonld: one graph of articles, actors and claims, one node a line.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
        OSError: When the file cannot be written.
    """
    base = rdf_options(build).base
    with of_this_version(build), (folder / "schemaorg.jsonld").open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [')
        told = (
            {name: value for name, value in node.items() if value not in (None, "", [])} for node in _nodes(build, base)
        )
        write_json_elements(file, told)
        file.write("\n]}\n")


def _told(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _nodes(build: Path, base: str) -> Iterator[Node]:
    known = actors(build)
    named = _named(build)
    publishers = set[str]()
    for row in each(build, "documents.jsonl"):
        host = web_host(row["source"])
        publisher = f"{base}publisher/{content_id(host)}" if host else ""
        if host and publisher not in publishers:
            publishers.add(publisher)
            yield {"@id": publisher, "@type": "NewsMediaOrganization", "name": host}
        yield _article(row, base, publisher, named.pop(row["id"], []))
    for row in each(build, "entities.jsonl"):
        yield _actor(known[row["id"]], row, base)
    for statement in statements(build, known):
        yield _claim(statement, base)


def _named(build: Path) -> defaultdict[str, list[tuple[str, int]]]:
    """Return the ids of the entities that each article names, with the offset of the first mention."""
    named: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in each(build, "entities.jsonl"):
        first: dict[str, int] = {}
        for mention in row["mentions"]:
            first.setdefault(mention["document"], mention["start"])
        for article, start in first.items():
            named[article].append((row["id"], start))
    return named


def _article(row: Row, base: str, publisher: str, named: list[tuple[str, int]]) -> Node:
    """Return an article, which is about what its title names, if its text begins with that."""
    title = row["title"].removesuffix("…")
    end = len(title) if row["text"].startswith(title) else 0
    return {
        "@id": f"{base}article/{row['id']}",
        "@type": "NewsArticle",
        "headline": one_line(row["title"]),
        "datePublished": row["published"],
        "inLanguage": "ar",
        "url": row["source"] if publisher else None,
        "identifier": one_line(row["source"]),
        "publisher": {"@id": publisher} if publisher else None,
        "isBasedOn": {"@id": f"{base}article/{row['copy_of']}"} if row["copy_of"] else None,
        "about": [_entity(key, base) for key, start in named if start < end],
        "mentions": [_entity(key, base) for key, _ in named],
    }


def _actor(actor: Actor, row: Row, base: str) -> Node:
    names = dict.fromkeys((actor.name_latin, *map(one_line, row["aliases"])))
    node: Node = {
        "@id": f"{base}entity/{actor.id}",
        "@type": _TYPES[actor.kind],
        "name": actor.name,
        "alternateName": [name for name in names if name not in ("", actor.name)],
        "sameAs": [link for link in (*row["links"], *row["same_as"]) if is_iri(link)],
    }
    if actor.country:
        node["address"] = {"@type": "PostalAddress", "addressCountry": actor.country}
    if row["place"]:
        place = row["place"]
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place["lat"], "longitude": place["lon"]}
    return node


def _claim(statement: Statement, base: str) -> Node:
    """Return a statement as a claim: `name` says it in short, the quotations that it cites prove it."""
    speaker, place = statement.attributed_to, statement.place
    return {
        "@id": f"{base}relation/{statement.id}",
        "@type": "Claim",
        "name": f"{_name(statement.subject)} {statement.label} {_name(statement.object)}{statement.doubt}",
        "about": [_entity(statement.subject.id, base), _entity(statement.object.id, base)],
        "author": _entity(speaker.id, base) if speaker and speaker.kind != "LOC" else None,
        "contentLocation": _entity(place.id, base) if place else None,
        "temporalCoverage": statement.date,
        "appearance": [
            {"@id": f"{base}article/{key}"} for key in sorted({quote.article for quote in statement.quotes})
        ],
        "citation": [_quotation(quote, base) for quote in statement.quotes],
    }


def _quotation(quote: Quote, base: str) -> Node:
    article = {"@id": f"{base}article/{quote.article}"}
    return {"@id": f"{base}sentence/{quote.id}", "@type": "Quotation", "text": quote.sentence, "isPartOf": article}


def _name(actor: Actor) -> str:
    return actor.name_latin or actor.name


def _entity(key: str, base: str) -> Node:
    return {"@id": f"{base}entity/{key}"}
