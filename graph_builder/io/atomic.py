"""Atomic output: a folder or file either keeps its previous content or is replaced completely."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import filelock

from graph_builder.core.errors import OutputError
from graph_builder.io.text import write_text

_LOCK = ".lock"
_ASIDE = ".part-"
_PATIENCE = 1.0  # seconds; the stale lock of an ended process is detected at the second attempt

_FULL = ("the disk is full", "free some space, or choose another folder with -o")
_FORBIDDEN = ("you may not write there", "change its permissions, or choose another folder with -o")
_TAKEN = ("a file or folder of that name is in the way", "move it, or choose another folder with -o")
_READ_ONLY = ("it is on a read-only file system", "choose another folder with -o")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: ("a file would be larger than the file system allows", "choose another folder with -o"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EEXIST: _TAKEN,
    errno.ENOTDIR: _TAKEN,
    errno.EISDIR: _TAKEN,
    errno.EROFS: _READ_ONLY,
}


def check_writable(directory: Path) -> None:
    """Create the folder if necessary and check that it is writable, before hours of work.

    Raises:
        OutputError: When it cannot be written.
    """
    with _reported(directory):
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory) as file:
            file.write(b"\0")


@contextlib.contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Lock a folder against other builds, with a file that contains the number of this process.

    The lock of a process that has ended is ignored, and what its build left half-written is removed.

    Raises:
        OutputError: When the folder cannot be written or is locked by another build.
    """
    check_writable(directory)
    lock = filelock.SoftFileLock(directory / _LOCK)
    with _reported(directory):
        try:
            lock.acquire(timeout=_PATIENCE)
        except filelock.Timeout:
            raise OutputError(
                f"Nothing can be written to {directory}: another build into it is running (process {lock.pid}); wait "
                f"until it has ended, or choose another folder with -o. If none is running, remove "
                f"{directory / _LOCK}.",
                path=directory,
            ) from None
    try:
        for left in directory.glob(f"{_ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def written_aside(directory: Path) -> Iterator[Path]:
    """Yield an empty folder inside the directory, whose files are moved into the directory at the end, all or none.

    After an error or an interrupt, the directory has its previous content and the folder is removed.

    Raises:
        OutputError: In place of an OSError.
    """
    with _reported(directory):
        directory.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=directory))
        try:
            fresh = aside / "new"
            fresh.mkdir()
            yield fresh
            _exchange(fresh, directory, aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8 to a temporary file and rename it.

    Raises:
        OutputError: When it cannot be written.
    """
    with written_aside(path.parent) as folder:
        write_text(folder / path.name, text)


def _exchange(fresh: Path, directory: Path, aside: Path) -> None:
    """Move each fresh file into the directory after setting the old one aside; undo everything if one fails."""
    former = aside / "old"
    former.mkdir()
    names = sorted(file.name for file in fresh.iterdir())
    for name in names:
        if (directory / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(directory / name))
    try:
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                (directory / name).replace(former / name)
            (fresh / name).replace(directory / name)
    except BaseException:
        for name in names:
            if (former / name).exists():
                (former / name).replace(directory / name)
            elif not (fresh / name).exists():
                (directory / name).unlink()
        raise


@contextlib.contextmanager
def _reported(directory: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        unknown = (error.strerror or type(error).__name__, "choose another folder with -o")
        reason, remedy = _REASONS.get(error.errno or 0, unknown)
        raise OutputError(f"Nothing can be written to {directory}: {reason}; {remedy}.", path=directory) from error
