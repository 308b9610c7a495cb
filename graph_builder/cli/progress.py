"""How far a command is, told as it goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

# The step, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]


@contextmanager
def progress_bars(quiet: bool) -> Iterator[Progress]:
    """A progress bar a step, on standard error; none where that is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield _no_progress
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


def _no_progress(_step: str, _done: int, _total: int) -> None:
    pass
