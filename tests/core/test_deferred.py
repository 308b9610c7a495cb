"""Sequences that are read when they are first used."""

from __future__ import annotations

import pickle

from graph_builder.core.deferred import Deferred


def test_deferred_items_are_read_once_at_first_use() -> None:
    reads: list[str] = []

    def read() -> tuple[int, ...]:
        reads.append("read")
        return 1, 2, 3

    items = Deferred(read)
    assert reads == []
    assert (len(items), items[0], items[1:], list(items)) == (3, 1, (2, 3), [1, 2, 3])
    assert reads == ["read"]


def test_deferred_equals_the_tuple_of_its_items() -> None:
    items = Deferred(lambda: (1, 2))
    assert items == (1, 2)
    assert items == (1, 2)
    assert items == Deferred(lambda: (1, 2))
    assert hash(items) == hash((1, 2))
    assert items != [1, 2]
    assert items != Deferred(lambda: (1,))


def test_deferred_is_pickled_as_its_items() -> None:
    assert pickle.loads(pickle.dumps(Deferred(lambda: (1, 2)))) == (1, 2)
