"""What is printed: one line at a time, harmless to a terminal, and no tragedy if nobody reads it."""

from __future__ import annotations

import os
import sys

import typer

from graph_builder.core.errors import OutputError


def print_error(sentence: str) -> None:
    """One line on standard error."""
    echo(escape_controls(sentence), err=True)


def escape_controls(text: str) -> str:
    """The text with what would act on a terminal, such as the control characters in a file's name, spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def echo(text: str, *, err: bool = False) -> None:
    """Print a line. Who was to read it may be gone; that undoes nothing of what was built.

    Raises OutputError if standard output cannot be written for another reason, such as a full disk.
    """
    try:
        typer.echo(text, err=err)
    except OSError as error:
        # Python would fail once more when it empties the stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), (sys.stderr if err else sys.stdout).fileno())
        if not err and not isinstance(error, BrokenPipeError):
            raise OutputError(
                f"What was found cannot be printed ({error.strerror}); all files are written, look there."
            ) from error
