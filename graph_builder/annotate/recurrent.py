"""LSTM layers over padded sequences, which a CPU computes several times as fast as packed ones.

PyTorch computes an LSTM with oneDNN only if its input is not packed. Each direction is therefore computed by itself
over padded sequences: the forward one never reads the padding; for the backward one each sequence is reversed first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

# The shortest sequence of a group, as a share of the longest.
_ALIKE = 0.6
# A group is padded to a multiple of so many sequences: oneDNN takes up to four times as long for 71 as for 80.
_MULTIPLE = 16


class States:
    """The output of a layer over groups of padded sequences; a slice is converted to float32 when it is read."""

    def __init__(self, firsts: Sequence[int], parts: Sequence[Any]) -> None:
        self._firsts = firsts
        self._parts = parts

    def __getitem__(self, place: tuple[int, Any]) -> Any:
        """Return the output of a sequence at some steps: (steps, hidden size)."""
        sequence, steps = place
        part = bisect_right(self._firsts, sequence) - 1
        return self._parts[part][steps, sequence - self._firsts[part]].float()

    def __iter__(self) -> Iterator[Any]:
        """Yield the output of each sequence: (steps, hidden size); what lies beyond its length is padding."""
        return (part[:, column].float() for part in self._parts for column in range(part.shape[1]))


def padded_lstm(layer: Any, given: Any, lengths: Sequence[int], state: Sequence[Any]) -> States:
    """Return the output of a unidirectional `nn.LSTM` of one layer.

    Args:
        layer: The layer.
        given: Padded sequences by falling length: (sequences, steps, input size).
        lengths: The length of each sequence in steps.
        state: The initial hidden and cell states: (1, sequences, hidden size) each.
    """
    bounds = _groups(lengths)
    steps = given.transpose(0, 1)
    parts = [
        _direction(layer, 0, steps[: lengths[first], first:last], [each[:, first:last].contiguous() for each in state])
        for first, last in bounds
    ]
    return States([first for first, _ in bounds], parts)


def packed_lstm(layer: Any, packed: Any, state: Any = None) -> tuple[Any, Any]:
    """Return the output of an `nn.LSTM` of one layer for packed sequences, and the initial state as it was given.

    The final state is not computed, because no caller reads it.
    """
    import torch
    from torch.nn.utils.rnn import PackedSequence

    sizes = packed.batch_sizes
    starts = torch.cumsum(sizes, 0) - sizes
    lengths = (sizes[None, :] > torch.arange(int(sizes[0]))[:, None]).sum(1)
    directions = 2 if layer.bidirectional else 1
    data = packed.data.to(torch.get_autocast_dtype("cpu")) if torch.is_autocast_enabled("cpu") else packed.data
    found = data.new_empty(len(data), directions * layer.hidden_size)
    for first, last in _groups(lengths.tolist()):
        here, columns = lengths[first:last], torch.arange(first, last)
        steps = torch.arange(int(here[0]))[:, None]
        inside = (steps < here).flatten()
        forward = (starts[: len(steps), None] + columns).flatten()
        backward = (starts[(here - 1 - steps).clamp(min=0)] + columns).flatten()
        for number, rows in enumerate((forward, backward)[:directions]):
            # The rows after the end of a sequence belong to another one; no output of this sequence depends on them.
            padded = data.index_select(0, rows.clamp(max=len(data) - 1)).view(len(steps), last - first, -1)
            begin = [each[number, first:last][None].contiguous() for each in state] if state is not None else None
            output = _direction(layer, number, padded, begin).reshape(len(inside), -1)
            part = slice(number * layer.hidden_size, (number + 1) * layer.hidden_size)
            found[rows[inside], part] = output[inside]
    return PackedSequence(found.float(), sizes, packed.sorted_indices, packed.unsorted_indices), state


def _direction(layer: Any, number: int, given: Any, state: Any) -> Any:
    import torch

    weights = [getattr(layer, name) for name in layer._all_weights[number]]
    count = given.shape[1]
    begin = state or [given.new_zeros(1, count, layer.hidden_size)] * 2
    filled, *begin = (torch.nn.functional.pad(each, (0, 0, 0, -count % _MULTIPLE)) for each in (given, *begin))
    return torch.lstm(filled, begin, weights, True, 1, 0.0, False, False, False)[0][:, :count]


def _groups(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return the bounds of the groups of sequences, sorted by falling length, that are computed together.

    >>> _groups([9] * 20 + [3] * 20), _groups([9, 3])
    ([(0, 32), (32, 40)], [(0, 2)])
    """
    bounds = [0]
    for number in range(_MULTIPLE, len(lengths), _MULTIPLE):
        if lengths[number] < _ALIKE * lengths[bounds[-1]]:
            bounds.append(number)
    return list(zip(bounds, [*bounds[1:], len(lengths)], strict=True))
