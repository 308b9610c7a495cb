"""Text on its way into a file: UTF-8 and line feeds, whatever the locale and the system."""

from __future__ import annotations

import re
from pathlib import Path

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no encoding holds; as long as it was."""
    return _SURROGATE.sub("\ufffd", text)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8.

    Raises OSError.
    """
    path.write_bytes(encodable(text).encode("utf-8"))
