"""Inflected forms of verbs, unvowelled."""

from __future__ import annotations

from graph_builder.arabic.fold import fold


def perfects(verb: str) -> frozenset[str]:
    """Return the folded third-person forms of the perfect: قال, قالت, قالوا; التقى, التقت, التقيا."""
    folded = fold(verb)
    if verb[-1] in "ىا" and len(verb) > 2:
        stem = folded[:-1]
        return frozenset((folded, f"{stem}ت", f"{stem}وا", f"{stem}تا", f"{stem}يا"))
    return frozenset((folded, *(folded + ending for ending in ("ت", "وا", "ا", "تا"))))


def first_persons(verb: str) -> frozenset[str]:
    """Return the folded first-person perfect forms that are never third-person: ناقشنا; التقيت, التقينا; زرنا."""
    folded = fold(verb)
    if verb[-1] in "ىا" and len(verb) > 2:
        stem = folded[:-1] + "ي"
        return frozenset((f"{stem}ت", f"{stem}نا"))
    hollow = len(folded) > 2 and folded[-2] == "ا"
    return frozenset((f"{folded[:-2]}{folded[-1]}نا" if hollow else f"{folded}نا",))
