"""A comparison of two knowledge graphs: tables of what differs, and a page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from graph_builder.api import display
from graph_builder.compare import values, write
from graph_builder.compare.page import page
from graph_builder.compare.tables import TABLES

_TYPES = {
    **dict.fromkeys((f"{name}_{side}" for name in ("articles", "mentions", "sentences") for side in "ab"), "int64"),
    **dict.fromkeys(("rank_a", "rank_b"), "Int64"),
    **dict.fromkeys(("published_a", "published_b"), "datetime64[s]"),
    **dict.fromkeys(
        (f"{name}_{side}" for name in ("share", "mentions_per_article", "npmi", "confidence") for side in "ab"),
        "float64",
    ),
    **dict.fromkeys(("g2", "p", "q"), "float64"),
    "beyond_chance": "bool",
}


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """What differs between two knowledge graphs, A and B; `kg.compare(other)` returns one.

    The page "Comparing" of the documentation describes the columns of the tables and the measures. Each access to a
    table makes a new DataFrame, which can be changed freely.

    Examples:
        >>> comparison = kg.where(naming="لافروف").compare(kg)
        >>> comparison
        <Comparison of A (2 articles) and B (5 articles): 0 entities, 0 pairs, ... beyond chance, ... retold>

    Attributes:
        found: The frozen values.
    """

    found: values.Comparison

    @property
    def entities(self) -> pd.DataFrame:
        """How often each entity is named on each side, those first that differ by more than chance.

        Examples:
            >>> set(kg.compare(kg).entities["change"])
            {'same'}
        """
        return self._table("entities")

    @property
    def pairs(self) -> pd.DataFrame:
        """How often two entities are named in one sentence, those first that differ by more than chance."""
        return self._table("pairs")

    @property
    def relations(self) -> pd.DataFrame:
        """How often each relation is stated, affirmed or negated, those first that differ by more than chance."""
        return self._table("relations")

    @property
    def retold(self) -> pd.DataFrame:
        """The relations that both sides state, but differ in polarity, modality or source."""
        return self._table("retold")

    def show(self, height: int = 700) -> display.Page:
        """Return the page, `height` pixels high, which Jupyter and Visual Studio Code show below the cell."""
        return display.Page(self._title, page(self.found), height)

    def save(self, folder: str | Path) -> list[Path]:
        """Write the page and the tables into a folder, as `graph-builder compare` does, and return their paths.

        Raises:
            OutputError: The folder cannot be written; nothing in it has changed.
        """
        return write(self.found, Path(folder))

    def _table(self, name: str) -> pd.DataFrame:
        table = TABLES[name]
        made = pd.DataFrame(table.rows(self.found), columns=list(table.columns))
        return made.astype({column: kind for column, kind in _TYPES.items() if column in made.columns})

    @property
    def _title(self) -> str:
        return " | ".join(side.name for side in self.found.sides)

    def __repr__(self) -> str:
        sides = []
        for side in self.found.sides:
            number = len(side.knowledge.documents)
            sides.append(f"{side.name} ({number:,} {'article' if number == 1 else 'articles'})")
        clear = ", ".join(f"{number:,} {name}" for name, number in self.found.beyond_chance().items())
        return f"<Comparison of {' and '.join(sides)}: {clear} beyond chance, {len(self.found.retold):,} retold>"

    def _repr_html_(self) -> str:
        return display.comparison_card(self.found)
