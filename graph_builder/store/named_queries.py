"""The named queries of the package: files in queries/ whose first lines describe them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from graph_builder.core.errors import QueryError

_NARROW = "# Narrow by: "


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the package.

    Attributes:
        name: The name of its file.
        asks: What it answers, in a line.
        asks_arabic: The same in Arabic.
        narrows: The variables that a user may want to bind.
        sparql: The query itself.
    """

    name: str
    asks: str
    asks_arabic: str
    narrows: tuple[str, ...]
    sparql: str


def named_queries() -> tuple[NamedQuery, ...]:
    """Return all queries of the package, sorted by name."""
    files = (
        file for file in (resources.files("graph_builder.store") / "queries").iterdir() if file.name.endswith(".rq")
    )
    return tuple(
        _read(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def named_query(name: str) -> NamedQuery:
    """Return the query with this name.

    Raises:
        QueryError: There is none.
    """
    every = {query.name: query for query in named_queries()}
    if name not in every:
        raise QueryError(
            f"There is no query {name!r}; choose one of: {', '.join(every)}.", name=name, suggestions=every
        )
    return every[name]


def _read(name: str, sparql: str) -> NamedQuery:
    asks, arabic, narrows, *_ = sparql.split("\n")
    variables = narrows.removeprefix(_NARROW).split(", ")
    return NamedQuery(name, asks.removeprefix("# "), arabic.removeprefix("# "), tuple(variables), sparql)
