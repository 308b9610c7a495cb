"""Every exporter, given any names and texts: its file is read by who reads such files, and holds what was put in."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx

from graph_builder.core.values import Document, Entity, Knowledge, Problem
from graph_builder.export import EXPORTERS
from graph_builder.io import build_files as written
from graph_builder.io.text import encodable
from tests.fuzz.exchanges import exchanged
from tests.support.samples import result_of, sample_knowledge

FIELDS = 5
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def exporting(text: str) -> None:
    """Write a build whose name, alias, title, text and source are the lines of a text, and read every file of it."""
    name, alias, title, body, source = (*text.split("\n", FIELDS - 1), *[""] * FIELDS)[:FIELDS]
    knowledge = _with(name, alias, title, body, source)
    result = replace(
        result_of(knowledge), problems=(Problem(source, title, alias),), settings={"window": name, "columns": source}
    )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for file, write in EXPORTERS.items():
            write(result, folder / file)
        _read_back(knowledge, folder)
        consumed(folder, name)


def consumed(folder: Path, name: str) -> None:
    """Read the files of a build that holds an entity of a name by those who read such files."""
    _networks(name, folder)
    _tables(folder)
    _pages(folder)
    for file in ("places.geojson", "manifest.json"):
        json.loads((folder / file).read_text(encoding="utf-8"))
    exchanged(folder)


def _read_back(knowledge: Knowledge, folder: Path) -> None:
    found = written.knowledge(folder)
    assert [each.text for each in found.documents] == [encodable(each.text) for each in knowledge.documents]
    assert [each.name for each in found.entities] == [encodable(each.name) for each in knowledge.entities]
    assert [each.title for each in found.documents] == [encodable(each.title) for each in knowledge.documents]
    assert len(found.relations) == len(knowledge.relations)
    assert [each.right for each in found.merges] == [_in_table(each.right) for each in knowledge.merges]


def _networks(name: str, folder: Path) -> None:
    plain = _IN_XML.sub("\ufffd", name)
    for graph in ("relations", "cooccurrence"):
        for read in (nx.read_graphml(folder / f"{graph}.graphml"), nx.read_gexf(folder / f"{graph}.gexf")):
            assert plain in {data["label"] for _, data in read.nodes(data=True)}
        ElementTree.parse(folder / f"{graph}.gexf")


def _tables(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        assert all(len(row) == len(header) for row in rows)
        for cell in (cell for row in rows for cell in row):
            assert not _FORMULA.match(cell) or _NUMBER.fullmatch(cell), (path.name, cell)


def _pages(folder: Path) -> None:
    for name, scripts in (("index.html", 0), ("explorer.html", None)):
        parser = _Tags()
        parser.feed((folder / name).read_text(encoding="utf-8"))
        assert scripts is None or parser.tags["script"] == scripts
        assert not parser.handlers and parser.tags["img"] == parser.tags["iframe"] == parser.tags["object"] == 0


class _Tags(HTMLParser):
    """Counts elements, and notes attributes that run a script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.handlers += [name for name, value in attrs if name.startswith("on")]
        self.handlers += [name for name, value in attrs if (value or "").strip().lower().startswith("javascript:")]


def _in_table(text: str) -> str:
    return encodable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _with(name: str, alias: str, title: str, text: str, source: str) -> Knowledge:
    """The sample, but that one entity has another name and alias and one article more is there."""
    sample = sample_knowledge()
    first, *others = sample.entities
    changed: Entity = replace(first, name=name, name_latin=alias, aliases=(name, alias), links=(source,))
    article = Document("f" * 16, source, title, text)
    merges = tuple(replace(each, right=alias) for each in sample.merges)
    ordered = tuple(sorted(merges, key=lambda merge: (merge.entity, merge.right, merge.rule)))
    return replace(sample, documents=(*sample.documents, article), entities=(changed, *others), merges=ordered)
