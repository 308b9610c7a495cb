"""Work on articles by the workers of a Dask cluster: one that is running, or processes of this machine.

Tasks carry all that they need: data that is scattered once is lost with the workers that hold it.
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

# Tasks that wait for every thread of a worker, beside the one that it does; and what a cluster without workers is sent.
_WAITING = 1
_FIRST = 8


class Cluster:
    """The workers of a cluster, which is joined or started when there is the first task; `run` is a `batches.Run`."""

    def __init__(self, settings: Settings, stack: ExitStack) -> None:
        self._settings = settings
        self._stack = stack

    @functools.cached_property
    def _client(self) -> Client:
        return self._stack.enter_context(_client(self._settings))

    def annotate(self, documents: Sequence[Document]) -> Iterator[CachedAnnotation | Problem]:
        """Yield every document's annotation, or the problem that it met, in no promised order.

        Raises ModelsError, ClusterError.
        """
        tasks = batches(sorted(documents, key=lambda document: document.id))
        work = functools.partial(_annotated, self._settings.models, self._settings.device)
        yield from itertools.chain.from_iterable(self.run(work, tasks))

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Yield the result of each task as it is done. A worker's tasks are done by others if it dies.

        Raises ClusterError, and what the work raises.
        """
        from distributed import Future, as_completed

        waiting = iter(tasks)
        if not (first := list(itertools.islice(waiting, 1))):
            return
        waiting = itertools.chain(first, waiting)
        chosen = self._settings.models, self._settings.relations, self._settings.min_confidence
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
        except Exception as error:  # of whatever kind the libraries of another machine raise
            raise self._failed(error) from error
        finally:
            if running and client.status == "running":
                client.cancel(list(running))

    def _failed(self, error: Exception) -> ClusterError:
        from distributed.scheduler import KilledWorker

        if isinstance(error, KilledWorker):
            return ClusterError(
                f"A task ended {error.allowed_failures + 1} workers of {self._settings.scheduler} one after another, "
                "most likely because their memory is full; give each worker more memory, or one thread only."
            )
        if isinstance(error, CancelledError | OSError):
            return ClusterError(
                f"The scheduler {self._settings.scheduler} was lost during the build; what was done is kept: "
                "see to it that it runs, and build again."
            )
        return ClusterError(
            f"A worker of {self._settings.scheduler} failed ({type(error).__name__}: {' '.join(str(error).split())}); "
            "see to it that workers and scheduler have the same graph-builder, with all that it needs, as this machine."
        )


def check(settings: Settings) -> None:
    """See whether there is a scheduler where the settings name one.

    Raises ClusterError if there is none, or Dask is not installed.
    """
    if settings.scheduler and find_spec("distributed") is None:
        raise ClusterError("--scheduler needs Dask, which is not installed; run `pip install 'graph-builder[dask]'`.")
    if settings.scheduler not in (None, PROCESSES):
        with _client(settings):
            pass


@contextmanager
def joined(settings: Settings) -> Iterator[Cluster | None]:
    """The cluster of `settings.scheduler`, None where there is none; it is left, or stopped, behind."""
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
                "(`dask scheduler`), or mend the address."
            ) from error
        with client:
            yield client


@contextmanager
def _local(settings: Settings) -> Iterator[dict[str, Any] | None]:
    """The address of a new cluster of processes, which nobody else can join; None if another is asked for."""
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
    """SIGINT is blocked, also in all threads and processes that are started meanwhile: this process stops its workers.

    It reaches this process afterwards. Windows has no signals to block.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would unblock it, once it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _address(scheduler: str) -> dict[str, Any]:
    """Return what a client joins by: an address, or what a scheduler's file says.

    Raises ClusterError.
    """
    if "://" in scheduler or scheduler.rpartition(":")[2].isdecimal():
        return {"address": scheduler}
    try:
        return {"address": json.loads(Path(scheduler).read_bytes())["address"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClusterError(
            f"{scheduler} is no file that a Dask scheduler wrote ({type(error).__name__}); name one, an address such "
            f"as tcp://host:8786, or {PROCESSES!r}."
        ) from error


@contextmanager
def _silent() -> Iterator[None]:
    """Dask's own messages are not shown: what matters of them is told by ours."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


# What follows runs on the workers.

_ONE_AT_A_TIME = threading.Lock()


def _done(made_of: str, chosen: tuple[Any, ...], work: Callable[[Task], Result], task: Task) -> Result:
    """Do a task, if this worker has what the client has. Threads of a worker take turns: they share the pipeline.

    Raises ClusterError.
    """
    with _ONE_AT_A_TIME:
        if _made_of(*chosen) != made_of:
            from distributed import get_worker

            raise ClusterError(
                f"The worker {get_worker().address} has another graph-builder, other models or other libraries than "
                "this machine; install the same there, or take it out of the cluster."
            )
        return work(task)


_weights: Callable[[str], Weights] = functools.cache(find_weights)


@functools.cache
def _made_of(models: str, relations: Any, min_confidence: float | None) -> str:
    """Return a digest of what decides annotations and claims."""
    settings = Settings(models=models, relations=relations, min_confidence=min_confidence)
    return relations_fingerprint(settings, _weights(models).fingerprint)


def _annotated(models: str, device: Device, batch: Sequence[Document]) -> list[CachedAnnotation | Problem]:
    outcomes = annotate_apart(_weights(models), device, batch)
    return [each if isinstance(each, Problem) else CachedAnnotation.of(each) for each in outcomes]
