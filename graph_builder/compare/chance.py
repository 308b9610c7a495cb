"""Whether two sides differ in a number of articles by more than chance.

The unit is the article, not the mention: the mentions of one article depend on each other, and a test that counts them
as independent finds differences everywhere (Lijffijt et al., 2016, "Significance testing of word frequencies in
corpora", Digital Scholarship in the Humanities 31(2)).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from graph_builder.compare.values import Both, Change, Frequency
from graph_builder.graphs.cooccurrence import g2

EXPECTED_BY_CHANCE = 0.05  # maximum expected proportion of chance among the differences beyond it


def frequencies(counts: Sequence[Both[int]], totals: Both[int]) -> list[Frequency]:
    """Return a frequency for each pair of numbers of articles.

    Each is tested by Fisher's exact test, which holds for small numbers too, and the clearest are chosen so that at
    most one in twenty is expected to be chance (Benjamini and Hochberg, 1995, "Controlling the false discovery rate",
    J. R. Stat. Soc. B 57(1)). Numbers that no distribution over the two sides could make clear are not tested, as they
    would only make the others harder to find; which these are depends on their sum alone, so that the choice does not
    favour differences (Tarone, 1990, "A modified Bonferroni method for discrete data", Biometrics 46(2)). `g2` is the
    log-likelihood ratio (Dunning, 1993) of the numbers of articles with and without it, and orders the differences.

    Args:
        counts: The numbers of articles of A and of B.
        totals: The numbers of all articles of A and of B, at least 1.
    """
    from scipy.stats import false_discovery_control  # its import takes a second, which other commands avoid

    tested = {pair: _p(*pair, *totals) for pair in set(counts) if _testable(sum(pair), totals)}
    ps = [tested[pair] for pair in counts if pair in tested]
    adjusted = iter(false_discovery_control(ps) if ps else ())
    found = []
    for a, b in counts:
        p, q = (tested[a, b], float(next(adjusted))) if (a, b) in tested else (1.0, 1.0)
        found.append(
            Frequency(
                articles=(a, b),
                share=(round(a / totals[0], 6), round(b / totals[1], 6)),
                change=_change(a, b, totals),
                g2=g2(b, totals[1], a + b, sum(totals)),
                p=_three_digits(p),
                q=_three_digits(q),
                beyond_chance=_three_digits(q) <= EXPECTED_BY_CHANCE,
            )
        )
    return found


def _change(a: int, b: int, totals: Both[int]) -> Change:
    if not a or not b:
        return "gone" if a else "new"
    now, before = b * totals[0], a * totals[1]
    if now == before:
        return "same"
    return "stronger" if now > before else "weaker"


def _p(a: int, b: int, total_a: int, total_b: int) -> float:
    # In one order of the sides, so that the last bits are the same in both.
    (less, total_less), (more, total_more) = sorted(((a, total_a), (b, total_b)))
    return _fisher(less, total_less - less, more, total_more - more)


@functools.lru_cache(maxsize=1 << 16)
def _fisher(a: int, not_a: int, b: int, not_b: int) -> float:
    from scipy.stats import fisher_exact

    return min(1.0, float(fisher_exact([[a, not_a], [b, not_b]]).pvalue))


def _testable(found: int, totals: Both[int]) -> bool:
    """Return whether some distribution of this many articles over the sides would be unlikely."""
    in_a, in_b = min(found, totals[0]), min(found, totals[1])
    extremes = ((in_a, found - in_a), (found - in_b, in_b))
    return min(_p(*extreme, *totals) for extreme in extremes) <= EXPECTED_BY_CHANCE


def _three_digits(p: float) -> float:
    """Return a probability with three significant digits, the same on every processor."""
    return float(f"{p:.3g}")
