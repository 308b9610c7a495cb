"""Settings of a build."""

from __future__ import annotations

import inspect
import re
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
    """Selection of the articles to read.

    Attributes:
        since: First day of publication; with `since` or `until`, articles without a date are left out.
        until: Last day of publication.
        limit: Maximum number of articles, in the order of their files.
        any_language: Whether to read articles in languages other than Arabic.
        keep_duplicates: Whether exact and near duplicates count as articles of their own.
    """

    since: date | None = None
    until: date | None = None
    limit: int | None = None
    any_language: bool = False
    keep_duplicates: bool = False

    def has(self, published: date | None) -> bool:
        """Return whether an article with a date of publication is selected."""
        if published is None:
            return self.since is None and self.until is None
        return (self.since or date.min) <= published <= (self.until or date.max)


_RDF_FLAGS = ("reified", "cooccurrence")


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """Options for RDF.

    Attributes:
        base: Absolute IRI that begins the IRIs of everything in RDF.
        reified: Whether relations refer to their triples by triple terms (RDF 1.2), which older stores reject.
        cooccurrence: Whether RDF includes co-occurrence.
        licence: IRI of the licence of the graphs, stated in RDF; empty for none.
    """

    base: str = BASE_IRI
    reified: bool = False
    cooccurrence: bool = False
    licence: str = ""

    def to_manifest(self) -> str:
        """Return the options as a build's manifest holds them."""
        flags = (name for name in _RDF_FLAGS if getattr(self, name))
        return " ".join((self.base, *flags, *filter(None, [self.licence])))

    @classmethod
    def from_manifest(cls, text: str) -> RdfOptions:
        """Return the options that a build's manifest holds."""
        base, *rest = text.split() or [BASE_IRI]
        licence = next((word for word in rest if ":" in word), "")
        return cls(base, licence=licence, **{name: name in rest for name in _RDF_FLAGS})


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a build.

    Attributes:
        models: Models for annotation: `bundled`, `official` (Stanza's own, downloaded beforehand) or a directory in
            Stanza's layout.
        device: Device that Stanza runs on: `auto`, `cpu` or `cuda`.
        workers: Number of annotation processes; on the command line, by default as many as cores and text allow.
            None stands for that number. In a script that starts several, the call to `build` must be guarded by
            `if __name__ == "__main__":`.
        scheduler: Dask cluster for annotation and relations: the address of its scheduler, as in `tcp://host:8786`, its
            scheduler file, or `processes` for a local cluster of as many processes as `workers`.
        window: Unit of co-occurrence: `sentence`, `paragraph` or `article`.
        columns: Names of the columns text, title, published and source of tables, where they differ.
        selection: Selection of articles by date, number and language, and treatment of duplicates.
        cache: Directory of the annotation cache; by default in the user's cache directory.
        decisions: File of decisions about entities; by default `decisions.yaml` in the output folder, if it exists.
        relations: What extracts relations: `learned` for the trained classifier with the rules, or `rules` alone.
        min_confidence: Minimum confidence (0–1) of relations; by default 0.25 with the classifier, or 0.08 for
            events and presence where a rule agrees (0.02 for rare predicates), and no minimum with the rules alone.
        without_rules: Names of relation rules to leave out; the classifier may still find what they would.
        rdf: Options for RDF.
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
    without_rules: tuple[str, ...] = ()
    rdf: RdfOptions = field(default_factory=RdfOptions)


def description(settings: type, name: str) -> str:
    """Return the first sentence that a class of settings documents one of its attributes with, without backquotes.

    >>> description(Selection, "until")
    'Last day of publication.'
    """
    attribute = re.compile(rf"^    {name}: (.*?)(?=\n    \S|\Z)", re.MULTILINE | re.DOTALL)
    documented = attribute.search(inspect.getdoc(settings) or "")
    text = " ".join(documented[1].split()).replace("`", "") if documented else ""
    return re.split(r"(?<=\.) (?=[A-Z])", text)[0]
