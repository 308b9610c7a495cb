"""Read corrected articles back: as decisions about entities, and as gold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from graph_builder.core.errors import GoldError
from graph_builder.exchange.annotation.articles import Article, Statement, articles
from graph_builder.exchange.annotation.decisions import Outcome, decide
from graph_builder.exchange.annotation.differences import Differences, differences
from graph_builder.exchange.annotation.files import read
from graph_builder.exchange.annotation.gold import gold
from graph_builder.exchange.annotation.index import EntityIndex
from graph_builder.exchange.annotation.marked import Corrected, corrected
from graph_builder.io.atomic import locked, write_file, written_aside
from graph_builder.io.build_files import knowledge
from graph_builder.io.text import write_text
from graph_builder.resolve.decisions import FILE, Decision, read_folder, written

GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Report:
    """What was read from annotators.

    Attributes:
        annotated: Names of the annotated articles.
        skipped: Number of articles in the export that nobody annotated.
        decisions: The new decisions, each with the number of mentions that it concerns in articles without annotation.
        lines: The differences that no decision expresses, as sentences.
        files: The files written: the decisions, then the gold.
    """

    annotated: tuple[str, ...]
    skipped: int
    decisions: tuple[tuple[Decision, int], ...]
    lines: tuple[str, ...]
    files: tuple[Path, ...]


def import_corrections(path: Path, build: Path, output: Path) -> Report:
    """Write the corrections in an export of an annotation tool as `decisions.yaml` and a folder `gold`.

    The decisions are those of the build's own `decisions.yaml`, followed by the new ones.

    Args:
        path: A file, an archive or a folder that Label Studio or INCEpTION exported.
        build: The folder of the build whose articles were annotated.
        output: The folder to write to; it may be that of the build.

    Raises:
        GoldError: The export cannot be read, or does not fit the build.
        DamagedBuildError: A file of the build is missing or damaged.
        DecisionError: The build's decisions cannot be read.
        MissingPackageError: The package that reads the files of INCEpTION is not installed.
        OutputError: The folder cannot be written.
    """
    known = knowledge(build)
    index = EntityIndex.of(build, known.entities)
    exported = list(articles(known))
    marked = read(path)
    every = [corrected(each, exported, index) for each in marked if each.annotated]
    if not every:
        raise GoldError(
            f"{path} has no annotated article; submit the annotation of an article, then export.", path=path
        )
    _check_once(every)
    found = {each.before.name: differences(each, index) for each in every}
    outcome = decide(
        known.entities,
        [fate for each in found.values() for fate in each.fates],
        [link for each in every for link in each.links],
        frozenset(each.before.document for each in every),
    )
    documents = {document.id: document for document in known.documents}
    annotation = gold([_with_triggers(each) for each in every], documents, index.by_id)
    earlier = read_folder(build)
    new = tuple(each for each in outcome.decisions if each[0] not in earlier)
    with locked(output):
        with written_aside(output / GOLD) as folder:
            for name, text in annotation.files.items():
                write_text(folder / name, text)
        write_file(output / FILE, written([*earlier, *(decision for decision, _ in new)]))
    return Report(
        tuple(each.before.name for each in every),
        len(marked) - len(every),
        new,
        (*_lines(found, outcome, index), *annotation.lines),
        (output / FILE, *(output / GOLD / name for name in sorted(annotation.files))),
    )


def _check_once(every: list[Corrected]) -> None:
    seen: dict[str, Corrected] = {}
    for each in every:
        if (other := seen.setdefault(each.before.document, each)) is not each:
            raise GoldError(
                f"{each.marked.place}: {each.before.name} was read from {other.marked.place} already; leave one of the "
                "two out."
            )


def _lines(found: dict[str, Differences], outcome: Outcome, index: EntityIndex) -> list[str]:
    lines = [f"{article}: {line}" for article, each in found.items() for line in each.lines]
    for fate, reason in outcome.undecided:
        now = f"{fate.after.label}, {_entity(fate.after.entity, index)}" if fate.after else "no name"
        before = f"{fate.before.label}, {_entity(fate.before.entity, index)}"
        lines.append(f"{fate.article.name}: «{' '.join(fate.surface.split())}» ({before}) is now {now}, but {reason}")
    lines += [
        f"{_entity(entity, index)} was linked to {iri}, but is not in the build" for entity, iri in outcome.unlinked
    ]
    return lines


def _entity(entity: str, index: EntityIndex) -> str:
    return index.written(entity) if entity in index.by_id else entity


def _with_triggers(each: Corrected) -> Article:
    """Return the corrected article with the words that express each relation: those of the build, else the nearest."""
    article = each.after
    before = {statement: statement.trigger for statement in each.before.statements}

    def trigger(statement: Statement) -> str:
        if statement in before:
            return before[statement]
        start, end = article.sentence(statement.object.start)
        near = [
            (abs(each.start - statement.object.start), each.start, each.end)
            for each in article.triggers
            if start <= each.start < end
        ]
        return article.text[slice(*min(near)[1:])] if near else ""

    return replace(article, statements=tuple(replace(each, trigger=trigger(each)) for each in article.statements))
