"""Packages that are installed with an extra of graph-builder, and what to say where one is missing."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from graph_builder.core.errors import MissingPackageError

# By the name under which Python imports it: the name under which pip knows it, and the extra that brings it.
PACKAGES = {
    "distributed": ("distributed", "dask"),
    "docx": ("python-docx", "files"),
    "feedparser": ("feedparser", "html"),
    "openpyxl": ("openpyxl", "files"),
    "pandas": ("pandas", "notebook"),
    "pyarrow": ("pyarrow", "files"),
    "pypdf": ("pypdf", "files"),
    "pyshacl": ("pyshacl", "sparql"),
    "requests": ("requests", "sparql"),
    "trafilatura": ("trafilatura", "html"),
    "warcio": ("warcio", "files"),
}


def remedy(module: str) -> tuple[str, str] | None:
    """Return the package that a module belongs to and how to install it; None if no extra brings it."""
    if (known := PACKAGES.get(module.partition(".")[0])) is None:
        return None
    package, extra = known
    return package, f"install it with: pip install 'graph-builder[{extra}]'"


def missing_package(error: ModuleNotFoundError) -> MissingPackageError | None:
    """Return what a failed import means to a user; None if the module belongs to no extra."""
    found = remedy(error.name or "")
    if found is None:
        return None
    return MissingPackageError(f"For this, the package {found[0]} is needed; {found[1]}.", name=found[0])


def require(module: str, purpose: str) -> None:
    """Check that the package of an extra is installed.

    Args:
        module: The name under which Python imports it, one of `PACKAGES`.
        purpose: What it is needed for, as in `write parquet files`.

    Raises:
        MissingPackageError: If it is not installed.
    """
    if find_spec(module) is None and (found := remedy(module)):
        raise MissingPackageError(f"To {purpose}, the package {found[0]} is needed; {found[1]}.", name=found[0])


def installed_version(package: str) -> str:
    """Return the version of a package by the name under which pip knows it; empty if it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
