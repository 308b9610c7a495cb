"""Distribute work to a Dask cluster: a running one, or local processes.

Tasks contain all the data they need: data scattered in advance would be lost with the workers that hold it.
"""

from __future__ import annotations

import functools
import itertools
import json
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from graph_builder.annotate.cache import CachedAnnotation
from graph_builder.annotate.stanza import annotate_apart
from graph_builder.annotate.weights import Weights, find_weights
from graph_builder.core.batches import batches
from graph_builder.core.errors import ClusterError, GraphBuilderError
from graph_builder.core.settings import Device, Settings
from graph_builder.core.values import Document, Problem
from graph_builder.fingerprints import relations_fingerprint

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Result = TypeVar("Result")

PROCESSES = "processes"

# Tasks queued per worker thread in addition to the running one, and tasks sent to a cluster without workers.
_WAITING = 1
_FIRST = 8


class Cluster:
    """Workers of a cluster, connected or started at the first task; `run` is a `batches.Run`."""

    def __init__(self, settings: Settings, stack: ExitStack) -> None:
        self._settings = settings
        self._stack = stack

    @functools.cached_property
    def _client(self) -> Client:
        return self._stack.enter_context(_client(self._settings))

    def annotate(self, documents: Sequence[Document]) -> Iterator[CachedAnnotation | Problem]:
        """Yield the annotation of each document, or the problem with it, in any order.

        Raises:
            ModelsError: When the models cannot be read.
            ClusterError: When the scheduler is lost or a worker fails.
        """
        tasks = batches(sorted(documents, key=lambda document: document.id))
        work = functools.partial(_annotated, self._settings.models, self._settings.device)
        yield from itertools.chain.from_iterable(self.run(work, tasks))

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Yield the result of each task when it is done; the tasks of a worker that dies are repeated by others.

        Raises:
            ClusterError: When the scheduler is lost or a worker fails.
            GraphBuilderError: When the work raises it.
        """
        from distributed import Future, as_completed

        waiting = iter(tasks)
        if not (first := list(itertools.islice(waiting, 1))):
            return
        waiting = itertools.chain(first, waiting)
        given = self._settings
        chosen = given.models, given.relations, given.min_confidence, given.without_rules
        call = functools.partial(_done, _made_of(*chosen), chosen, work)
        client, running = self._client, set[Future[Any]]()
        done = as_completed(loop=client.loop, with_results=True)

        def submit() -> None:
            wanted = max(_FIRST, (1 + _WAITING) * sum(client.nthreads().values()))
            for task in itertools.islice(waiting, max(0, wanted - len(running))):
                future = client.submit(call, task, pure=False)
                running.add(future)
                done.add(future)

        try:
            submit()
            for future, result in done:
                running.discard(future)
                if isinstance(result, CancelledError):
                    raise result
                yield result
                submit()
        except GraphBuilderError:
            raise
        except Exception as error:  # libraries on another machine may raise anything
            raise self._failed(error) from error
        finally:
            if running and client.status == "running":
                client.cancel(list(running))

    def _failed(self, error: Exception) -> ClusterError:
        from distributed.scheduler import KilledWorker

        if isinstance(error, KilledWorker):
            return ClusterError(
                f"A task terminated {error.allowed_failures + 1} workers of {self._settings.scheduler} in succession, "
                "most likely for lack of memory; give each worker more memory or a single thread."
            )
        if isinstance(error, CancelledError | OSError):
            return ClusterError(
                f"The scheduler {self._settings.scheduler} was lost during the build; finished work is cached: make "
                "sure that the scheduler is running, and build again."
            )
        return ClusterError(
            f"A worker of {self._settings.scheduler} failed ({type(error).__name__}: {' '.join(str(error).split())}); "
            "install the same graph-builder, with its dependencies, on workers and scheduler as on this machine."
        )


def check(settings: Settings) -> None:
    """Check that the scheduler of the settings can be reached.

    Raises:
        ClusterError: When it cannot, or Dask is not installed.
    """
    if settings.scheduler and find_spec("distributed") is None:
        raise ClusterError("--scheduler needs Dask, which is not installed; run `pip install 'graph-builder[dask]'`.")
    if settings.scheduler not in (None, PROCESSES):
        with _client(settings):
            pass


@contextmanager
def joined(settings: Settings) -> Iterator[Cluster | None]:
    """Yield the cluster of `settings.scheduler`, or None if there is none; disconnect or stop it at the end."""
    with ExitStack() as stack:
        yield Cluster(settings, stack) if settings.scheduler else None


@contextmanager
def _client(settings: Settings) -> Iterator[Client]:
    from distributed import Client

    with _silent(), _local(settings) as local:
        try:
            client = Client(**(local or _address(str(settings.scheduler))))
        except (OSError, ValueError, TypeError, RuntimeError, ImportError) as error:
            raise ClusterError(
                f"No Dask scheduler answers at {settings.scheduler} ({type(error).__name__}); start one there "
                "(`dask scheduler`), or correct the address."
            ) from error
        with client:
            yield client


@contextmanager
def _local(settings: Settings) -> Iterator[dict[str, Any] | None]:
    """Yield the address of a new local cluster, which only this process can join; None if another is requested."""
    if settings.scheduler != PROCESSES:
        yield None
        return
    import dask
    from distributed import LocalCluster, Security

    security = Security.temporary()
    no_pages: dict[str, list[str]] = {f"distributed.{each}.http.routes": [] for each in ("scheduler", "worker")}
    with dask.config.set(no_pages), _ctrl_c_waits():
        local = LocalCluster(
            n_workers=settings.workers or os.cpu_count() or 1,
            threads_per_worker=1,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            host="tls://127.0.0.1",
            security=security,
            silence_logs=logging.CRITICAL,
        )
    with local:
        yield {"address": local, "security": security}


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Block SIGINT, also in threads and processes started meanwhile, so that this process can stop its workers.

    The signal is delivered afterwards. Windows has no signals to block.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it later would unblock the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _address(scheduler: str) -> dict[str, Any]:
    """Return the arguments by which a client connects: an address, or that in a scheduler file.

    Raises:
        ClusterError: When the file cannot be read.
    """
    if "://" in scheduler or scheduler.rpartition(":")[2].isdecimal():
        return {"address": scheduler}
    try:
        return {"address": json.loads(Path(scheduler).read_bytes())["address"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClusterError(
            f"{scheduler} is not a scheduler file of Dask ({type(error).__name__}); give one, an address such as "
            f"tcp://host:8786, or {PROCESSES!r}."
        ) from error


@contextmanager
def _silent() -> Iterator[None]:
    """Suppress Dask's own messages; errors are reported by ours."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


# The following functions run on the workers.

_ONE_AT_A_TIME = threading.Lock()


def _done(made_of: str, chosen: tuple[Any, ...], work: Callable[[Task], Result], task: Task) -> Result:
    """Run a task if this worker has the same code and models as the client, one at a time: threads share the pipeline.

    Raises:
        ClusterError: When it has not.
    """
    with _ONE_AT_A_TIME:
        if _made_of(*chosen) != made_of:
            from distributed import get_worker

            raise ClusterError(
                f"The worker {get_worker().address} has a different graph-builder, models or libraries than "
                "this machine; install the same there, or remove it from the cluster."
            )
        return work(task)


_weights: Callable[[str], Weights] = functools.cache(find_weights)


@functools.cache
def _made_of(models: str, relations: Any, min_confidence: float | None, without_rules: tuple[str, ...]) -> str:
    """Return a digest of what determines annotations and extractions."""
    settings = Settings(models=models, relations=relations, min_confidence=min_confidence, without_rules=without_rules)
    return relations_fingerprint(settings, _weights(models).fingerprint)


def _annotated(models: str, device: Device, batch: Sequence[Document]) -> list[CachedAnnotation | Problem]:
    outcomes = annotate_apart(_weights(models), device, batch)
    return [each if isinstance(each, Problem) else CachedAnnotation.of(each) for each in outcomes]
