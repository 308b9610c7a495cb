"""Terminal-safe output that tolerates a closed pipe."""

from __future__ import annotations

import os
import shlex
import sys

import typer

from graph_builder.core.errors import OutputError


def print_error(sentence: str) -> None:
    """Print a line on standard error."""
    echo(escape_controls(sentence), err=True)


def escape_controls(text: str) -> str:
    """Return the text with control characters, such as those in a file's name, escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def shell_argument(path: object) -> str:
    """Return a path as an argument of a shell command, quoted where necessary."""
    return escape_controls(shlex.quote(str(path)))


def echo(text: str, *, err: bool = False) -> None:
    """Print a line; a closed pipe is no error.

    Raises:
        OutputError: Standard output cannot be written for another reason, such as a full disk.
    """
    try:
        typer.echo(text, err=err)
    except OSError as error:
        # Python would fail once more when it empties the stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), (sys.stderr if err else sys.stdout).fileno())
        if not err and not isinstance(error, BrokenPipeError):
            raise OutputError(
                f"The result cannot be printed ({error.strerror}); all files have been written, look there."
            ) from error
