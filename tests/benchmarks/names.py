"""A sample of the names in English of a build, drawn by chance, to be judged by eye.

    python -m tests.benchmarks.names BUILD [--seed N] [--number 100]

BUILD is the folder of a build. One name a line: kind, Arabic, English, and ≈ where it was made from letters. A name is
acceptable that the editor of an English newspaper would print: a body translated, a foreign person spelt as he spells
himself, an Arab's name readable, with its vowels.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = ("ORG", "PER")


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--number", type=int, default=100, help="of each kind")
    given = parser.parse_args()
    for entity in sample(given.build, given.seed, given.number):
        made = "≈" if entity["transliterated"] else ""
        print(entity["kind"], entity["name"], entity["name_latin"], made, sep="\t")


def sample(build: Path, seed: int, number: int) -> Iterator[dict[str, Any]]:
    """As many entities of each kind as are asked for, or all there are, the same for the same seed."""
    lines = (build / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    entities = sorted((json.loads(line) for line in lines), key=lambda entity: str(entity["id"]))
    chance = random.Random(seed)
    for kind in KINDS:
        every = [entity for entity in entities if entity["kind"] == kind]
        yield from chance.sample(every, min(number, len(every)))


if __name__ == "__main__":
    main()
