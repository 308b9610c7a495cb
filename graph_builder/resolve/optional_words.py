"""Words that names leave out and that distinguish nothing: «مطار عدن الدولي», «جمهورية اليمن», «حزب العمال»."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import Country, countries, organizations, places
from graph_builder.syntax import Node

# Confidence (0–1) of each rule that two names denote the same entity.
SCORES = {
    "facility_adjective_left_out": 0.9,
    "official_name_of_country": 0.95,
    "cut_short_in_article": 0.8,
}

# The shortest name that may be another one cut short, and the shortest name of a facility, in words.
_LEAST = 2


def facility(folded: str) -> str:
    """Return the folded name of a facility without the adjectives that it may leave out; other names unchanged."""
    words = folded.split()
    optional = places().optional_adjectives.get(without_article(words[0]), frozenset())
    while len(words) > _LEAST and without_article(words[-1]).removesuffix("ه") in optional:
        words.pop()
    return " ".join(words)


def official_country(folded: str) -> Country | None:
    """Return the country that an official name denotes: «الجمهورية التونسية», «جمهورية ألمانيا الاتحادية»."""
    head, *rest = folded.split()
    if without_article(head) not in places().states:
        return None
    rest = [word for word in rest if without_article(word).removesuffix("ه") not in places().state_adjectives]
    if len(rest) == 1 and head.startswith("ال") and rest[0].startswith("ال"):
        return countries().of_adjective(rest[0])
    return countries().by_name.get(" ".join(rest))


def body_of_named_country(words: Sequence[Node]) -> tuple[int, Country] | None:
    """Return the number of words before the country's name, and the country: «حكومة اليمن»; None for other names."""
    for first in range(1, len(words)):
        kind = " ".join(without_article(node.form) for node in words[:first])
        country = countries().by_name.get(" ".join(fold(node.word.form) for node in words[first:]))
        if country and kind in organizations().national:
            return first, country
    return None


def cut_short(names: Mapping[str, Mapping[str, str]], plain: Mapping[str, Set[str]]) -> dict[tuple[str, str], str]:
    """Return, by article and name, the key of the only longer name there that a name of an organization shortens.

    A shorter name leaves out words after the head, «هيئة الإعلام», «الهيئة العامة للإعلام», or a head that names
    often leave out: «العدل», «وزارة العدل».

    Args:
        names: The keys of organizations by article and folded name.
        plain: The names by article that may be short ones.
    """
    found: dict[tuple[str, str], str] = {}
    for article, keys in names.items():
        beginning: dict[str, set[str]] = defaultdict(set)
        for name in keys:
            for word in _bare_words(name)[:_LEAST]:
                beginning[word].add(name)
        for name in sorted(plain.get(article, ())):
            own = _bare_words(name)
            longer = sorted(
                (other for other in beginning[own[0]] if _shortens(own, _bare_words(other))),
                key=lambda other: (len(_bare_words(other)), other),
            )
            of_one = len({keys[other] for other in longer}) == 1
            if longer and (of_one or all(_shortens(_bare_words(o), _bare_words(longer[-1])) for o in longer[:-1])):
                found[article, name] = keys[longer[-1]]
    return found


def _shortens(own: Sequence[str], longer: Sequence[str]) -> bool:
    """Return whether a name leaves out words of a longer one after its head, or only its head."""
    if len(own) >= len(longer):
        return False
    if tuple(longer[1:]) == tuple(own):
        return longer[0] in organizations().heads_left_out
    if len(own) < _LEAST or own[0] != longer[0]:
        return False
    if tuple(longer[: len(own)]) == tuple(own):
        return True
    rest = iter(longer)
    return own[0] not in organizations().armies and all(word in rest for word in own)


@functools.cache
def _bare_words(name: str) -> tuple[str, ...]:
    """Return the words of a folded name without article, also after a preposition: «للإعلام»."""
    return tuple(word.removeprefix("لل") if word.startswith("لل") else without_article(word) for word in name.split())
