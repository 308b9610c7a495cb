"""Annotations and entities → relations: what the texts state, each with the sentence that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_builder.relate.claim import Claim, gathered
from graph_builder.relate.deeds import deeds
from graph_builder.relate.events import events
from graph_builder.relate.locations import locations
from graph_builder.relate.offices import affiliations, offices
from graph_builder.relate.scene import Scene, scenes
from graph_builder.relate.speech import spoken_about, statements
from graph_builder.values import Annotated, Entity, Relation


def relate(corpus: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Relation, ...]:
    """The relations that a corpus states between its entities, sorted by id."""
    every = {entity.id: entity for entity in entities}
    ordered = sorted(corpus, key=lambda annotated: annotated.document.id)
    claims = [claim for annotated in ordered for scene in scenes(annotated, every) for claim in _claims(scene)]
    return gathered(claims, every)


def _claims(scene: Scene) -> Iterator[Claim]:
    said = list(statements(scene))
    yield from offices(scene)
    yield from affiliations(scene)
    yield from locations(scene)
    for statement in said:
        yield from spoken_about(scene, statement)
    yield from events(scene, said)
    yield from deeds(scene, said)
