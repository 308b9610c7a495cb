"""How many differences beyond chance random halves of a build have, in which every difference is chance.

python -m tests.benchmarks.comparing BUILD --splits 10
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from graph_builder.compare import Side, compare
from graph_builder.core.filters import in_articles
from graph_builder.io import build_files


def main() -> None:
    """Compare random halves, and print the number of differences beyond chance of each kind in all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--splits", type=int, default=10)
    given = parser.parse_args()
    knowledge = build_files.knowledge(given.build)
    ids = sorted(document.id for document in knowledge.documents)
    found: Counter[str] = Counter()
    for seed in range(given.splits):
        half = set(random.Random(seed).sample(ids, len(ids) // 2))
        a, b = (in_articles(knowledge, part) for part in (half, set(ids) - half))
        found.update(compare(Side("A", a), Side("B", b)).beyond_chance())
    for kind, number in found.items():
        print(f"{kind}: {number} beyond chance in {given.splits} random halves of {len(ids)} articles")


if __name__ == "__main__":
    main()
