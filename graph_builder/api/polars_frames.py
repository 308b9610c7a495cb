"""Tables of pandas as those of Polars, with the types that pandas lacks."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import polars as pl

from graph_builder.core.values import Kind, Modality, Polarity
from graph_builder.lexicon import predicates

_TYPES: dict[str, Any] = {
    **dict.fromkeys(("since", "until", "published"), pl.Date()),
    **dict.fromkeys(("aliases", "links"), pl.List(pl.String)),
    "kind": pl.Enum(get_args(Kind)),
    "polarity": pl.Enum(get_args(Polarity)),
    "modality": pl.Enum(get_args(Modality)),
    "rule": pl.Categorical(),
}
_BY_PANDAS: dict[str, Any] = {"int64": pl.Int64(), "float64": pl.Float64()}


def polars_frame(table: pd.DataFrame) -> pl.DataFrame:
    """Return one of the tables of `Tables` with the same rows and columns, its index the first of these."""
    plain = table.reset_index() if table.index.name else table
    types = {**_TYPES, "predicate": pl.Enum(list(predicates()))}
    names = list(map(str, plain.columns))
    schema = {name: types.get(name) or _BY_PANDAS.get(str(plain[name].dtype), pl.String()) for name in names}
    return pl.DataFrame({name: _values(plain[name]) for name in names}, schema=schema)


def _values(column: pd.Series[Any]) -> list[Any]:
    """Return the values of a column as Python has them; None where one is missing."""
    missing = column.isna()
    if str(column.dtype).startswith("datetime64"):
        column = column.dt.date
    return [None if no else value for value, no in zip(column.tolist(), missing.tolist(), strict=True)]
