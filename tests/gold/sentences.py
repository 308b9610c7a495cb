"""Where the sentences of the seeds end, marked by hand, against where the pipeline ends them.

    python -m tests.gold.sentences

A file of `sentences/` holds an end a line, in code points of the article, and the words before it to check it by.
"""

from __future__ import annotations

from pathlib import Path

from graph_builder.core.values import Annotated
from tests.support.recorded import recorded, seeds

HERE = Path(__file__).parent / "sentences"


def marked(stem: str) -> set[int]:
    """The ends in one article."""
    rows = (HERE / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()
    return {int(row.split("\t")[0]) for row in rows}


def score(annotated: list[Annotated]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the ends in all articles."""
    gold = {(each.document.id, end) for each in annotated for end in marked(Path(each.document.source).stem)}
    found = {(each.document.id, sentence.end) for each in annotated for sentence in each.sentences}
    right = len(gold & found)
    return right / len(found), right / len(gold), 2 * right / (len(found) + len(gold))


if __name__ == "__main__":
    print("sentences: precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*score(list(recorded(seeds())))))
