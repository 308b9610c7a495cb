"""Relation rules, one module per construction: from clauses, phrases and quotations to extractions."""

from graph_builder.relate.rules import (
    affiliations,
    allegiances,
    attacks,
    locations,
    nominal_events,
    offices,
    presence,
    speech,
    stance,
    undergone_events,
    verbal_events,
)

__all__ = [
    "affiliations",
    "allegiances",
    "attacks",
    "locations",
    "nominal_events",
    "offices",
    "presence",
    "speech",
    "stance",
    "undergone_events",
    "verbal_events",
]
