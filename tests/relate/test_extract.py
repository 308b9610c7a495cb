"""Invariants of all extracted relations."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.core.errors import SettingsError
from graph_builder.core.values import Annotated, Entity, Relation
from graph_builder.lexicon import predicates
from graph_builder.relate import check_rules, relate
from graph_builder.relate.extractions import CONFIDENCE
from graph_builder.resolve import resolve
from tests.relate.facts import relations
from tests.support.sentences import article, articles

_NAMES = sorted(articles())


def _check(corpus: Sequence[Annotated], every: Sequence[Entity], found: Sequence[Relation]) -> None:
    entities = {entity.id: entity for entity in every}
    texts = {annotated.document.id: annotated.document.text for annotated in corpus}
    bounds = {(a.document.id, s.start, s.end) for a in corpus for s in a.sentences}
    assert [relation.id for relation in found] == sorted({relation.id for relation in found})
    for relation in found:
        predicate = predicates()[relation.predicate]
        assert relation.subject != relation.object
        assert entities[relation.subject].kind in predicate.subject
        assert entities[relation.object].kind in predicate.object
        if predicate.symmetric:
            assert relation.subject < relation.object
        assert {relation.attributed_to, relation.place} <= {None, *entities}
        assert 0 < relation.confidence <= 1 and round(relation.confidence, 6) == relation.confidence
        assert relation.evidence
        for evidence in relation.evidence:
            assert (evidence.document, evidence.start, evidence.end) in bounds
            assert evidence.trigger in texts[evidence.document][evidence.start : evidence.end]
            assert evidence.rule in CONFIDENCE


@pytest.mark.parametrize("name", _NAMES)
def test_extract_relations_of_each_article_are_sound(name: str) -> None:
    _check([article(name)], resolve([article(name)]).entities, relations(name))


def test_extract_relations_of_all_articles_are_sound() -> None:
    corpus = list(articles().values())
    _check(corpus, resolve(corpus).entities, relations(*_NAMES))


def test_extract_returns_nothing_without_entities() -> None:
    assert relations("nobody") == relations() == ()


def test_extract_is_independent_of_order() -> None:
    corpus = [article(name) for name in _NAMES]
    assert relate(corpus[::-1], resolve(corpus).entities[::-1]) == relations(*_NAMES)


def test_extract_merges_evidence_of_two_articles() -> None:
    (one,) = [r for r in relations("both", "to_come", "behind_on_and_to", "on_again") if len(r.evidence) > 1]
    assert one.predicate == "present_in"
    assert {e.document for e in one.evidence} == {article(n).document.id for n in ("behind_on_and_to", "on_again")}
    (alone,) = [r for r in relations("on_again") if r.id == one.id]
    assert one.confidence > alone.confidence


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(_NAMES), min_size=2, max_size=5, unique=True))
def test_extract_relations_of_any_corpus_are_sound(names: list[str]) -> None:
    corpus = [article(name) for name in names]
    entities = resolve(corpus).entities
    _check(corpus, entities, relate(corpus, entities))


def test_extract_leaves_out_rules() -> None:
    corpus = [article(name) for name in _NAMES]
    entities = resolve(corpus).entities
    every = relations(*_NAMES)
    rules = {evidence.rule for relation in every for evidence in relation.evidence}
    without_rules = frozenset({"verb_order", "office_before_name"})
    assert without_rules < rules
    rest = relate(corpus, entities, without_rules=without_rules)
    assert rest
    assert not without_rules & {evidence.rule for relation in rest for evidence in relation.evidence}
    assert relate(corpus, entities, without_rules=frozenset(CONFIDENCE)) == ()


def test_extract_unknown_rule_is_refused() -> None:
    check_rules(["verb_order", "office_before_name"])
    with pytest.raises(SettingsError, match=r"'verb_oder' is not a relation rule; write one of these: .*verb_order"):
        check_rules(["verb_oder"])
    with pytest.raises(SettingsError):
        check_rules(["classifier"])
