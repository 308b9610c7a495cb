"""Training of the relation classifier: examples, network, calibration."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from graph_builder.lexicon import predicates
from graph_builder.relate.classifier import Calibration, calibrated, load, read
from graph_builder.relate.classifier.network import Vocabulary
from graph_builder.relate.classifier.weights import save
from graph_builder.resolve import resolve
from graph_builder.training.articles import Article, Entity, Mention, Note, Relation, sentences
from graph_builder.training.classifier import Net, Recipe, batch, train
from graph_builder.training.distillation import soft_labelled
from graph_builder.training.held_out import Said, figures, fitted_line, predictions, reliability, rightness
from graph_builder.training.relation_examples import Corpus, Labelled, labelled
from tests.support.recorded import recorded, seeds

_VOCABULARY = Vocabulary(("", "في", "قال", "سوريا", "،"))
_VECTORS = np.random.default_rng(1).normal(size=(5, 8)).astype(np.float32)
_RECIPE = Recipe(epochs=2, hidden=8, attention=6, read=10, tags=4)


@pytest.fixture(scope="module")
def article() -> Article:
    """A seed, its names as the product finds them, and one relation of two in its second sentence that names two."""
    (annotated,) = list(recorded(seeds()[:1]))
    text = annotated.document.text
    found = [(m, e) for e in resolve([annotated]).entities for m in e.mentions]
    found.sort(key=lambda each: each[0].start)
    entities = {e.id: Entity(f"e{e.id}", e.kind, e.name, ()) for _, e in found}
    mentions = tuple(Mention(m.start, m.end, entities[e.id]) for m, e in found)
    for number, (start, end) in enumerate(sentences(text), start=1):
        named = [mention.entity for mention in mentions if start <= mention.start < end]
        if number > 1 and len({entity.id for entity in named}) > 1:
            trigger = text[start:end].split()[0]
            other = next(entity for entity in named if entity.id != named[0].id)
            relation = Relation(number, named[0].id, "consult", other.id, trigger, "")
            return Article(Note(1, "", tuple(entities.values()), (relation,)), text, mentions)
    raise AssertionError("no sentence names two")


@pytest.fixture(scope="module")
def corpus(article: Article) -> Corpus:
    (annotated,) = list(recorded(seeds()[:1]))
    document = dataclasses.replace(annotated.document, source=f"x/{article.name}.txt")
    return labelled([dataclasses.replace(annotated, document=document)], [article])


@pytest.fixture(scope="module")
def net(corpus: Corpus) -> Net:
    return train(corpus.sentences, _VECTORS, _VOCABULARY, _RECIPE, 1, lambda _: None)


def _holding(corpus: Corpus) -> list[Labelled]:
    return [sentence for sentence in corpus.sentences if sentence.holds.any()]


def test_relation_examples_of_symmetric_relation_are_both_directions(article: Article, corpus: Corpus) -> None:
    (relation,) = article.note.relations
    (sentence,) = _holding(corpus)
    pairs, numbers = np.nonzero(sentence.holds)
    ends = [{sentence.sample.candidates[end].entity for end in sentence.sample.pairs[pair]} for pair in pairs]
    assert {list(predicates())[number] for number in numbers} == {"consult"}
    assert len(ends) == 2 and ends[0] == ends[1]
    assert {corpus.identities[article.name][end] for end in ends[0]} == {relation.subject, relation.object}
    marked = {sentence.sample.forms[word] for word in np.nonzero(sentence.triggers[pairs[0]])[0]}
    assert marked and not sentence.triggers[[p for p in range(len(sentence.holds)) if p not in pairs]].any()


def test_relation_examples_without_trigger_are_unlabelled(corpus: Corpus) -> None:
    for sentence in corpus.sentences:
        assert not (sentence.holds * sentence.open).any()
    assert not any(sentence.open.any() for sentence in _holding(corpus))


def test_classifier_numpy_equals_torch(corpus: Corpus, net: Net, tmp_path: Path) -> None:
    path = tmp_path / "reader.npz"
    save(path, net.exported(), _VECTORS, _VOCABULARY.words, Calibration())
    trained = load(path)
    for sentence in corpus.sentences[:8]:
        with torch.no_grad():
            anything, types, attention = net(batch([sentence], _VOCABULARY))
        expected = torch.sigmoid(anything)[:, None] * torch.sigmoid(types)
        reading = read(trained, sentence.sample)
        assert reading.probabilities == pytest.approx(expected.numpy(), abs=2e-3)
        assert reading.triggers.shape == (len(attention),)


def test_classifier_batch_equals_single_sentences(corpus: Corpus, net: Net) -> None:
    some = sorted(corpus.sentences[:6], key=lambda sentence: -len(sentence.sample.forms))
    with torch.no_grad():
        together = net(batch(some, _VOCABULARY))[1]
        alone = torch.cat([net(batch([sentence], _VOCABULARY))[1] for sentence in some])
    assert together.numpy() == pytest.approx(alone.numpy(), abs=5e-2)  # in bfloat16


def test_classifier_training_is_deterministic(corpus: Corpus, net: Net) -> None:
    again = train(corpus.sentences, _VECTORS, _VOCABULARY, _RECIPE, 1, lambda _: None)
    other = train(corpus.sentences, _VECTORS, _VOCABULARY, _RECIPE, 2, lambda _: None)
    exported = net.exported()
    assert all((again.exported()[name] == exported[name]).all() for name in exported)
    assert any((other.exported()[name] != exported[name]).any() for name in exported)


def test_classifier_learns_from_probabilities(corpus: Corpus, net: Net, tmp_path: Path) -> None:
    path = tmp_path / "reader.npz"
    save(path, net.exported(), _VECTORS, _VOCABULARY.words, Calibration())
    samples = [sentence.sample for sentence in corpus.sentences]
    soft = soft_labelled(samples, load(path))
    assert soft and all(0.08 <= each.holds.max() <= 1 and not each.open.any() for each in soft)
    assert sum(len(each.holds) for each in soft) <= sum(len(sample.pairs) for sample in samples)
    taught = train(corpus.sentences, _VECTORS, _VOCABULARY, _RECIPE, 1, lambda _: None, soft).exported()
    assert any((taught[name] != values).any() for name, values in net.exported().items())


def test_classifier_figures_count_from_a_threshold(article: Article, corpus: Corpus, net: Net, tmp_path: Path) -> None:
    path = tmp_path / "reader.npz"
    save(path, net.exported(), _VECTORS, _VOCABULARY.words, Calibration())
    found = predictions(load(path), corpus.sentences)
    assert found and all(0 <= said.probability <= 1 for said in found.values())
    (relation,) = article.note.relations
    ids = {annotated: entity for entity, annotated in corpus.identities[article.name].items()}
    ends = sorted((ids[relation.subject], ids[relation.object]))
    right = {(article.name, (ends[0], "consult", ends[1])): Said(0.9, by_rule=False)}
    assert next(figures(right, corpus, [article])).startswith("relation         P 1.000  R 1.000  F1 1.000")
    unlikely = {key: Said(0.2, by_rule=False) for key in right}
    assert next(figures(unlikely, corpus, [article])).startswith("relation         P 0.000  R 0.000  F1 0.000")
    assert rightness(right, corpus, [article])[1].tolist() == [1.0]


def test_classifier_calibration_matches_frequencies() -> None:
    said = np.repeat([0.2, 0.6, 0.9], 1000)
    came_true = np.concatenate([np.arange(1000) < 1000 * share for share in (0.1, 0.4, 0.8)]).astype(float)
    numbers = np.arange(3000) % 2
    by = fitted_line(said, came_true, numbers, 3)
    sure = calibrated(np.repeat(said[:, None], 3, axis=1), by)
    assert sure[:, 0].mean() == pytest.approx(came_true.mean(), abs=0.01)
    assert next(iter(reliability(said, came_true))).split() == ["0.2–0.3", "1000", "0.10"]


def test_classifier_calibration_of_a_predicate_that_is_seldom_right() -> None:
    said, numbers = np.full(3000, 0.6), np.arange(3000) % 3
    came_true = ((numbers == 0) & (np.arange(3000) % 10 == 0)) | (numbers == 1)
    seldom, always, _, unseen = fitted_line(said, came_true.astype(float), numbers, 4).offsets
    assert seldom < unseen < always
