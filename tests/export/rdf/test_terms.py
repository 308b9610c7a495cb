from __future__ import annotations

import pytest
from rdflib import XSD

from graph_builder.export.rdf import terms


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://sws.geonames.org/170063/", True),
        ("urn:x:y", True),
        ("not an iri", False),
        ("https://x/<script>", False),
        ('https://x/"', False),
        ("https://x/\ud800", False),
        ("//x", False),
        ("", False),
    ],
)
def test_only_iris_are_linked(link: str, expected: bool) -> None:
    assert terms.is_iri(link) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1.0, "1.0"), (0.1 + 0.2, "0.3"), (-12.5, "-12.5"), (1e-6, "0.000001")]
)
def test_decimals_are_plain(value: float, expected: str) -> None:
    literal = terms.decimal(value)
    assert (str(literal), literal.datatype) == (expected, XSD.decimal)
