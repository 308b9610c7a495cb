"""Split paragraphs into sentences, at . ؟ ! outside quotations, brackets, abbreviations and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A single full stop, or a run of question and exclamation marks. Several dots are a pause.
_STOP = re.compile(r"(?<![.…])\.(?![.…])|[؟?!]+")
_CLOSING = "»”\"'’)]}"
_OPENED_BY = {"»": "«", "”": "“", ")": "(", "]": "[", "}": "{"}
_OPENING = {"«": "«", "“": "“", "„": "“", "(": "(", "[": "[", "{": "{"}
_STRAIGHT = '"'
# A single letter, or letters with full stops between them, with or without «و» before them: د. ود. أ.ف.ب. U.S.
_INITIALS = re.compile(r"(?<!\w)و?(?:[^\W\d_]\.)*[^\W\d_]$")
_NUMBER_BEFORE = re.compile(r"\d\s*(?:[^\W\d_]\.)*[^\W\d_]$")
_ONLY_A_NUMBER = re.compile(r"\W*\d+$")
_LATIN = re.compile("[A-Za-z0-9]")
_WORD = re.compile(r"\w")
_STRAY = re.compile(r"\s+[.؟?!]+(?=\s)")
# Punctuation inside a sentence, even after a question mark: «أين؟، وكيف؟».
_GOES_ON = re.compile(r"[»”\")\]]*\s*[,،;؛:]")
# The names of Latin letters, as in بي. بي. سي. and بي. إم. دبليو.
_LETTERS = (
    "ايه إيه أيه بي سي دي إي اي إف اف جي إتش اتش آي جيه كي كيه إل ال إم ام إن ان أو او كيو آر ار إس اس تي يو في "
    "دبليو إكس اكس واي زد"
)
_LETTER_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(_LETTERS.split())})$")
_NEXT_LETTER_NAME = re.compile(rf"\s*(?:{'|'.join(_LETTERS.split())})(?!\w)")


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every sentence of a paragraph, in code points, without the blanks around it.

    The end of the paragraph is the end of a sentence.
    """
    start = 0
    for end in [*_ends(paragraph), len(paragraph)]:
        if inner := paragraph[start:end].strip():
            first = paragraph.index(inner, start)
            yield first, first + len(inner)
        start = end


def _ends(text: str) -> Iterator[int]:
    quoted = _quoted(text)
    start = 0
    for stop in _STOP.finditer(text):
        if not _WORD.search(text, stop.end()):  # only punctuation is left: it belongs to this sentence
            return
        if not _WORD.search(text, start, stop.start()) or not _ends_sentence(text, start, stop):
            continue
        end = stop.end()
        while end < len(text) and text[end] in _CLOSING and (quoted[end] or text[end] in _OPENED_BY):
            end += 1
        if stray := _STRAY.match(text, end):
            end = stray.end()
        # A closing quotation mark is still part of the quotation.
        outside = end == len(text) or not quoted[end] or not quoted[end - 1] or _opens(text, end, quoted)
        if outside and not (quoted[stop.start()] and end == stop.end()):
            yield end
            start = end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    before, after = text[start : stop.start()], text[stop.end() : stop.end() + 1]
    if _GOES_ON.match(text, stop.end()):
        return False
    if stop[0] != ".":
        return True
    if before[-1:].isdigit() and text[stop.end() :].lstrip()[:1].isdigit():  # «8.45», or «8. 45» by mistake
        return False
    if _LATIN.match(before[-1:]) and _LATIN.match(after):  # a domain name or a version
        return False
    if _ONLY_A_NUMBER.match(before):  # «1. » numbers an item
        return False
    if _LETTER_NAME.search(before) and _NEXT_LETTER_NAME.match(text, stop.end()):
        return False
    return not _INITIALS.search(before) or bool(_NUMBER_BEFORE.search(before))


def _opens(text: str, index: int, quoted: list[bool]) -> bool:
    """Return whether a quotation begins here, right after another."""
    return text[index] in _OPENING or (text[index] == _STRAIGHT and quoted[index] and text[index - 1] in _CLOSING)


def _quoted(text: str) -> list[bool]:
    """Return for every character whether it is in a quotation or in brackets, the delimiters included.

    Unbalanced delimiters are ignored.
    """
    inside = [False] * len(text)
    opened: list[tuple[str, int]] = []
    for index, sign in enumerate(text):
        if sign == _STRAIGHT:
            kind, closes = _STRAIGHT, _has(opened, _STRAIGHT) and not _leads(text, index)
        else:
            kind, closes = _OPENED_BY.get(sign, ""), sign in _OPENED_BY and _has(opened, _OPENED_BY[sign])
        if closes:
            while True:
                opening, where = opened.pop()
                if opening == kind:
                    break
            inside[where : index + 1] = [True] * (index + 1 - where)
        elif sign in _OPENING or (sign == _STRAIGHT and not _has(opened, _STRAIGHT)):
            opened.append((_OPENING.get(sign, sign), index))
    return inside


def _has(opened: list[tuple[str, int]], kind: str) -> bool:
    return any(opening == kind for opening, _ in opened)


def _leads(text: str, index: int) -> bool:
    """Return whether a straight quotation mark opens a quotation: a blank before it, none after it."""
    return (index == 0 or text[index - 1].isspace()) and index + 1 < len(text) and not text[index + 1].isspace()
