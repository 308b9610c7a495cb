"""Which names of people are one person's: shorter forms of a full name, and full names that spelling sets apart."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from graph_builder.arabic.names import name_parts
from graph_builder.lexicon import latin_words, people

# How sure each rule is that two names are one person's.
SCORES = {
    "shorter_name_in_article": 0.9,
    "shorter_name_spelt_otherwise": 0.85,
    "full_name_spelt_otherwise": 0.85,
    "shorter_name_in_corpus": 0.7,
}

# A word of fewer letters with another letter in it is another word.
_SHORTEST_VARIANT = 5

_VOWELS = frozenset("اويه ")
_SAME_SOUND = frozenset(map(frozenset, ("غج", "غك", "جك", "سش", "سز", "تط", "دض", "كق", "فب", "اي", "اه", "وا")))


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
    by_ending = _by_ending(full)
    elsewhere = set(respelt)
    for article, here in sorted(names.items()):
        bearers: dict[str, str] = {}
        for name in sorted(here - elsewhere, key=lambda name: (-len(_parts(name)), name)):
            found = _fuller_here(name, here, respelt)
            if found is None:
                surname = len(_parts(name)) == 1
                others = {respelt.get(o, o) for o in by_ending.get(_parts(name), ())} if surname else set()
                found = (others.pop(), "shorter_name_in_corpus") if len(others) == 1 else None
            if found:
                bearers[name] = bearers.get(found[0], found[0])
                joined.append(Joined(article, name, bearers[name], found[1]))
    return tuple(joined)


@functools.cache
def _parts(name: str) -> tuple[str, ...]:
    return name_parts(name, people().particles)


def _by_ending(full: Iterable[str]) -> dict[tuple[str, ...], set[str]]:
    """The full names by every shorter one that ends them."""
    by_ending: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in full:
        for first in range(1, len(_parts(name))):
            by_ending[_parts(name)[first:]].add(name)
    return by_ending


def _respelt(full: Iterable[str]) -> dict[str, str]:
    """Full names that differ from a longer or earlier one by one letter of one part."""
    alike: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    respelt: dict[str, str] = {}
    for name in sorted(full, key=lambda name: (-len(name), name)):
        parts = _parts(name)
        same = None
        for place, part in enumerate(parts):
            others = alike[place, (*parts[:place], *parts[place + 1 :])]
            same = same or next((o for o in others if o not in respelt and _variant(part, _parts(o)[place])), None)
            others.append(name)
        if same:
            respelt[name] = same
    return respelt


def _fuller_here(name: str, here: Iterable[str], respelt: Mapping[str, str]) -> tuple[str, str] | None:
    """The one full name of an article that a shorter one ends, and the rule; None if none does or several do."""
    parts = _parts(name)
    longer = [other for other in sorted(here) if len(_parts(other)) > len(parts)]
    for rule, same in (("shorter_name_in_article", _equal), ("shorter_name_spelt_otherwise", _variant)):
        bearers = {
            respelt.get(other, other)
            for other in longer
            if all(same(a, b) or a == b for a, b in zip(parts, _parts(other)[-len(parts) :], strict=True))
        }
        if bearers:
            return (bearers.pop(), rule) if len(bearers) == 1 else None
    return None


def _equal(left: str, right: str) -> bool:
    return left == right


def _variant(left: str, right: str) -> bool:
    """Whether two words are spelt alike but for a vowel letter more, a letter doubled, or two letters of one sound.

    So are two spellings of a foreign name; Arabic names that differ so little are two names.
    """
    known = [latin_words().get(name) for name in (left, right)]
    two_names = None not in known and known[0] != known[1]
    if two_names or left.startswith("ال") or right.startswith("ال") or min(len(left), len(right)) < _SHORTEST_VARIANT:
        return False
    if len(left) == len(right):
        differing = [frozenset(pair) for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 and differing[0] in _SAME_SOUND
    shorter, longer = sorted((left, right), key=len)
    extra = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
    return any(longer[i] in _VOWELS or longer[i] in longer[max(i - 1, 0) : i] for i in extra)
