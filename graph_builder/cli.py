"""The command line: what was asked for, handed to the pipeline, and what came of it, shown."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_builder import __version__
from graph_builder.errors import GraphBuilderError, OutputError

if TYPE_CHECKING:
    from rich.progress import TaskID

    from graph_builder.pipeline import Built, Progress

# Exit codes: all went well; something stopped it; it was built, but some of the input had to be left out; Ctrl-C.
OK, FAILED, INCOMPLETE, STOPPED = 0, 1, 3, 130

app = typer.Typer(
    help="Arabic news in, knowledge graphs out: offline, and every edge with the sentence it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models = typer.Typer(help="The language models.", no_args_is_help=True)
app.add_typer(models, name="models")


class Device(StrEnum):
    """Where Stanza computes."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"


class Stage(StrEnum):
    """What can be trained by itself."""

    charlm = "charlm"
    tokenize = "tokenize"
    mwt = "mwt"
    vectors = "vectors"
    pos = "pos"
    lemma = "lemma"
    depparse = "depparse"
    ner = "ner"


class Window(StrEnum):
    """Within what two entities co-occur."""

    sentence = "sentence"
    paragraph = "paragraph"
    article = "article"


def run() -> int:
    """Run the command that `sys.argv` holds; the exit code."""
    try:
        code = app(standalone_mode=False)
    except GraphBuilderError as error:
        _say(f"Error: {error}")
        return FAILED
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except Exception as error:
        show = getattr(error, "show", None)  # an error of usage, told as the command line library tells it
        if show is None:
            raise
        show()
        return int(getattr(error, "exit_code", FAILED))
    if code == STOPPED:  # typer, too, answers Ctrl-C with this code
        _say("Stopped: articles annotated so far are kept, and the output folder is as it was.")
    return code if isinstance(code, int) else OK


def _version(asked: bool) -> None:
    if asked:
        _echo(f"graph-builder {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Arabic news in, knowledge graphs out: offline, and every edge with the sentence it came from."""


@app.command()
def build(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders or globs: .txt .jsonl .csv .html .conllu")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write to.")],
    models: Annotated[
        str, typer.Option(metavar="NAME|DIR", help="bundled, official (see `models fetch`), or a directory.")
    ] = "bundled",
    device: Annotated[Device, typer.Option(help="Where Stanza computes.")] = Device.auto,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that annotate; as many as useful, if not given.")
    ] = None,
    window: Annotated[Window, typer.Option(help="Within what two entities co-occur.")] = Window.sentence,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="OURS=THEIRS", help="A column of .csv or .jsonl that is called otherwise: text=body."),
    ] = None,
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help="Where annotations are kept.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what was left out, and why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
) -> int:
    """Build the graphs of Arabic articles.

    The exit code is 0 when all was built, 3 when it was built but some input had to be left out, and 1 when nothing
    was built.
    """
    from graph_builder.pipeline import Settings
    from graph_builder.pipeline import build as build_graphs

    # Nearly all that a build makes lives to its end; to look for garbage among it takes a fifth of the time.
    gc.set_threshold(100_000)
    settings = Settings(models, device.value, workers, window.value, _columns(column or []), cache)
    with _progress(quiet) as progress:
        built = build_graphs(inputs, output, settings, progress=progress)
    for problem in built.result.problems:
        if problem.outcome == "skipped" or not quiet:
            _say(f"{'Left out' if problem.outcome == 'skipped' else 'Note'}: {problem}")
    if as_json:
        _echo(json.dumps(_summary(built, output), indent=2))  # ASCII: no terminal and no pipe can spoil it
    elif not quiet:
        _echo(_table(built, output))
    return INCOMPLETE if any(problem.outcome == "skipped" for problem in built.result.problems) else OK


@models.command()
def fetch() -> None:
    """Download Stanza's own Arabic models, for `build --models official`."""
    from graph_builder.annotate.stanza import fetch_official

    _echo(f"Stanza's Arabic models are in {_visible(str(fetch_official()))}.")


@models.command()
def train(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The corpora; graph_builder/models/README.md lists them.")],
    work: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the models come to be; a later call goes on from what is there.")
    ] = Path("models-in-training"),
    only: Annotated[
        list[Stage] | None, typer.Option(metavar="STAGE", help="Train this stage anew, and no other.")
    ] = None,
) -> None:
    """Train the Arabic models from the corpora, as the bundled ones were; on two cores it takes half a day.

    What is trained is written to WORK/models in Stanza's layout, for `build --models WORK/models`.
    """
    from graph_builder.training.package import package
    from graph_builder.training.train import train as train_models
    from graph_builder.training.workshop import Workshop

    shop = Workshop(work)
    train_models(data, shop, only or [], lambda stage: _say(f"Training {stage} …"))
    if missing := shop.missing():
        _echo(f"Not trained yet, so nothing is packaged: {', '.join(missing)}.")
    else:
        package(shop, work / "models")
        _echo(f"The models are in {_visible(str(work / 'models'))}.")


@models.command()
def evaluate(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The corpora; graph_builder/models/README.md lists them.")],
    models: Annotated[str, typer.Option(metavar="NAME|DIR", help="bundled, official, or a directory.")] = "bundled",
) -> None:
    """Print what the models reach on the test parts of the corpora: the tables of graph_builder/models/README.md."""
    from graph_builder.training.card import tables

    for line in tables(data, models):
        _echo(line)


def _columns(options: list[str]) -> dict[str, str]:
    columns = {}
    for option in options:
        ours, equals, theirs = option.partition("=")
        if not (ours and equals and theirs):
            raise typer.BadParameter(
                f"{option!r} is not of the form OURS=THEIRS, as in text=body.", param_hint="--column"
            )
        columns[ours] = theirs
    return columns


def _summary(built: Built, output: Path) -> dict[str, Any]:
    knowledge = built.result.knowledge
    return {
        "output": str(output),
        "documents": len(knowledge.documents),
        "words": built.words,
        "entities": {kind: sum(e.kind == kind for e in knowledge.entities) for kind in ("PER", "ORG", "LOC")},
        "mentions": sum(len(entity.mentions) for entity in knowledge.entities),
        "merges": len(knowledge.merges),
        "relations": len(knowledge.relations),
        "cooccurrences": built.result.cooccurrence.number_of_edges(),
        "problems": [{"outcome": p.outcome, "source": p.source, "message": str(p)} for p in built.result.problems],
        "seconds": dict(built.seconds),
        "files": [path.name for path in built.files],
    }


def _table(built: Built, output: Path) -> str:
    from rich.console import Console
    from rich.table import Table

    summary = _summary(built, output)
    table = Table(show_header=False, title="What was found", title_justify="left")
    table.add_column(justify="left")
    table.add_column(justify="right")
    kinds = summary["entities"]
    rows = [
        ("articles", summary["documents"]),
        ("words", summary["words"]),
        ("people", kinds["PER"]),
        ("organisations", kinds["ORG"]),
        ("places", kinds["LOC"]),
        ("mentions", summary["mentions"]),
        ("names merged", summary["merges"]),
        ("relations", summary["relations"]),
        ("co-occurrences", summary["cooccurrences"]),
        ("seconds", round(sum(built.seconds.values()), 1)),
    ]
    for label, figure in rows:
        table.add_row(label, f"{figure:,}")
    printed = io.StringIO()
    Console(file=printed).print(table)
    return f"{printed.getvalue()}Open {_visible(str(output / 'explorer.html'))} in a browser."


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """A progress bar a step, on standard error; none where that is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield _untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
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


def _untold(_step: str, _done: int, _total: int) -> None:
    pass


def _say(sentence: str) -> None:
    """One line on standard error."""
    _echo(_visible(sentence), err=True)


def _visible(text: str) -> str:
    """The text with what would act on a terminal, such as the control characters in a file's name, spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _echo(text: str, *, err: bool = False) -> None:
    """Print a line. Who was to read it may be gone; that undoes nothing of what was built.

    Raises OutputError if standard output cannot be written for another reason, such as a full disk.
    """
    try:
        typer.echo(text, err=err)
    except OSError as error:
        # Python would fail once more when it empties the stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), (sys.stderr if err else sys.stdout).fileno())
        if not err and not isinstance(error, BrokenPipeError):
            raise OutputError(
                f"What was found cannot be printed ({error.strerror}); all files are written, look there."
            ) from error
