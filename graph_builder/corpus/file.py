"""Input files, on disk or in an archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from graph_builder.corpus.article import Unreadable


@dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    Attributes:
        path: Its path on disk, or that of the archive that contains it.
        source: The name to show: its path from the folder that the user named, that folder included.
        content: Its bytes if it is not a file on disk but a member of an archive or standard input.
    """

    path: Path
    source: str
    content: bytes | None = None

    @property
    def suffix(self) -> str:
        """The suffix of its name in lower case, with the dot."""
        return PurePath(self.source if self.content is not None else self.path).suffix.lower()


def load(file: File, largest: int | None = None) -> bytes:
    """Return the bytes of a file.

    Raises:
        Unreadable: If the file is empty, is not a regular file, or has more than `largest` bytes (checked before
            reading).
        OSError: If it cannot be read.
    """
    size = len(file.content) if file.content is not None else _size(file.path)
    if not size:
        raise Unreadable("the file is empty", "put the article's text into it or remove it")
    if largest is not None and size > largest:
        raise Unreadable(
            f"the file has {size:,} bytes, and an article may have {largest:,}", "split it into its articles"
        )
    return file.path.read_bytes() if file.content is None else file.content


def _size(path: Path) -> int:
    if not path.exists():
        raise Unreadable("it is a link to something that is not there", "fix the link or remove it")
    if not path.is_file():
        raise Unreadable("it is a device or a pipe, not a file", "save what comes out of it as a file")
    return path.stat().st_size
