"""RDF round-trips any text."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_builder.core.result import Result
from graph_builder.core.values import Document, Entity, Knowledge
from graph_builder.exchange.rdf import SERIALISATIONS
from tests.export.rdf.reading import serialised
from tests.support.samples import sample_knowledge, sample_result

_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LABEL = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_ALIAS = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_TEXT = pyoxigraph.NamedNode("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString")

# Every code point there is, lone surrogates included, and the characters that mean something to some format.
_texts = st.text(
    st.one_of(
        st.characters(exclude_categories=()), st.sampled_from("\"'\\<>&{}@^#.;,\n\r\t\x00\x7f\x85\u2028\u202e\u200f😀")
    )
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(name=_texts, alias=_texts, title=_texts, text=_texts, source=_texts)
@example(name="طويل " * 2048, alias="\u202e" * 10240, title="", text="😀" * 10240, source="\n")
def test_rdf_round_trips_names_and_texts(name: str, alias: str, title: str, text: str, source: str) -> None:
    result = _with(name, alias, title, text, source)
    with tempfile.TemporaryDirectory() as folder:
        for form, (_, kind) in SERIALISATIONS.items():
            path = serialised(result, Path(folder), form)
            found: dict[pyoxigraph.NamedNode, set[str]] = {}
            for quad in pyoxigraph.parse(path=path, format=kind):
                if isinstance(quad.object, pyoxigraph.Literal):
                    found.setdefault(quad.predicate, set()).add(quad.object.value)
            assert _kept(name) in found[_LABEL], form
            assert _kept(text) in found[_TEXT], form
            assert alias == name or _kept(alias) in found[_ALIAS], form


def _with(name: str, alias: str, title: str, text: str, source: str) -> Result:
    """The sample with one more article and one more entity, which is in no relation."""
    knowledge = sample_knowledge()
    document = Document("f" * 16, source, title, text)
    entity = Entity("f" * 16, "PER", name, name, (name, alias), (), links=(source,))
    return replace(
        sample_result(),
        knowledge=Knowledge(
            (*knowledge.documents, document),
            knowledge.sentences,
            (*knowledge.entities, entity),
            knowledge.merges,
            knowledge.relations,
        ),
    )


def _kept(text: str) -> str:
    return _LOST.sub("\ufffd", text)
