"""Floats that are the same on every processor."""

from __future__ import annotations


def rounded(value: float) -> float:
    """The value at six decimals, whatever its last bits were.

    Rounding at nine decimals first takes the noise off a value such as 1/128, which lies halfway between two numbers
    of six decimals and would otherwise go up on one processor and down on another. Minus zero becomes zero.
    """
    return round(round(float(value), 9), 6) + 0.0
