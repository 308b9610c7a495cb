"""Training examples of the relation classifier: sentences of annotated articles, with labels for their pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import numpy.typing as npt

from graph_builder.core.values import Annotated, Entity, Span
from graph_builder.lexicon import predicates
from graph_builder.relate import classifier_input
from graph_builder.relate.classifier.features import Floats, Sample
from graph_builder.resolve import resolve
from graph_builder.training.articles import Article, Relation, sentences

# The minimum overlap (Jaccard, of code points) of a mention with an annotated one.
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of an article with labels for its pairs of candidates.

    Attributes:
        article: The name of the article.
        sample: The features of the sentence.
        holds: 1 where the annotation has the relation in this sentence: (pairs, predicates).
        open: 1 where it has the relation elsewhere in the article, which is not an error here: (pairs, predicates).
        triggers: True where the word is part of the trigger: (pairs, words).
        weights: The weight of each pair in the loss: (pairs,).
    """

    article: str
    sample: Sample
    holds: Floats
    open: Floats
    triggers: npt.NDArray[np.bool_]
    weights: Floats

    def thinned(self, share: float, rng: np.random.RandomState) -> Labelled:
        """Return the sentence with a random share of its pairs without a relation, whose weight makes up for the rest.

        Pairs between which a rule finds a relation stay, too.
        """
        marked = np.concatenate([self.holds, self.open, self.sample.rules], 1).max(1) > 0
        kept = marked | (rng.rand(len(marked)) < share)
        return replace(
            self,
            sample=self.sample.with_pairs(kept),
            holds=self.holds[kept],
            open=self.open[kept],
            triggers=self.triggers[kept],
            weights=np.where(marked, 1, 1 / share)[kept].astype(np.float32),
        )


@dataclass(frozen=True, slots=True)
class Corpus:
    """The labelled sentences, the annotated entity of each found entity by article, and the kinds of found entities."""

    sentences: tuple[Labelled, ...]
    identities: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]


def labelled(annotated: Sequence[Annotated], articles: Sequence[Article]) -> Corpus:
    """Return the sentences of articles, as the pipeline annotated them, with labels from the gold annotation.

    Args:
        annotated: The articles, each annotated by a recognizer that was not trained on it; the source of an article
            ends in NAME.txt.
        articles: The gold annotation.
    """
    entities = resolve(annotated).entities
    by_document = {each.document.id: PurePath(each.document.source).stem for each in annotated}
    by_name = {article.name: article for article in articles}
    identities = _identities(entities, by_document, by_name)
    found: list[Labelled] = []
    for document, read in classifier_input(annotated, entities):
        article = by_name[by_document[document]]
        found += _of_article(article, list(read), identities[article.name])
    return Corpus(tuple(found), identities, {entity.id: entity.kind for entity in entities})


def _identities(
    entities: Sequence[Entity], documents: Mapping[str, str], articles: Mapping[str, Article]
) -> dict[str, dict[str, str]]:
    """Return, for each article and found entity, the annotated entity with which most of its mentions overlap."""
    counts: dict[str, dict[str, Counter[str]]] = {name: defaultdict(Counter) for name in articles}
    for entity in entities:
        for mention in entity.mentions:
            name = documents[mention.document]
            overlaps = [
                (_overlap((mention.start, mention.end), (marked.start, marked.end)), marked.entity.id)
                for marked in articles[name].mentions
            ]
            best = max(overlaps, default=(0.0, ""))
            if best[0] >= _OVERLAP:
                counts[name][entity.id][best[1]] += 1
    return {
        name: {entity: count.most_common(1)[0][0] for entity, count in of_article.items()}
        for name, of_article in counts.items()
    }


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _of_article(
    article: Article, read: Sequence[tuple[Span, Sequence[Span], Sample]], identities: Mapping[str, str]
) -> Iterator[Labelled]:
    bounds = sentences(article.text)
    stated = defaultdict(list)
    for relation in article.note.relations:
        start, end = bounds[relation.sentence - 1]
        overlapping = [n for n, (span, _, _) in enumerate(read) if span.start < end and start < span.end]
        holding = [n for n in overlapping if relation.trigger in article.text[read[n][0].start : read[n][0].end]]
        for number in holding if relation.trigger and holding else overlapping:
            stated[number].append(relation)
    for number, (span, words, sample) in enumerate(read):
        if len(sample.pairs):
            yield _sentence(article, span, words, sample, stated[number], identities)


def _sentence(
    article: Article,
    span: Span,
    words: Sequence[Span],
    sample: Sample,
    stated: Sequence[Relation],
    identities: Mapping[str, str],
) -> Labelled:
    numbers = {name: number for number, name in enumerate(predicates())}
    holds = np.zeros((len(sample.pairs), len(predicates())), np.float32)
    anywhere = np.zeros_like(holds)
    triggers = np.zeros((len(sample.pairs), len(words)), np.bool_)
    ends = [identities.get(candidate.entity) for candidate in sample.candidates]
    for pair, (one, other) in enumerate(sample.pairs.tolist()):
        for relation in stated:
            if _is_between(relation, ends[one], ends[other]):
                holds[pair, numbers[relation.predicate]] = 1
                triggers[pair] |= _trigger(article.text, span, words, relation.trigger)
        for relation in article.note.relations:
            if _is_between(relation, ends[one], ends[other]):
                anywhere[pair, numbers[relation.predicate]] = 1
    weights = np.ones(len(holds), np.float32)
    return Labelled(article.name, sample, holds, anywhere * (1 - holds), triggers, weights)


def _is_between(relation: Relation, one: str | None, other: str | None) -> bool:
    ends = (relation.subject, relation.object)
    return (one, other) == ends or (predicates()[relation.predicate].symmetric and (other, one) == ends)


def _trigger(text: str, span: Span, words: Sequence[Span], trigger: str) -> npt.NDArray[np.bool_]:
    start = text.find(trigger, span.start, span.end) if trigger else -1
    end = start + len(trigger)
    return np.array([start >= 0 and max(start, word.start) < min(end, word.end) for word in words], np.bool_)
