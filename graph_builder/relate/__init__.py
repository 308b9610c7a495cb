"""Annotations and entities → relations: what the texts state, each with the sentence that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_builder.relate.cast import cast, holders, named_scenes, scenes
from graph_builder.relate.claim import Claim, gathered
from graph_builder.relate.deeds import deeds
from graph_builder.relate.events import events
from graph_builder.relate.locations import locations
from graph_builder.relate.offices import affiliations, offices
from graph_builder.relate.positions import positions
from graph_builder.relate.presence import presence, stations
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement, last_speaker, participles, spoken_about, statements
from graph_builder.relate.ties import allegiances
from graph_builder.relate.times import dated
from graph_builder.values import Annotated, Entity, Relation


def relate(corpus: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Relation, ...]:
    """The relations that a corpus states between its entities, sorted by id."""
    every = {entity.id: entity for entity in entities}
    ordered = sorted(corpus, key=lambda annotated: annotated.document.id)
    mentioned = cast(every.values())
    named = [list(named_scenes(each, mentioned.get(each.document.id, ()), every)) for each in ordered]
    held = holders(scene for article in named for scene in article)
    articles = (scenes(article, held) for article in named)
    return gathered((claim for article in articles for claim in _claims(article)), every)


def _claims(article: Iterable[Scene]) -> Iterator[Claim]:
    speaker = None
    for scene in article:
        said = list(statements(scene, speaker))
        said += participles(scene, said)
        speaker = last_speaker(scene, said, speaker)
        yield from dated(scene, _of_sentence(scene, said))


def _of_sentence(scene: Scene, said: Sequence[Statement]) -> Iterator[Claim]:
    yield from offices(scene)
    yield from affiliations(scene)
    yield from locations(scene)
    done = [*events(scene, said), *deeds(scene, said), *allegiances(scene, said)]
    yield from done
    # Who says «التقيت فلانا» does more than speak about him.
    more = {(claim.subject, claim.object) for claim in done} | {(claim.object, claim.subject) for claim in done}
    for statement in said:
        yield from (c for c in spoken_about(scene, statement, said) if (c.subject, c.object) not in more)
    yield from (claim for claim in positions(scene) if (claim.subject, claim.object) not in more)
    yield from presence(scene, said)
    yield from stations(scene, said)
