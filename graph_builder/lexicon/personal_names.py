"""Who bears which name: people known by a surname alone, spellings of names, and names that many bear."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Words, load, section, words

_FILE = "personal_names.yaml"


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """The lists of `personal_names.yaml`, which says what each holds; all by folded name.

    `full` has the full names as they are written, `alone` the names that mean somebody without more, with the folded
    full names of all whom they may mean. `spellings` leads from a word of a name to its usual spelling.
    """

    full: dict[str, str]
    alone: dict[str, tuple[str, ...]]
    written: dict[str, str]
    spellings: dict[str, str]
    given: Words
    families: Words


@functools.cache
def personal_names() -> PersonalNames:
    """Who bears which name.

    Raises LexiconError.
    """
    content = load(_FILE)
    known = section(_FILE, content, "known", dict)
    spelt = section(_FILE, content, "spellings", dict)
    if not all(isinstance(each, list) for each in (*known.values(), *spelt.values())):
        raise LexiconError(f"lexicon/{_FILE}: a name stands there without its list; mend it there.")
    alone: dict[str, tuple[str, ...]] = {}
    for name, shorter in known.items():
        for each in map(fold, shorter):
            alone[each] = (*alone.get(each, ()), fold(name))
    return PersonalNames(
        full={fold(name): name for name in known},
        alone=alone,
        written={fold(each): each for shorter in known.values() for each in shorter},
        spellings={fold(other): fold(usual) for usual, others in spelt.items() for other in others},
        given=words(_FILE, content, "given"),
        families=words(_FILE, content, "families"),
    )
