"""Read archives: the members of a .zip and the file in a .gz."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Unreadable, one_line
from graph_builder.corpus.file import File, load

SUFFIXES = (".gz", ".zip")

_LARGEST = 2_000_000_000
_UNPACK = "unpack it and name the files in it"


def members(file: File) -> Iterator[File | Problem]:
    """Yield the files in an archive, sorted by name; hidden files are left out.

    Raises:
        Unreadable: If the archive is damaged or unpacks to too many bytes.
        OSError: If it cannot be read.
    """
    raw = load(file)
    if file.suffix == ".gz":
        yield File(file.path, file.source[: -len(".gz")], _unzipped(raw))
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile as error:
        raise Unreadable(f"it is damaged or not a zip archive ({error})", "fetch it again from its source") from None
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        path = PurePosixPath(info.filename)
        if info.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        source = f"{file.source}/{one_line(info.filename)}"
        try:
            if info.file_size > _LARGEST:
                raise Unreadable(f"it unpacks to {info.file_size:,} bytes", _UNPACK)
            yield File(file.path, source, archive.read(info))
        except Unreadable as error:
            yield error.problem(source)
        # zipfile raises RuntimeError for encrypted members, NotImplementedError for compression it does not support.
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            yield Unreadable(f"it cannot be unpacked ({error})", _UNPACK).problem(source)


def _unzipped(raw: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(raw)) as stream:
            content = stream.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"it is damaged or not gzip ({error})", "fetch it again from its source") from None
    if len(content) > _LARGEST:
        raise Unreadable(f"it unpacks to more than {_LARGEST:,} bytes", _UNPACK)
    return content
