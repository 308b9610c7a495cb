"""Match names of people: short forms of full names, and spelling variants of full names."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from graph_builder.arabic.fold import without_article
from graph_builder.arabic.names import is_father, name_parts, shorter_form, usual
from graph_builder.lexicon import latin_spellings, people, personal_names

# Confidence (0–1) of each rule that two names denote the same person.
SCORES = {
    "usual_spelling": 0.95,
    "shorter_name_in_article": 0.9,
    "shorter_name_spelt_otherwise": 0.85,
    "full_name_spelt_otherwise": 0.85,
    "shorter_genealogy": 0.85,
    "part_left_out": 0.8,
    "known_bearer": 0.8,
    "known_in_country": 0.8,
    "given_name_in_article": 0.75,
    "shorter_name_in_corpus": 0.7,
}

# Two shorter words that differ in a letter are different words.
_SHORTEST_VARIANT = 5

_VOWELS = frozenset("اويه ")
_SAME_SOUND = frozenset(map(frozenset, ("غج", "غك", "جك", "سش", "سز", "تط", "دض", "كق", "فب", "اي", "اه", "وا")))

# A name of more parts identifies a person, however common each part is.
_FEW_PARTS = 2


@dataclass(frozen=True, slots=True)
class NameVariant:
    """A variant of a person's name.

    Attributes:
        article: Id of the document in which the variant holds; None for every document.
        name: The folded variant.
        of: The folded full name.
        rule: Rule that matched them.
    """

    article: str | None
    name: str
    of: str
    rule: str


def usual_name(folded: str) -> str:
    """Return a folded name of a person with its words in their usual spelling."""
    return usual(folded, personal_names().spellings)


@functools.cache
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a folded name of a person."""
    return name_parts(name, people().particles)


def is_common(name: str) -> bool:
    """Return whether a name is too common to identify a person.

    Such a name is a common given name, alone or with another one or a family name. Names of people in the lexicon
    are never common.
    """
    own = parts(name)
    if name in personal_names().alone or any(
        " ".join(each) in personal_names().full for each in (own, own[:2], own[1:])
    ):
        return False
    bare = [part.partition(" ")[2] if is_father(part) else part for part in own]
    shared = personal_names().given | personal_names().families
    *before, last = bare or [""]
    return len(bare) <= _FEW_PARTS and last in shared and all(part in personal_names().given for part in before)


def same_people(names: Mapping[str, Set[str]]) -> tuple[NameVariant, ...]:
    """Return the variants of full names among the folded names of people of each document.

    A name is a variant of at most one full name, which is itself no variant: there are no chains.
    """
    everyone = sorted(set().union(*names.values())) if names else []
    full = [name for name in everyone if len(parts(name)) > 1]
    anywhere = _anywhere(full)
    joined = [NameVariant(None, name, of, rule) for name, (of, rule) in sorted(anywhere.items())]
    by_ending = _by_ending(full)
    for article, here in sorted(names.items()):
        bearers_here: dict[str, str] = {}
        for name in sorted(here - anywhere.keys(), key=lambda name: (-len(parts(name)), name)):
            found = _fuller_here(name, here, anywhere)
            if found is None and (len(parts(name)) == 1 or name in personal_names().alone):
                others = {anywhere[o][0] if o in anywhere else o for o in by_ending.get(parts(name), ())}
                found = _bearer(name, others, set(full))
            if found and found[0] != name:
                bearers_here[name] = bearers_here.get(found[0], found[0])
                joined.append(NameVariant(article, name, bearers_here[name], found[1]))
    return tuple(joined)


def _bearer(name: str, others: Set[str], full: Set[str]) -> tuple[str, str] | None:
    """Return the bearer of a surname that no full name in its article explains: the known one, else the only one."""
    known = [of for of in personal_names().alone.get(name, ()) if of in full]
    if len(personal_names().alone.get(name, ())) == 1 and known:
        return known[0], "known_bearer"
    return (next(iter(others)), "shorter_name_in_corpus") if len(others) == 1 else None


def _by_ending(full: Iterable[str]) -> dict[tuple[str, ...], set[str]]:
    """Return the full names by their final surname; patronymics count only directly after the given name."""
    by_ending: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in full:
        last = parts(name)[-1]
        if is_father(last):
            by_ending[parts(name)[1:2]].add(name)
        else:
            by_ending[last,].add(name)
    return by_ending


def _anywhere(full: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the full names that are variants of a longer one in every article, with that name and the rule."""
    found = {name: (of, "full_name_spelt_otherwise") for name, of in _respelt(full).items()}
    index: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in full:
        own = parts(name)
        for key in {("last", own[0], own[-1]), ("next", own[0], own[1]), ("rest", *own[1:])}:
            index[key].add(name)
    for name in sorted(full, key=lambda name: (-len(parts(name)), name)):
        own = parts(name)
        if name in found or is_common(name):
            continue
        near = index["last", own[0], own[-1]] | index["next", own[0], own[1]] | index["rest", *own]
        rules = {other: rule for other in near if (rule := _short_of(own, parts(other)))}
        if fuller := _fuller(rules):
            found[name] = (fuller, rules[fuller])
    return {name: (_root(of, found), rule) for name, (of, rule) in found.items()}


def _fuller(longer: Iterable[str]) -> str | None:
    """Return the longest of the longer forms of a name that all others shorten or lengthen; None if there is none."""
    by_length = sorted(longer, key=lambda other: (-len(parts(other)), other))
    for each in by_length:
        if all(_one_line(parts(o), parts(each)) or _one_line(parts(each), parts(o)) for o in by_length):
            return each
    return None


def _root(name: str, found: Mapping[str, tuple[str, str]]) -> str:
    while name in found:
        name = found[name][0]
    return name


def _is_junior(name: str) -> bool:
    """Return whether a name says that it is that of a son: his father's name is no shorter form of it."""
    return name.rpartition(" ")[2] in people().juniors


def _short_of(own: Sequence[str], longer: Sequence[str]) -> str | None:
    if " ".join(longer).rpartition(" ")[2] in people().juniors and own[-1] not in people().juniors:
        return None
    dropped = longer[0] in personal_names().left_out and tuple(own) == tuple(longer[1:])
    return "part_left_out" if dropped else shorter_form(own, longer)


def _one_line(own: Sequence[str], longest: Sequence[str]) -> bool:
    return own == longest or _short_of(own, longest) is not None


def _respelt(full: Iterable[str]) -> dict[str, str]:
    """Return the full names that differ from a longer or earlier one in one letter, or the article, of one part.

    The given name may be a short form of the other: «آش كارتر», «أشتون كارتر». Others differ only in where their words
    are parted: «شي جينبينغ», «شي جين بينغ».
    """
    alike: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    parted: dict[str, str] = {}
    respelt: dict[str, str] = {}
    for name in sorted(full, key=lambda name: (-len(name), name)):
        own = parts(name)
        before = parted.setdefault(name.replace(" ", ""), name)
        same = before if before != name else None
        for place, part in enumerate(own):
            others = alike[place, (*own[:place], *own[place + 1 :])]
            same = same or next((o for o in others if o not in respelt and _same_part(name, part, o, place)), None)
            others.append(name)
        if same:
            respelt[name] = same
    return respelt


def _same_part(name: str, part: str, other: str, place: int) -> bool:
    theirs = parts(other)[place]
    articles = without_article(part) == without_article(theirs) and not (is_common(name) or is_common(other))
    nickname = place == 0 and frozenset((part, theirs)) in personal_names().nicknames
    return articles or nickname or _variant(part, theirs)


def _fuller_here(name: str, here: Iterable[str], anywhere: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the only full name in an article that a shorter one can stand for, and the rule; None if it is unclear.

    Among several candidates for a surname, the one listed in the lexicon is chosen.
    """
    own = parts(name)
    longer = [other for other in sorted(here) if len(parts(other)) > len(own) and not _is_junior(other)]
    for rule, same in (("shorter_name_in_article", _equal), ("shorter_name_spelt_otherwise", _variant)):
        found = {anywhere[o][0] if o in anywhere else o for o in longer if _ends(name, parts(o), same)}
        if len(found) > 1:
            found &= set(personal_names().alone.get(name, ()))
            rule = "known_bearer"
            if len(found) != 1:
                return None
        if found:
            return found.pop(), rule
    forms = {other: form for other in longer if (form := shorter_form(own, parts(other)))}
    longest = max(forms, key=lambda other: (len(parts(other)), other), default=None)
    if longest is None:
        return _of_given_name(name, longer, anywhere)
    if not all(_one_line(parts(other), parts(longest)) for other in forms):
        return None
    return (anywhere[longest][0] if longest in anywhere else longest), forms[longest]


def _of_given_name(name: str, longer: Iterable[str], anywhere: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the only person with a given name in an article, and the rule: «وانغ», «وانغ يي»."""
    found = {anywhere[o][0] if o in anywhere else o for o in longer if parts(o)[0] == name}
    return (found.pop(), "given_name_in_article") if len(found) == 1 else None


def _ends(name: str, longer: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    """Return whether a shorter name ends a longer one; a patronymic must directly follow the given name.

    A known full name at the end of a longer one denotes the father: «حافظ بشار الأسد».
    """
    own = parts(name)
    if len(own) > 1 and name in personal_names().full and longer[0] not in personal_names().left_out:
        return False
    ending = longer[1:2] if is_father(own[0]) else longer[-len(own) :]
    return len(ending) == len(own) and all(a == b or same(a, b) for a, b in zip(own, ending, strict=True))


def _equal(left: str, right: str) -> bool:
    return left == right


def _variant(left: str, right: str) -> bool:
    """Return whether two words differ only in an extra vowel letter, a doubled letter, or two similar consonants.

    Such words are spellings of the same foreign name; Arabic names that differ this little are different names.
    """
    known = [latin_spellings().arab.get(name) for name in (left, right)]
    two_names = None not in known and known[0] != known[1]
    if two_names or left.startswith("ال") or right.startswith("ال") or min(len(left), len(right)) < _SHORTEST_VARIANT:
        return False
    if len(left) == len(right):
        differing = [frozenset(pair) for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 and differing[0] in _SAME_SOUND
    shorter, longer = sorted((left, right), key=len)
    extra = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
    return any(longer[i] in _VOWELS or longer[i] in longer[max(i - 1, 0) : i] for i in extra)
