"""The actors and statements of a build, each statement with the sentences that prove it, read row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph_builder.arabic.fold import fold
from graph_builder.arabic.normalized import on_one_line
from graph_builder.io.build_files import Articles, Row, row_batches
from graph_builder.lexicon import countries, labels, predicates

_BATCH = 4 * 2**20  # bytes of JSON held at once

# Control characters, and what UTF-8 or XML cannot represent.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Actor(NamedTuple):
    """An entity without its mentions; `country` is the ISO 3166-1 alpha-2 code of a place that has one, else empty."""

    id: str
    kind: str
    name: str
    name_latin: str
    country: str


class Quote(NamedTuple):
    """A sentence that proves a statement, on one line, with the trigger, the rule, and the article it is from.

    `id` is made of the article's id and the sentence's bounds, as in the RDF.
    """

    id: str
    sentence: str
    trigger: str
    rule: str
    article: str
    title: str
    source: str
    published: str


class Statement(NamedTuple):
    """A relation with its distinct sentences; what is unknown is empty."""

    id: str
    subject: Actor
    predicate: str
    object: Actor
    polarity: str
    modality: str
    attributed_to: Actor | None
    date: str
    place: Actor | None
    confidence: float
    quotes: tuple[Quote, ...]

    @property
    def published(self) -> str:
        """The day on which the first of its articles was published, in ISO 8601; empty if none has a date."""
        return min((quote.published for quote in self.quotes if quote.published), default="")

    @property
    def label(self) -> str:
        """What is stated, in English: `attacks`."""
        return predicates()[self.predicate].english

    @property
    def doubt(self) -> str:
        """What keeps it from being a fact, to stand after it: ` (denied)`; empty if nothing does."""
        doubts = [labels().polarities[self.polarity].english] if self.polarity != "affirmed" else []
        doubts += [labels().modalities[self.modality].english] if self.modality != "asserted" else []
        return f" ({'; '.join(doubts)})" if doubts else ""


def one_line(text: str) -> str:
    """Return a name or title on one line, with U+FFFD for each control character."""
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


def each(build: Path, name: str) -> Iterator[Row]:
    """Yield the rows of one of a build's .jsonl files.

    Raises:
        DamagedBuildError: When the file is missing or damaged.
    """
    for batch in row_batches(build, name, _BATCH):
        yield from batch


def actors(build: Path) -> dict[str, Actor]:
    """Return the entities of a build by id.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
    """
    return {row["id"]: _actor(row) for row in each(build, "entities.jsonl")}


def statements(build: Path, known: dict[str, Actor]) -> Iterator[Statement]:
    """Yield the relations of a build in the order of their ids; articles are read one by one.

    Args:
        build: The folder of the build.
        known: Its actors by id.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
    """
    articles = Articles(build)
    for row in each(build, "relations.jsonl"):
        yield Statement(
            row["id"],
            known[row["subject"]],
            row["predicate"],
            known[row["object"]],
            row["polarity"],
            row["modality"],
            known[row["attributed_to"]] if row["attributed_to"] else None,
            row["date"] or "",
            known[row["place"]] if row["place"] else None,
            row["confidence"],
            tuple(quotes(row["evidence"], articles)),
        )


def quotes(evidence: Iterable[dict[str, Any]], articles: Articles) -> Iterator[Quote]:
    """Yield the sentences of pieces of evidence, each once, with their first trigger."""
    seen = set()
    for item in evidence:
        if (item["document"], item["start"]) in seen:
            continue
        seen.add((item["document"], item["start"]))
        article = articles[item["document"]]
        yield Quote(
            f"{item['document']}-{item['start']}-{item['end']}",
            one_line(on_one_line(article["text"][item["start"] : item["end"]])),
            one_line(item["trigger"]),
            item["rule"],
            item["document"],
            one_line(article["title"]),
            one_line(article["source"]),
            article["published"] or "",
        )


def _actor(row: Row) -> Actor:
    place = row["place"]
    code = ""
    if row["kind"] == "LOC":
        country = countries().by_name.get(fold(row["name"]))
        code = country.code if country else place["country"] if place else ""
    return Actor(row["id"], row["kind"], one_line(row["name"]), one_line(row["name_latin"]), code)
