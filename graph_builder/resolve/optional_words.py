"""Words that names leave out and that distinguish nothing: «مطار عدن الدولي», «جمهورية اليمن», «حزب العمال»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

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


def cut_short(names: Mapping[str, Set[str]]) -> dict[tuple[str, str], str]:
    """Return, by article and name, the only longer name there that a name of an organization begins.

    Names that only add the adjective of a country are other organizations: «الجيش الوطني الليبي».

    Args:
        names: Folded names of organizations by article.
    """
    found: dict[tuple[str, str], str] = {}
    for article, here in names.items():
        beginning = _by_beginning(here)
        for name in sorted(here):
            longer = sorted(beginning.get(name, ()), key=lambda other: (len(other), other))
            if longer and all(f"{longer[-1]} ".startswith(f"{other} ") for other in longer):
                found[article, name] = longer[-1]
    return found


def _by_beginning(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the names by each of their beginnings of two words or more."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for length in range(_LEAST, len(words)):
            if not any(countries().of_adjective(word) for word in words[length:]):
                longer[" ".join(words[:length])].add(name)
    return longer
