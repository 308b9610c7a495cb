"""Arabic news in, knowledge graphs out: offline, and every edge with the sentence it came from.

>>> import graph_builder
>>> built = graph_builder.build("seeds/", "output/")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph_builder.errors import GraphBuilderError
    from graph_builder.pipeline import Built, Settings, build

__all__ = ["Built", "GraphBuilderError", "Settings", "build"]
__version__ = version("graph-builder")

_HOMES = {"GraphBuilderError": "errors", "Built": "pipeline", "Settings": "pipeline", "build": "pipeline"}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `graph-builder --help` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
