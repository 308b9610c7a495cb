"""The commands about a finished build: who is who, what a person decides, and how good it is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls


class KindName(StrEnum):
    """What an entity can be."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"


_BUILD = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder of the build.")]


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias or an id.")],
    output: _BUILD = Path("output"),
) -> None:
    """Tell who an entity is: its names, its offices, and what is said of it, with the sentences."""
    from graph_builder.review.show import entity_lines

    for line in entity_lines(output, name):
        echo(escape_controls(line))


def merge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity that is another one.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The one that it is.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide that two entities are one; the next build obeys."""
    _decide(output, "merge", name, into)


def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity that is two.")],
    alias: Annotated[str, typer.Argument(metavar="ALIAS", help="What the other one is called.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide that what is written so is somebody else; the next build obeys."""
    _decide(output, "split", name, alias)


def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="What it is to be called.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide what an entity is called; the next build obeys."""
    _decide(output, "rename", name, to)


def drop(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What is no entity.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide that something is no entity; the next build obeys."""
    _decide(output, "drop", name, None)


def kind(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    of: Annotated[KindName, typer.Argument(metavar="PER|LOC|ORG", help="What it is.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide whether an entity is a person, a place or an organisation; the next build obeys."""
    _decide(output, "kind", name, of.value)


def link(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    iri: Annotated[str, typer.Argument(metavar="IRI", help="What stands for the same elsewhere, in Wikidata say.")],
    output: _BUILD = Path("output"),
) -> None:
    """Decide that an IRI stands for the same; the next build says so in RDF, by owl:sameAs."""
    _decide(output, "link", name, iri)


def _decide(output: Path, act: str, name: str, value: str | None) -> None:
    from graph_builder.resolve.decisions import Decision
    from graph_builder.review.decide import decide

    path = decide(output, Decision(act, name, value))
    echo(f"Written to {escape_controls(str(path))}; build into {escape_controls(str(output))} again, and it is so.")


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="NAME.ann.txt and NAME.rel.tsv files.")],
    build: Annotated[Path, typer.Argument(metavar="BUILD", help="What `build` wrote from the same texts.")],
    article: Annotated[
        str | None, typer.Option(metavar="NAME", help="List what this article's build misses and adds.")
    ] = None,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Say how often relations of each confidence are right.")
    ] = False,
) -> None:
    """Measure a build against hand annotation, as GUIDELINES.md in tests/gold describes it."""
    from graph_builder.evaluation.report import confidence_lines, difference_lines, score_lines

    lines = confidence_lines(gold, build) if confidence else score_lines(gold, build)
    for line in difference_lines(gold, build, article) if article else lines:
        echo(escape_controls(line))
