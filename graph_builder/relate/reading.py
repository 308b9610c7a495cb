"""What is read in an article: who holds which office, and claims, by the rules and by the trained reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph_builder.relate.article import Article
from graph_builder.relate.cast import Held
from graph_builder.relate.claim import Claim
from graph_builder.relate.deeds import deeds
from graph_builder.relate.events import events
from graph_builder.relate.learned import RuleReading, learned_claims
from graph_builder.relate.locations import locations
from graph_builder.relate.offices import affiliations, offices
from graph_builder.relate.positions import positions
from graph_builder.relate.presence import presence, stations
from graph_builder.relate.reader import History, Trained, candidates
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement, last_speaker, participles, spoken_about, statements
from graph_builder.relate.ties import allegiances
from graph_builder.relate.times import dated


def offices_of(batch: Sequence[Article]) -> list[tuple[str, list[Held]]]:
    """Return the id of each article with the offices that it says somebody holds."""
    return [(article.document.id, article.offices()) for article in batch]


def claims_of(
    reader: Callable[[], Trained] | None, least: float | None, batch: Sequence[Article]
) -> list[tuple[str, list[Claim]]]:
    """Return the id of each article with its claims."""
    return [(article.document.id, list(_of_article(article, reader, least))) for article in batch]


def _of_article(article: Article, reader: Callable[[], Trained] | None, least: float | None) -> Iterator[Claim]:
    trained = reader() if reader else None
    for sentence in read_by_rules(article.scenes()):
        yield from learned_claims(trained, sentence, least) if trained else sentence.claims


def read_by_rules(article: Iterable[Scene]) -> Iterator[RuleReading]:
    """Read an article by rules, sentence by sentence, and note whom each may speak of."""
    speaker = None
    history = History()
    for number, scene in enumerate(article):
        said = list(statements(scene, speaker))
        said += participles(scene, said)
        spoke = speaker.entity if speaker else None
        speaker = last_speaker(scene, said, speaker)
        claims = tuple(dated(scene, _of_sentence(scene, said)))
        yield RuleReading(scene, number, tuple(said), claims, tuple(candidates(scene, history, spoke)))
        history.add(scene)


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
