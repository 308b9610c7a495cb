"""CoNLL-U with entity tags and offsets, the plain-text form of annotations.

The format is that of Universal Dependencies. MISC contains what Stanza writes there: `start_char` and `end_char` of a
token, in code points of the original text, and `ner`, its entity tag in BIOES.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_builder.core.values import Sentence, Token, Word

_COLUMNS = 10


class ConlluError(ValueError):
    """Invalid CoNLL-U; the message gives the line and the problem."""


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence of a file: its comments, and its tokens with the MISC of each."""

    comments: tuple[str, ...]
    tokens: tuple[tuple[Token, dict[str, str]], ...]


def write(sentences: Iterable[Sentence], comments: Iterable[str] = ()) -> str:
    """Return the sentences as CoNLL-U, with the comments before the first."""
    lines = [f"# {comment}" for comment in comments]
    for sentence in sentences:
        number = 1
        for token in sentence.tokens:
            misc = f"start_char={token.start}|end_char={token.end}|ner={token.label}"
            if len(token.words) > 1:
                form = "".join(word.form for word in token.words)  # only the offsets tell how it was written
                lines.append(_line(f"{number}-{number + len(token.words) - 1}", form, *["_"] * 7, misc))
            for word in token.words:
                lines.append(_word_line(number, word, misc if len(token.words) == 1 else "_"))
                number += 1
        lines.append("")
    return "\n".join(lines) + "\n"


def read(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a file written by `write`.

    Raises:
        ConlluError: When the text is not CoNLL-U or a token has no offsets.
    """
    return tuple(_sentence(block) for block in blocks(text))


def blocks(text: str) -> Iterator[Block]:
    """Yield the sentences of any CoNLL-U file; offsets that are missing are -1.

    Raises:
        ConlluError: When the text is not CoNLL-U.
    """
    comments: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        line = line.rstrip("\r")
        if line.startswith("#"):
            comments.append(line[1:].strip())
        elif line.strip():
            columns = line.split("\t")
            if len(columns) != _COLUMNS:
                raise ConlluError(f"line {number} has {len(columns)} columns instead of {_COLUMNS}")
            rows.append((number, columns))
        elif rows:
            tokens = tuple(_tokens(rows))
            if not tokens:
                raise ConlluError(f"line {rows[0][0]} begins a sentence without words")
            yield Block(tuple(comments), tokens)
            comments, rows = [], []


def _word_line(number: int, word: Word, misc: str) -> str:
    columns = (word.form, word.lemma, word.upos, "_", word.feats, str(word.head), word.deprel, "_", misc)
    return _line(str(number), *columns)


def _line(*columns: str) -> str:
    return "\t".join(" ".join(column.split()) or "_" for column in columns)


def _tokens(rows: list[tuple[int, list[str]]]) -> Iterator[tuple[Token, dict[str, str]]]:
    expected = 1
    index = 0
    while index < len(rows):
        number, columns = rows[index]
        if "." in columns[0]:  # an empty node of the enhanced graph
            index += 1
            continue
        misc = _misc(columns[9])
        first, _, last = columns[0].partition("-")
        if last:
            size = _integer(last, number) - _integer(first, number) + 1
            body = rows[index + 1 : index + 1 + size]
        else:
            size, body = 1, [rows[index]]
        if _integer(first, number) != expected or size < 1 or len(body) != size:
            raise ConlluError(f"line {number} breaks the numbering of its sentence")
        words = tuple([_word(columns, number) for number, columns in body])
        start, end = _integer(misc.get("start_char", "-1"), number), _integer(misc.get("end_char", "-1"), number)
        misc["form"] = columns[1]
        yield Token(start, end, words, misc.get("ner", "O")), misc
        expected += size
        index += size + bool(last)


def _word(columns: list[str], number: int) -> Word:
    _, form, lemma, upos, _, feats, head, deprel, _, _ = columns
    return Word(
        form,
        "" if lemma == "_" else lemma,
        "" if upos == "_" else sys.intern(upos),
        "" if feats == "_" else sys.intern(feats),
        0 if head == "_" else _integer(head, number),
        "" if deprel == "_" else sys.intern(deprel),
    )


def _misc(column: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in column.split("|") if "=" in item)


def _integer(text: str, number: int) -> int:
    try:
        return int(text)
    except ValueError:
        raise ConlluError(f"line {number} has {text!r} where a number should be") from None


def _sentence(block: Block) -> Sentence:
    tokens = tuple(token for token, _ in block.tokens)
    if any(not 0 <= token.start < token.end for token in tokens):
        raise ConlluError("a token has no offsets")
    return Sentence(tokens[0].start, tokens[-1].end, tokens)
