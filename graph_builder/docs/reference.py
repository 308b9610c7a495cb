"""Generate the reference pages: the public names of the package, and the commands with their options."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import typer

import graph_builder
from graph_builder.cli import app
from graph_builder.docs.markdown import table


def names() -> str:
    """Return a mkdocstrings directive for every public name of the package."""
    return "\n\n".join(f"::: graph_builder.{name}" for name in graph_builder.__all__ if not name.startswith("_"))


def commands() -> str:
    """Return a section for every command with its usage, help and arguments."""
    program = typer.main.get_group(app)
    return "\n\n".join(_sections(typer.Context(program, info_name="graph-builder")))


def _sections(context: typer.Context) -> Iterator[str]:
    if isinstance(context.command, typer.core.TyperGroup):
        for name, command in context.command.commands.items():
            yield from _sections(typer.Context(command, info_name=name, parent=context))
    else:
        yield _section(context)


def _section(context: typer.Context) -> str:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    records = filter(None, (parameter.get_help_record(context) for parameter in command.get_params(context)))
    rows = [(f"`{name}`", words.replace("[", r"\[")) for name, words in records]
    words = inspect.cleandoc(command.help or "")
    return f"## {context.command_path}\n\n```\n{usage}\n```\n\n{words}\n\n{table(('argument', 'what'), rows)}"
