"""Turn Arabic news into knowledge graphs: offline, with the source sentence of every relation.

Examples:
    >>> import graph_builder as gb
    >>> kg = gb.build("seeds/", "output/")  # doctest: +SKIP
    >>> kg = gb.load("output/")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph_builder.api import Comparison, Entity, KnowledgeGraph, build, load
    from graph_builder.core.errors import (
        AmbiguousEntityError,
        AnnotationError,
        BuildError,
        CacheError,
        ChoiceError,
        ClusterError,
        DamagedBuildError,
        DecisionError,
        EntityError,
        GoldError,
        GraphBuilderError,
        InputError,
        LexiconError,
        MissingPackageError,
        ModelsError,
        OutputError,
        QueryError,
        RemoteStoreError,
        ResultError,
        SettingsError,
        StoreError,
        TrainingError,
        UnknownEntityError,
    )
    from graph_builder.core.settings import RdfOptions, Settings

_MODULES = {
    "Comparison": "api",
    "Entity": "api",
    "KnowledgeGraph": "api",
    "RdfOptions": "core.settings",
    "Settings": "core.settings",
    "build": "api",
    "load": "api",
}

__all__ = [
    "AmbiguousEntityError",
    "AnnotationError",
    "BuildError",
    "CacheError",
    "ChoiceError",
    "ClusterError",
    "Comparison",
    "DamagedBuildError",
    "DecisionError",
    "Entity",
    "EntityError",
    "GoldError",
    "GraphBuilderError",
    "InputError",
    "KnowledgeGraph",
    "LexiconError",
    "MissingPackageError",
    "ModelsError",
    "OutputError",
    "QueryError",
    "RdfOptions",
    "RemoteStoreError",
    "ResultError",
    "Settings",
    "SettingsError",
    "StoreError",
    "TrainingError",
    "UnknownEntityError",
    "__version__",
    "build",
    "load",
]
__version__ = version("graph-builder")


def __getattr__(name: str) -> Any:
    """Import a public name on first use: `graph-builder --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'core.errors')}"), name)
    except ModuleNotFoundError as error:
        from graph_builder.core.extras import missing_package

        raise missing_package(error) or error from error


def __dir__() -> list[str]:
    return __all__
