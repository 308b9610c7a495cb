"""Compare two builds, or two parts of one: who and what is new, gone, stronger, weaker or told differently."""

from graph_builder.compare.compare import compare
from graph_builder.compare.sides import sides
from graph_builder.compare.values import Comparison, Side
from graph_builder.compare.write import write

__all__ = ["Comparison", "Side", "compare", "sides", "write"]
