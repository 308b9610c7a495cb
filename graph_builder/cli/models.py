"""The commands about the language models."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls, print_error

app = typer.Typer(help="The language models.", no_args_is_help=True)


class Stage(StrEnum):
    """What can be trained by itself."""

    endings = "endings"
    initials = "initials"
    charlm = "charlm"
    tokenize = "tokenize"
    mwt = "mwt"
    vectors = "vectors"
    pos = "pos"
    lemma = "lemma"
    depparse = "depparse"
    ner = "ner"
    relations = "relations"


@app.command()
def fetch() -> None:
    """Download Stanza's own Arabic models, for `build --models official`."""
    from graph_builder.annotate.stanza import fetch_official

    echo(f"Stanza's Arabic models are in {escape_controls(str(fetch_official()))}.")


@app.command()
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
    from graph_builder.training.run_directory import RunDirectory
    from graph_builder.training.train import train as train_models

    run_directory = RunDirectory(work)
    train_models(data, run_directory, only or [], lambda stage: print_error(f"Training {stage} …"))
    if missing := run_directory.missing():
        echo(f"Not trained yet, so nothing is packaged: {', '.join(missing)}.")
    else:
        package(run_directory, work / "models")
        echo(f"The models are in {escape_controls(str(work / 'models'))}.")


@app.command()
def evaluate(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The corpora; graph_builder/models/README.md lists them.")],
    models: Annotated[str, typer.Option(metavar="NAME|DIR", help="bundled, official, or a directory.")] = "bundled",
) -> None:
    """Print what the models reach on the test parts of the corpora: the tables of graph_builder/models/README.md."""
    from graph_builder.training.model_card import tables

    for line in tables(data, models):
        echo(line)


@app.command("cross-validate")
def cross_validate(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The corpora; graph_builder/models/README.md lists them.")],
    work: Annotated[
        Path,
        typer.Option(metavar="DIR", help="The folder of `models train`; the weights of every fold are kept there."),
    ] = Path("models-in-training"),
) -> None:
    """Train recognizers and readers of relations without a part of the annotated articles each, and print what they
    reach on it.

    First the names of a build of these parts, and its relations by the rules alone, then the relations of the readers
    and how often they are right where they are so and so sure. WORK/cross-validation/gold holds the annotated articles,
    WORK/cross-validation/build the build of them, for `evaluate`; both hold the text of the articles.
    """
    from graph_builder.core.settings import Settings
    from graph_builder.evaluation.report import kind_lines, score_lines
    from graph_builder.pipeline import build
    from graph_builder.training.classifier_recipe import classifier_lines, cross_validated, lesson
    from graph_builder.training.crossvalidate import GOLD, HeldOut
    from graph_builder.training.run_directory import RunDirectory

    run_directory = RunDirectory(work)

    def progress_bars(step: str) -> None:
        print_error(f"Training {step} …")

    gold, built = run_directory.cross_validation / GOLD, run_directory.cross_validation / "build"
    annotator = HeldOut(data, run_directory.cross_validation, run_directory, progress_bars)
    build([str(gold / "n?????.txt")], built, Settings(relations="rules"), annotator=annotator)
    for line in (*kind_lines(gold, built), *score_lines(gold, built)):
        echo(line)
    taught = lesson(data, run_directory, progress_bars)
    for line in classifier_lines(taught, cross_validated(taught, run_directory.cross_validation, progress_bars)):
        echo(line)
