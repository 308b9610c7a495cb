"""Decode the bytes of a file to text, with detection of its encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

import charset_normalizer

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Unreadable

_UTF16 = ("utf_16_le", "utf_16_be")
_NAMES = {
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
    "cp720": "the DOS code page 720",
    "utf_16": "UTF-16",
    "utf_16_le": "UTF-16 without a byte order mark",
    "utf_16_be": "UTF-16 without a byte order mark",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARATION = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_ARABIC = re.compile("[\u0600-\u06ff]")
# Typographic characters that occur in any script are no evidence for an encoding.
_FOREIGN = re.compile("[^\x00-\x7f\u0600-\u06ff\u00a0«»“”‘’‹›…–—•\u200c-\u200f]")
# Decoded wrongly, at most 0.8 of the characters of Arabic text are Arabic letters; decoded rightly, nearly all.
_MOSTLY = 0.9
# A few damaged bytes, as after a broken download, are no reason to assume another encoding than UTF-8.
_DAMAGE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with a reason and a remedy if its encoding is to be reported."""

    text: str
    reason: str = ""
    remedy: str = ""

    def problems(self, source: str) -> list[Problem]:
        """Return the note to report for `source`, if any."""
        return [Problem(source, self.reason, self.remedy, "noted")] if self.reason else []


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the text in the bytes: UTF-8 or UTF-16 if they are valid as such, else as `declared`, else as detected.

    Line ends are kept; a byte order mark is removed.

    Raises:
        Unreadable: If the bytes are not text in an encoding of Arabic.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            decoded = _text(raw, codec)
            known = codec == "utf-8-sig" or bool(decoded.reason)
            return decoded if known else _noted(decoded.text, "utf_16", "by its byte order mark")
    if b"\0" in raw:
        return _detected(raw, _UTF16)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        damaged = _damaged(raw.decode("utf-8", "replace"))
        return damaged or _declared(raw, declared) or _detected(raw, ("cp1256", "iso8859_6", "cp720"))


def declaration(raw: bytes) -> str | None:
    """Return the encoding that the head of a page declares, by Python's name, if it is an Arabic one."""
    found = _DECLARATION.search(raw[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name.replace("-", "_") if found else ""
    except (LookupError, UnicodeDecodeError):
        return None
    return name if name in _NAMES else None


def _text(raw: bytes, codec: str) -> Decoded:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        damaged = _damaged(raw.decode(codec, "replace"))
        if damaged is None:
            raise _no_text() from None
        return damaged
    if "\0" in text:
        raise _no_text()
    return Decoded(text)


def _damaged(text: str) -> Decoded | None:
    damage = text.count("\ufffd")
    few = damage <= max(1, _DAMAGE * len(_ARABIC.findall(text)))
    if not few or "\0" in text or not _is_arabic(text.replace("\ufffd", "")):
        return None
    reason = f"it has damaged characters ({damage:,}), shown as \ufffd"
    return Decoded(text, reason, "fetch the file again from its source if they matter")


def _declared(raw: bytes, encoding: str | None) -> Decoded | None:
    try:
        return _noted(raw.decode(encoding), encoding, "as it declares") if encoding else None
    except UnicodeDecodeError:
        return None


def _detected(raw: bytes, encodings: tuple[str, ...]) -> Decoded:
    for encoding in _candidates(raw, encodings):
        text = raw.decode(encoding, "replace")
        if "\0" not in text and _is_arabic(text):
            return _noted(text, encoding, "judging by its letters")
    raise _no_text()


def _candidates(raw: bytes, encodings: tuple[str, ...]) -> Iterator[str]:
    # Windows-1256 is by far the most common Arabic encoding after Unicode, so it is tried before any guess.
    if "cp1256" in encodings:
        yield "cp1256"
    best = charset_normalizer.from_bytes(raw, cp_isolation=list(encodings)).best()
    if best:
        yield best.encoding


def _noted(text: str, encoding: str, why: str) -> Decoded:
    reason = f"it is not UTF-8 and was read as {_NAMES[encoding]}, {why}"
    return Decoded(text, reason, "save it as UTF-8 if its letters came out wrong")


def _is_arabic(text: str) -> bool:
    arabic = len(_ARABIC.findall(text))
    return arabic > 0 and arabic >= _MOSTLY * (arabic + len(_FOREIGN.findall(text)))


def _no_text() -> Unreadable:
    return Unreadable("it holds no text in UTF-8 or another encoding of Arabic", "save its text as UTF-8 or remove it")
