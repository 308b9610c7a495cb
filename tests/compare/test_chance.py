"""Numbers of articles are told from chance, and only where there are enough of them."""

from __future__ import annotations

import random

import pytest
from scipy.stats import chi2_contingency, fisher_exact

from graph_builder.compare.chance import frequencies


def test_g2_is_the_log_likelihood_ratio_of_the_table() -> None:
    [found] = frequencies([(12, 30)], (200, 150))
    expected = chi2_contingency([[12, 188], [30, 120]], correction=False, lambda_="log-likelihood").statistic
    assert found.g2 == pytest.approx(expected, abs=1e-5)
    assert found.p == pytest.approx(fisher_exact([[12, 188], [30, 120]]).pvalue, rel=0.01)
    assert (found.change, found.beyond_chance) == ("stronger", True)
    assert found.share == (0.06, 0.2)


@pytest.mark.parametrize(
    ("counts", "totals", "change"),
    [
        ((0, 3), (10, 10), "new"),
        ((3, 0), (10, 10), "gone"),
        ((3, 6), (10, 20), "same"),
        ((3, 6), (10, 21), "weaker"),
        ((3, 6), (10, 19), "stronger"),
    ],
)
def test_change_is_that_of_the_share(counts: tuple[int, int], totals: tuple[int, int], change: str) -> None:
    [found] = frequencies([counts], totals)
    assert found.change == change
    assert (found.g2 > 0) - (found.g2 < 0) == {"new": 1, "stronger": 1, "gone": -1, "weaker": -1, "same": 0}[change]


def test_a_handful_of_articles_proves_nothing() -> None:
    assert not any(each.beyond_chance for each in frequencies([(0, 5), (5, 0), (1, 4)], (200, 200)))
    assert [each.p for each in frequencies([(0, 5)], (200, 200))] == [1.0]
    assert frequencies([(0, 5)], (200, 20))[0].beyond_chance, "in a tenth as many articles it is no chance"


def test_many_tests_raise_the_threshold() -> None:
    alone, among = frequencies([(2, 10)], (200, 200)), frequencies([(2, 10)] + [(10, 10)] * 100, (200, 200))
    assert alone[0].p == among[0].p <= 0.05
    assert alone[0].beyond_chance and not among[0].beyond_chance


def test_random_halves_do_not_differ() -> None:
    chance = random.Random(0)
    counts = []
    for _ in range(300):
        found = chance.randint(1, 80)
        a = sum(chance.random() < 0.5 for _ in range(found))
        counts.append((a, found - a))
    assert sum(each.beyond_chance for each in frequencies(counts, (200, 200))) == 0


def test_nothing_to_compare_is_no_error() -> None:
    assert frequencies([], (1, 1)) == []
