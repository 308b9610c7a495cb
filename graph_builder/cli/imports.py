"""The `import` command: read the corrections of annotators back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls, shell_argument


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="What Label Studio or INCEpTION exported: a file, a zip archive or a folder."
        ),
    ],
    build: Annotated[Path, typer.Option("--build", metavar="DIR", help="The folder of the build that was exported.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write decisions.yaml and gold/ to.")
    ],
) -> None:
    """Import corrected articles from Label Studio or INCEpTION: as decisions for a later build, and as gold."""
    from graph_builder.exchange.annotation.corrections import GOLD, import_corrections
    from graph_builder.resolve.decisions import FILE

    report = import_corrections(path, build, output)
    left = f"; not annotated: {report.skipped}" if report.skipped else ""
    echo(f"Articles annotated: {len(report.annotated)}{left}.")
    echo(f"Decisions: {len(report.decisions)}")
    for decision, elsewhere in report.decisions:
        said = f"  {decision.act} {decision.entity}" + (f" → {decision.value}" if decision.value else "")
        also = f" (also {elsewhere} mentions in articles that were not annotated)" if elsewhere else ""
        echo(escape_controls(said + also))
    echo(f"Differences that no decision expresses: {len(report.lines)}")
    for line in report.lines:
        echo(escape_controls(f"  {line}"))
    echo(f"graph-builder evaluate {shell_argument(output / GOLD)} {shell_argument(build)}")
    if report.decisions:
        echo(f"graph-builder build … -o {shell_argument(build)} --decisions {shell_argument(output / FILE)}")
