"""Write the ontology of our own terms (ontology.ttl) and the SHACL shapes of a build (shapes.ttl)."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from graph_builder.core.result import Result
from graph_builder.export.rdf.terms import arabic, english, string
from graph_builder.lexicon import Predicate, predicates

_ROOT = len("04")  # number of digits of a top-level CAMEO code


def write_ontology(_: Result, path: Path) -> None:
    """Write our own classes and properties, which are the same for every build.

    Raises:
        OSError: If the file cannot be written.
    """
    every = predicates().values()
    blocks = [*map(_concept, every), *(_term(name) for each in every for name in _terms(each))]
    path.write_bytes(_source("ontology.ttl") + "".join(f"\n{block}\n" for block in blocks).encode("utf-8"))


def write_shapes(_: Result, path: Path) -> None:
    """Write the SHACL shapes to which every graph.ttl conforms.

    Raises:
        OSError: If the file cannot be written.
    """
    path.write_bytes(_source("shapes.ttl"))


def _concept(predicate: Predicate) -> str:
    """Return a predicate as a SKOS concept, with its terms in codebooks."""
    labels = f"{english(predicate.english)} , {arabic(predicate.arabic)}"
    lines = [
        f"gb:{predicate.name} a skos:Concept ;",
        f"    rdfs:label {labels} ;",
        f"    skos:prefLabel {labels} ;",
        f"    skos:notation {string(predicate.name)} ;",
        "    skos:inScheme gb:predicates ;",
        *(f"    skos:{match} gb:{name} ;" for name, match in _terms(predicate).items()),
        f"    skos:broader gb:{'event' if predicate.event else 'tie'} .",
    ]
    return "\n".join(lines)


def _terms(predicate: Predicate) -> dict[str, str]:
    """Return our names for a predicate's terms in codebooks, with the SKOS match of each."""
    terms = {f"plover-{predicate.plover}": "exactMatch"} if predicate.plover else {}
    whole = len(predicate.cameo) == 1 and len(predicate.cameo[0]) == _ROOT
    return terms | {f"cameo-{code}": "exactMatch" if whole else "narrowMatch" for code in predicate.cameo}


def _term(name: str) -> str:
    """Return a term of a codebook as a SKOS concept."""
    scheme, _, notation = name.partition("-")
    return (
        f"gb:{name} a skos:Concept ;\n"
        f"    skos:prefLabel {english(f'{scheme.upper()} {notation}')} ;\n"
        f"    skos:notation {string(notation)} ;\n"
        f"    skos:inScheme gb:{scheme} ."
    )


def _source(name: str) -> bytes:
    return (resources.files("graph_builder.export.rdf") / name).read_bytes()
