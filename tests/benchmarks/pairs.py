"""Which names are one actor's: our merging beside rapidfuzz and nomenklatura, over the pairs in `tests/gold/pairs.csv`.

    python -m tests.benchmarks.pairs

Rules were written looking at the one half of the pairs, never at the other; each has its rows. rapidfuzz compares the
folded names, nomenklatura the Latin ones that we give them; each takes the threshold that is best on those very rows.
nomenklatura needs ICU's headers to be built, so the tests do not bring it: `pip install nomenklatura`.
"""

from __future__ import annotations

import csv
import functools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Document, Entity, Kind, Sentence, Token, Word, content_id
from graph_builder.resolve import resolve
from graph_builder.resolve.latin_names import latin_name

PAIRS = Path(__file__).parents[1] / "gold" / "pairs.csv"
SEED = 7

# How alike two names are, from 0 to 1.
Likeness = Callable[["Pair"], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one kind with the words beside them, in one article or two; `same` if they are one actor's."""

    same: bool
    kind: Kind
    left: str
    left_beside: str
    right: str
    right_beside: str
    together: bool


def pairs() -> list[Pair]:
    """Every pair of the table, as it stands there."""
    kinds: dict[str, Kind] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["same"] == "yes",
                kinds[row["kind"]],
                row["left"],
                row["left_beside"],
                row["right"],
                row["right_beside"],
                row["articles"] == "one",
            )
            for row in csv.DictReader(file)
        ]


def halves() -> tuple[list[Pair], list[Pair]]:
    """The pairs that rules were written for, and those kept back."""
    every = pairs()
    random.Random(SEED).shuffle(every)
    return every[: len(every) // 2], every[len(every) // 2 :]


def merged(pair: Pair) -> float:
    """1 where our resolution makes the two names one entity's, else 0."""
    sides = ((pair.left, pair.left_beside), (pair.right, pair.right_beside))
    if pair.together:
        corpus = [_article(pair.kind, sides)]
    else:
        corpus = [_article(pair.kind, [side], number) for number, side in enumerate(sides)]
    entities = resolve(corpus).entities
    left = _named(entities, corpus[0].document, corpus[0].document.text.index(f"\n{pair.left}") + 1)
    last = corpus[-1].document
    right = _named(entities, last, last.text.rindex(f"\n{pair.right}") + 1)
    return float(left is not None and left == right)


def _article(kind: Kind, sides: Sequence[tuple[str, str]], number: int = 0) -> Annotated:
    """An article of a sentence for each name, the words beside it in front; all that is no name is an unknown noun."""
    text = "—" * number + "\n"
    sentences: list[Sentence] = []
    for name, beside in sides:
        start = len(text)
        tokens: list[Token] = []
        for words, label in ((beside.split(), ""), (name.split(), kind)):
            text += "\n" if label and tokens else ""
            for place, word in enumerate(words):
                tag = _tag(place, len(words), label) if label else "O"
                one = Word(word, word, "PROPN" if label else "NOUN", "", 0, "root")
                tokens.append(Token(len(text), len(text) + len(word), (one,), tag))
                text += word + (" " if place + 1 < len(words) else "")
        sentences.append(Sentence(start, len(text), tuple(tokens)))
        text += "\n"
    return Annotated(Document(content_id(text), f"{number}.txt", "", text), tuple(sentences))


def _tag(place: int, length: int, label: str) -> str:
    if length == 1:
        return f"S-{label}"
    return ("B" if place == 0 else "E" if place + 1 == length else "I") + f"-{label}"


def _named(entities: Sequence[Entity], document: Document, start: int) -> str | None:
    """The entity that is mentioned at an offset, or in the words of a name that starts there."""
    end = document.text.index("\n", start)
    for entity in entities:
        for mention in entity.mentions:
            if mention.document == document.id and start <= mention.start < end:
                return entity.id
    return None


def by_rapidfuzz() -> Iterator[tuple[str, Likeness]]:
    """Scorers of rapidfuzz over folded names."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.WRatio):
        yield f"rapidfuzz {scorer.__name__}", functools.partial(_scored, scorer, 100)
    yield "rapidfuzz JaroWinkler", functools.partial(_scored, JaroWinkler.similarity, 1)


def _scored(scorer: Callable[[str, str], float], most: int, pair: Pair) -> float:
    return scorer(fold(pair.left), fold(pair.right)) / most


def by_nomenklatura() -> Iterator[tuple[str, Likeness]]:
    """Matchers of nomenklatura over Latin names."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    schemata = {"PER": "Person", "ORG": "Organization", "LOC": "LegalEntity"}

    def likeness(algorithm: Any, pair: Pair) -> float:
        sides = []
        for number, name in enumerate((pair.left, pair.right)):
            names = {"name": [latin_name(pair.kind, name)[0]]}
            sides.append(model.get_proxy({"id": str(number), "schema": schemata[pair.kind], "properties": names}))
        return float(algorithm.compare(*sides, algorithm.default_config()).score)

    for name in ("logic-v1", "logic-v2", "regression-v1", "name-based"):
        yield f"nomenklatura {name}", functools.partial(likeness, get_algorithm(name))


def measured(likeness: Likeness, rows: Sequence[Pair]) -> tuple[float, float, float, float]:
    """Precision, recall and F1 at the threshold that has the best F1, and the threshold."""
    scored = [(likeness(pair), pair.same) for pair in rows]
    found = []
    for threshold in sorted({score for score, _ in scored if score > 0}):
        judged = [same for score, same in scored if score >= threshold]
        precision, recall = sum(judged) / len(judged), sum(judged) / sum(pair.same for pair in rows)
        f1 = 2 * precision * recall / (precision + recall) if judged and sum(judged) else 0.0
        found.append((f1, threshold, precision, recall))
    f1, threshold, precision, recall = max(found)
    return precision, recall, f1, threshold


def main() -> None:
    """Print a table for each half of the pairs."""
    matchers: list[tuple[str, Likeness]] = [("graph_builder", merged)]
    for library, those in (("rapidfuzz", by_rapidfuzz), ("nomenklatura", by_nomenklatura)):
        try:
            matchers += those()
        except ImportError:
            print(f"{library} is not installed, so it is left out; pip install {library} brings it.")
    for title, rows in zip(("seen while rules were written", "kept back"), halves(), strict=True):
        print(f"\n{title}: {len(rows)} pairs, {sum(pair.same for pair in rows)} of one actor")
        print(f"{'':32}{'precision':>10}{'recall':>8}{'F1':>7}{'threshold':>11}")
        for name, likeness in matchers:
            precision, recall, f1, threshold = measured(likeness, rows)
            print(f"{name:32}{precision:10.2f}{recall:8.2f}{f1:7.2f}{threshold:11.2f}")


if __name__ == "__main__":
    main()
