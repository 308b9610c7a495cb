"""The registry of readers: one for each kind of file, selected by suffix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graph_builder.core.extras import installed_version, remedy
from graph_builder.core.values import Problem
from graph_builder.corpus import archives, conllu, feeds, html, pdf, plain, tables, warc, word
from graph_builder.corpus.article import Item, Unreadable, one_line, unreadable
from graph_builder.corpus.file import File

Columns: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one kind of file.

    Attributes:
        kind: The name of the kind.
        suffixes: The suffixes of its files, in lower case and with the dot.
        read: The function that yields the articles of a file.
        packages: The packages of extras that it needs, as pip names them.
    """

    kind: str
    suffixes: tuple[str, ...]
    read: Callable[[File, Columns], Iterator[Item]]
    packages: tuple[str, ...] = ()


READERS = (
    Reader("text", (".txt",), plain.read),
    Reader("JSON lines", (".jsonl", ".ndjson"), tables.read_json),
    Reader("JSON", (".json",), tables.read_json),
    Reader("table", (".csv", ".tsv"), tables.read_csv),
    Reader("web page", (".html", ".htm", ".xhtml"), html.read, ("trafilatura",)),
    Reader("feed", (".rss", ".atom", ".xml"), feeds.read, ("feedparser",)),
    Reader("CoNLL-U", (".conllu",), conllu.read),
    Reader("Word document", (".docx",), word.read, ("python-docx",)),
    Reader("PDF", (".pdf",), pdf.read, ("pypdf",)),
    Reader("workbook", (".xlsx",), tables.read_xlsx, ("openpyxl",)),
    Reader("Parquet", (".parquet",), tables.read_parquet, ("pyarrow",)),
    Reader("web archive", (".warc",), warc.read, ("warcio", "trafilatura")),
)

_DEEPEST = 3
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}

SUFFIXES = (*_BY_SUFFIX, *archives.SUFFIXES)
"""The suffixes of all files that can be read."""

KINDS = f"{', '.join(reader.suffixes[0] for reader in READERS)}, {' and '.join(archives.SUFFIXES)}"
"""The usual suffixes, as text for messages."""


def read(file: File, columns: Columns, depth: int = 0) -> Iterator[tuple[str, Item]]:
    """Yield the kind of the file with every article, or problem, in it.

    Args:
        file: A file of a supported kind, or an archive.
        columns: The names that tables use for the columns `text`, `title`, `published` and `source`.
        depth: The number of nested archives that contain the file.
    """
    reader = _BY_SUFFIX.get(file.suffix)
    kind = reader.kind if reader else "archive"
    others: Counter[str] = Counter()
    try:
        if reader is None and depth == _DEEPEST:  # an archive may hold itself
            raise Unreadable("it is nested too deeply in archives", "unpack the archive and name the files in it")
        if reader is None:
            for member in archives.members(file):
                if isinstance(member, Problem):
                    yield kind, member
                elif member.suffix in SUFFIXES:
                    yield from read(member, columns, depth + 1)
                else:
                    others[member.suffix] += 1
        else:
            for item in reader.read(file, columns):
                yield kind, item
    except ModuleNotFoundError as error:
        found = remedy(error.name or "")
        if found is None:
            raise
        yield kind, Problem(file.source, f"{file.suffix} files need the package {found[0]}", found[1])
    except Unreadable as error:
        yield kind, error.problem(file.source)
    except Exception as error:  # the errors of the libraries for damaged files have no common base class
        yield kind, _fault(kind, error).problem(file.source)
    yield from ((kind, problem) for problem in unsupported(file.source, others))


def versions(suffix: str) -> str:
    """Return the installed versions of the packages that read files of a kind; for archives, those of all packages."""
    reader = _BY_SUFFIX.get(suffix)
    packages = reader.packages if reader else sorted({package for each in READERS for package in each.packages})
    return " ".join(f"{package} {installed_version(package)}" for package in packages)


def _fault(kind: str, error: Exception) -> Unreadable:
    """Return the error for a file: that of the operating system if it has an error number, else damage."""
    if isinstance(error, OSError) and error.errno is not None:
        return unreadable(error)
    reason = f"it is damaged or not a {kind} file ({type(error).__name__}: {one_line(str(error))[:100]})"
    return Unreadable(reason, "fetch it again from its source, or save its text as a .txt file")


def unsupported(source: str, suffixes: Mapping[str, int]) -> Iterator[Problem]:
    """Yield a note for each kind of file in a folder or an archive that cannot be read."""
    for suffix, count in sorted(suffixes.items()):
        files = f"{count:,} {suffix} {'file' if count == 1 else 'files'}" if suffix else f"{count:,} without a suffix"
        yield Problem(
            source, f"{files} in it cannot be read", f"if they are articles, save them as one of {KINDS}", "noted"
        )
