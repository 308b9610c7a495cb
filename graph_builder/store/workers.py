"""Answer queries over a build in processes that are stopped if they take too long."""

from __future__ import annotations

import contextlib
import multiprocessing
import shutil
import tempfile
import threading
from concurrent.futures import TimeoutError as StoppedError
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from graph_builder.core.errors import DamagedBuildError
from graph_builder.export.rdf.terms import PREFIXES
from graph_builder.store import worker
from graph_builder.store.worker import Question

_WORKERS = 2
_MEMORY = 4 * 1024**3  # bytes of a worker
_LONGEST = 50 * 1024**2  # bytes of an answer

_Signature = tuple[tuple[int, int], ...]


class RefusedError(Exception):
    """A query is not answered because it would take too much; the message is one sentence.

    Attributes:
        passing: Whether the same query may be answered later.
    """

    def __init__(self, message: str, *, passing: bool) -> None:
        super().__init__(message)
        self.passing = passing


class QueryWorkers:
    """Processes that answer queries over the build in a folder, as it is at the time of the query.

    The RDF is loaded into a temporary store on the disk, at once and, after another build, when the next query comes.
    """

    def __init__(self, folder: Path, timeout: float) -> None:
        """Check that the folder has RDF; `timeout` is the time limit of a query in seconds.

        Raises:
            DamagedBuildError: It has none.
        """
        self._folder, self._timeout = folder.resolve(), timeout
        self._signature()
        self._stores = tempfile.TemporaryDirectory(prefix="graph-builder-", ignore_cleanup_errors=True)
        self._loading, self._free = threading.Lock(), threading.Semaphore(_WORKERS)
        self._loaded: _Signature | None = None
        self._places: list[Path] = []  # the store, and before it the one that other queries may still read
        self._pool = ProcessPool(
            max_workers=_WORKERS,
            initializer=worker.prepare,
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        threading.Thread(target=self._load_ahead, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.stop()
        self._pool.join()
        self._stores.cleanup()

    def answer(self, question: Question) -> tuple[str, bytes]:
        """Return the media type of the answer and the answer.

        Raises:
            SyntaxError: The query is invalid.
            ValueError: The IRI of a graph is invalid.
            UnacceptableError: The answer has another form than those accepted.
            RefusedError: The query takes too long or too much memory, its answer is too large, or all workers are busy.
            DamagedBuildError: The RDF of the build cannot be read.
        """
        if not self._free.acquire(timeout=self._timeout):
            raise RefusedError("The server is busy with other queries; try again later.", passing=True)
        try:
            arguments = (self._store(), question, PREFIXES, _LONGEST, _MEMORY)
            answered: tuple[str, bytes] = self._pool.schedule(
                worker.answer, args=arguments, timeout=self._timeout
            ).result()
        except StoppedError:
            raise RefusedError(
                f"The query was stopped after {self._timeout:g} seconds; narrow it, add a LIMIT, or start the server "
                "with a higher --timeout.",
                passing=True,
            ) from None
        except worker.TooLargeError:
            raise RefusedError(
                f"The answer has more than {_LONGEST // 1024**2} MB; narrow the query, or add a LIMIT.", passing=False
            ) from None
        except ProcessExpired:
            raise RefusedError(
                f"The query was stopped because it needs more than {_MEMORY // 1024**3} GB of memory; narrow it.",
                passing=False,
            ) from None
        finally:
            self._free.release()
        return answered

    def _load_ahead(self) -> None:
        with contextlib.suppress(Exception):  # the first query reports it
            self._store()

    def _store(self) -> Path:
        """Return the store of the build as it is now."""
        with self._loading:
            now = self._signature()
            if self._loaded != now:
                place = Path(tempfile.mkdtemp(dir=self._stores.name))
                try:
                    self._pool.schedule(worker.load, args=(self._folder, place)).result()
                except (OSError, SyntaxError) as error:
                    raise DamagedBuildError(
                        f"The RDF in {self._folder} cannot be queried ({error}); build into it again.",
                        path=self._folder,
                    ) from error
                *older, last = [*self._places, place]
                self._loaded, self._places = now, [*older[-1:], last]
                for old in older[:-1]:
                    shutil.rmtree(old, ignore_errors=True)
            return self._places[-1]

    def _signature(self) -> _Signature:
        """Return what changes when the RDF is written anew."""
        try:
            stats = [(self._folder / name).stat() for name in worker.FILES]
        except OSError as error:
            raise DamagedBuildError(
                f"{error.filename} is missing; name the folder of a build, or build into it again.",
                path=error.filename,
            ) from error
        return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)
