"""Knowledge about Arabic and the world, as data: the YAML files beside this module, loaded and checked once.

Words are kept folded (see `graph_builder.arabic.fold`), so that they are found however they are spelt.
"""

from __future__ import annotations

from graph_builder.lexicon.bearers import Bearers, bearers
from graph_builder.lexicon.bodies import Bodies, Body, bodies
from graph_builder.lexicon.countries import Countries, Country, countries
from graph_builder.lexicon.english import English, english_words
from graph_builder.lexicon.foreign import Foreign, foreign
from graph_builder.lexicon.initials import own_initials, whole_words
from graph_builder.lexicon.labels import Label, Labels, labels
from graph_builder.lexicon.languages import function_words
from graph_builder.lexicon.names import Names, latin_words, names
from graph_builder.lexicon.people import People, people
from graph_builder.lexicon.places import Places, places
from graph_builder.lexicon.predicates import (
    DIRECT,
    GOVERNED,
    Cues,
    Frame,
    Predicate,
    allegiance_frames,
    cues,
    nominal_frames,
    predicates,
    speaker_forms,
    verb_forms,
    verb_frames,
)
from graph_builder.lexicon.romanised import romanised
from graph_builder.lexicon.translated import english_body

__all__ = [
    "DIRECT",
    "GOVERNED",
    "Bearers",
    "Bodies",
    "Body",
    "Countries",
    "Country",
    "Cues",
    "English",
    "Foreign",
    "Frame",
    "Label",
    "Labels",
    "Names",
    "People",
    "Places",
    "Predicate",
    "allegiance_frames",
    "bearers",
    "bodies",
    "countries",
    "cues",
    "english_body",
    "english_words",
    "foreign",
    "function_words",
    "labels",
    "latin_words",
    "names",
    "nominal_frames",
    "own_initials",
    "people",
    "places",
    "predicates",
    "romanised",
    "speaker_forms",
    "verb_forms",
    "verb_frames",
    "whole_words",
]
