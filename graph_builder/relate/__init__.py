"""Annotations and entities → relations: what the texts state, each with the sentence that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_builder.relate.claim import Claim, gathered
from graph_builder.relate.deeds import deeds
from graph_builder.relate.events import events
from graph_builder.relate.locations import locations
from graph_builder.relate.offices import affiliations, offices
from graph_builder.relate.scene import Scene, cast, scenes
from graph_builder.relate.speech import CONTINUED, spoken_about, statements
from graph_builder.values import Annotated, Entity, Relation


def relate(corpus: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Relation, ...]:
    """The relations that a corpus states between its entities, sorted by id."""
    every = {entity.id: entity for entity in entities}
    ordered = sorted(corpus, key=lambda annotated: annotated.document.id)
    mentioned = cast(every.values())
    articles = (scenes(annotated, mentioned.get(annotated.document.id, ()), every) for annotated in ordered)
    return gathered((claim for article in articles for claim in _claims(article)), every)


def _claims(article: Iterable[Scene]) -> Iterator[Claim]:
    speaker = None
    for scene in article:
        said = list(statements(scene, speaker))
        speaker = said[-1].speaker if said else speaker
        yield from offices(scene)
        yield from affiliations(scene)
        yield from locations(scene)
        for statement in said:
            # Who goes on speaking is sure enough to attribute an event to, not to be an edge of the graph.
            if statement.rule != CONTINUED:
                yield from spoken_about(scene, statement)
        yield from events(scene, said)
        yield from deeds(scene, said)
