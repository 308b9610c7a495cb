"""Engines that know nothing of each other, each with one function that answers a query over a build's RDF.

The default graph holds graph.ttl and ontology.ttl, and the named graphs are those of graph.nq; in Virtuoso, which knows
no other default graph, it is all named graphs together. Answers are rows of terms as Turtle writes them, but that
numbers are compared whatever they look like.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

import pyoxigraph
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions

from tests.stores.virtuoso import Virtuoso

Rows = list[tuple[str, ...]]

COMUNICA = "comunica-sparql-file"
ONTOLOGY = "https://graph-builder.example/ontology"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float", "nonNegativeInteger", "int")}

# Jena and what it needs, of all that lies where Debian keeps Java's libraries.
_JAVA = Path("/usr/share/java")
_LIBRARIES = (
    r"jena-[a-z0-9]+|jena-dboe-[a-z-]+|commons-(cli|codec|compress|csv|io|lang3)|dexx\.collection|gson|guava|"
    r"httpclient|httpcore|jackson-(annotations|core|databind)|jakarta\.json-api|jcl-over-slf4j|jsonld-java|protobuf|"
    r"slf4j-(api|nop)|thrift|titanium-json-ld"
)
_MESSAGES = "org/apache/jena/ext/"


def from_pyoxigraph(query: str, folder: Path) -> Rows:
    """What pyoxigraph answers."""
    found = cast(QuerySolutions, _oxigraph(folder).query(query))
    return rows(cast(bytes, found.serialize(format=QueryResultsFormat.JSON)))


def from_rdflib(query: str, folder: Path) -> Rows:
    """What rdflib answers, but for the row of nothing that it gives where there is nothing to group."""
    found = rows(cast(bytes, _graph(folder).query(query).serialize(format="json")))
    return [row for row in found if any(row)]


def from_virtuoso(query: str, server: Virtuoso) -> Rows:
    """What a Virtuoso that holds the build answers."""
    return rows(server.answer(query))


def from_jena(query: str, folder: Path, scratch: Path) -> Rows:
    """What Jena's ARQ answers."""
    sources = [f"--data={path}" for path in _sources(folder)]
    done = run(*java(scratch, "arq.sparql"), *sources, "--results=JSON", f"--query={_written(query, scratch)}")
    return rows(done.stdout.encode())


def from_comunica(query: str, folder: Path, scratch: Path) -> Rows:
    """What Comunica answers.

    It takes a count by VoID for that of the answers to any pattern, and then joins in the slowest order; here the
    count goes by another name.
    """
    whole = scratch / "whole.ttl"
    if not whole.exists():
        one, other = ((folder / name).read_text(encoding="utf-8") for name in ("graph.ttl", "ontology.ttl"))
        whole.write_text(one.replace("void:triples", "gb:triples") + other, encoding="utf-8")
    asked = ("-f", str(_written(query, scratch)), "-t", "application/sparql-results+json")
    return rows(run(COMUNICA, str(whole), *asked).stdout.encode())


def java(scratch: Path, main: str) -> tuple[str, ...]:
    """The command that runs a class of Jena's.

    In Debian's package a library inside Jena has moved, but not the messages that it reads when it starts; they are
    copied to where it looks for them.
    """
    with zipfile.ZipFile(_JAVA / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith(_MESSAGES) and name.endswith(".properties"):
                path = scratch / "messages" / name.removeprefix(_MESSAGES)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(core.read(name))
    libraries = sorted(path for path in _JAVA.glob("*.jar") if re.fullmatch(_LIBRARIES, path.stem))
    classes = ":".join(map(str, (scratch / "messages", *libraries)))
    return ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, main)


def missing(*programs: str) -> str:
    """Which programs are not installed, as a reason to skip; nothing if all are."""
    absent = [program for program in programs if shutil.which(program) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


def missing_jena() -> str:
    """Why Jena cannot be run, if it cannot."""
    return missing("java") or ("" if (_JAVA / "jena-arq.jar").exists() else "not installed: libapache-jena-java")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A command that does not fail."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done


def rows(answer: bytes) -> Rows:
    """The rows of an answer in SPARQL's JSON, sorted; what is not bound is empty."""
    told = json.loads(answer)
    names = told["head"]["vars"]
    return sorted(
        tuple(_term(row[name]) if name in row else "" for name in names) for row in told["results"]["bindings"]
    )


def _term(term: dict[str, str]) -> str:
    value, kind = term["value"], term.get("datatype", f"{_XSD}string")
    if term["type"] == "uri":
        return f"<{value}>"
    if "xml:lang" in term:
        return f'"{value}"@{term["xml:lang"].lower()}'
    if kind in _NUMBERS:
        return f"{Decimal(value).normalize():f}"
    return f'"{value}"' if kind == f"{_XSD}string" else f'"{value}"^^<{kind}>'


def _sources(folder: Path) -> list[Path]:
    return [folder / name for name in ("graph.ttl", "ontology.ttl", "graph.nq")]


def _written(query: str, scratch: Path) -> Path:
    path = scratch / "query.rq"
    path.write_text(query, encoding="utf-8")
    return path


@cache
def _oxigraph(folder: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for path in _sources(folder):
        store.bulk_load(path=str(path))
    return store


@cache
def _graph(folder: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("graph.ttl", "ontology.ttl"):
        graph.parse(folder / name)
    return graph
