"""Packages of the extras of graph-builder, and messages for missing ones."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from graph_builder.core.errors import MissingPackageError

# Import name of a package: its name on PyPI, and the extra that installs it.
PACKAGES = {
    "cassis": ("dkpro-cassis", "annotation"),
    "anywidget": ("anywidget", "notebook"),
    "distributed": ("distributed", "dask"),
    "docx": ("python-docx", "files"),
    "feedparser": ("feedparser", "html"),
    "igraph": ("igraph", "notebook"),
    "openpyxl": ("openpyxl", "files"),
    "pandas": ("pandas", "notebook"),
    "pebble": ("pebble", "serve"),
    "polars": ("polars", "notebook"),
    "pyarrow": ("pyarrow", "files"),
    "pypdf": ("pypdf", "files"),
    "pyshacl": ("pyshacl", "sparql"),
    "requests": ("requests", "sparql"),
    "trafilatura": ("trafilatura", "html"),
    "warcio": ("warcio", "files"),
    "watchfiles": ("watchfiles", "serve"),
    "werkzeug": ("werkzeug", "serve"),
}


def remedy(module: str) -> tuple[str, str] | None:
    """Return the package of a module and how to install it; None if no extra includes it."""
    if (known := PACKAGES.get(module.partition(".")[0])) is None:
        return None
    package, extra = known
    return package, f"install it with: pip install 'graph-builder[{extra}]'"


def missing_package(error: ModuleNotFoundError) -> MissingPackageError | None:
    """Return a failed import as an error for the user; None if no extra includes the module."""
    found = remedy(error.name or "")
    if found is None:
        return None
    return MissingPackageError(f"For this, the package {found[0]} is needed; {found[1]}.", name=found[0])


def require(module: str, purpose: str) -> None:
    """Check that the package of an extra is installed.

    Args:
        module: Import name, one of `PACKAGES`.
        purpose: The purpose, as in `write parquet files`.

    Raises:
        MissingPackageError: When it is not installed.
    """
    if find_spec(module) is None and (found := remedy(module)):
        raise MissingPackageError(f"To {purpose}, the package {found[0]} is needed; {found[1]}.", name=found[0])


def installed_version(package: str) -> str:
    """Return the version of a package by its name on PyPI; empty if it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
