"""What a user can choose for a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

Device = Literal["auto", "cpu", "cuda"]
Window = Literal["sentence", "paragraph", "article"]
RelationExtractor = Literal["learned", "rules"]


BASE_IRI = "https://graph-builder.example/"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles are read of those that the inputs have.

    since, until
        The first and the last day of publication; where one is given, articles without a date are left out.
    limit
        How many are read at most, in the order of their files.
    any_language
        Whether those in other languages than Arabic are, too.
    keep_duplicates
        Whether articles that are the same as others, or nearly, count as articles of their own.
    """

    since: date | None = None
    until: date | None = None
    limit: int | None = None
    any_language: bool = False
    keep_duplicates: bool = False

    def has(self, published: date | None) -> bool:
        """Return whether an article of a date is read."""
        if published is None:
            return self.since is None and self.until is None
        return (self.since or date.min) <= published <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """How RDF is written.

    base
        The absolute IRI below which all that a build knows has its name.
    reified
        Whether each relation is tied to the triple that it is about as RDF 1.2 does it, which older stores refuse.
    cooccurrence
        Whether it holds who is named together.
    licence
        The IRI of the licence under which the graphs are passed on, or nothing.
    """

    base: str = BASE_IRI
    reified: bool = False
    cooccurrence: bool = False
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can choose for a build.

    models
        `bundled`, `official` (Stanza's own, fetched before) or a directory in Stanza's layout.
    workers
        Processes that annotate; None for as many as the machine has cores, where there is text enough. In a script
        that starts several, the call to `build` must stand below `if __name__ == "__main__":`.
    scheduler
        Which Dask cluster annotates and reads relations: the address of its scheduler, as in `tcp://host:8786`, the
        file that the scheduler wrote, or `processes` for one of `workers` processes; None for no Dask.
    window
        Within what two entities co-occur: `sentence`, `paragraph` or `article`.
    columns
        What the columns text, title, published and source of tables are called, where they are called otherwise.
    selection
        Which of the articles are read: by date, number, language, and whether copies count.
    cache
        The folder where annotations are kept; None for the user's own.
    decisions
        The file of what a person has decided about entities; None for `decisions.yaml` in the output folder, if there
        is one.
    relations
        What reads them: `learned`, the trained reader with the rules' claims before it, or the `rules` alone.
    min_confidence
        Relations less sure than this, from 0 to 1, are left out; None for less than 0.4 with the trained reader, less
        than 0.25 where a rule finds the same, and for none with the rules alone.
    rdf
        How RDF is written.
    """

    models: str = "bundled"
    device: Device = "auto"
    workers: int | None = 1
    scheduler: str | None = None
    window: Window = "sentence"
    columns: Mapping[str, str] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)
    cache: Path | None = None
    decisions: Path | None = None
    relations: RelationExtractor = "learned"
    min_confidence: float | None = None
    rdf: RdfOptions = field(default_factory=RdfOptions)
