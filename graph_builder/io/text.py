"""Text files in UTF-8 with line feeds, independent of locale and system."""

from __future__ import annotations

import re
from pathlib import Path

_SURROGATE = re.compile("[\ud800-\udfff]")
_ILLEGIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def encodable(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate, which no encoding can represent; its length stays."""
    return _SURROGATE.sub("\ufffd", text)


def legible(text: str) -> str:
    """Return the text with U+FFFD for each code point that XML cannot represent; offsets are unchanged."""
    return _ILLEGIBLE.sub("\ufffd", text)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8.

    Raises:
        OSError: When the file cannot be written.
    """
    path.write_bytes(encodable(text).encode("utf-8"))
