"""Cache of named texts on disk.

The second line of a file is the digest of the lines after it; a file that does not match its digest is ignored.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from graph_builder.core.errors import CacheError
from graph_builder.core.values import content_id


class TextCache:
    """Cached texts in a folder, one file NAME.SUFFIX each."""

    def __init__(self, directory: Path, suffix: str) -> None:
        self.directory = directory
        self._suffix = suffix

    def get(self, name: str) -> str | None:
        """Return a text; None if it is missing or its file is damaged."""
        try:
            content = self._path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        text = content.split("\n", 2)[-1]
        return text if content == _content(name, text) else None

    def put(self, name: str, text: str) -> None:
        """Write a text to a temporary file and rename it, so that no reader sees part of it.

        Raises:
            CacheError: When it cannot be written.
        """
        path = self._path(name)
        aside = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=path.parent, suffix=".part", delete=False
            ) as file:
                aside = Path(file.name)
                file.write(_content(name, text))
            aside.replace(path)
        except OSError as error:
            raise CacheError(
                f"The annotation cache {self.directory} cannot be written ({error.strerror}); "
                "free some space, or choose another folder with --cache.",
                path=self.directory,
            ) from error
        finally:
            if aside is not None:
                with contextlib.suppress(OSError):
                    aside.unlink()

    def _path(self, name: str) -> Path:
        return self.directory / f"{name}.{self._suffix}"


def _content(name: str, text: str) -> str:
    return f"# newdoc id = {name}\n# digest = {content_id(text)}\n{text}"
