"""Patches of Stanza's trainers, and their removal."""

from __future__ import annotations

from typing import Any

import pytest

from graph_builder.annotate.half_precision import matrix_type
from graph_builder.training.mixed_precision import mixed_precision_updates
from graph_builder.training.moving_average import averaged_weights

torch = pytest.importorskip("torch")


class _Trainer:
    """Adds one to its only weight at each step."""

    def __init__(self) -> None:
        self.model = torch.nn.Linear(1, 1, bias=False)
        with torch.no_grad():
            self.model.weight.fill_(0.0)

    def update(self) -> Any:
        with torch.no_grad():
            self.model.weight.add_(1.0)
        return torch.ones(2, 2) @ torch.ones(2, 2)

    def predict(self) -> float:
        return float(self.model.weight)

    def save(self) -> float:
        return float(self.model.weight)


def test_trainers_moving_average_is_evaluated_and_saved() -> None:
    trainer = _Trainer()
    with averaged_weights(_Trainer):
        for _ in range(50):
            trainer.update()
        assert trainer.predict() == trainer.save() and 40 < trainer.predict() < 50
        assert float(trainer.model.weight) == 50
    assert trainer.predict() == 50


def test_trainers_mixed_precision_in_steps_only() -> None:
    trainer = _Trainer()
    with mixed_precision_updates(_Trainer):
        assert trainer.update().dtype == matrix_type()
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == torch.float32
    assert trainer.update().dtype == torch.float32
