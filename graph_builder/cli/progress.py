"""Progress bars on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph_builder.core.progress import Progress, no_progress

if TYPE_CHECKING:
    from rich.progress import TaskID


@contextmanager
def progress_bars(quiet: bool) -> Iterator[Progress]:
    """Yield a function that draws a progress bar for each step on standard error, if that is a terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, TaskID] = {}

        def finish() -> None:
            for task in tasks.values():
                bars.update(task, completed=bars.tasks[task].total)

        def advance(step: str, done: int, total: int) -> None:
            if step not in tasks:
                finish()
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done)

        yield advance
        finish()
