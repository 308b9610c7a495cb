"""The closed list of predicates, and the verbs and nouns that state them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from graph_builder.arabic.fold import fold
from graph_builder.arabic.verbs import first_persons, perfects
from graph_builder.core.errors import LexiconError
from graph_builder.core.values import Kind
from graph_builder.lexicon.load import Words, load, section, words

DIRECT = "direct"
GOVERNED = "governed"

_FILE = "relations.yaml"
_KINDS: tuple[Kind, ...] = ("LOC", "ORG", "PER")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate, its labels, whether something happens, and the kinds of entity that may stand on either side.

    `plover` is its event type in PLOVER, if it has one; `cameo` are its codes in CAMEO (Schrodt, 2012): one root code
    of two digits that means the same, else codes that mean a part of it.
    """

    name: str
    arabic: str
    english: str
    symmetric: bool
    event: bool
    subject: frozenset[Kind]
    object: frozenset[Kind]
    plover: str
    cameo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb or a noun for a deed states, and where its object stands: `direct`, or behind a preposition.

    `example` is a sentence that states it, with {} around the subject and [] around the object.
    """

    lemma: str
    predicate: str
    objects: frozenset[str]
    example: str


@functools.cache
def predicates() -> dict[str, Predicate]:
    """The closed list, in its own order.

    Raises LexiconError.
    """
    every = {}
    for name, entry in section(_FILE, load(_FILE), "predicates", dict).items():
        try:
            subject, obj = (frozenset(entry.get(side, _KINDS)) for side in ("subject", "object"))
            every[name] = Predicate(
                name=name,
                arabic=entry["ar"],
                english=entry["en"],
                symmetric=entry.get("symmetric", False),
                event=entry.get("event", True),
                subject=subject,
                object=obj,
                plover=entry.get("plover", ""),
                cameo=tuple(entry.get("cameo", ())),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise LexiconError(f"lexicon/{_FILE}: {name} lacks {error}; mend it there.") from error
    return every


@functools.cache
def verb_frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of every verb, by its folded lemma.

    Raises LexiconError.
    """
    return _frames("frames")


@functools.cache
def nominal_frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of every noun for a deed, by its folded lemma.

    Raises LexiconError.
    """
    return _frames("deeds")


@dataclass(frozen=True, slots=True)
class AllegianceFrame:
    """What an adjective says of the body before it and whoever stands behind one of the prepositions.

    `inverse`, if the relation goes from the latter to the body.
    """

    predicate: str
    prepositions: frozenset[str]
    inverse: bool


@functools.cache
def allegiance_frames() -> dict[str, AllegianceFrame]:
    """The adjectives of allegiance, by folded lemma.

    Raises LexiconError.
    """
    every = {}
    for lemma, entry in section(_FILE, load(_FILE), "ties", dict).items():
        try:
            behind = frozenset(fold(preposition) for preposition in entry["behind"].split())
            every[fold(lemma)] = AllegianceFrame(entry["states"], behind, entry.get("inverse", False))
        except (KeyError, TypeError, AttributeError) as error:
            raise LexiconError(f"lexicon/{_FILE}: {lemma} of ties lacks {error}; mend it there.") from error
    return every


@functools.cache
def verb_forms() -> dict[str, str]:
    """The lemma of every verb of the lexicon by each of its third persons of the perfect, all folded.

    Raises LexiconError.
    """
    forms = {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(perfects(lemma))}
    return forms | {fold(lemma): fold(lemma) for lemma in _verbs()}


@functools.cache
def speaker_forms() -> dict[str, str]:
    """The lemma of every verb of the lexicon by the first persons of its perfect, all folded.

    Raises LexiconError.
    """
    return {form: fold(lemma) for lemma in reversed(_verbs()) for form in sorted(first_persons(lemma))}


def _verbs() -> list[str]:
    content = load(_FILE)
    framed = [lemma for lemmas in section(_FILE, content, "frames", dict).values() for lemma in lemmas]
    return [*framed, *(lemma for key in ("speech", "light_verbs") for lemma in section(_FILE, content, key, list))]


def _frames(key: str) -> dict[str, tuple[Frame, ...]]:
    by_lemma: dict[str, tuple[Frame, ...]] = {}
    for predicate, lemmas in section(_FILE, load(_FILE), key, dict).items():
        if predicate not in predicates():
            raise LexiconError(f"lexicon/{_FILE}: {predicate} is no predicate of the list; mend it there.")
        for lemma, entry in lemmas.items():
            frame = _frame(predicate, lemma, entry)
            by_lemma[frame.lemma] = (*by_lemma.get(frame.lemma, ()), frame)
    return by_lemma


def _frame(predicate: str, lemma: str, entry: dict[str, str]) -> Frame:
    try:
        objects = frozenset(fold(place) for place in entry["object"].split())
        return Frame(fold(lemma), predicate, objects, entry["example"])
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon/{_FILE}: {lemma} of {predicate} lacks {error}; mend it there.") from error


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of `relations.yaml`, which says what each list holds, that tell who says what and how it is meant."""

    speech: Words
    speech_if_opened: Words
    relaying: Words
    sourcing: Words
    speech_participles: Words
    positions: Words
    kinship: Words
    light_verbs: Words
    enabling: Words
    stopping: Words
    negations: Words
    future: Words
    auxiliaries: Words
    lasting: Words
    postponing: Words
    denying: Words
    failing: Words
    preventing: Words
    planning: Words
    demanding: Words
    supposing: Words
    accusing: Words
    reporting: Words
    noting: Words
    contents: Words
    untrue: Words
    truth: Words
    lacking: Words
    unprecedented: Words
    conditional: Words
    conditional_nouns: Words
    counterfactual: Words
    averting: Words
    asking: Words
    inquiring: Words
    possibly: Words
    beside: Words
    contrasting: Words
    light_nouns: Words
    stances: Words
    others: Words
    undergoing: Words
    sourced: Words
    as_told: Words
    informants: Words
    tomorrow: Words
    approaching: Words
    spans: Words
    openers: Words
    relatives: Words
    open_relatives: Words
    adverbs: Words
    times: Words
    happening: Words
    things: Words
    during: Words
    again: Words
    past: Words
    coming: Words
    of_doers: Words


@functools.cache
def cues() -> Cues:
    """The words that tell who says what.

    Raises LexiconError.
    """
    content = load(_FILE)
    return Cues(*(words(_FILE, content, field.name) for field in fields(Cues)))
