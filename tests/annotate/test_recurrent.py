"""Recurrent layers over padded sequences equal PyTorch's over packed ones."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from graph_builder.annotate.recurrent import packed_lstm, padded_lstm

LENGTHS = [40, 39, 39, 22, *[9] * 30, 3, 1]


def _given(size: int) -> Any:
    torch.manual_seed(len(LENGTHS))
    return torch.randn(len(LENGTHS), LENGTHS[0], size)


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("begun", [False, True])
def test_recurrent_packed_sequences(bidirectional: bool, begun: bool) -> None:
    layer = torch.nn.LSTM(7, 5, bidirectional=bidirectional).eval()
    state = (torch.randn(1 + bidirectional, len(LENGTHS), 5),) * 2 if begun else None
    packed = pack_padded_sequence(_given(7), LENGTHS, batch_first=True)
    with torch.no_grad():
        found, expected = (pad_packed_sequence(f(packed, state)[0])[0] for f in (layer_of(layer), layer))
    assert torch.allclose(found, expected, atol=1e-6)


def layer_of(layer: Any) -> Any:
    return lambda packed, state: packed_lstm(layer, packed, state)


def test_recurrent_padded_sequences() -> None:
    layer = torch.nn.LSTM(7, 5, batch_first=True).eval()
    state = torch.randn(1, len(LENGTHS), 5), torch.randn(1, len(LENGTHS), 5)
    given = _given(7)
    with torch.no_grad():
        states = padded_lstm(layer, given, LENGTHS, state)
        packed = layer(pack_padded_sequence(given, LENGTHS, batch_first=True), state)[0]
    expected = pad_packed_sequence(packed, batch_first=True)[0]
    for number, (whole, length) in enumerate(zip(states, LENGTHS, strict=True)):
        assert torch.allclose(whole[:length], expected[number, :length], atol=1e-6)
        assert torch.equal(states[number, [length - 1, 0]], whole[[length - 1, 0]])


def test_recurrent_output_is_independent_of_the_batch() -> None:
    torch.manual_seed(0)
    layer = torch.nn.LSTM(64, 32, bidirectional=True).eval()
    given = torch.randn(50, 20, 64)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        together = packed_lstm(layer, pack_padded_sequence(given, [20] * 50, batch_first=True))[0]
        alone = packed_lstm(layer, pack_padded_sequence(given[7:8], [20], batch_first=True))[0]
    assert torch.equal(pad_packed_sequence(together)[0][:, 7], pad_packed_sequence(alone)[0][:, 0])
