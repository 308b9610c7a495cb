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


def imperfects(verb: str) -> frozenset[str]:
    """Return the folded third-person forms of the imperfect: يهاجم, تهاجم, يهاجمون; يلتقي, يلتقون; يقود, يستعيد."""
    forms = []
    for stem in _imperfect_stems(verb):
        shortened = stem[:-1] if verb[-1] in "ىا" else stem  # يلتقون drops the last letter of يلتقي
        forms += [stem, f"{stem}ان", f"{shortened}ون", f"{shortened}وا", f"{shortened}ين"]
    return frozenset(prefix + form for form in forms for prefix in "يت")


def accusative_participles(verb: str) -> frozenset[str]:
    """Return the folded accusative of the active participle of a derived verb: مشيدا of أشاد, مطالبا, متهما, منتقدا."""
    if len(fold(verb)) < 4:
        return frozenset()
    return frozenset(f"م{stem}ا" for stem in _imperfect_stems(verb))


def _imperfect_stems(verb: str) -> frozenset[str]:
    """Return the stems that the prefixes of the imperfect may precede; unvowelled, a hollow verb may have three."""
    folded = fold(verb)
    weak = verb[-1] in "ىا"
    if len(folded) == 3:
        first, middle, last = tuple(folded)
        if middle == "ا":
            return frozenset(first + vowel + last for vowel in "ويا")
        if weak:
            return frozenset((first + middle + "و", first + middle + "ي"))
        return frozenset((middle + last, folded)) if first == "و" else frozenset((folded,))
    stem = folded[1:] if folded[0] == "ا" else folded
    if weak:
        return frozenset((stem[:-1] + "ي",))
    fourth_or_tenth = folded[0] == "ا" and (len(folded) == 4 or folded.startswith("است"))
    if fourth_or_tenth and stem[-2:-1] == "ا":
        return frozenset((stem[:-2] + "ي" + stem[-1],))
    return frozenset((stem,))
