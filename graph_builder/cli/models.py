"""The `models` commands."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls, print_error

app = typer.Typer(help="Train and evaluate the language models.", no_args_is_help=True)


class Stage(StrEnum):
    """Stages that can be trained separately."""

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
        Path, typer.Option(metavar="DIR", help="Working directory; an interrupted run resumes from it.")
    ] = Path("models-in-training"),
    only: Annotated[list[Stage] | None, typer.Option(metavar="STAGE", help="Train only this stage, again.")] = None,
) -> None:
    """Train the Arabic models from the corpora, as the bundled ones were; this takes half a day on two cores.

    The models are written to WORK/models in Stanza's layout, for `build --models WORK/models`.
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
    """Evaluate the models on the test parts of the corpora: the tables of graph_builder/models/README.md."""
    from graph_builder.training.model_card import tables

    for line in tables(data, models):
        echo(line)


@app.command("cross-validate")
def cross_validate(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The corpora; graph_builder/models/README.md lists them.")],
    work: Annotated[
        Path,
        typer.Option(
            metavar="DIR", help="The working directory of `models train`; the weights of each fold are kept there."
        ),
    ] = Path("models-in-training"),
    steps: Annotated[
        int | None,
        typer.Option(min=1, help="Training steps of each recognizer; by default as many as for the bundled one."),
    ] = None,
) -> None:
    """Cross-validate the name recognizer and the relation classifier on the annotated articles.

    Prints the figures of names, of relations by the rules alone, then of relations by the classifier, each for all
    articles and for those annotated later, with which no rule was developed; then how often relations are right by
    confidence.
    WORK/cross-validation/gold holds the annotated articles and WORK/cross-validation/build their build, for `evaluate`;
    gold-later and build-later beside them are of the later ones. All four hold the text of the articles.
    """
    from graph_builder.core.settings import Settings
    from graph_builder.evaluation.report import kind_lines, score_lines
    from graph_builder.pipeline import build
    from graph_builder.training.classifier_recipe import classifier_lines, cross_validated, lesson
    from graph_builder.training.crossvalidate import GOLD, LATER_GOLD, HeldOut
    from graph_builder.training.run_directory import RunDirectory

    run_directory = RunDirectory(work)

    def progress_bars(step: str) -> None:
        print_error(f"Training {step} …")

    annotator = HeldOut(data, run_directory.cross_validation, run_directory, progress_bars, steps)
    for heading, of_gold, of_build in (("All articles", GOLD, "build"), ("Later articles", LATER_GOLD, "build-later")):
        gold, built = run_directory.cross_validation / of_gold, run_directory.cross_validation / of_build
        build([str(gold / "n?????.txt")], built, Settings(relations="rules"), annotator=annotator)
        echo(f"{heading}:")
        for line in (*kind_lines(gold, built), *score_lines(gold, built)):
            echo(line)
    taught = lesson(data, run_directory, progress_bars)
    for line in classifier_lines(taught, cross_validated(taught, run_directory.cross_validation, progress_bars)):
        echo(line)
