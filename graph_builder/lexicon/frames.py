"""The verbs, nouns and adjectives that state predicates, and where their objects stand."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.arabic.verbs import accusative_participles, first_persons, imperfects, perfects
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Table, load
from graph_builder.lexicon.predicates import Predicate, predicates

DIRECT = "direct"
GOVERNED = "governed"


class _Entry(Table, frozen=True):
    object: str
    example: str


class _Allegiance(Table, frozen=True):
    after: str
    states: str
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The predicate of a verb or an event noun, and where its object stands: `direct`, or after a preposition.

    `example` is a sentence that states it, with {} around the subject and [] around the object.
    """

    lemma: str
    predicate: str
    objects: frozenset[str]
    example: str

    @property
    def stated(self) -> Predicate:
        """The predicate itself."""
        return predicates()[self.predicate]

    @property
    def judges_its_object(self) -> bool:
        """Whether it is a stance on the direct object: «انتقد باكستان», «شكر قطر»."""
        return self.stated.stance and DIRECT in self.objects


@functools.cache
def verb_frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of every verb, by its folded lemma.

    Raises:
        LexiconError: If `verb_frames.yaml` does not hold what it should.
    """
    return _frames("verb_frames.yaml")


@functools.cache
def nominal_frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of every noun that names an event, by its folded lemma.

    Raises:
        LexiconError: If `nominal_frames.yaml` does not hold what it should.
    """
    return _frames("nominal_frames.yaml")


@dataclass(frozen=True, slots=True)
class AllegianceFrame:
    """The predicate that an adjective expresses between the organization before it and the object of a preposition.

    `inverse` if the relation goes from the latter to the organization.
    """

    predicate: str
    prepositions: frozenset[str]
    inverse: bool


@functools.cache
def allegiance_frames() -> dict[str, AllegianceFrame]:
    """Return the adjectives of allegiance, by folded lemma.

    Raises:
        LexiconError: If `allegiances.yaml` does not hold what it should.
    """
    file = load("allegiances.yaml", dict[str, _Allegiance])
    return {
        fold(lemma): AllegianceFrame(entry.states, frozenset(map(fold, entry.after.split())), entry.inverse)
        for lemma, entry in file.items()
    }


@functools.cache
def verb_forms() -> dict[str, str]:
    """Return the lemma of every verb of the lexicon by each of its third persons of the perfect, all folded.

    Raises:
        LexiconError: If `verb_frames.yaml` or `cues.yaml` does not hold what it should.
    """
    forms = {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(perfects(lemma))}
    return forms | {fold(lemma): fold(lemma) for lemma in _verbs()}


@functools.cache
def speaker_forms() -> dict[str, str]:
    """Return the lemma of every verb of the lexicon by the first persons of its perfect, all folded.

    Raises:
        LexiconError: If `verb_frames.yaml` or `cues.yaml` does not hold what it should.
    """
    return {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(first_persons(lemma))}


@functools.cache
def imperfect_forms() -> dict[str, str]:
    """Return the lemma of every verb of the lexicon by each of its third persons of the imperfect, all folded.

    Raises:
        LexiconError: If `verb_frames.yaml` or `cues.yaml` does not hold what it should.
    """
    return {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(imperfects(lemma))}


@functools.cache
def participle_forms() -> dict[str, str]:
    """Return the lemma of every derived verb of the lexicon by the accusative of its active participle, all folded.

    Raises:
        LexiconError: If `verb_frames.yaml` or `cues.yaml` does not hold what it should.
    """
    return {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(accusative_participles(lemma))}


def _verbs() -> list[str]:
    framed = [lemma for lemmas in load("verb_frames.yaml", dict[str, dict[str, _Entry]]).values() for lemma in lemmas]
    # As they are written: what the perfect of a verb is depends on letters that folding makes alike.
    written = load("cues.yaml", dict[str, list[str]])
    return [*framed, *written["speech"], *written["light_verbs"]]


def _frames(file: str) -> dict[str, tuple[Frame, ...]]:
    by_lemma: dict[str, tuple[Frame, ...]] = {}
    for predicate, lemmas in load(file, dict[str, dict[str, _Entry]]).items():
        if predicate not in predicates():
            raise LexiconError(f"lexicon/{file}: {predicate} is no predicate of predicates.yaml; correct it there.")
        for lemma, entry in lemmas.items():
            frame = Frame(fold(lemma), predicate, frozenset(map(fold, entry.object.split())), entry.example)
            by_lemma[frame.lemma] = (*by_lemma.get(frame.lemma, ()), frame)
    return by_lemma
