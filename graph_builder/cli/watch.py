"""The `watch` command: build again whenever the articles of a folder have changed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.build import FAILED, INCOMPLETE, OK, print_problems
from graph_builder.cli.printing import echo, escape_controls, print_error
from graph_builder.cli.progress import progress_bars
from graph_builder.cli.settings import with_settings
from graph_builder.cli.stopping import stopped_by_signals
from graph_builder.core.errors import GraphBuilderError, InputError
from graph_builder.core.settings import Settings
from graph_builder.core.values import Problem

if TYPE_CHECKING:
    from watchfiles import Change

    from graph_builder.core.values import Knowledge

# Files are read when none has changed for so many milliseconds, or when some have been changing for so many seconds.
_QUIET, _LONGEST = 2000, 60

_NAMED = 3  # new articles named in a line
_NOUNS = (("article", "articles"), ("entity", "entities"), ("relation", "relations"))


@with_settings
def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of articles.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write to.")],
    settings: Settings,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only report skipped inputs and failures.")] = False,
) -> int:
    """Build again whenever articles are added to a folder, changed or removed, until Ctrl-C.

    The exit code is that of the last build, as `build` gives it, or 130 if a build was interrupted.
    """
    from graph_builder.io.atomic import check_writable

    if not folder.is_dir():
        raise InputError(f"{escape_controls(str(folder))} is not a folder; name one to watch.", path=folder)
    check_writable(output)
    builds = _Builds(folder, output, settings, quiet)
    with stopped_by_signals():
        moments = _moments(folder, output, settings.decisions)
        while True:
            try:
                next(moments)
            except KeyboardInterrupt:
                print_error("Stopped watching.")
                return builds.code
            builds.build()


@dataclass(frozen=True, slots=True)
class _State:
    """What a build holds: the sources of its articles by their ids, and the ids of entities and relations."""

    articles: Mapping[str, str]
    entities: frozenset[str]
    relations: frozenset[str]

    def __str__(self) -> str:
        counts = (len(self.articles), len(self.entities), len(self.relations))
        return ", ".join(f"{number:,} {_noun(number, things)}" for number, things in zip(counts, _NOUNS, strict=True))

    def since(self, before: _State) -> str:
        """Return what is new compared with a build before, and what is gone."""
        new = sorted(self.articles[each] for each in self.articles.keys() - before.articles.keys())
        named = f" ({', '.join(new[:_NAMED])}{' …' if len(new) > _NAMED else ''})" if new else ""
        articles, entities, relations = (
            _change(now, old, things) for now, old, things in zip(self._ids(), before._ids(), _NOUNS, strict=True)
        )
        return f"{articles}{named}, {entities}, {relations}"

    def _ids(self) -> tuple[frozenset[str], ...]:
        return frozenset(self.articles), self.entities, self.relations


def _change(now: frozenset[str], before: frozenset[str], things: tuple[str, str]) -> str:
    new, gone = len(now - before), len(before - now)
    return f"+{new:,}{f' −{gone:,}' if gone else ''} {_noun(gone or new, things)}"


def _noun(number: int, things: tuple[str, str]) -> str:
    return things[number != 1]


class _Builds:
    """The builds of a folder, each compared with the one before."""

    def __init__(self, folder: Path, output: Path, settings: Settings, quiet: bool) -> None:
        self.code = OK
        self._inputs, self._output, self._settings, self._quiet = [folder], output, settings, quiet
        self._state: _State | None = None
        self._problems: Sequence[Problem] = ()
        self._tried = False

    def build(self) -> None:
        """Build if anything has changed, and print what is new in one line.

        Raises:
            GraphBuilderError: The first build failed for another reason than that there is nothing to read yet.
        """
        try:
            self._build()
        except GraphBuilderError as error:
            if not self._tried and not isinstance(error, InputError):
                raise
            self.code, self._problems = FAILED, ()
            print_error(f"{_now()} Nothing was built: {error}")
        self._tried = True

    def _build(self) -> None:
        from graph_builder.pipeline import build, unchanged

        manifest = unchanged(self._inputs, self._output, self._settings)
        if manifest is not None:
            problems = [Problem(**problem) for problem in manifest["problems"]]
            if self._state is None:
                state = _kept(self._output)
                self._say(f"Nothing has changed since the last build: {state}.")
            else:
                state = self._state
        else:
            with progress_bars(self._quiet or self._tried) as progress:
                report = build(self._inputs, self._output, self._settings, progress=progress)
            problems, state = list(report.result.problems), _state(report.result.knowledge)
            seconds = f"{sum(report.seconds.values()):.1f} s"
            new = f"{state.since(self._state)}; in all " if self._state else ""
            self._say(f"{new}{state} ({seconds}).")
        print_problems([problem for problem in problems if problem not in self._problems], self._quiet)
        self.code = INCOMPLETE if any(problem.outcome == "skipped" for problem in problems) else OK
        self._state, self._problems = state, problems

    def _say(self, sentence: str) -> None:
        if not self._quiet:
            echo(f"{_now()} {escape_controls(sentence)}")


def _now() -> str:
    return datetime.now().strftime("%H:%M:%S")


def _state(knowledge: Knowledge) -> _State:
    return _State(
        {document.id: document.source for document in knowledge.documents},
        frozenset(entity.id for entity in knowledge.entities),
        frozenset(relation.id for relation in knowledge.relations),
    )


def _kept(output: Path) -> _State:
    """Return the state of the build in a folder."""
    from graph_builder.io.build_files import rows

    return _State(
        {row["id"]: row["source"] for row in rows(output, "documents.jsonl")},
        frozenset(row["id"] for row in rows(output, "entities.jsonl")),
        frozenset(row["id"] for row in rows(output, "relations.jsonl")),
    )


def _moments(folder: Path, output: Path, decisions: Path | None) -> Iterator[None]:
    """Yield at the start, and then whenever articles or decisions have changed and are no longer being written."""
    from watchfiles import watch

    from graph_builder.corpus import SUFFIXES
    from graph_builder.resolve.decisions import FILE

    top, aside = folder.resolve(), output.resolve()
    decided = (decisions or output / FILE).resolve()

    def matters(_: Change, name: str) -> bool:
        path = Path(name)
        if path == decided:
            return True
        if (path.is_relative_to(aside) and not top.is_relative_to(aside)) or not path.is_relative_to(top):
            return False
        hidden = any(part.startswith(".") for part in path.relative_to(top).parts)
        return not hidden and (path.suffix.lower() in SUFFIXES or not path.suffix or path.is_dir())

    changed, since = True, time.monotonic()
    for changes in watch(top, decided.parent, watch_filter=matters, rust_timeout=_QUIET, yield_on_timeout=True):
        if changes and not changed:
            changed, since = True, time.monotonic()
        if changed and (not changes or time.monotonic() - since > _LONGEST):
            changed = False
            yield
