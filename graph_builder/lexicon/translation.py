"""English names of organizations, composed from English for their words."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from graph_builder.arabic.fold import fold
from graph_builder.arabic.marks import without_marks
from graph_builder.lexicon.countries import countries
from graph_builder.lexicon.english import english_words, phrase
from graph_builder.lexicon.latin_words import latin_spellings
from graph_builder.lexicon.organizations import organizations
from graph_builder.lexicon.romanized import romanize

_LONGEST = 5
"""Of how many words the phrases are that have English of their own."""
_ARTICLES = ("al-", "el-")
_ARTICLED = ("لل", "وال", "بال")
"""What no word begins with that is a name."""
Places = Callable[[str], str | None]


def english_organization(name: str, places: Places = lambda _: None) -> tuple[str, bool]:
    """Return the English name of an organization, and whether a word of it was transliterated.

    Args:
        name: The Arabic name.
        places: Returns the English name of a city by its folded name, or None.

    >>> english_organization("وزارة الدفاع الروسية")
    ('Russian Ministry of Defence', False)
    >>> english_organization("الاتحاد السعودي لكرة القدم")
    ('Saudi Football Federation', False)
    >>> english_organization("جامعة الملك سعود")
    ('King Saud University', False)

    Raises:
        LexiconError: If `english.yaml` does not hold what it should.
    """
    words = without_marks(name).split()
    folded = fold(" ".join(words))
    known = _known(folded) or english_words().named.get(folded)
    if known:
        return known, False
    if len(words) > 1 and words[0].startswith("و") and _noun([words[0][1:]], first=True)[1]:
        words[0] = words[0][1:]
    organization = _Body(places)
    if len(words) == 1 and phrase(words) not in english_words().heads and organization.read_place(words, "of"):
        words = []
    while words:
        words = words[organization.read(words) :]
    english = organization.english()
    return english[:1].upper() + english[1:], organization.made


@dataclass(slots=True)
class _Noun:
    """A noun in English or a name, its link to the words before, and its modifiers."""

    english: str
    feminine: bool
    link: str = "of"
    is_name: bool = False
    country: list[str] = field(default_factory=list)
    name: str = ""
    adjectives: list[str] = field(default_factory=list)
    definite: bool = False

    def described(self) -> str:
        the = "the " if self.english.startswith("the ") and not self.name else ""
        parts = [*self.country, self.name, *self.adjectives, self.english.removeprefix("the ")]
        return the + " ".join(filter(None, parts))


class _Body:
    """The nouns of a name, read word by word."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.nouns: list[_Noun] = []
        self.made = False

    def english(self) -> str:
        """Return the nouns with their modifiers, in English order."""
        spelt = ""
        for noun in _compounded(self.nouns):
            described = noun.described()
            spelt = f"{spelt} {noun.link} {described}" if spelt else described.removeprefix("the ")
        return spelt

    def read(self, words: list[str], link: str = "of") -> int:
        """Read the first words, and return how many they were."""
        if fold(words[0]) in english_words().titles and len(words) > 1 and not self._means(words[1:]):
            return self._name(words, link)
        taken = self._called(words, link) or self.read_place(words, link, least=2)
        if not taken and self._must_be_adjective(words):
            taken = self._adjective(words[0])
        taken = taken or self._noun(words, link) or self._adjective(words[0])
        return taken or self._linked(words) or self.read_place(words, link) or self._name(words, link)

    def _must_be_adjective(self, words: list[str]) -> bool:
        """Return whether a word with an article follows a noun with one, which governs no noun: «الشؤون المالية»."""
        last = self.nouns[-1] if self.nouns else None
        described = last is not None and last.definite and not last.is_name and not last.name
        return described and words[0].startswith("ال") and _noun(words, first=False)[0] == 1

    def _called(self, words: list[str], link: str) -> int:
        """Return English for words with an entry of their own; for one word with an article only for names."""
        spelt = _acronym(words)
        if spelt:
            self._put(spelt, link)
            return len(spelt)
        for taken in range(min(_LONGEST, len(words)), 0, -1):
            english = english_words().named.get(fold(" ".join(words[:taken])))
            if english and self._may_be_name(words, taken):
                self._put(english, link)
                return taken
        return 0

    def _may_be_name(self, words: list[str], number: int) -> bool:
        """Return whether the first words are a name, not common nouns: «الاتحاد» with more after it, «الشرق الأوسط»."""
        if not words[0].startswith("ال"):
            return True
        taken, meaning = _noun(words, first=not self.nouns)
        means = (meaning is not None and taken >= number) or (number == 1 and bool(self.nouns))
        named = bool(self.nouns) and (self._is_named_by(words[0]) or (meaning is None and self._takes_name()))
        return not means or named

    def _noun(self, words: list[str], link: str) -> int:
        taken, english = _noun(words, first=not self.nouns)
        if not english or (self.nouns and self._is_named_by(words[0])):
            return 0
        sport = english_words().sports.get(phrase(words[:taken]))
        if sport and self.nouns and not self.nouns[-1].is_name:
            self.nouns[-1].adjectives.append(sport)
            head = self.nouns[-1].english.removeprefix("the ")
            if head in english_words().federations:
                self.nouns[-1].english = self.nouns[-1].english.replace(head, "Federation")
            return taken
        if link == "for" and english.startswith("the "):
            link = "of"
        if self.nouns and self._takes_name() and _known(fold(" ".join(words[:taken]))):
            self._put(english, link)
            return taken
        self.nouns.append(_Noun(english, _is_feminine(words[0]), link, definite=words[0].startswith("ال")))
        return taken

    def _is_named_by(self, word: str) -> bool:
        """Return whether a word is the name of the noun before it, even if it is a common noun: «نادي الشباب»."""
        last = self.nouns[-1]
        bare = not (last.definite or last.name or last.adjectives or last.country)
        return bare and word.startswith("ال") and self._takes_name()

    def _takes_name(self) -> bool:
        """Return whether the last noun is usually followed by a name."""
        return self.nouns[-1].english.removeprefix("the ") in english_words().takes_names

    def _adjective(self, word: str, joined: bool = False) -> int:
        country = countries().of_adjective(word)
        english = english_words().countries.get(country.code) if country else _adjective(word)
        if not self.nouns or not english or (not country and self._is_named_by(word)):
            return 0
        feminine = _is_feminine(word)
        if country:
            agreeing = [noun for noun in self.nouns if noun.feminine == feminine and not noun.is_name]
            noun = (agreeing or self.nouns)[0]
            if english not in noun.english.split():  # «جيش الاحتلال» alone is the Israeli Army.
                noun.country.append(english)
            return 1
        noun = self._described_by(feminine)
        if joined and noun.adjectives:
            noun.adjectives[0] = f"{noun.adjectives[0]} and {english}"
        else:
            foremost = english_words().foremost
            noun.adjectives.insert(len(list(itertools.takewhile(foremost.__contains__, noun.adjectives))), english)
        return 1

    def _described_by(self, feminine: bool) -> _Noun:
        """Return the noun that an adjective modifies: the last, unless only another has its gender."""
        last = self.nouns[-1]
        if last.feminine == feminine or last.english.endswith("s"):
            return last
        return next((noun for noun in reversed(self.nouns) if noun.feminine == feminine and not noun.is_name), last)

    def _linked(self, words: list[str]) -> int:
        """Read what a preposition or conjunction links to the nouns: «في جدة», «للإعلام», «والتنمية», «بأبها»."""
        if not self.nouns or len(words[0]) < 2:
            return 0
        word, rest = words[0], words[1:]
        preposition = english_words().prepositions.get(fold(word))
        if preposition and rest:
            if rest[0].startswith("لل"):
                return 1 + self._linked(rest)
            # «في مالي» is in Mali, although «مالي» is financial.
            taken = self.read_place(rest, preposition) if preposition == "in" else 0
            return 1 + (taken or self.read(rest, preposition))
        for letter, link in (("لل", "for"), ("وال", "and"), ("و", "and"), ("ل", "for"), ("بال", "in"), ("ب", "in")):
            if word.startswith(letter) and len(word) > len(letter) + 1:
                noun = f"ال{word[len(letter) :]}" if len(letter) > 1 else word[1:]
                taken = self._joined([noun, *rest], link)
                if taken or letter in _ARTICLED:
                    return taken or self._name([noun, *rest], link)
        return 0

    def _joined(self, words: list[str], link: str) -> int:
        if link == "in":
            return self.read_place(words, link) or self._noun(words, "at")
        taken = self._called(words, link) or self._noun(words, link)
        return taken or (self._adjective(words[0], joined=True) if link == "and" else 0) or self.read_place(words, link)

    def read_place(self, words: list[str], link: str, least: int = 1) -> int:
        """Read a country or city: it precedes a single noun, else it follows them all."""
        for taken in range(min(3, len(words)), least - 1, -1):
            folded = fold(" ".join(words[:taken]))
            country = countries().by_name.get(folded)
            english = latin_spellings().places.get(folded) or (country.latin if country else self.places(folded))
            if english:
                self._put(english, "in" if link == "in" else link, is_place=True)
                return taken
        return 0

    def _name(self, words: list[str], link: str) -> int:
        """Read the words up to the next known one as a name."""
        taken = 1
        while taken < len(words) and (_goes_on(words[taken - 1]) or not self._means(words[taken:])):
            taken += 1
        title = english_words().titles.get(fold(words[0])) if taken > 1 else None
        spelt, made = romanize(" ".join(words[1 if title else 0 : taken]))
        self.made |= made
        self._put(" ".join(filter(None, (title, spelt.removeprefix("al-") if title else spelt))), link)
        return taken

    def _put(self, name: str, link: str, is_place: bool = False) -> None:
        alone = len(self.nouns) == 1 or (not is_place and link == "of")
        last = self.nouns[-1] if self.nouns else None
        if last and last.is_name and link == "of":
            last.english = f"{last.english} {name}"
            return
        fronted = last and not last.is_name and not last.name and alone and link in ("of", "in")
        if last and fronted and last.english.removeprefix("the ") not in english_words().before:
            last.name = name[:1].upper() + name[1:] if name.startswith(_ARTICLES) else name
        else:
            self.nouns.append(_Noun(name, False, link, is_name=True))

    def _means(self, words: list[str]) -> bool:
        """Return whether the first word has a meaning that no name contains."""
        probe = _Body(self.places)
        probe.nouns = [_Noun("", False, definite=True)]
        return bool(probe._noun(words, "of") or probe._adjective(words[0]) or probe._linked(words))


def _acronym(words: list[str]) -> str:
    """Return the acronym that two or more words spell letter by letter: «بي بي سي»."""
    told = english_words().letters
    letters = [told.get(phrase([word]), "") for word in words]
    spelt = "".join(itertools.takewhile(bool, letters))
    return spelt if len(spelt) > 1 else ""


def _goes_on(word: str) -> bool:
    """Return whether a word of a name cannot be its last: «الملك», «بن», «عبد»."""
    return fold(word) in english_words().titles or fold(word) in english_words().unfinished


def _compounded(nouns: list[_Noun]) -> list[_Noun]:
    """Return the nouns, with the topic of a committee before it: Fine Arts Committee, not Committee of Fine Arts."""
    kept: list[_Noun] = []
    own = len(nouns[0].adjectives) if nouns else 0
    for noun, after in itertools.zip_longest(nouns, nouns[1:]):
        plain = noun.link == "of" and not noun.is_name and not noun.name and not noun.english.startswith("the ")
        head = kept[-1] if len(kept) == 1 and plain and not (after and after.link == "and") else None
        if head and head.english in english_words().compounds and not head.name:
            head.adjectives.insert(own, noun.described())
        else:
            kept.append(noun)
    return kept


@functools.lru_cache(maxsize=1 << 12)
def _known(folded: str) -> str | None:
    organization = organizations().by_name.get(folded)
    return organization.latin if organization else None


def _noun(words: list[str], first: bool) -> tuple[int, str | None]:
    """Return the number of words of a noun, and its English, as a head or as its complement."""
    told = english_words()
    for taken in range(min(_LONGEST, len(words)), 0, -1):
        key = phrase(words[:taken])
        for form in (key, key.removesuffix("ه")) if taken > 1 else (key,):
            of = told.of.get(form) or told.sports.get(form)
            head = told.heads.get(form)
            if head or of:
                return taken, _headed(head, of) if first else of or _definite(head or "", words[:taken])
        if known := _known(fold(" ".join(words[:taken]))):
            return taken, known
    return 1, None


def _headed(head: str | None, of: str | None) -> str:
    return head or (of or "").removeprefix("the ")


def _definite(head: str, words: list[str]) -> str:
    """Return a head after another: with an article, except for one word without it."""
    return head if len(words) == 1 and not words[0].startswith("ال") else f"the {head}"


def _is_feminine(word: str) -> bool:
    """Return whether a noun has the ending of feminine nouns or of plurals of things."""
    return word.endswith(("ة", "ات"))


def _adjective(word: str) -> str | None:
    """Return English for an adjective in any gender and number."""
    english = english_words().adjectives
    key = phrase([word])
    return next(
        (english[form] for ending in ("", "ه", "ون", "ين", "ات") if (form := key.removesuffix(ending)) in english), None
    )
