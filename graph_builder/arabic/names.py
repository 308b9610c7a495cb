"""Parts and spelling variants of the names of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

# Second words of compound names: نور الدين, نصر الله.
_ENDINGS = frozenset({"الدين", "الله"})
_FATHER = ("بن ", "بنت ", "ولد ")

# Minimum number of letters after «أبو» where it is written without a space.
_SHORTEST_SON = 3


def name_parts(folded: str, particles: Set[str]) -> tuple[str, ...]:
    """Return the parts of a folded name, particles joined to the next word; «ابن» becomes «بن».

    >>> name_parts("علي عبد الله صالح", {"عبد"}), name_parts("حسن نصر الله", set())
    (('علي', 'عبد الله', 'صالح'), ('حسن', 'نصر الله'))
    """
    parts: list[str] = []
    open_particle = False
    for word in folded.split():
        each = "بن" if word == "ابن" else word
        if parts and (open_particle or each in _ENDINGS):
            parts[-1] += " " + each
        else:
            parts.append(each)
        open_particle = each in particles
    return tuple(parts)


def usual(folded: str, spellings: Mapping[str, str]) -> str:
    """Return a folded name with its words in their usual spelling and compound names separated.

    >>> usual("نورالدين ترمب", {"ترمب": "ترامب"}), usual("عبدالله ابوبكر", {})
    ('نور الدين ترامب', 'عبد الله ابو بكر')
    """
    return " ".join(spellings.get(word, word) for each in folded.split() for word in _apart(each))


def is_kunya(parts: Sequence[str]) -> bool:
    """Return whether a name is a kunya only: أبو أحمد."""
    return len(parts) == 1 and parts[0].partition(" ")[0] in ("ابو", "ابي", "ابا", "ام") and " " in parts[0]


def is_father(part: str) -> bool:
    """Return whether a part of a name is a patronymic: بن سلمان."""
    return part.startswith(_FATHER)


def shorter_form(shorter: Sequence[str], longer: Sequence[str]) -> str | None:
    """Return the rule by which one name is a shorter form of another, or None.

    A genealogy may be cut short, with or without the family name after it; in any other name, parts after the first may
    be missing.

    >>> shorter_form(("محمد", "بن سلمان"), ("محمد", "بن سلمان", "بن عبد العزيز", "ال سعود"))
    'shorter_genealogy'
    >>> shorter_form(("عمر", "البشير"), ("عمر", "حسن", "البشير"))
    'part_left_out'
    """
    if len(shorter) < 2 or len(shorter) >= len(longer) or shorter[0] != longer[0]:
        return None
    if any(map(is_father, shorter)):
        return "shorter_genealogy" if _fits(shorter, longer) else None
    rest = iter(longer)
    return "part_left_out" if all(part in rest for part in shorter) else None


def _fits(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    fathers, family = _genealogy(shorter)
    more, other = _genealogy(longer)
    return bool(fathers) and fathers == more[: len(fathers)] and (not family or family == other or not other)


def _genealogy(parts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the patronymics right after the first part, and the parts after them."""
    end = 1
    while end < len(parts) and is_father(parts[end]):
        end += 1
    return tuple(parts[1:end]), tuple(parts[end:])


def _apart(word: str) -> tuple[str, ...]:
    if word.startswith("عبد") and (word[3:5] == "ال" or word[3:] == "ربه") and len(word) > 5:
        return "عبد", word[3:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)], ending
    if word.startswith("ابو") and len(word) >= 3 + _SHORTEST_SON:
        return "ابو", word[3:]
    return (word,)
