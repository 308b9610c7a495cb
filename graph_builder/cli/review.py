"""Commands about the entities of a finished build, and `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph_builder.cli.printing import echo, escape_controls, shell_argument
from graph_builder.core.values import Kind

_BUILD = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder of the build.")]


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, alias, Latin name or id.")],
    output: _BUILD = Path("output"),
) -> None:
    """Show an entity: its names, its places and its relations, with their sentences."""
    from graph_builder.review.show import entity_lines

    for line in entity_lines(output, name):
        echo(escape_controls(line))


def merge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity to merge.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The entity to merge it into.")],
    output: _BUILD = Path("output"),
) -> None:
    """Merge an entity into another (applied at the next build)."""
    _decide(output, "merge", name, into)


def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity to split.")],
    alias: Annotated[str, typer.Argument(metavar="ALIAS", help="The alias that belongs to another entity.")],
    output: _BUILD = Path("output"),
) -> None:
    """Split an alias off as a separate entity (applied at the next build)."""
    _decide(output, "split", name, alias)


def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="Its new name.")],
    output: _BUILD = Path("output"),
) -> None:
    """Rename an entity (applied at the next build)."""
    _decide(output, "rename", name, to)


def drop(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity to drop.")],
    output: _BUILD = Path("output"),
) -> None:
    """Drop an entity that is not one (applied at the next build)."""
    _decide(output, "drop", name, None)


def kind(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    of: Annotated[Kind, typer.Argument(metavar="PER|LOC|ORG", help="Its new kind.")],
    output: _BUILD = Path("output"),
) -> None:
    """Set the kind of an entity: person, place or organisation (applied at the next build)."""
    _decide(output, "kind", name, of)


def link(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The entity.")],
    iri: Annotated[
        str, typer.Argument(metavar="IRI", help="The IRI of the same entity elsewhere, such as in Wikidata.")
    ],
    output: _BUILD = Path("output"),
) -> None:
    """Link an entity to an IRI by owl:sameAs (applied at the next build)."""
    _decide(output, "link", name, iri)


def _decide(output: Path, act: str, name: str, value: str | None) -> None:
    from graph_builder.resolve.decisions import Decision
    from graph_builder.review.decide import decide

    path = decide(output, Decision(act, name, value))
    echo(
        f"Written to {escape_controls(str(path))}; run `graph-builder build … -o {shell_argument(output)}` again "
        "to apply it."
    )


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The folder of NAME.ann.txt and NAME.rel.tsv files.")],
    build: Annotated[Path, typer.Argument(metavar="BUILD", help="The folder of a build of the same texts.")],
    article: Annotated[
        str | None, typer.Option(metavar="NAME", help="List what the build misses and adds in this article.")
    ] = None,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Print how often relations are right, by confidence.")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Print how often relations are right, by rule.")] = False,
) -> None:
    """Evaluate a build against hand annotation, as described in tests/gold/GUIDELINES.md."""
    from graph_builder.evaluation.report import confidence_lines, difference_lines, rule_lines, score_lines

    lines = confidence_lines if confidence else rule_lines if rules else score_lines
    for line in difference_lines(gold, build, article) if article else lines(gold, build):
        echo(escape_controls(line))
