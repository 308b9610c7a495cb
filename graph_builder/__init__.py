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
    from graph_builder.api import Entity, KnowledgeGraph, build, load
    from graph_builder.core.errors import GraphBuilderError
    from graph_builder.core.settings import RdfOptions, Settings

__all__ = ["Entity", "GraphBuilderError", "KnowledgeGraph", "RdfOptions", "Settings", "__version__", "build", "load"]
__version__ = version("graph-builder")

_MODULES = {
    "Entity": "api",
    "GraphBuilderError": "core.errors",
    "KnowledgeGraph": "api",
    "RdfOptions": "core.result",
    "Settings": "core.settings",
    "build": "api",
    "load": "api",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `graph-builder --help` needs none of it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    except ModuleNotFoundError as error:
        from graph_builder.core.extras import missing_package

        raise missing_package(error) or error from error


def __dir__() -> list[str]:
    return __all__
