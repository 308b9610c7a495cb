"""Names that a model found in plain text, made to agree with one another: what is learnt from beside the corpora.

A name that comes up often is what the model mostly takes it for, wherever it stands; so each new context of it teaches
what the model did not know yet (one sense per collocation, Yarowsky 1995).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder.arabic.sentences import sentences as split
from graph_builder.training.names import Sentence
from graph_builder.training.text import lines
from graph_builder.training.treebank import bare

Name = tuple[str, ...]
# From where to where in a sentence, and of what kind.
Span = tuple[int, int, str]

# A name is known that was found so often, mostly as one kind, and mostly wherever its words stand.
_OFTEN, _ONE_KIND, _FOUND = 5, 0.75, 0.6
_LONGEST = 7
# Sentences of so many tokens are learnt from.
_TOKENS = range(8, 60)


def plain_sentences(articles: Iterable[str], wanted: int) -> list[list[str]]:
    """The tokens of the first sentences of the articles that are neither headings nor whole paragraphs."""
    found: list[list[str]] = []
    for article in articles:
        for paragraph in bare(article).split("\n"):
            for start, end in split(paragraph):
                found += (tokens for tokens in lines(paragraph[start:end]) if len(tokens) in _TOKENS)
        if len(found) >= wanted:
            return found[:wanted]
    return found


def agreed(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with names in them, and every known name marked as what it mostly is.

    A name that is known, or longer than what it overlaps, goes first; one that is found often, but not as one kind,
    makes its sentence too doubtful to learn from.
    """
    spans = [_spans(sentence) for sentence in sentences]
    kinds: defaultdict[Name, Counter[str]] = defaultdict(Counter)
    for sentence, found in zip(sentences, spans, strict=True):
        for first, last, kind in found:
            kinds[_words(sentence, first, last)][kind] += 1
    often = {name: counts for name, counts in kinds.items() if counts.total() >= _OFTEN}
    stand = Counter(name for sentence in sentences for _, _, name in _standing(sentence, often))
    known = {
        name: kind
        for name, counts in often.items()
        for kind, count in counts.most_common(1)
        if count >= _ONE_KIND * counts.total() and counts.total() >= _FOUND * stand[name]
    }
    settled: list[Sentence] = []
    for sentence, found in zip(sentences, spans, strict=True):
        chosen = _chosen(sentence, found, known)
        if chosen and not any(_words(sentence, *span[:2]) in often.keys() - known.keys() for span in chosen):
            settled.append(_marked(sentence, chosen))
    return settled


def _chosen(sentence: Sentence, found: Iterable[Span], known: Mapping[Name, str]) -> list[Span]:
    """The known names that stand in the sentence and the others that were found, none overlapping another."""
    candidates = {(first, last): kind for first, last, kind in found}
    candidates.update({(first, last): known[name] for first, last, name in _standing(sentence, known)})
    chosen: list[Span] = []
    for first, last in sorted(candidates, key=lambda span: (span[0] - span[1], span)):
        if all(last <= other or after <= first for other, after, _ in chosen):
            chosen.append((first, last, candidates[first, last]))
    return chosen


def _standing(sentence: Sentence, names: Mapping[Name, object]) -> Iterator[tuple[int, int, Name]]:
    """Where words of the sentence are one of the names."""
    for first in range(len(sentence)):
        for last in range(first + 1, min(len(sentence), first + _LONGEST) + 1):
            if (name := _words(sentence, first, last)) in names:
                yield first, last, name


def _words(sentence: Sentence, first: int, last: int) -> Name:
    return tuple(word for word, _ in sentence[first:last])


def _spans(sentence: Sentence) -> list[Span]:
    spans: list[Span] = []
    for i, (_, label) in enumerate(sentence):
        position, _, kind = label.partition("-")
        if position == "B":
            spans.append((i, i + 1, kind))
        elif position == "I":
            first, _, _ = spans.pop()
            spans.append((first, i + 1, kind))
    return spans


def _marked(sentence: Sentence, spans: Iterable[Span]) -> Sentence:
    labels = ["O"] * len(sentence)
    for first, last, kind in spans:
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
    return [(word, label) for (word, _), label in zip(sentence, labels, strict=True)]
