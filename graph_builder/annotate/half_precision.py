"""Multiply matrices in bfloat16 where the processor does so; elsewhere PyTorch emulates it, a hundred times slower."""

from __future__ import annotations

from typing import Any


def matrix_type() -> Any:
    """Return the data type in which matrices are multiplied: bfloat16 if the processor supports it, else float32."""
    import torch

    return torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32


def mixed_precision() -> Any:
    """Return a context in which matrices are multiplied in the data type of `matrix_type`."""
    import torch

    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=matrix_type() == torch.bfloat16)
