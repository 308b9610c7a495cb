"""Terms of RDF as text."""

from __future__ import annotations

import pytest
import rdflib

from graph_builder.export.rdf import terms


@pytest.mark.parametrize(
    ("value", "expected"), [(1.0, "1.0"), (0.1 + 0.2, "0.3"), (-12.5, "-12.5"), (1e-6, "0.000001"), (0.0, "0.0")]
)
def test_terms_decimals_are_plain(value: float, expected: str) -> None:
    assert terms.decimal(value) == f'"{expected}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@pytest.mark.parametrize(("iso", "kind"), [("2024", "gYear"), ("2024-12", "gYearMonth"), ("2024-12-31", "date")])
def test_terms_dates_keep_their_precision(iso: str, kind: str) -> None:
    assert terms.day(iso) == f'"{iso}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('قال: "نعم"\n\r\t\\', 'قال: "نعم"\n\r\t\\'),
        ("\u202eأ\u200f😀\x7f\x85\u2028", "\u202eأ\u200f😀\x7f\x85\u2028"),
        ("a\ud800b\x00c\x1fd\uffff", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ('" . <x> <y> <z> .\n#', '" . <x> <y> <z> .\n#'),
    ],
)
def test_terms_literals_round_trip(text: str, kept: str) -> None:
    line = f"<urn:s> <urn:p> {terms.arabic(text)} .\n"
    [(_, _, literal)] = rdflib.Graph().parse(data=line.encode(), format="nt")
    assert literal == rdflib.Literal(kept, lang="ar")
    assert len(kept) == len(text), "offsets stay what they are"


def test_terms_of_a_vocabulary() -> None:
    assert terms.SCHEMA.headline == terms.SCHEMA["headline"] == "<https://schema.org/headline>"
