"""The seeds with their annotation as it was recorded, so that a build of them needs no model.

`python -m tests.support.recorded` annotates the seeds with the bundled models and records that anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.core.values import Annotated, Document, Problem
from graph_builder.corpus import read_corpus
from graph_builder.io import conllu

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"


def seeds() -> tuple[Document, ...]:
    """The articles in seeds/."""
    return read_corpus([SEEDS]).documents


def recorded(documents: Sequence[Document]) -> Iterator[Annotated]:
    """Each document's annotation from tests/gold/, by the stem of the file that the document was read from."""
    for document in documents:
        yield Annotated(document, conllu.read(_path(document).read_text(encoding="utf-8")))


def annotated_afresh(documents: Sequence[Document]) -> Iterator[Annotated]:
    """Each document's annotation by the bundled models on a CPU, in no promised order."""
    for outcome in StanzaAnnotator(find_weights(), "cpu")(documents):
        if isinstance(outcome, Problem):
            raise AssertionError(str(outcome))
        yield outcome


def _record() -> None:
    for annotated in annotated_afresh(seeds()):
        text = conllu.write(annotated.sentences, [f"newdoc id = {annotated.document.id}"])
        _path(annotated.document).write_text(text, encoding="utf-8", newline="\n")


def _path(document: Document) -> Path:
    return GOLD / f"{Path(document.source).stem}.conllu"


if __name__ == "__main__":
    _record()
