"""Read CoNLL-U files: articles that were annotated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from graph_builder.core.values import Problem, Sentence
from graph_builder.corpus.article import Article, Item, Unreadable, document
from graph_builder.corpus.dates import UnreadableDate, published
from graph_builder.corpus.decode import decode
from graph_builder.corpus.file import File, load
from graph_builder.io.conllu import Block, ConlluError, blocks
from graph_builder.io.text import legible

# The escapes of SpacesAfter, as UDPipe and Stanza write them.
_ESCAPES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}
_TAGS = ("B-", "I-", "E-", "S-")
# The BIOES tag of a token, by whether its entity includes the previous and the next token.
_SHAPES = {(False, False): "S", (False, True): "B", (True, True): "I", (True, False): "E"}
_REMEDY = "fix it or provide the article as text"


def read(file: File, _: Mapping[str, str]) -> Iterator[Item]:
    """Yield the articles of a CoNLL-U file: one for each `# newdoc`, or a single one.

    The text is assembled from the forms of the tokens and the spaces that MISC states; all offsets refer to that text.
    Entity tags are read from `ner` of MISC, in BIO or BIOES.

    Raises:
        Unreadable: If the file is not CoNLL-U or contains no sentence.
        OSError: If it cannot be read.
    """
    decoded = decode(load(file))
    yield from decoded.problems(file.source)
    try:
        articles = list(_articles(legible(decoded.text)))
    except ConlluError as error:
        raise Unreadable(f"it is not CoNLL-U ({error})", _REMEDY) from None
    if not articles:
        raise Unreadable("there is no sentence in it", "provide the article as text or remove it")
    for number, sentences in enumerate(articles, start=1):
        name = _named(sentences[0].comments, "newdoc id") or str(number)
        place = file.source if len(articles) == 1 else f"{file.source}#{name}"
        try:
            yield from _article(place, sentences)
        except Unreadable as error:
            yield error.problem(place)


def _articles(text: str) -> Iterator[list[Block]]:
    article: list[Block] = []
    for block in blocks(text):
        if article and _has(block, "newdoc"):
            yield article
            article = []
        article.append(block)
    if article:
        yield article


def _article(place: str, sentences: Sequence[Block]) -> Iterator[Item]:
    text, offsets = _laid_out(sentences)
    annotated = tuple(
        _sentence(number, block, starts)
        for number, (block, starts) in enumerate(zip(sentences, offsets, strict=True), 1)
    )
    comments = sentences[0].comments
    stated = _named(comments, "published")
    when = None
    try:
        when = published(stated)
    except UnreadableDate as error:
        yield Problem(place, f"the date {stated[:40]!r} is ignored: {error.reason}", error.remedy, "noted")
    source = _named(comments, "source") or place
    yield Article(place, document(text, source, title=_named(comments, "title"), published=when), annotated)


def _laid_out(sentences: Sequence[Block]) -> tuple[str, list[list[int]]]:
    """Return the text of an article, and the start offset of each token of each sentence."""
    parts: list[str] = []
    offsets: list[list[int]] = []
    length = 0
    for block, following in zip(sentences, [*sentences[1:], None], strict=True):
        starts: list[int] = []
        for (_, misc), space in zip(block.tokens, _spaces(block, following), strict=True):
            starts.append(length)
            parts += misc["form"], space
            length += len(misc["form"]) + len(space)
        offsets.append(starts)
    return "".join(parts), offsets


def _spaces(block: Block, following: Block | None) -> list[str]:
    """Return the white space after each token of a sentence."""
    inside = []
    for (token, misc), (after, _) in pairwise(block.tokens):
        adjacent = misc.get("SpaceAfter") == "No" or 0 <= token.end == after.start
        inside.append(_stated_space(misc) or ("" if adjacent else " "))
    if following is None:
        return [*inside, ""]
    stated = _stated_space(block.tokens[-1][1])
    return [*inside, "\n" if "\n" not in stated and _has(following, "newpar") else stated or " "]


def _stated_space(misc: Mapping[str, str]) -> str:
    stated = re.sub(r"\\(.)", lambda escape: _ESCAPES.get(escape[1], escape[0]), misc.get("SpacesAfter", ""))
    return stated if stated.isspace() else ""


def _sentence(number: int, block: Block, starts: Sequence[int]) -> Sentence:
    labels = _bioes([token.label for token, _ in block.tokens])
    tokens = []
    for (token, misc), start, label in zip(block.tokens, starts, labels, strict=True):
        if not misc["form"].strip() or not token.words:
            raise Unreadable(f"a token of sentence {number} has no form", _REMEDY)
        tokens.append(replace(token, start=start, end=start + len(misc["form"]), label=label))
    sentence = Sentence(tokens[0].start, tokens[-1].end, tuple(tokens))
    heads = dict(enumerate(((word.head,) for word in sentence.words), start=1))
    try:
        TopologicalSorter(heads).prepare()
    except CycleError:
        raise Unreadable(f"the heads of sentence {number} form a cycle", _REMEDY) from None
    if any(head != 0 and head not in heads for (head,) in heads.values()):
        raise Unreadable(f"a head of sentence {number} lies outside it", _REMEDY)
    return sentence


def _bioes(labels: Sequence[str]) -> list[str]:
    """Return BIOES labels for BIO or BIOES labels; any other label becomes O."""
    tags = [label.partition("-") if label[:2] in _TAGS and label[2:] else ("O", "", "") for label in labels]
    kinds = [kind for _, _, kind in tags]
    joined = [
        tag in "IE" and previous in "BI" and kind == kinds[index]
        for index, ((previous, _, _), (tag, _, kind)) in enumerate(pairwise(tags))
    ]
    return [
        f"{_SHAPES[before, after]}-{kind}" if kind else "O"
        for kind, before, after in zip(kinds, [False, *joined], [*joined, False], strict=True)
    ]


def _named(comments: Sequence[str], name: str) -> str:
    """Return the value of the comment `# name = value`, or ""."""
    pairs = (comment.partition("=") for comment in comments)
    return next((value.strip() for key, _, value in pairs if key.strip() == name), "")


def _has(block: Block, mark: str) -> bool:
    return any(comment.split("=")[0].split()[:1] == [mark] for comment in block.comments)
