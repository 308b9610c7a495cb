"""Find the files that the inputs of a user name."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph_builder.core.values import Problem
from graph_builder.corpus.article import one_line, unreadable
from graph_builder.corpus.file import File
from graph_builder.corpus.readers import KINDS, SUFFIXES, unsupported

STANDARD_INPUT = "-"
"""The input that denotes standard input."""

# The first characters of a stream and the kind of file they indicate; anything else is text.
_BEGINNINGS = (("{", ".jsonl"), ("[", ".json"), ("<?xml", ".xml"), ("<rss", ".xml"), ("<feed", ".xml"), ("<", ".html"))


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    depth: int  # number of trailing parts of the path to show

    @property
    def source(self) -> str:
        """The trailing parts of the path, on one line."""
        return one_line("/".join(self.path.parts[1:][-self.depth :]))


def discover(inputs: Sequence[str | Path], output: Path | None = None) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Return the files that the inputs name, unique and sorted by source, and a problem for each input that names none.

    In folders and globs, hidden files are left out and files of other kinds are counted.

    Args:
        inputs: Files, folders (read recursively), globs, or `-` for standard input.
        output: A folder whose files are left out, unless the input itself lies in it: a folder that contains its own
            build is built from its articles alone.
    """
    found: dict[str, _Found] = {}
    problems: list[Problem] = []
    given = [os.fspath(name) for name in inputs]
    for name in (name for name in given if name != STANDARD_INPUT):
        aside = None if output is None or _within(os.path.realpath(name), output) else output
        for item in _named(name, aside):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                identity = os.path.realpath(item.path)
                found[identity] = max(found.get(identity, item), item, key=lambda one: (one.depth, str(one.path)))
    files = sorted(_with_sources(found.values()), key=lambda file: (file.source, str(file.path)))
    if STANDARD_INPUT in given:
        files.append(piped(sys.stdin.buffer.read()))
    return tuple(files), tuple(dict.fromkeys(problems))


def piped(content: bytes) -> File:
    """Return standard input as a file, its kind guessed from its first characters."""
    start = content[:200].decode("utf-8-sig", "ignore").lstrip().lower()
    suffix = next((suffix for beginning, suffix in _BEGINNINGS if start.startswith(beginning)), ".txt")
    return File(Path(STANDARD_INPUT), f"stdin{suffix}", content)


def _within(path: str, folder: Path) -> bool:
    return Path(path).is_relative_to(os.path.realpath(folder))


def _named(name: str, aside: Path | None) -> Iterator[_Found | Problem]:
    try:
        found, missing = _looked_up(name, aside)
    except OSError as error:
        found, missing = [], unreadable(error).reason
    yield from found
    if not any(isinstance(item, _Found) or item.outcome == "skipped" for item in found):
        yield Problem(one_line(name), missing, f"give files, folders or patterns of {KINDS} files")


def _looked_up(name: str, aside: Path | None) -> tuple[list[_Found | Problem], str]:
    """Return the files that an input names, and the reason to report if there are none."""
    if os.path.lexists(name):
        path = _absolute(name)
        missing = "no file in this folder can be read" if path.is_dir() else "files of its kind cannot be read"
        return list(_files(path, aside)), missing
    if glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - pathlib takes no pattern with a root
        return [
            item for match in matches for item in _files(_absolute(match), aside)
        ], "nothing that can be read matches it"
    return [], "there is no such file or folder"


def _files(path: Path, aside: Path | None) -> Iterator[_Found | Problem]:
    if path.is_dir():
        yield from _inside(path, aside)
    elif path.suffix.lower() in SUFFIXES and not (aside and _within(os.path.realpath(path), aside)):
        yield _Found(path, 1)


def _inside(top: Path, aside: Path | None) -> Iterator[_Found | Problem]:
    seen = {os.path.realpath(top), *([os.path.realpath(aside)] if aside else [])}
    others: Counter[str] = Counter()
    errors: list[OSError] = []
    for where, folders, files in os.walk(top, onerror=errors.append, followlinks=True):
        inside, folders[:] = sorted(folders), []
        for path in (Path(where, name) for name in inside if not name.startswith(".")):
            identity = os.path.realpath(path)
            if _is_readable(path):
                reason = "it is a folder with the name of a file"
                yield Problem(_below(top, path).source, reason, "rename it if it holds articles, or remove it")
            elif identity not in seen:  # a link may point to a folder already visited
                folders.append(path.name)
            seen.add(identity)
        yield from (_below(top, Path(where, name)) for name in sorted(files) if _is_readable(Path(name)))
        others.update(Path(name).suffix.lower() for name in files if not _is_readable(Path(name)) and name[0] != ".")
    yield from unsupported(_Found(top, 1).source, others)
    for error in errors:
        yield unreadable(error).problem(_below(top, Path(error.filename)).source)


def _below(top: Path, path: Path) -> _Found:
    return _Found(path, len(path.relative_to(top).parts) + 1)


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def _absolute(name: str) -> Path:
    path = Path(name)
    return path.resolve() if ".." in path.parts else path.absolute()


def _with_sources(found: Iterable[_Found]) -> Iterator[File]:
    """Yield the files, with as many parent folders in their source as make it unique."""
    known = list(found)
    while True:
        count = Counter(one.source for one in known)
        deeper = [
            replace(one, depth=one.depth + 1) if count[one.source] > 1 and one.depth < len(one.path.parts) - 1 else one
            for one in known
        ]
        if deeper == known:
            return (File(one.path, one.source) for one in known)
        known = deeper
