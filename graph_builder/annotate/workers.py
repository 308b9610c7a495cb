"""Run work in several processes that share what it needs.

On Linux one process prepares the work and forks the others, which share its memory as long as nobody writes to it. On
other systems, and where the work uses a CUDA device, which a fork loses, each process prepares the work for itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, TypeVar

from graph_builder.core.errors import GraphBuilderError

Task = TypeVar("Task")
Result = TypeVar("Result")
# Returns the work, and whether a process that has prepared it can be forked.
Prepare = Callable[[], tuple[Callable[[Task], Result], bool]]

if TYPE_CHECKING:
    Pipe = Connection[Any, Any]


class WorkerDiedError(Exception):
    """A process ended before its work was done."""


def in_processes(prepare: Prepare[Task, Result], tasks: Sequence[Task], count: int) -> Iterator[Result]:
    """Yield the result of each task, in any order, computed in `count` processes, which receive `prepare` by pickle.

    Raises:
        GraphBuilderError: If `prepare` raises it.
        WorkerDiedError: If a process dies.
    """
    context = multiprocessing.get_context("spawn")
    pairs = [context.Pipe() for _ in range(count)]
    pipes, far_ends = [near for near, _ in pairs], [far for _, far in pairs]
    groups = [far_ends] if sys.platform == "linux" else [[far] for far in far_ends]
    started = [context.Process(target=_serve, args=(prepare, group)) for group in groups]
    pids: dict[Pipe, int] = {}
    try:
        for process in started:
            process.start()
        for far in far_ends:
            far.close()  # now only the worker holds it, so that its death ends the pipe
        yield from _dispatched(pipes, pids, tasks)
    finally:
        for pid in pids.values():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        for pipe in pipes:
            pipe.close()
        for process in started:
            if process.pid is not None:
                process.terminate()
                process.join()


def _dispatched(pipes: Sequence[Pipe], pids: dict[Pipe, int], tasks: Sequence[Any]) -> Iterator[Any]:
    """Yield the results of tasks, sent to workers that are idle; note the process id that each sends first."""
    waiting = iter(tasks)
    busy = set(pipes)
    while busy:
        for pipe in wait(list(busy)):
            assert isinstance(pipe, Connection)
            is_new = pipe not in pids
            try:
                answer = pipe.recv()
                if isinstance(answer, GraphBuilderError):
                    raise answer
                if is_new:
                    pids[pipe] = answer
                if (task := next(waiting, None)) is None:
                    busy.discard(pipe)
                else:
                    pipe.send(task)
            except (EOFError, OSError) as error:
                pids.pop(pipe, None)
                raise WorkerDiedError from error
            if not is_new:
                yield answer


def _serve(prepare: Prepare[Any, Any], pipes: list[Pipe]) -> None:
    """Prepare the work, start a process for each pipe but the first, and answer that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers
    try:
        work, can_fork = prepare()
    except GraphBuilderError as error:
        for pipe in pipes:
            pipe.send(error)
        return
    gc.collect()
    gc.freeze()  # a collection would write to the memory of every object
    own, *others = pipes
    for place, other in enumerate(others, start=1):
        process: BaseProcess
        if can_fork:
            unused = [own, *pipes[place + 1 :]]
            process = multiprocessing.get_context("fork").Process(target=_answer, args=(work, other, unused))
        else:
            process = multiprocessing.get_context("spawn").Process(target=_serve, args=(prepare, [other]))
        process.daemon = True
        process.start()
        other.close()
    _answer(work, own, [])


def _answer(work: Callable[[Any], Any], pipe: Pipe, unused: Sequence[Pipe]) -> None:
    """Send the id of this process, then the result of each task received, until the pipe is closed."""
    for other in unused:
        other.close()
    with suppress(EOFError, OSError):
        pipe.send(os.getpid())
        while True:
            pipe.send(work(pipe.recv()))
