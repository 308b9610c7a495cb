"""Rounding that gives the same floats on every processor."""

from __future__ import annotations


def rounded(value: float) -> float:
    """Return the value rounded to six decimals, independent of its last bits.

    Rounding to nine decimals first removes the noise from a value such as 1/128, which lies halfway between two numbers
    with six decimals and would otherwise be rounded up on one processor and down on another. Minus zero becomes zero.
    """
    return round(round(float(value), 9), 6) + 0.0
