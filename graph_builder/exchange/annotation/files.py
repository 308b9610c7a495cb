"""Open what annotation tools export: files, folders and zip archives of Label Studio and INCEpTION."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from graph_builder.core.errors import GoldError
from graph_builder.core.extras import require
from graph_builder.exchange.annotation import inception, label_studio
from graph_builder.exchange.annotation.marked import Marked

_SUFFIXES = (".json", ".xmi", ".zip")
_LARGEST = 2**30  # bytes of a file or of the members of an archive
_REMEDY = "name a JSON export of Label Studio, or UIMA CAS XMI or JSON files of INCEpTION"


@dataclass(frozen=True, slots=True)
class _File:
    """A file or a member of an archive.

    Attributes:
        where: Its path, named in errors.
        path: Its path below the folder, through archives.
        content: Its bytes.
    """

    where: str
    path: PurePosixPath
    content: bytes


def read(path: Path) -> list[Marked]:
    """Return the articles in an export of an annotation tool.

    Of an INCEpTION project, the curated annotation of an article is read, or else that of its only annotator.

    Args:
        path: A file, an archive or a folder of them.

    Raises:
        GoldError: There is nothing to read, a file cannot be read, or an article has several annotators.
        MissingPackageError: The package that reads the files of INCEpTION is not installed.
    """
    files = list(_files(path))
    if not files:
        raise GoldError(f"{path} has no file of an annotation tool; {_REMEDY}.", path=path)
    types = {file.path.parent: file for file in files if file.path.name.casefold() == inception.TYPES.casefold()}
    articles: list[Marked] = []
    by_document: defaultdict[str, list[tuple[_File, Marked]]] = defaultdict(list)
    for file in files:
        if file in types.values():
            continue
        if file.path.suffix == ".xmi":
            require("cassis", "read the files of INCEpTION")
            beside = types.get(file.path.parent)
            known = inception.read_types(beside.content, beside.where) if beside else None
            marked = inception.read_xmi(file.content, known, file.where, _hint(file.path))
            by_document[marked.text].append((file, marked))
        else:
            content = _json(file)
            if isinstance(content, list):
                articles += label_studio.read(content, file.where)
            elif isinstance(content, dict) and "%FEATURE_STRUCTURES" in content:
                require("cassis", "read the files of INCEpTION")
                marked = inception.read_json(file.content, file.where, _hint(file.path))
                by_document[marked.text].append((file, marked))
            else:
                raise GoldError(f"{file.where} is not of an annotation tool; {_REMEDY}.", path=path)
    return articles + [_chosen(each) for each in by_document.values()]


def _files(path: Path) -> Iterator[_File]:
    """Yield the files to read, those of archives included, without INCEpTION's own copies of the documents."""
    if path.is_dir():
        inside = {each: PurePosixPath(each.relative_to(path).as_posix()) for each in sorted(path.rglob("*"))}
        found = {each: short for each, short in inside.items() if each.is_file() and _is_read(short)}
    else:
        found = {path: PurePosixPath(path.name)}
    for each, short in found.items():
        try:
            if each.stat().st_size > _LARGEST:
                raise GoldError(f"{each} has more than {_LARGEST:,} bytes; export fewer articles at once.", path=each)
            content = each.read_bytes()
        except OSError as error:
            raise GoldError(f"{each} cannot be read ({error.strerror}); {_REMEDY}.", path=each) from error
        yield from _unpacked(_File(str(each), short, content))


def _unpacked(file: _File) -> Iterator[_File]:
    if file.path.suffix.lower() != ".zip":
        if not _is_read(file.path):
            raise GoldError(f"{file.where} is not of an annotation tool; {_REMEDY}.", path=file.where)
        yield file
        return
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            # A project has the documents before their annotation, too.
            named = [each for each in archive.infolist() if not each.filename.startswith("source/")]
            members = [each for each in named if _is_read(PurePosixPath(each.filename))]
            if sum(each.file_size for each in members) > _LARGEST:
                raise GoldError(
                    f"{file.where} has more than {_LARGEST:,} bytes; export fewer articles at once.", path=file.where
                )
            for each in sorted(members, key=lambda member: member.filename):
                inside = file.path / each.filename
                yield from _unpacked(_File(f"{file.where}/{each.filename}", inside, archive.read(each)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise GoldError(f"{file.where} is not a zip archive that can be read ({error}); export it again.") from error


def _is_read(path: PurePosixPath) -> bool:
    """Return whether a file may hold annotation: not INCEpTION's settings, nor its documents before annotation."""
    if path.name.startswith((".", "INITIAL_CAS", "exportedproject")) or "__MACOSX" in path.parts:
        return False
    return path.suffix.lower() in _SUFFIXES or path.name.casefold() == inception.TYPES.casefold()


def _hint(path: PurePosixPath) -> str:
    """Return the name of the article: the file is named for it, or in a project for the annotator."""
    named = next((part for part in reversed(path.parts[:-1]) if part.endswith(".xmi")), path.name)
    return named.removesuffix(".zip").removesuffix(".json").removesuffix(".xmi")


def _json(file: _File) -> Any:
    try:
        return json.loads(file.content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{file.where} is not JSON ({error}); {_REMEDY}.", path=file.where) from error


def _chosen(found: list[tuple[_File, Marked]]) -> Marked:
    """Return the annotation of an article that counts: the curated one, or the only one."""
    curated = [marked for file, marked in found if "curation" in file.path.parts[:-1]]
    if len(curated) == 1:
        return curated[0]
    if len(found) > 1:
        listed = ", ".join(file.where for file, _ in found)
        raise GoldError(
            f"The same article is in {len(found)} files ({listed}); curate it in INCEpTION, or name the files of one "
            "annotator."
        )
    return found[0][1]
