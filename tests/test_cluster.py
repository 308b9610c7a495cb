"""A build on a Dask cluster equals that of one machine, or ends with an error that names the cause."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import psutil
import pytest
from distributed import default_client

from graph_builder import cluster
from graph_builder.annotate.cache import Cache
from graph_builder.annotate.weights import find_weights
from graph_builder.cluster import PROCESSES, Cluster, check, joined
from graph_builder.core import batches
from graph_builder.core.errors import ClusterError
from graph_builder.core.settings import Selection, Settings
from graph_builder.pipeline import build
from tests.cli.test_failures import wait_until
from tests.support.command import MODULE, contents, graph_builder
from tests.support.recorded import SEEDS, recorded, seeds

pytestmark = pytest.mark.slow

_QUICK = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"}


class Running:
    """A scheduler in a process of its own, the file that it wrote, and workers that are started by and by."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self._log = folder / "dask.log"
        self.processes = [self._dask("scheduler", "--host", "127.0.0.1", "--port", "0")]
        wait_until(self.file.is_file, self.processes[0])

    def start_worker(self) -> None:
        self.processes.append(self._dask("worker", "--nthreads", "1", "--no-nanny"))

    def _dask(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard", "--scheduler-file", str(self.file)]
        with self._log.open("a") as log:
            return subprocess.Popen(command, cwd=self.file.parent, stdout=log, stderr=log, text=True)


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    found = Running(tmp_path_factory.mktemp("dask"))
    yield found
    for process in found.processes:
        process.kill()
        process.wait()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A cache with the annotation of every seed, and no extractions."""
    cache = Cache(tmp_path / "cache", find_weights().fingerprint)
    for annotated in recorded(seeds()):
        cache.put(annotated)
    return tmp_path / "cache"


def test_cluster_killed_worker_changes_no_byte(
    seeds_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LONGEST", 1)
    first, killed = Selection(limit=2), []

    def kill(step: str, done: int, _: int) -> None:
        if step == "annotate" and done == 1:
            client = default_client()
            busy = [worker for worker, tasks in client.processing().items() if tasks]
            killed.extend(client.run(os.getpid, workers=busy[:1]).values())
            os.kill(killed[0], signal.SIGKILL)

    settings = Settings(scheduler=PROCESSES, workers=2, cache=tmp_path / "cache", selection=first, device="cpu")
    build(SEEDS, tmp_path / "spread", settings, progress=kill)
    build(SEEDS, tmp_path / "here", Settings(cache=seeds_cache, selection=first))
    assert len(killed) == 1
    assert contents(tmp_path / "spread") == contents(tmp_path / "here")


def test_cluster_late_worker_changes_no_byte(running: Running, kept: Path, seeds_output: Path, tmp_path: Path) -> None:
    def start(step: str, done: int, _: int) -> None:
        if step == "relate" and done == 0:
            running.start_worker()

    settings = Settings(scheduler=str(running.file), cache=kept)
    build(SEEDS, tmp_path / "output", settings, progress=start)
    assert contents(tmp_path / "output") == contents(seeds_output)
    assert len(list(kept.rglob("*.extractions"))) == len(seeds())
    running.processes[0].kill()
    running.processes[0].wait()
    with pytest.raises(ClusterError, match=r"No Dask scheduler answers at .*scheduler\.json"), _quick():
        build(SEEDS, tmp_path / "output", settings)


def test_cluster_lost_scheduler_ends_the_build(running: Running) -> None:
    def tasks() -> Iterator[str]:
        yield "one"
        running.processes[0].kill()
        yield "two"

    with (
        _quick(),
        joined(Settings(scheduler=str(running.file))) as workers,
        pytest.raises(ClusterError, match="was lost during the build; finished work is cached"),
    ):
        assert workers is not None
        list(workers.run(len, tasks()))


@pytest.fixture(scope="module")
def worker() -> Iterator[Cluster]:
    """A worker process that may be killed once for a task."""
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), joined(Settings(scheduler=PROCESSES)) as found:
        assert found is not None
        yield found


def test_cluster_worker_with_other_code_is_refused(worker: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_made_of", lambda *_: "other")
    with pytest.raises(ClusterError, match=r"The worker tls://127\.0\.0\.1:\d+ has a different graph-builder"):
        list(worker.run(len, ["task"]))


def test_cluster_task_that_kills_workers_ends_the_build(worker: Cluster) -> None:
    with pytest.raises(ClusterError, match="terminated 1 workers of processes in succession, most likely for lack"):
        list(worker.run(os._exit, [1]))


def test_cluster_worker_error_is_named(worker: Cluster) -> None:
    with pytest.raises(
        ClusterError, match=r"A worker of processes failed \(ValueError: invalid literal .*\); install the same"
    ):
        list(worker.run(int, ["one"]))


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("tcp://127.0.0.1:1", "No Dask scheduler answers at tcp://127.0.0.1:1 (OSError); start one there"),
        ("nothing.json", "nothing.json is not a scheduler file of Dask (FileNotFoundError); give one"),
    ],
)
def test_cluster_without_scheduler_builds_nothing(where: str, told: str, tmp_path: Path) -> None:
    done = graph_builder("build", SEEDS, "-o", tmp_path / "output", "--scheduler", where, env=_QUICK)
    assert done.returncode == 1 and not (tmp_path / "output").exists()
    assert done.stderr.startswith(f"Error: {told}") and done.stderr.count("\n") == 1


def test_cluster_missing_dask_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"--scheduler needs Dask, .* `pip install 'graph-builder\[dask\]'`\."):
        check(Settings(scheduler=PROCESSES))
    check(Settings())


def test_cluster_interrupt_ends_all_processes(tmp_path: Path) -> None:
    command = [*MODULE, "build", str(SEEDS), "-o", str(tmp_path / "output"), "--scheduler", PROCESSES, "--quiet"]
    with subprocess.Popen(
        [*command, "--workers", "2", "--cache", str(tmp_path / "cache")],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:

        def workers() -> list[psutil.Process]:
            return [each for each in psutil.Process(process.pid).children() if "spawn_main" in " ".join(each.cmdline())]

        wait_until(lambda: len(workers()) == 2, process)
        started = workers()
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert (process.returncode, told.count("\n")) == (130, 1) and told.startswith("Interrupted: finished annotations")
    psutil.wait_procs(started, timeout=10)
    assert not any(each.is_running() for each in started)


@contextlib.contextmanager
def _quick() -> Iterator[None]:
    with dask.config.set({"distributed.comm.timeouts.connect": "2s"}):
        yield
