"""Annotations and entities → relations: what the texts state, each with the sentence that states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graph_builder.annotations import Annotations
from graph_builder.lexicon import predicates
from graph_builder.relate.cast import Held, cast, holders, named_scenes, offices_held, scenes
from graph_builder.relate.claim import Claim, gathered
from graph_builder.relate.claim_cache import ClaimCache, lexicon_digest
from graph_builder.relate.deeds import deeds
from graph_builder.relate.events import events
from graph_builder.relate.learned import LEAST, LEAST_OF_RULES, RuleReading, learned_claims
from graph_builder.relate.locations import locations
from graph_builder.relate.offices import affiliations, offices
from graph_builder.relate.positions import positions
from graph_builder.relate.presence import presence, stations
from graph_builder.relate.reader import History, Sample, Trained, candidates, sample
from graph_builder.relate.scene import Scene
from graph_builder.relate.speech import Statement, last_speaker, participles, spoken_about, statements
from graph_builder.relate.ties import allegiances
from graph_builder.relate.times import dated
from graph_builder.values import Annotated, Document, Entity, Relation, Span, content_id

__all__ = ["LEAST", "LEAST_OF_RULES", "ClaimCache", "relate", "sentences_read"]


def relate(
    corpus: Iterable[Annotated],
    entities: Iterable[Entity],
    reader: Trained | None = None,
    least: float | None = None,
    cache: ClaimCache | None = None,
) -> tuple[Relation, ...]:
    """Return the relations that a corpus states between its entities, sorted by id.

    Of `Annotations`, each is read twice, and none is kept.

    reader
        What reads them, with the claims of the rules before it; without one the rules alone do.
    least
        From which probability on the reader's claims are told, from 0 to 1; None for `LEAST`, or `LEAST_OF_RULES` where
        a rule claims the same. Those of the rules alone all are.
    cache
        Where claims are kept from build to build.
    """
    every = {entity.id: entity for entity in entities}
    corpus = Annotations.of(corpus)
    copies = frozenset(document.id for document in corpus.documents if document.copy_of)
    claims = (claim for article in _articles(corpus, every, cache) for claim in _claims(article, reader, least, cache))
    return gathered(claims, every, copies)


def _claims(
    article: _Article, reader: Trained | None, least: float | None, cache: ClaimCache | None
) -> Sequence[Claim]:
    def find() -> list[Claim]:
        if reader is None:
            return [claim for sentence in _read(article.scenes()) for claim in sentence.claims]
        return [claim for each in _read(article.scenes()) for claim in learned_claims(reader, each, least)]

    return cache.claims(article.key, article.document, find) if cache else find()


def sentences_read(
    corpus: Iterable[Annotated], entities: Iterable[Entity]
) -> Iterator[tuple[str, list[tuple[Span, list[Span], Sample]]]]:
    """Yield every document's id with its sentences as the reader sees them: the sentence, its words, the numbers."""
    every = {entity.id: entity for entity in entities}
    for article in _articles(Annotations.of(corpus), every):
        document = article.document.id
        read = []
        for each in _read(article.scenes()):
            sentence = each.scene.tree.sentence
            words = [Span(document, node.start, node.end) for node in each.scene.tree.nodes]
            numbers = sample(each.scene, each.candidates, each.claims, each.number, tuple(predicates()))
            read.append((Span(document, sentence.start, sentence.end), words, numbers))
        yield document, read


@dataclass(frozen=True, slots=True)
class _Article:
    """A document, the key of its claims in the cache, and a function that returns its sentences."""

    document: Document
    key: str
    scenes: Callable[[], Iterator[Scene]]


def _articles(corpus: Annotations, every: Mapping[str, Entity], cache: ClaimCache | None = None) -> Iterator[_Article]:
    mentioned = cast(every.values())
    of_lexicon = lexicon_digest(every) if cache else ""

    def named(document: Document) -> list[Scene]:
        return list(named_scenes(corpus.read(document), mentioned.get(document.id, ()), every))

    def offices(document: Document) -> list[Held]:
        return sorted(set(offices_held(named(document))))

    def acting(document: Document, own: Sequence[Held]) -> Iterator[Scene]:
        return scenes(named(document), holders(own))

    keys: dict[str, str] = {}
    held: dict[str, set[Held]] = defaultdict(set)
    for document in corpus.documents:
        if cache:
            keys[document.id] = key = cache.key(document, mentioned.get(document.id, ()), of_lexicon)
            found = cache.offices(key, document, partial(offices, document))
        else:
            found = offices(document)
        for each in found:
            held[each[2]].add(each)
    for document in corpus.documents:
        here = {entity.id for _, entity in mentioned.get(document.id, ())}
        own = sorted(office for entity in here for office in held.get(entity, ()))
        key = content_id(keys.get(document.id, ""), *(" ".join(office) for office in own))
        yield _Article(document, key, partial(acting, document, own))


def _read(article: Iterable[Scene]) -> Iterator[RuleReading]:
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
