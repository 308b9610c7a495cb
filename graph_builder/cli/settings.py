"""The options of the commands that build: those of `Settings`, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from graph_builder.core.settings import (
    BASE_IRI,
    Device,
    RdfOptions,
    RelationExtractor,
    Selection,
    Settings,
    Window,
    description,
)


def with_settings(command: Callable[..., int]) -> Callable[..., int]:
    """Return a command that has the options of a build in place of its parameter `settings`."""
    offered = inspect.signature(_settings, eval_str=True).parameters

    @functools.wraps(command)
    def run(**given: Any) -> int:
        chosen = {name: given.pop(name) for name in offered}
        return command(**given, settings=_settings(**chosen))

    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command, eval_str=True).parameters.items():
        parameters += offered.values() if name == "settings" else [parameter]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _settings(
    models: Annotated[str, typer.Option(metavar="NAME|DIR", help=description(Settings, "models"))] = "bundled",
    device: Annotated[Device, typer.Option(help=description(Settings, "device"))] = "auto",
    workers: Annotated[int | None, typer.Option(min=1, metavar="N", help=description(Settings, "workers"))] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS|FILE|processes",
            help=description(Settings, "scheduler"),
        ),
    ] = None,
    window: Annotated[Window, typer.Option(help=description(Settings, "window"))] = "sentence",
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="OURS=THEIRS", help="Map a table column with another name: text=body."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help=description(Selection, "since"))
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help=description(Selection, "until")),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help=description(Selection, "limit"))] = None,
    any_language: Annotated[bool, typer.Option("--any-language", help=description(Selection, "any_language"))] = False,
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help=description(Selection, "keep_duplicates"))
    ] = False,
    cache: Annotated[Path | None, typer.Option(metavar="DIR", help=description(Settings, "cache"))] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=description(Settings, "decisions")),
    ] = None,
    relations: Annotated[RelationExtractor, typer.Option(help=description(Settings, "relations"))] = "learned",
    min_confidence: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="0..1",
            help=description(Settings, "min_confidence"),
        ),
    ] = None,
    without_rule: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help=description(Settings, "without_rules")),
    ] = None,
    base_iri: Annotated[str | None, typer.Option(metavar="IRI", help=description(RdfOptions, "base"))] = None,
    rdf12: Annotated[bool, typer.Option("--rdf12", help=description(RdfOptions, "reified"))] = False,
    rdf_cooccurrence: Annotated[
        bool, typer.Option("--rdf-cooccurrence", help=description(RdfOptions, "cooccurrence"))
    ] = False,
    licence: Annotated[str, typer.Option(metavar="IRI", help=description(RdfOptions, "licence"))] = "",
) -> Settings:
    rdf = RdfOptions(base_iri or BASE_IRI, rdf12, rdf_cooccurrence, licence)
    return Settings(
        models=models,
        device=device,
        workers=workers,
        scheduler=scheduler,
        window=window,
        columns=_columns(column or []),
        selection=Selection(
            since=since.date() if since else None,
            until=until.date() if until else None,
            limit=limit,
            any_language=any_language,
            keep_duplicates=keep_duplicates,
        ),
        cache=cache,
        decisions=decisions,
        relations=relations,
        min_confidence=min_confidence,
        without_rules=tuple(without_rule or ()),
        rdf=rdf,
    )


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
