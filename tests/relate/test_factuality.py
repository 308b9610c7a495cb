"""Factuality and arguments in articles whose meaning is certain (factuality.yaml)."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.relate.cases import Case, cases, faults

# Articles that are read wrongly so far, with the reason.
_OPEN = {"r21": "the subject of a verb behind «و» is taken to be who stands behind it"}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_factuality_case_has_no_faults(case: Case) -> None:
    found = faults(case)
    if case.id in _OPEN:
        assert found, "this article is read as it should be now: take it from the list"
    else:
        assert found == []


def test_factuality_cases_cover_every_kind() -> None:
    counted = Counter(case.kind for case in cases())
    assert min(counted.values()) >= 15
    assert len({case.id for case in cases()}) == len(cases())
