"""Processes that share what they need."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from graph_builder.annotate.workers import Prepare, WorkerDiedError, in_processes
from graph_builder.core.errors import ModelsError
from tests.support import work
from tests.support.recorded import ROOT

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")


def _gone(numbers: set[int]) -> bool:
    """Whether processes end within ten seconds."""
    end = time.monotonic() + 10
    while (left := {number for number in numbers if _lives(number)}) and time.monotonic() < end:
        time.sleep(0.05)
    return not left


def _lives(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("prepare", [work.forkable, work.unforkable])
def test_workers_answer_every_task(prepare: Prepare[int, tuple[int, int, int]]) -> None:
    answers = list(in_processes(prepare, range(12), 3))
    assert sorted(square for square, *_ in answers) == [number**2 for number in range(12)]
    numbers = {own for _, own, _ in answers}
    assert len(numbers) == 3 and _gone(numbers)


@on_linux
def test_workers_are_forked_from_the_one_that_has_prepared() -> None:
    parents = {own: parent for _, own, parent in in_processes(work.forkable, range(12), 3)}
    (first,) = [own for own, parent in parents.items() if parent not in parents]
    assert [parent for own, parent in parents.items() if own != first] == [first, first]


def test_workers_fewer_tasks_than_processes() -> None:
    assert [square for square, *_ in in_processes(work.forkable, [3], 2)] == [9]


@pytest.mark.parametrize("prepare", [work.forkable, work.unforkable])
def test_workers_death_is_told(prepare: Prepare[int, tuple[int, int, int]]) -> None:
    seen = set()
    with pytest.raises(WorkerDiedError):
        for _, own, _ in in_processes(prepare, [*range(6), -1, *range(100)], 2):
            seen.add(own)
    assert seen and _gone(seen)


def test_workers_failed_preparation_is_told() -> None:
    with pytest.raises(ModelsError, match="There are no models"):
        list(in_processes(work.refused, range(3), 2))


def test_workers_end_with_their_reader() -> None:
    answers = in_processes(work.forkable, range(1000), 2)
    numbers = {own for _, (_, own, _) in zip(range(6), answers, strict=False)}
    assert len(numbers) == 2
    answers.close()  # type: ignore[attr-defined]
    assert _gone(numbers)


def test_workers_end_when_their_parent_is_killed() -> None:
    script = [sys.executable, "-m", "tests.support.work"]
    with subprocess.Popen(script, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        numbers = {int(parent.stdout.readline()) for _ in range(6)}
        parent.kill()
    assert len(numbers) == 2 and _gone(numbers)
