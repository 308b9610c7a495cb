"""Evaluate and save the exponential moving average of the weights of a Stanza trainer.

The average of the last few hundred steps is better than the weights of any of them (Polyak and Juditsky 1992).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_DECAY = 0.998


@contextmanager
def averaged_weights(trainer: Any) -> Iterator[None]:
    """Make a trainer predict with, and save, the average, while training continues from its own weights."""
    update, predict, save = trainer.update, trainer.predict, trainer.save

    def updated(self: Any, *given: Any, **named: Any) -> Any:
        loss = update(self, *given, **named)
        average = _average(self)
        share = min(_DECAY, self.updates / (self.updates + 10))
        for name, weight in _weights(self):
            average[name].lerp_(weight.detach(), 1 - share)
        self.updates += 1
        return loss

    def with_average(method: Any) -> Any:
        def called(self: Any, *given: Any, **named: Any) -> Any:
            average = _average(self)
            own = {name: weight.detach().clone() for name, weight in _weights(self)}
            _set(self, average)
            try:
                return method(self, *given, **named)
            finally:
                _set(self, own)

        return called

    trainer.update, trainer.predict, trainer.save = updated, with_average(predict), with_average(save)
    try:
        yield
    finally:
        trainer.update, trainer.predict, trainer.save = update, predict, save


def _weights(trainer: Any) -> list[tuple[str, Any]]:
    return [(name, weight) for name, weight in trainer.model.named_parameters() if weight.requires_grad]


def _average(trainer: Any) -> dict[str, Any]:
    """Return the current average; before the first step, the weights."""
    if not hasattr(trainer, "average"):
        trainer.average = {name: weight.detach().clone() for name, weight in _weights(trainer)}
        trainer.updates = 0
    average: dict[str, Any] = trainer.average
    return average


def _set(trainer: Any, values: dict[str, Any]) -> None:
    import torch

    with torch.no_grad():
        for name, weight in _weights(trainer):
            weight.copy_(values[name])
