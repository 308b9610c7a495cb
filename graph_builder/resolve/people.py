"""Which names of people are one person's: shorter forms of a full name, and full names that spelling sets apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from graph_builder.arabic.names import name_parts
from graph_builder.lexicon import people

# How sure each rule is that two names are one person's.
SCORES = {
    "shorter_name_in_article": 0.9,
    "shorter_name_spelt_otherwise": 0.85,
    "full_name_spelt_otherwise": 0.85,
    "shorter_name_in_corpus": 0.7,
}

# A word of fewer letters with another letter in it is another word.
_SHORTEST_VARIANT = 5


@dataclass(frozen=True, slots=True)
class Joined:
    """A name as it stands in one article (in any, if that is None), whose bearer is known by another name."""

    article: str | None
    name: str
    of: str
    rule: str


def same_people(names: Mapping[str, Set[str]]) -> tuple[Joined, ...]:
    """For each article's folded names of people, those that are another form of a full name.

    Each name joins one full name at most, and no full name that joined another: there are no chains.
    """
    everyone = sorted(set().union(*names.values())) if names else []
    full = [name for name in everyone if len(_parts(name)) > 1]
    respelt = _respelt(full)
    joined = [Joined(None, name, of, "full_name_spelt_otherwise") for name, of in sorted(respelt.items())]
    for article, here in sorted(names.items()):
        bearers: dict[str, str] = {}
        for name in sorted(here - set(respelt), key=lambda name: (-len(_parts(name)), name)):
            found = _fuller(name, [f for f in full if f in here], respelt)
            rule = found[1] if found else "shorter_name_in_corpus"
            if found is None and (fuller := _fuller(name, full, respelt)) and fuller[1] == "shorter_name_in_article":
                found = fuller
            if found:
                bearers[name] = bearers.get(found[0], found[0])
                joined.append(Joined(article, name, bearers[name], rule))
    return tuple(joined)


def _parts(name: str) -> tuple[str, ...]:
    return name_parts(name, people().particles)


def _respelt(full: list[str]) -> dict[str, str]:
    """Full names that differ from a longer or earlier one by one letter of one part."""
    respelt: dict[str, str] = {}
    ordered = sorted(full, key=lambda name: (-len(name), name))
    for index, name in enumerate(ordered):
        for other in ordered[:index]:
            left, right = _parts(name), _parts(other)
            differing = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
            if len(left) == len(right) and len(differing) == 1 and other not in respelt and _variant(*differing[0]):
                respelt[name] = other
                break
    return respelt


def _fuller(name: str, full: Iterable[str], respelt: Mapping[str, str]) -> tuple[str, str] | None:
    """The one full name that a shorter one ends, and the rule; None if none does or several do."""
    for rule, same in (("shorter_name_in_article", _equal), ("shorter_name_spelt_otherwise", _variant)):
        parts = _parts(name)
        bearers = set()
        for other in full:
            ending = _parts(other)[-len(parts) :]
            if len(_parts(other)) > len(parts) and all(
                same(a, b) or a == b for a, b in zip(parts, ending, strict=True)
            ):
                bearers.add(respelt.get(other, other))
        if bearers:
            return (bearers.pop(), rule) if len(bearers) == 1 else None
    return None


def _equal(left: str, right: str) -> bool:
    return left == right


def _variant(left: str, right: str) -> bool:
    """Whether two words are one letter apart, as two spellings of a foreign name are."""
    return min(len(left), len(right)) >= _SHORTEST_VARIANT and Levenshtein.distance(left, right, score_cutoff=1) == 1
