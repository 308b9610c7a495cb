"""The graph of co-occurrence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.core.settings import Window
from graph_builder.core.values import Document, Entity, Knowledge, Mention, Span
from graph_builder.graphs.cooccurrence import cooccurrence_graph, count_pairs, g2, npmi
from tests.support.samples import ENTITY_IDS, HOSTILE, sample_knowledge

ALEPPO, LAYLA, SAMI = ENTITY_IDS["حلب"], ENTITY_IDS["ليلى المنصوري"], ENTITY_IDS["سامي الحداد"]
BRIDGE, NADIR = ENTITY_IDS["شركة الجسر"], ENTITY_IDS["نادر"]


def test_cooccurrence_nodes_are_all_entities_with_counts() -> None:
    graph = cooccurrence_graph(sample_knowledge())
    assert set(graph) == set(ENTITY_IDS.values())
    assert graph.nodes[ALEPPO] == {
        "name": "حلب",
        "name_latin": "Aleppo",
        "kind": "LOC",
        "mentions": 4,
        "documents": 3,
    }
    assert graph.degree(NADIR) == 0


def test_cooccurrence_edge_counts_sentences_and_articles() -> None:
    graph = cooccurrence_graph(sample_knowledge())
    both = graph.edges[LAYLA, SAMI]
    assert (both["count"], both["documents"]) == (4, 2)
    assert not graph.has_edge(NADIR, ALEPPO)
    assert graph.has_edge(ENTITY_IDS[HOSTILE], ALEPPO)


def test_cooccurrence_wider_windows_have_more_edges() -> None:
    hostile = ENTITY_IDS[HOSTILE]
    by_window = {
        window: cooccurrence_graph(sample_knowledge(), window) for window in ("sentence", "paragraph", "article")
    }
    assert not by_window["sentence"].has_edge(hostile, LAYLA)
    assert by_window["paragraph"].has_edge(hostile, LAYLA)
    assert not by_window["paragraph"].has_edge(NADIR, ALEPPO)
    assert by_window["article"].has_edge(NADIR, ALEPPO)
    assert by_window["article"].edges[LAYLA, ALEPPO]["count"] == 2


def test_cooccurrence_excludes_copies() -> None:
    knowledge = sample_knowledge()
    copies = tuple(replace(document, copy_of="x") for document in knowledge.documents)
    graph = cooccurrence_graph(replace(knowledge, documents=copies))
    assert set(graph) == set(ENTITY_IDS.values()) and graph.number_of_edges() == 0


@pytest.mark.parametrize(("window", "expected"), [("sentence", 2), ("paragraph", 2), ("article", 1)])
def test_cooccurrence_counts_a_window_once(window: Window, expected: int) -> None:
    text = "أ ب أ\nب أ"
    mentions = {
        name: tuple(
            Mention("d", at, at + 1, letter, "PER", int(at > text.index("\n")))
            for at, letter in enumerate(text)
            if letter == name
        )
        for name in "أب"
    }
    entities = tuple(Entity(name, "PER", name, "", (name,), mentions[name]) for name in "أب")
    sentences = (Span("d", 0, 5), Span("d", 6, 9))
    graph = cooccurrence_graph(Knowledge((Document("d", "d", "", text),), sentences, entities, (), ()), window)
    assert graph.edges["أ", "ب"]["count"] == expected


def test_npmi_landmarks() -> None:
    assert npmi(5, 5, 5, 20) == 1.0
    assert npmi(1, 2, 5, 10) == 0.0
    assert npmi(7, 7, 7, 7) == 1.0
    assert npmi(1, 5, 5, 10) == pytest.approx(log(0.4) / log(10), abs=1e-6) and npmi(1, 5, 5, 10) < 0


def test_g2_is_the_signed_likelihood_ratio() -> None:
    # two independent events leave nothing to explain; a table worked out by hand leaves this
    assert g2(1, 2, 5, 10) == 0.0
    by_hand = 2 * (10 * log(2) + 10 * log(2))
    assert g2(10, 10, 10, 20) == pytest.approx(by_hand, abs=1e-6)
    assert g2(1, 10, 10, 20) < 0 < g2(9, 10, 10, 20)


def test_cooccurrence_of_nothing_is_empty() -> None:
    graph = cooccurrence_graph(Knowledge((), (), (), (), ()), "paragraph")
    assert (len(graph), graph.number_of_edges()) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 6))))
def test_cooccurrence_equals_naive_counting(mentions: list[tuple[int, int, int]]) -> None:
    windows: dict[tuple[int, int], set[int]] = {}
    for document, window, entity in mentions:
        windows.setdefault((document, window), set()).add(entity)
    both: Counter[tuple[int, int]] = Counter()
    documents: dict[tuple[int, int], set[int]] = {}
    for (document, _), present in windows.items():
        for pair in combinations(sorted(present), 2):
            both[pair] += 1
            documents.setdefault(pair, set()).add(document)
    counted = count_pairs(np.array(mentions, np.int64).reshape(-1, 3))
    assert counted.windows == len(windows)
    assert list(zip(*(column.tolist() for column in counted.pairs), strict=True)) == [
        (*pair, both[pair], len(documents[pair])) for pair in sorted(both)
    ]
    alone = Counter(entity for present in windows.values() for entity in present)
    assert {n: times for n, times in enumerate(counted.appearances.tolist()) if times} == alone
