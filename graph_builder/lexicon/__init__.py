"""Knowledge about Arabic and the world, as data: the YAML files beside this module, loaded and checked once.

Words are kept folded (see `graph_builder.arabic.fold`), so that they are found however they are spelt.
"""

from __future__ import annotations

from graph_builder.lexicon.countries import Countries, Country, countries
from graph_builder.lexicon.cues import Cues, cues
from graph_builder.lexicon.english import English, english_words
from graph_builder.lexicon.foreign_names import Foreign, foreign
from graph_builder.lexicon.frames import (
    DIRECT,
    GOVERNED,
    Frame,
    allegiance_frames,
    imperfect_forms,
    nominal_frames,
    participle_forms,
    speaker_forms,
    verb_forms,
    verb_frames,
)
from graph_builder.lexicon.function_words import FunctionWords, function_words
from graph_builder.lexicon.initials import own_initials, whole_words
from graph_builder.lexicon.labels import Label, Labels, labels
from graph_builder.lexicon.languages import language_words
from graph_builder.lexicon.latin_words import LatinSpellings, latin_spellings, latin_words
from graph_builder.lexicon.organizations import Organization, Organizations, organizations
from graph_builder.lexicon.people import People, people
from graph_builder.lexicon.personal_names import PersonalNames, personal_names
from graph_builder.lexicon.places import Places, places
from graph_builder.lexicon.predicates import Predicate, predicates
from graph_builder.lexicon.romanized import romanize
from graph_builder.lexicon.time import TimeWords, month_number, time_words
from graph_builder.lexicon.translation import english_organization
from graph_builder.lexicon.wikidata import WikidataItems, wikidata_items

__all__ = [
    "DIRECT",
    "GOVERNED",
    "Countries",
    "Country",
    "Cues",
    "English",
    "Foreign",
    "Frame",
    "FunctionWords",
    "Label",
    "Labels",
    "LatinSpellings",
    "Organization",
    "Organizations",
    "People",
    "PersonalNames",
    "Places",
    "Predicate",
    "TimeWords",
    "WikidataItems",
    "allegiance_frames",
    "countries",
    "cues",
    "english_organization",
    "english_words",
    "foreign",
    "function_words",
    "imperfect_forms",
    "labels",
    "language_words",
    "latin_spellings",
    "latin_words",
    "month_number",
    "nominal_frames",
    "organizations",
    "own_initials",
    "participle_forms",
    "people",
    "personal_names",
    "places",
    "predicates",
    "romanize",
    "speaker_forms",
    "time_words",
    "verb_forms",
    "verb_frames",
    "whole_words",
    "wikidata_items",
]
