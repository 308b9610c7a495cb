"""Sequences that are read when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Deferred(Sequence[T_co]):
    """Items that are read at the first use of any of them, and kept from then on; equal to a tuple of the same items.

    Args:
        read: Returns the items.
    """

    def __init__(self, read: Callable[[], tuple[T_co, ...]]) -> None:
        self._read = read

    @cached_property
    def _items(self) -> tuple[T_co, ...]:
        return self._read()

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...

    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Deferred):
            return self._items == other._items
        return self._items == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __reduce__(self) -> tuple[type[tuple[T_co, ...]], tuple[tuple[T_co, ...]]]:
        """Return what pickle stores: the items as a tuple, which needs no file."""
        return tuple, (self._items,)
