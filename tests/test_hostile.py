"""Articles with hostile text, through a whole build, and each file opened by its readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pyoxigraph
import pytest
import rdflib

from graph_builder.core.values import Annotated, Document, Sentence, Token, Word
from graph_builder.io import build_files as written
from graph_builder.pipeline import build
from tests.fuzz.exports import consumed
from tests.support.command import graph_builder

NAMES = (
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "@SUM(A1)",
    "../../etc/passwd",
    "]]><!ENTITY",
    "\u202eقلب\u2066",
    "__proto__",
    "NULL",
    "true",
    "id,label;x",
    '"}]}',
    "a\x00b\x0b",
    "http://a/>.<b",
    "@prefix",
)


def _all_named(documents: Sequence[Document]) -> Iterator[Annotated]:
    """Every word but the first an organisation."""
    for document in documents:
        found = [(match[0], match.start()) for match in re.finditer(r"\S+", document.text)]
        tokens = tuple(
            Token(
                start,
                start + len(form),
                (Word(form, form, "PROPN" if n else "VERB", "", 0 if n == 0 else 1, "nsubj" if n else "root"),),
                "S-ORG" if n else "O",
            )
            for n, (form, start) in enumerate(found)
        )
        yield Annotated(document, (Sentence(tokens[0].start, tokens[-1].end, tokens),))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of articles whose texts, titles and sources are hostile."""
    place = tmp_path_factory.mktemp("hostile")
    rows = [
        {"text": f"حضر {name} والوزير", "title": name, "source": f"../{name}", "published": "=2024"} for name in NAMES
    ]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (place / "articles.jsonl").write_text(text, encoding="utf-8")
    build(place / "articles.jsonl", place / "out", annotator=_all_named)
    return place / "out"


def test_hostile_offsets_are_true(folder: Path) -> None:
    known = written.knowledge(folder)
    texts = {document.id: document.text for document in known.documents}
    mentions = [mention for entity in known.entities for mention in entity.mentions]
    assert len(texts) == len(NAMES) and len(mentions) > len(NAMES)
    assert all(texts[each.document][each.start : each.end] == each.surface for each in mentions)


def test_hostile_files_are_read_by_their_readers(folder: Path) -> None:
    consumed(folder, written.knowledge(folder).entities[0].name)
    for name in ("graph.ttl", "graph.nq", "ontology.ttl", "shapes.ttl"):
        assert list(pyoxigraph.parse(path=folder / name))
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    assert len(graph) == len(list(pyoxigraph.parse(path=folder / "graph.ttl")))
    for path in folder.glob("*.csv"):
        pd.read_csv(path)
    assert len(pd.read_json(folder / "documents.jsonl", lines=True)) == len(NAMES)


def test_hostile_build_writes_in_its_folder_only(folder: Path) -> None:
    assert {path.name for path in folder.parent.iterdir()} == {"articles.jsonl", "out"}


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv", "html"])
def test_hostile_ten_megabytes_on_one_line_are_refused_fast(suffix: str, tmp_path: Path) -> None:
    line = "قال الوزير إن الاجتماع بدأ " * 220_000
    whole = {"jsonl": json.dumps({"text": line}, ensure_ascii=False), "csv": f"text\n{line}", "html": f"<p>{line}"}
    (tmp_path / f"a.{suffix}").write_text(whole.get(suffix, line), encoding="utf-8")
    done = graph_builder("build", tmp_path / f"a.{suffix}", "-o", tmp_path / "out", timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.match(r"Error: there is no article to read: a\.\w+", done.stderr) and done.stderr.count("\n") == 1
