"""Work for processes of their own, which import it from here."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from graph_builder.annotate.workers import in_processes
from graph_builder.core.errors import ModelsError

Work = Callable[[int], tuple[int, int, int]]


def forkable() -> tuple[Work, bool]:
    """Work whose processes may be forked."""
    return squared, True


def unforkable() -> tuple[Work, bool]:
    """Work that each process prepares."""
    return squared, False


def refused() -> tuple[Work, bool]:
    """Work that cannot be prepared."""
    raise ModelsError("There are no models.")


def squared(task: int) -> tuple[int, int, int]:
    """The square of a number, and the numbers of the process and of its parent; a negative one kills the process."""
    if task < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)
    return task**2, os.getpid(), os.getppid()


if __name__ == "__main__":
    for _, own, _ in in_processes(forkable, range(1000), 2):
        print(own)
        sys.stdout.flush()
