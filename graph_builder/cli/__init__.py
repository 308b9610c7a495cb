"""The command line: commands that call the pipeline and print the result."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from graph_builder import __version__
from graph_builder.cli import build, compare, explore, export, imports, models, review, schema, store
from graph_builder.cli.printing import echo, print_error
from graph_builder.core.errors import GraphBuilderError
from graph_builder.core.extras import missing_package

# Exit codes of a failed and an interrupted command; those of a finished build stand in cli/build.py.
FAILED, STOPPED = 1, 130

app = typer.Typer(
    help="Turn Arabic news into knowledge graphs: offline, with the source sentence of every relation.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(build.build)
app.command()(explore.explore)
app.command()(review.show)
app.command()(review.merge)
app.command()(review.split)
app.command()(review.rename)
app.command()(review.drop)
app.command()(review.kind)
app.command()(review.link)
app.command()(review.evaluate)
app.command()(store.query)
app.command()(store.validate)
app.command()(store.push)
app.command()(export.export)
app.command("import")(imports.import_)
app.command()(compare.compare)
app.command()(schema.schema)
app.add_typer(models.app, name="models")


def run() -> int:
    """Run the command in `sys.argv`, and return its exit code."""
    # The matrices are small: a second thread of numpy's would only wait for the first, and take a core for it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = app(standalone_mode=False)
    except GraphBuilderError as error:
        print_error(f"Error: {error}")
        return FAILED
    except ModuleNotFoundError as error:
        if (missing := missing_package(error)) is None:
            raise
        print_error(f"Error: {missing}")
        return FAILED
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except Exception as error:
        show = getattr(error, "show", None)  # a usage error, shown as the command line library shows it
        if show is None:
            raise
        show()
        return int(getattr(error, "exit_code", FAILED))
    if code == STOPPED:  # typer, too, answers Ctrl-C with this code
        print_error("Interrupted: finished annotations are cached, and the output folder was not changed.")
    return code if isinstance(code, int) else build.OK


def _version(asked: bool) -> None:
    if asked:
        echo(f"graph-builder {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn Arabic news into knowledge graphs: offline, with the source sentence of every relation."""
