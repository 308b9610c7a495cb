"""Words that names leave out and that distinguish nothing: «مطار عدن الدولي», «جمهورية اليمن», «حزب العمال»."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import Country, Organization, countries, organizations, places
from graph_builder.syntax import Node

# Confidence (0–1) of each rule that two names denote the same entity.
SCORES = {
    "facility_adjective_left_out": 0.9,
    "official_name_of_country": 0.95,
    "adjective_of_organization": 0.9,
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
        if country and (kind in organizations().national or _is_of_state(words[:first])):
            return first, country
    return None


def _is_of_state(words: Sequence[Node]) -> bool:
    """Return whether words are the head of a government organization and what specifies it: «وكالة أنباء»."""
    head, *inner = words
    return (
        bool(inner)
        and head.matches(organizations().of_states)
        and all(node.matches(organizations().between) for node in inner)
    )


def country_at_end(words: Sequence[Node]) -> Country | None:
    """Return the country of a government organization that ends with its adjective: «الحكومة الشرعية اليمنية».

    Words that distinguish nothing may follow; with two adjectives of countries it belongs to neither.
    """
    head = organizations().same.get(words[0].lemma, words[0].lemma)
    *inner, last = words
    while inner and (last.matches(organizations().ignored) or f"{head} {last.form}" in organizations().ignored):
        *inner, last = inner
    of_state = words[0].matches(organizations().of_states - organizations().commands)
    if not inner or not last.definite or not of_state:
        return None
    if any(countries().of_adjective(node.word.form) for node in inner):
        return None
    return countries().of_adjective(last.word.form)


def armed_organization(words: Sequence[Node]) -> Organization | None:
    """Return the organization whose adjective follows nouns for forces: «القوات الحوثية», «ميليشيات التمرد الحوثي»."""
    *heads, last = words
    if not heads or not last.definite or not all(node.matches(organizations().forces) for node in heads):
        return None
    return next((found for form in (last.lemma, last.form) if (found := organizations().by_adjective.get(form))), None)


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
