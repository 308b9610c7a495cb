"""Format Markdown for generated pages: tables, code, and right-to-left Arabic."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table with cells in Markdown.

    >>> print(table(["a", "b"], [["1", "x | y `z|z`"]]))
    | a | b |
    | --- | --- |
    | 1 | x \\| y `z|z` |
    """
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def arabic(text: str) -> str:
    """Return Arabic text, escaped, as an element with language and direction.

    >>> arabic("دمشق & حلب")
    '<span lang="ar" dir="rtl">دمشق &amp; حلب</span>'
    """
    return f'<span lang="ar" dir="rtl">{html.escape(text)}</span>'


def with_arabic(text: str) -> str:
    """Return English text, escaped, with its Arabic quotations as elements with language and direction.

    >>> with_arabic("An office: «وزير الدفاع».")
    'An office: <span lang="ar" dir="rtl">«وزير الدفاع»</span>.'
    """
    return "".join(arabic(part) if part.startswith("«") else html.escape(part) for part in re.split("(«.*?»)", text))


def example(sentence: str) -> str:
    """Return an example of the lexicon as a paragraph, its subject (in {}) in bold and its object (in []) underlined.

    >>> example("دعمت {إيران} [سوريا].")
    '<p lang="ar" dir="rtl">دعمت <b>إيران</b> <u>سوريا</u>.</p>'
    """
    with_subject = re.sub(r"\{(.*?)\}", r"<b>\1</b>", html.escape(sentence))
    with_both = re.sub(r"\[(.*?)\]", r"<u>\1</u>", with_subject)
    return f'<p lang="ar" dir="rtl">{with_both}</p>'


def code(words: Iterable[str]) -> str:
    """Return words as code, separated by commas.

    >>> code(["PER", "ORG"])
    '`PER`, `ORG`'
    """
    return ", ".join(f"`{word}`" for word in words)


def block(language: str, text: str) -> str:
    """Return a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def _cell(text: str) -> str:
    """Return a cell on one line; a bar between backticks does not end it."""
    return re.sub(r"(`[^`]*`)|\|", lambda part: part[1] or r"\|", " ".join(text.split()))
