"""The plain text as training data: tokens, and words without clitics.

A token is segmented in the same way wherever it occurs: running the tokenizer and the expander over all of the text
instead of its vocabulary would take hours.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph_builder.training.treebank import bare
from graph_builder.training.typing_noise import typing_noise

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_+")
_ARABIC = re.compile("[\u0621-\u064a]+")
# The minimum count of a token to be segmented, and the numbers of tokens per batch and per sentence in the pipeline.
_OFTEN, _TOGETHER, _SENTENCE = 5, 4_000, 20

Segments = Mapping[str, Sequence[str]]


def lines(article: str, retype: Callable[[str], str] = str) -> Iterator[list[str]]:
    """Yield the tokens of every non-empty line of an article."""
    for line in bare(article).split("\n"):
        if tokens := [retype(token) for token in TOKEN.findall(line)]:
            yield tokens


def segments(articles: Iterable[str], pipeline: Any) -> Segments:
    """Return the words of the frequent tokens of articles, by a pipeline of tokenizer and expander."""
    counts = Counter(token for article in articles for tokens in lines(article) for token in tokens)
    frequent = sorted(t for t, n in counts.items() if n >= _OFTEN and _ARABIC.fullmatch(t))
    cut: dict[str, Sequence[str]] = {}
    for first in range(0, len(frequent), _TOGETHER):
        some = frequent[first : first + _TOGETHER]
        sentences = [" ".join(some[i : i + _SENTENCE]) for i in range(0, len(some), _SENTENCE)]
        for sentence in pipeline("\n\n".join(sentences)).sentences:
            cut.update((token.text, [word.text for word in token.words]) for token in sentence.tokens)
    return cut


def segmented(tokens: Sequence[str], cut: Segments) -> list[str]:
    """Return the words of tokens."""
    return [word for token in tokens for word in cut.get(token, [token])]


def retypes(rng: random.Random, share: float) -> Callable[[str], str]:
    """Return typing noise for a share of the articles, and the identity for the others."""
    return typing_noise(rng) if rng.random() < share else str
