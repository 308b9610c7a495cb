"""Parts of the seeds against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.compare import Comparison, Side, compare
from graph_builder.compare.values import Difference, Match
from graph_builder.core.errors import ChoiceError
from graph_builder.core.values import Knowledge
from graph_builder.graphs import cooccurrence_graph
from tests.compare.conftest import AGENCIES, LEBANON, part

OPPOSITE = {"new": "gone", "gone": "new", "stronger": "weaker", "weaker": "stronger", "same": "same"}


def differences(comparison: Comparison) -> list[Difference[object]]:
    return [*comparison.entities, *comparison.pairs, *comparison.relations]  # type: ignore[list-item]


def test_a_build_does_not_differ_from_itself(knowledge: Knowledge) -> None:
    comparison = compare(Side("A", knowledge), Side("B", knowledge))
    assert len(comparison.entities) > 100 and len(comparison.pairs) > 300 and len(comparison.relations) > 100
    assert {each.frequency.change for each in differences(comparison)} == {"same"}
    assert comparison.retold == ()
    assert comparison.shared == 5


def test_told_differently(aleppo: Comparison) -> None:
    told = {
        (each.subject.shown.name, each.predicate, each.object.shown.name): (
            [(telling.modality, telling.speaker) for telling in each.tellings[0]],
            [(telling.modality, telling.speaker) for telling in each.tellings[1]],
        )
        for each in aleppo.retold
    }
    speakers = {each.shown.name: number for number, each in enumerate(aleppo.matches)}
    assert told["جيش الفتح", "present_in", "حلب"] == ([("asserted", -1)], [("reported", speakers["محسن رضائي"])])
    of_palmyra = told["داعش", "control", "تدمر"]
    assert of_palmyra[0] == [("asserted", -1), ("reported", speakers["بشار الأسد"])]
    assert of_palmyra[1] == [("reported", speakers["سيرغي لافروف"])]
    assert all(each.differing for each in aleppo.retold) and sum(not each.opposed for each in aleppo.retold) == 1


def test_the_sentences_are_those_that_tell_it_differently(aleppo: Comparison) -> None:
    for each in aleppo.retold:
        for side, own, others in ((0, *each.tellings), (1, *each.tellings[::-1])):
            unlike = [one for one in own if one not in others] or own
            telling = {(one.polarity, one.modality) for one in unlike}
            ends = [(each.subject.a, each.object.a), (each.subject.b, each.object.b)][side]
            stated = {
                (proof.document, proof.start)
                for relation in aleppo.sides[side].knowledge.relations
                if (relation.subject, relation.predicate, relation.object)
                == (ends[0] and ends[0].id, each.predicate, ends[1] and ends[1].id)
                and (relation.polarity, relation.modality) in telling
                for proof in relation.evidence
            }
            assert {(quote.document, quote.start) for quote in each.quotes[side]} <= stated


def test_two_articles_prove_no_difference(aleppo: Comparison) -> None:
    assert aleppo.beyond_chance() == {"entities": 0, "pairs": 0, "relations": 0}
    assert {"new", "gone", "same"} == {each.frequency.change for each in aleppo.entities}


def test_numbers_are_those_of_the_parts(knowledge: Knowledge, aleppo: Comparison) -> None:
    for side, name in enumerate((AGENCIES, LEBANON)):
        of_side = part(knowledge, name)
        mentions = {each.id: len(each.mentions) for each in of_side.entities if each.mentions}
        found = {
            entity.id: each.of.mentions[side]
            for each in aleppo.entities
            if (entity := (each.of.match.a, each.of.match.b)[side]) and each.of.mentions[side]
        }
        assert found == mentions
        ranks = [each.of.ranks[side] for each in aleppo.entities if each.of.ranks[side]]
        assert min(rank for rank in ranks if rank) == 1 and len(ranks) == len(mentions)
        graph = cooccurrence_graph(of_side)
        assert sum(each.frequency.articles[side] for each in aleppo.pairs) == graph.number_of_edges()


def test_every_difference_has_its_sentences(aleppo: Comparison) -> None:
    documents = [{each.id: each for each in side.knowledge.documents} for side in aleppo.sides]
    for each in differences(aleppo):
        for side in (0, 1):
            assert bool(each.quotes[side]) == bool(each.frequency.articles[side])
            for quote in each.quotes[side]:
                assert len(quote.marks) >= 1 and len(each.quotes[side]) <= 3
                assert all(quote.start <= start < end <= quote.end for start, end in quote.marks)
                assert quote.document in documents[side]


def test_names_are_marked_in_their_sentences(knowledge: Knowledge, aleppo: Comparison) -> None:
    texts = {document.id: document.text for document in knowledge.documents}
    for each in aleppo.entities:
        entity = each.of.match.a
        for quote in each.quotes[0]:
            assert entity is not None
            surfaces = {mention.surface for mention in entity.mentions}
            assert {texts[quote.document][start:end] for start, end in quote.marks} <= surfaces


def test_the_other_way_round_is_the_mirror_image(knowledge: Knowledge) -> None:
    a, b = Side("A", part(knowledge, AGENCIES)), Side("B", part(knowledge, LEBANON, "003_87b4613ce848539e"))
    there, back = compare(a, b), compare(b, a)
    assert [(each.a, each.b) for each in there.matches] == [(each.b, each.a) for each in back.matches]
    for kind in ("entities", "pairs", "relations"):
        mirrored = {_key(each.of): each for each in getattr(back, kind)}
        for each in getattr(there, kind):
            other = mirrored[_key(each.of)].frequency
            assert other.articles == each.frequency.articles[::-1]
            assert other.g2 == pytest.approx(-each.frequency.g2, abs=2e-6)
            assert (other.p, other.q) == (each.frequency.p, each.frequency.q)
            assert other.change == OPPOSITE[each.frequency.change]
    assert [each.tellings for each in there.retold] == [each.tellings[::-1] for each in back.retold]


def _key(of: object) -> object:
    names = ("match", "first", "second", "subject", "predicate", "object", "polarity")
    values = [getattr(of, name, None) for name in names]
    return tuple(value.shown.id if isinstance(value, Match) else value for value in values)


def test_a_copy_counts_once_on_a_side_but_on_both(knowledge: Knowledge) -> None:
    original, other = sorted(part(knowledge, AGENCIES, LEBANON).documents, key=lambda each: each.source)
    copied = replace(
        knowledge,
        documents=tuple(
            replace(each, copy_of=original.id) if each.id == other.id else each for each in knowledge.documents
        ),
    )
    together = compare(Side("A", copied), Side("B", copied))
    assert len(together.sides[0].knowledge.documents) == 4
    apart = compare(Side("A", part(copied, AGENCIES)), Side("B", part(copied, LEBANON)))
    assert len(apart.pairs) == len(
        compare(Side("A", part(knowledge, AGENCIES)), Side("B", part(knowledge, LEBANON))).pairs
    )


def test_settings_that_differ_are_named(knowledge: Knowledge) -> None:
    a = Side("A", knowledge, {"models": "1", "relations": "x", "window": "sentence"})
    b = Side("B", knowledge, {"models": "2", "relations": "x", "window": "article"})
    assert compare(a, b).settings == ("models",)


def test_a_side_without_articles_is_an_error(knowledge: Knowledge) -> None:
    empty = Knowledge((), (), (), (), ())
    with pytest.raises(ChoiceError, match="B has no articles to compare"):
        compare(Side("A", knowledge), Side("B", empty))
