"""The queries that come with the package, each a file in queries/ that says in its first lines what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from graph_builder.core.errors import StoreError

_NARROW = "# Narrow by: "


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """What a query is called, what it asks, the variables that a user may want to narrow it by, and its SPARQL."""

    name: str
    asks: str
    narrows: tuple[str, ...]
    sparql: str


def named_queries() -> tuple[NamedQuery, ...]:
    """Every query of the package, by name."""
    files = (
        file for file in (resources.files("graph_builder.store") / "queries").iterdir() if file.name.endswith(".rq")
    )
    return tuple(
        _read(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def named_query(name: str) -> NamedQuery:
    """The query of that name.

    Raises StoreError.
    """
    every = {query.name: query for query in named_queries()}
    if name not in every:
        raise StoreError(f"There is no query {name!r}; choose of {', '.join(every)}.")
    return every[name]


def _read(name: str, sparql: str) -> NamedQuery:
    asks, narrows, *_ = sparql.split("\n")
    variables = narrows.removeprefix(_NARROW).split(", ")
    return NamedQuery(name, asks.removeprefix("# "), tuple(variables), sparql)
