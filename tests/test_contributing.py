"""The examples in CONTRIBUTING.md do what it says, applied to a copy of the package."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.recorded import ROOT

_TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

_APPOINTED = """\
# text = عين فلاديمير بوتين سيرغي لافروف وزيرا للخارجية.
1	عين	عين	VERB	_	Aspect=Perf|Number=Sing|Person=3|Voice=Act	0	root	_	start_char=0|end_char=3|ner=O
2	فلاديمير	فلاديمير	PROPN	_	_	1	nsubj	_	start_char=4|end_char=12|ner=B-PER
3	بوتين	بوتين	PROPN	_	_	2	flat	_	start_char=13|end_char=18|ner=E-PER
4	سيرغي	سيرغي	PROPN	_	_	1	obj	_	start_char=19|end_char=24|ner=B-PER
5	لافروف	لافروف	PROPN	_	_	4	flat	_	start_char=25|end_char=31|ner=E-PER
6	وزيرا	وزير	NOUN	_	Case=Acc|Number=Sing	1	xcomp	_	start_char=32|end_char=37|ner=O
7-8	للخارجية	_	_	_	_	_	_	_	start_char=38|end_char=46|ner=O
7	ل	ل	ADP	_	_	8	case	_	_
8	الخارجية	خارجية	NOUN	_	Case=Gen	6	nmod	_	_
9	.	.	PUNCT	_	_	1	punct	_	start_char=46|end_char=47|ner=O

"""

Changed = Callable[[str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Applies the example below a heading to a copy of the package; the folder that holds the copy."""
    if shutil.which("git") is None:
        pytest.skip("git, which applies the examples, is not installed")

    def apply(heading: str) -> Path:
        package = ROOT / "graph_builder"
        shutil.copytree(package, tmp_path / "graph_builder", ignore=shutil.ignore_patterns("models", "__pycache__"))
        (tmp_path / "graph_builder" / "models").symlink_to(package / "models")
        (tmp_path / "example.diff").write_text(_example(heading), encoding="utf-8")
        environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
        subprocess.run(["git", "apply", "example.diff"], cwd=tmp_path, env=environment, check=True)
        return tmp_path

    return apply


@pytest.mark.parametrize("heading", ["a predicate", "a reader", "an exporter"])
def test_an_example_has_fewer_than_thirty_lines(heading: str) -> None:
    added = [line for line in _example(heading).splitlines() if re.match(r"\+(?!\+\+ )", line)]
    assert 0 < len(added) < 30


@pytest.mark.packaging
def test_a_predicate_is_added(changed: Changed) -> None:
    folder = changed("a predicate")
    (folder / "a.conllu").write_text(_APPOINTED, encoding="utf-8")
    run(folder, "-m", "graph_builder", "build", "a.conllu", "-o", "out")
    rows = [json.loads(line) for line in (folder / "out" / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
    (appointed,) = [row for row in rows if row["predicate"] == "appoint"]
    entities = (folder / "out" / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    names = {row["id"]: row["name"] for row in map(json.loads, entities)}
    assert (names[appointed["subject"]], names[appointed["object"]]) == ("فلاديمير بوتين", "سيرغي لافروف")
    assert "FAULTY" not in run(folder, "-m", "graph_builder", "validate", "out")


@pytest.mark.packaging
def test_a_reader_is_added(changed: Changed) -> None:
    folder = changed("a reader")
    (folder / "news").mkdir()
    (folder / "news" / "a.md").write_text("# افتتاح سوق\n\nزارت الوزيرة مدينة حلب.\n", encoding="utf-8")
    script = "from graph_builder.corpus import read_corpus; print(read_corpus(['news']).documents[0].title)"
    assert run(folder, "-c", script) == "افتتاح سوق\n"


@pytest.mark.packaging
def test_an_exporter_is_added(changed: Changed) -> None:
    folder = changed("an exporter")
    script = (
        "from pathlib import Path; from graph_builder.export import write_all\n"
        "from tests.support.samples import sample_result; write_all(sample_result(), Path('out'))"
    )
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("gold", "__pycache__"))
    run(folder, "-c", script)
    lines = (folder / "out" / "timeline.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "date,subject,predicate,object,relation"
    assert [line.split(",")[0] for line in lines[1:]] == ["2021-03-01/2021-03-02", "2021-03-03"]
    assert "timeline.csv" in json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert "timeline.csv" in (folder / "out" / "index.html").read_text(encoding="utf-8")


def test_the_one_command_is_the_readmes() -> None:
    (command,) = re.findall(r"^python3 -m venv \.venv-test .*$", _TEXT, flags=re.MULTILINE)
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_room_is_on_the_map() -> None:
    rooms = {path.name for path in (ROOT / "graph_builder").iterdir() if path.is_dir() and path.name != "__pycache__"}
    told = _TEXT.split("## The map of the house")[1].split("\n## ")[0]
    assert rooms - set(re.findall(r"`([a-z]+)/`", told)) == set()


def _example(heading: str) -> str:
    section = _TEXT.split(f"## To add {heading}\n")[1]
    return section.split("```diff\n")[1].split("```")[0]


def run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
