"""The files of a build are complete, deterministic, and written as a whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder import export
from graph_builder.core.errors import OutputError
from graph_builder.export import EXPORTERS, Result, write_all
from tests.support.samples import sample_result

CONTRACT = {
    *("explorer.html", "index.html", "documents.jsonl", "entities.jsonl", "entities.csv", "merges.csv"),
    *("relations.jsonl", "relations.csv", "cooccurrence.csv", "relations.graphml", "relations.gexf"),
    *("cooccurrence.graphml", "cooccurrence.gexf", "graph.ttl", "graph.nq", "ontology.ttl", "shapes.ttl"),
    *("places.geojson", "manifest.json"),
}


def test_write_all_writes_every_exporter(tmp_path: Path) -> None:
    done: list[tuple[str, int, int]] = []
    written = write_all(sample_result(), tmp_path / "deep" / "output", lambda *step: done.append(step))
    assert {path.name for path in written} == CONTRACT
    assert {path.name for path in (tmp_path / "deep" / "output").iterdir()} == CONTRACT
    assert [path.name for path in written] == list(EXPORTERS)
    assert written[-1].name == "manifest.json"
    assert done == [("write", number, len(written)) for number in range(len(written))]


def test_write_all_files_are_utf8_with_line_feeds(tmp_path: Path) -> None:
    for path in write_all(sample_result(), tmp_path):
        content = path.read_bytes()
        content.decode("utf-8")
        assert b"\r\n" not in content, path.name
        assert content.endswith(b"\n") or path.name == "explorer.html", path.name


def test_write_all_of_an_empty_build(tmp_path: Path) -> None:
    empty = Result(
        knowledge=type(sample_result().knowledge)((), (), (), (), ()),
        cooccurrence=type(sample_result().cooccurrence)(),
        relations=type(sample_result().relations)(),
    )
    assert {path.name for path in write_all(empty, tmp_path)} == CONTRACT


@pytest.mark.slow
def test_write_all_is_independent_of_hash_seed_and_locale(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph_builder.export import write_all\n"
        "from tests.support.samples import sample_result; write_all(sample_result(), Path(sys.argv[1]))"
    )
    for seed, locale, utf8 in (("1", "C", "0"), ("2", "C.UTF-8", "1")):
        settings = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": "0"}
        environment = os.environ | settings | {"PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], env=environment, check=True)
    for name in sorted(CONTRACT):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_write_all_full_disk_leaves_the_earlier_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in write_all(sample_result(), tmp_path)}

    def into_a_full_disk(_: Result, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setitem(export.EXPORTERS, "graph.nq", into_a_full_disk)
    with pytest.raises(
        OutputError, match=r"^Nothing can be written to .*: the disk is full; free some space, or .*\.$"
    ):
        write_all(sample_result(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_write_all_interrupt_leaves_the_earlier_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "entities.csv").write_text("mine", encoding="utf-8")

    def interrupted(_: Result, __: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(export.EXPORTERS, "graph.nq", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(sample_result(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == "mine"
