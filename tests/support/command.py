"""The command as a user runs it, in a process of its own, and articles that need no model."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graph_builder.annotate.cache import Cache
from graph_builder.annotate.weights import find_weights
from graph_builder.core.values import Annotated, Document, Sentence, Token, Word, content_id

ONE = "عبرت القافلة من دمشق إلى بيروت ."
TWO = "وصل القطار من بغداد إلى دمشق ."
THREE = "هطل المطر على بيروت وعلى عمان ."
_PLACES = ("دمشق", "بيروت", "بغداد", "عمان")

MODULE = (sys.executable, "-m", "graph_builder")


def graph_builder(
    *arguments: str | Path, env: Mapping[str, str] | None = None, through: Sequence[str] = (), **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end.

    `env` is laid over the environment; `through` is a command that runs ours; `options` go to subprocess.run.
    """
    return subprocess.run(
        [*through, *MODULE, *arguments],
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **options},
        env={**os.environ, **(env or {})},
        encoding="utf-8",
        check=False,
    )


def keep(cache: Path, *texts: str) -> None:
    """Put an annotation of each text into a cache: one sentence, all words below the first, a few places named."""
    kept = Cache(cache, _fingerprint())
    for text in texts:
        words = enumerate(re.finditer(r"\S+", text))
        tokens = tuple(_token(match[0], match.start(), 0 if number == 0 else 1) for number, match in words)
        document = Document(content_id(text), "", "", text)
        kept.put(Annotated(document, (Sentence(tokens[0].start, tokens[-1].end, tokens),)))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones included, by its path from there."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _token(form: str, start: int, head: int) -> Token:
    place = form in _PLACES
    word = Word(form, form, "PROPN" if place else "NOUN", "", head, "dep" if head else "root")
    return Token(start, start + len(form), (word,), "S-LOC" if place else "O")


@functools.cache
def _fingerprint() -> str:
    return find_weights().fingerprint
