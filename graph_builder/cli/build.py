"""The `build` command, its progress and its summary."""

from __future__ import annotations

import gc
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_builder.cli.explore import open_page
from graph_builder.cli.printing import echo, escape_controls, print_error
from graph_builder.cli.progress import progress_bars
from graph_builder.cli.settings import with_settings
from graph_builder.core.settings import Settings
from graph_builder.core.values import InputSummary, Problem

if TYPE_CHECKING:
    from graph_builder.pipeline import BuildReport

# Exit codes: all was built; nothing was; it was built, but some of the input was skipped.
OK, FAILED, INCOMPLETE = 0, 1, 3


@with_settings
def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, globs, or - for standard input: text, web pages, feeds, tables, documents, archives.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write to.")],
    settings: Settings,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only report skipped inputs.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the explorer in the browser after the build.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> int:
    """Build knowledge graphs from Arabic articles.

    The exit code is 0 if all was built, 3 if some input was skipped, and 1 if nothing was built.
    """
    # Nearly all that a build makes lives to its end; to look for garbage among it takes a fifth of the time.
    gc.set_threshold(100_000)
    from graph_builder.pipeline import build as build_graphs
    from graph_builder.pipeline import unchanged

    before = unchanged(inputs, output, settings)
    if before is not None:
        report = _report_before(before)
    else:
        with progress_bars(quiet) as progress:
            report = _report(build_graphs(inputs, output, settings, progress=progress))
    print_problems(report.problems, quiet)
    if as_json:
        echo(json.dumps(_summary(report, output), indent=2))  # ASCII: no terminal and no pipe can spoil it
    elif not quiet:
        echo(_table(report, output))
    if open_it:
        open_page(output)
    return INCOMPLETE if any(problem.outcome == "skipped" for problem in report.problems) else OK


def print_problems(problems: Sequence[Problem], quiet: bool) -> None:
    """Print the problems of a build on standard error; `quiet` leaves out those by which nothing was skipped."""
    for problem in problems:
        if problem.outcome == "skipped" or not quiet:
            print_error(f"{'Skipped' if problem.outcome == 'skipped' else 'Note'}: {problem}")


@dataclass(frozen=True, slots=True)
class _Report:
    """The summary of a build; `seconds` is empty if nothing had changed."""

    found: Mapping[str, Any]
    reading: InputSummary
    problems: Sequence[Problem]
    files: Sequence[str]
    seconds: Mapping[str, float]


def _report(built: BuildReport) -> _Report:
    from graph_builder.export.summary import found

    result = built.result
    return _Report(found(result), result.reading, result.problems, [path.name for path in built.files], built.seconds)


def _report_before(manifest: Mapping[str, Any]) -> _Report:
    problems = [Problem(**problem) for problem in manifest["problems"]]
    files = [*manifest["files"], "manifest.json"]
    return _Report(manifest["found"], InputSummary(**manifest["reading"]), problems, files, {})


def _summary(report: _Report, output: Path) -> dict[str, Any]:
    from graph_builder.export.summary import figures

    found = dict(report.found)
    return {
        "output": str(output),
        "unchanged": not report.seconds,
        "reading": figures(report.reading, found.pop("unnamed")),
        **found,
        "problems": [{"outcome": p.outcome, "source": p.source, "message": str(p)} for p in report.problems],
        "seconds": dict(report.seconds),
        "files": report.files,
    }


def _table(report: _Report, output: Path) -> str:
    from rich.console import Console
    from rich.table import Table

    from graph_builder.lexicon import labels

    summary = _summary(report, output)
    table = Table(show_header=False, title="What was found", title_justify="left")
    table.add_column(justify="left")
    table.add_column(justify="right")
    kinds = summary["entities"]
    rows = [
        ("articles", summary["documents"]),
        *((f"  {labels().reading[name].english}", number) for name, number in summary["reading"].items()),
        ("words", summary["words"]),
        ("people", kinds["PER"]),
        ("organisations", kinds["ORG"]),
        ("places", kinds["LOC"]),
        ("mentions", summary["mentions"]),
        ("names merged", summary["merges"]),
        ("relations", summary["relations"]),
        ("co-occurrences", summary["cooccurrences"]),
        ("seconds", round(sum(report.seconds.values()), 1)),
    ]
    for label, figure in rows:
        table.add_row(label, f"{figure:,}")
    printed = io.StringIO()
    Console(file=printed).print(table)
    same = "Nothing has changed since the last build, so nothing was done.\n" if summary["unchanged"] else ""
    return f"{printed.getvalue()}{same}Open {escape_controls(str(output / 'explorer.html'))} in a browser."
