"""What is laid over Stanza's trainers changes how they compute, and is taken off again."""

from __future__ import annotations

from typing import Any

import pytest

from graph_builder.training.bfloat16 import half_precision_updates
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


def test_the_average_is_judged_and_saved_and_training_goes_on_from_the_weights() -> None:
    trainer = _Trainer()
    with averaged_weights(_Trainer):
        for _ in range(50):
            trainer.update()
        assert trainer.predict() == trainer.save() and 40 < trainer.predict() < 50
        assert float(trainer.model.weight) == 50
    assert trainer.predict() == 50


def test_only_steps_multiply_in_half_precision() -> None:
    trainer = _Trainer()
    with half_precision_updates(_Trainer):
        assert trainer.update().dtype == torch.bfloat16
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == torch.float32
    assert trainer.update().dtype == torch.float32
