"""Generate the page on RDF: our own classes and properties, and the named queries of the package."""

from __future__ import annotations

from importlib import resources

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from graph_builder.docs.markdown import arabic, block, code, table
from graph_builder.store.named_queries import NamedQuery, named_queries


def classes() -> str:
    """Return a table of the classes."""
    graph = _graph()
    rows = [
        (
            _name(graph, term),
            arabic(_text(graph, term, RDFS.label, "ar")),
            _names(graph, term, RDFS.subClassOf),
            _text(graph, term, RDFS.comment, "en"),
        )
        for term in _terms(graph, OWL.Class)
    ]
    return table(("class", "Arabic", "is a", "what"), rows)


def properties() -> str:
    """Return a table of the properties."""
    graph = _graph()
    terms = sorted({*_terms(graph, OWL.ObjectProperty), *_terms(graph, OWL.DatatypeProperty)})
    rows = [(_name(graph, term), _ends(graph, term), _text(graph, term, RDFS.comment, "en")) for term in terms]
    return table(("property", "stands", "what"), rows)


def questions() -> str:
    """Return a section for every named query of the package."""
    return "\n\n".join(map(_question, named_queries()))


def _question(query: NamedQuery) -> str:
    narrowed = f"`--where` narrows it by {code(query.narrows)}."
    return f"### {query.name}\n\n{query.asks} {narrowed}\n\n{block('sparql', query.sparql)}"


def _graph() -> Graph:
    text = (resources.files("graph_builder.export.rdf") / "ontology.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def _terms(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(term for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef))


def _ends(graph: Graph, property: URIRef) -> str:
    """Return the domain, the range and the superproperty of a property, if the ontology states them."""
    of, to, below = (_names(graph, property, tie) for tie in (RDFS.domain, RDFS.range, RDFS.subPropertyOf))
    ends = ((f"from {of}", of), (f"to {to}", to), (f"below {below}", below))
    return " ".join(words for words, named in ends if named)


def _name(graph: Graph, term: URIRef) -> str:
    return f"`{term.n3(graph.namespace_manager)}`"


def _names(graph: Graph, term: URIRef, property: URIRef) -> str:
    named = sorted(each for each in graph.objects(term, property) if isinstance(each, URIRef))
    return ", ".join(_name(graph, each) for each in named)


def _text(graph: Graph, term: URIRef, property: URIRef, language: str) -> str:
    texts = (each for each in graph.objects(term, property) if isinstance(each, Literal))
    return next((str(text) for text in texts if text.language == language), "")
