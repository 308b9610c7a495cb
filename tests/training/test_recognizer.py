"""Training of the recognizer: its LSTM and its batches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph_builder.annotate.weights import find_weights
from graph_builder.training import recognizer
from graph_builder.training.recognizer import Files, Settings, Stage

torch = pytest.importorskip("torch")

STAGE = Stage(10, 0.01, {"news": 2, "aqmar": 1})
SETTINGS = Settings(8, 12, 0.0, 0.0, (STAGE,))


def _layer() -> tuple[Any, Any, Any]:
    torch.manual_seed(1)
    layer = torch.nn.LSTM(12, 6, batch_first=True, bidirectional=True)
    return layer, torch.randn(4, 7, 12), torch.tensor([7, 5, 5, 1])


def _by_torch(layer: Any, given: Any, lengths: Any) -> Any:
    packed = torch.nn.utils.rnn.pack_padded_sequence(given, lengths, batch_first=True)
    return torch.nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0]


def test_recognizer_lstm_equals_torch_with_gradients() -> None:
    from graph_builder.training.lstm import both_directions

    layer, given, lengths = _layer()
    within = (torch.arange(7) < lengths[:, None])[:, :, None]
    weights = torch.randn(4, 7, 12) * within
    found = []
    for compute in (_by_torch, both_directions):
        layer.zero_grad()
        output = compute(layer, given, lengths)
        (output * weights).sum().backward()
        found.append([output * within, *(each.grad.clone() for each in layer.parameters())])
    for theirs, ours in zip(*found, strict=True):
        assert float((theirs - ours).detach().norm() / theirs.detach().norm()) < 0.02  # bfloat16


def test_recognizer_batches_are_of_one_corpus_and_limited() -> None:
    def read(length: int) -> Any:
        return recognizer._Read(torch.zeros(length), None, None)

    corpora = {"news": [read(n) for n in (3, 5, 2, 4)], "aqmar": [read(6), read(20)], "wojood": [read(2)]}
    batches = recognizer._Batches(corpora, STAGE.times, SETTINGS)
    first = [next(batches) for _ in range(6)]
    while batches._left:
        first.append(next(batches))
    sizes = sorted((recognizer.CORPORA[layer], sorted(len(each.words) for each in batch)) for layer, batch in first)
    assert sizes == [
        ("aqmar", [6]),
        ("aqmar", [20]),
        ("news", [2, 3]),
        ("news", [2, 3]),
        ("news", [4, 5]),
        ("news", [4, 5]),
    ]


@pytest.mark.model
def test_recognizer_stage_trains_only_the_layers_of_its_corpora(tmp_path: Path) -> None:
    bundled = find_weights("bundled").directory / "ar"
    files = Files(
        bundled / "pretrain" / "words.pt",
        bundled / "forward_charlm" / "news.pt",
        bundled / "backward_charlm" / "news.pt",
    )
    sentence = [("زار", "O"), ("الأسد", "B-PER"), ("موسكو", "B-LOC")]
    first, second = Stage(3, 0.01, {"news": 1, "aqmar": 1}), Stage(3, 0.01, {"news": 1})
    weights = []
    for number, stages in enumerate([(first,), (first, second)]):
        path = tmp_path / f"{number}.pt"
        recognizer.train(files, {"news": [sentence], "aqmar": [sentence]}, Settings(8, 12, 0.0, 0.0, stages), path)
        weights.append(torch.load(path, weights_only=True)["model"])
    once, twice = weights
    aqmar = f"tag_clfs.{recognizer.CORPORA.index('aqmar')}.weight"
    assert torch.equal(once[aqmar], twice[aqmar])
    assert not torch.equal(once["tag_clfs.0.weight"], twice["tag_clfs.0.weight"])
    assert not torch.equal(once["taggerlstm.lstm.weight_hh_l0"], twice["taggerlstm.lstm.weight_hh_l0"])
