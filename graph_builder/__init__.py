"""Arabic news in, knowledge graphs out: offline, and every edge with the sentence it came from.

>>> import graph_builder as gb
>>> kg = gb.build("seeds/", "output/")  # doctest: +SKIP
>>> kg = gb.load("output/")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph_builder.errors import GraphBuilderError
    from graph_builder.export.result import RdfOptions
    from graph_builder.notebook import Entity, KnowledgeGraph, build, load
    from graph_builder.settings import Settings

__all__ = ["Entity", "GraphBuilderError", "KnowledgeGraph", "RdfOptions", "Settings", "__version__", "build", "load"]
__version__ = version("graph-builder")

_HOMES = {
    "Entity": "notebook",
    "GraphBuilderError": "errors",
    "KnowledgeGraph": "notebook",
    "RdfOptions": "export.result",
    "Settings": "settings",
    "build": "notebook",
    "load": "notebook",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `graph-builder --help` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
