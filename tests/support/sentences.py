"""Short made-up articles with their annotation as the pipeline gave it, so that rules are tested without a model.

`sentences.conllu` holds them all: `# newdoc id` names an article, each `# text` below is a line of its text. To add
one, put these comments at the end of the file; `python -m tests.support.sentences` annotates every article anew.
"""

from __future__ import annotations

import functools
from pathlib import Path

from graph_builder.core.values import Annotated, Document, Sentence, content_id
from graph_builder.io import conllu

_FILE = Path(__file__).with_suffix(".conllu")
_ARTICLE = "# newdoc id = "
_LINE = "# text = "


def article(name: str) -> Annotated:
    """The article of that name, annotated."""
    return articles()[name]


@functools.cache
def articles() -> dict[str, Annotated]:
    """Every article by its name."""
    return dict(_read(part) for part in _FILE.read_text(encoding="utf-8").split(_ARTICLE)[1:])


def document(text: str, source: str = "article.txt") -> Document:
    """A document of that text."""
    return Document(content_id(text), source, "", text)


def shifted(sentence: Sentence, by: int) -> Sentence:
    """The same sentence so many characters further on."""
    tokens = tuple(type(t)(t.start + by, t.end + by, t.words, t.label) for t in sentence.tokens)
    return Sentence(sentence.start + by, sentence.end + by, tokens)


def _read(part: str) -> tuple[str, Annotated]:
    name, _, rest = part.partition("\n")
    text = "\n".join(line.removeprefix(_LINE) for line in rest.split("\n") if line.startswith(_LINE))
    return name, Annotated(document(text, f"{name}.txt"), conllu.read(rest))


def _record() -> None:
    from graph_builder.annotate.stanza import annotate_batch, load
    from graph_builder.annotate.weights import find_weights

    pipeline = load(find_weights(), "cpu")
    parts = []
    for name, annotated in articles().items():
        (outcome,) = annotate_batch(pipeline, [annotated.document])
        if not isinstance(outcome, Annotated):
            raise AssertionError(str(outcome))
        lines = [_LINE.removeprefix("# ") + line for line in annotated.document.text.split("\n")]
        parts.append(conllu.write(outcome.sentences, [f"newdoc id = {name}", *lines]))
    _FILE.write_text("".join(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _record()
