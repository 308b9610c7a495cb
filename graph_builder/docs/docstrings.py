"""Our docstrings as Markdown, for mkdocstrings: examples as code, names with what they mean as lists, tables as tables.

An extension of griffe, the library that mkdocstrings reads Python with.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import griffe

from graph_builder.docs.markdown import block, table

_RULE = re.compile(r"=+ =+")
_DIRECTIVE = re.compile(r" *# doctest:.*")
_NAMES = re.compile(r"\w+(?:, \w+)*")


class AsMarkdown(griffe.Extension):
    """Has every docstring read as Markdown."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Change the docstring of what was found, if it has one."""
        if obj.docstring:
            obj.docstring.value = as_markdown(obj.docstring.value)


def as_markdown(docstring: str) -> str:
    """The docstring with all that is set off in it as Markdown sets it off.

    >>> print(as_markdown("Counts.\\n\\nnames\\n    What is counted,\\n    once."))
    Counts.
    <BLANKLINE>
    `names`
    :   What is counted, once.
    """
    lines = docstring.splitlines()
    paragraphs = [list(same) for filled, same in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    return "\n\n".join(map(_paragraph, paragraphs))


def _paragraph(lines: list[str]) -> str:
    if lines[0].startswith(">>>"):
        return block("pycon", "\n".join(_DIRECTIVE.sub("", line) for line in lines))
    if _RULE.fullmatch(lines[0]):
        return _table(lines)
    if _NAMES.fullmatch(lines[0]) and len(lines) > 1 and lines[1].startswith("    "):
        return _list(lines)
    return "\n".join(lines)


def _table(lines: list[str]) -> str:
    """A table of two columns between lines of `=`; a row that begins with a blank goes on with the one above."""
    second = lines[0].index(" ") + 1
    rows: list[list[str]] = []
    for line in lines[1:-1]:
        if line[:second].strip():
            rows.append([", ".join(f"`{name}`" for name in line[:second].strip().split(", ")), line[second:]])
        else:
            rows[-1][1] += " " + line[second:].strip()
    return table(("column", "what"), rows)


def _list(lines: list[str]) -> str:
    """Names, each line of them with what they mean indented below."""
    said: list[str] = []
    for line in lines:
        if not line.startswith(" "):
            said.append(", ".join(f"`{name}`" for name in line.split(", ")) + "\n:  ")
        else:
            said[-1] += " " + line.strip()
    return "\n\n".join(said)
