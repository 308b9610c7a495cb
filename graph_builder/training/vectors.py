"""Train word vectors by skip-gram (Mikolov et al. 2013): of tokens for NER, of words without clitics for syntax."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.core.errors import TrainingError
from graph_builder.training.text import Segments, lines, retypes, segmented

_RETYPED = 0.15


@dataclass(frozen=True, slots=True)
class Size:
    """The number of dimensions and of words, the most frequent ones; `half` stores float16."""

    dimensions: int
    words: int
    half: bool


# Stanza converts the vectors for NER to single precision when it loads them, but not those for syntax.
SIZES = {"words": Size(150, 80_000, True), "segmented": Size(100, 45_000, False)}


def write_text(articles: Iterable[str], cut: Segments | None, path: Path) -> None:
    """Write the training text, one paragraph per line, segmented into words if `cut` is given."""
    rng = random.Random(3)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            for tokens in lines(article, retypes(rng, _RETYPED)):
                file.write(" ".join(tokens if cut is None else segmented(tokens, cut)) + "\n")


def _skip_gram() -> Any:
    try:
        from gensim.models import Word2Vec
    except ImportError as error:
        raise TrainingError(
            "Word vectors are trained with gensim, which is not installed; run pip install 'graph-builder[train]'."
        ) from error
    return Word2Vec


def train(text: Path, size: Size, path: Path) -> None:
    """Train vectors on a file of text and write them in Stanza's format.

    Raises:
        TrainingError: If gensim is not installed.
    """
    import torch
    from stanza.models.common.pretrain import Pretrain

    model = _skip_gram()(
        corpus_file=str(text),
        vector_size=size.dimensions,
        max_final_vocab=size.words,
        window=5,
        sg=1,
        negative=8,
        sample=1e-4,
        alpha=0.05,
        epochs=3,
        min_count=4,
        workers=1,
        seed=1,
    )
    readable = text.with_suffix(".vec")
    model.wv.save_word2vec_format(str(readable))
    vectors = Pretrain(str(path), str(readable), save_to_file=False)
    vectors.load()
    torch.save(
        {
            "vocab": vectors.vocab.state_dict(),
            "emb": torch.as_tensor(vectors.emb, dtype=torch.half if size.half else torch.float),
        },
        path,
    )
