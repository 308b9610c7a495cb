"""The examples in CONTRIBUTING.md do what it says, applied to a copy of the package."""

from __future__ import annotations

import doctest
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

_SEATED = """\
# text = نددت منظمة العفو الدولية التي مقرها لندن بالقرار.
1	نددت	ندد	VERB	_	Aspect=Perf|Number=Sing|Person=3|Voice=Act	0	root	_	start_char=0|end_char=4|ner=O
2	منظمة	منظمة	NOUN	_	Number=Sing	1	nsubj	_	start_char=5|end_char=10|ner=B-ORG
3	العفو	عفو	NOUN	_	Case=Gen|Gender=Masc|Number=Sing	2	nmod	_	start_char=11|end_char=16|ner=I-ORG
4	الدولية	دولي	ADJ	_	Case=Gen|Gender=Fem|Number=Sing	2	amod	_	start_char=17|end_char=24|ner=E-ORG
5	التي	الذي	PRON	_	Case=Gen|Gender=Fem|Number=Sing	6	obj	_	start_char=25|end_char=29|ner=O
6-7	مقرها	_	_	_	_	_	_	_	start_char=30|end_char=35|ner=O
6	مقر	مقر	NOUN	_	Case=Nom|Gender=Masc|Number=Sing	2	nmod	_	_
7	ها	هو	PRON	_	Case=Gen|Gender=Fem|Number=Sing|Person=3	6	expl	_	_
8	لندن	لندن	PROPN	_	Gender=Fem|Number=Sing	6	nsubj	_	start_char=36|end_char=40|ner=S-LOC
9-10	بالقرار	_	_	_	_	_	_	_	start_char=41|end_char=48|ner=O
9	ب	ب	ADP	_	_	10	case	_	_
10	القرار	قرار	NOUN	_	Case=Gen|Gender=Masc|Number=Sing	6	obl	_	_
11	.	.	PUNCT	_	_	1	punct	_	start_char=48|end_char=49|ner=O

"""

EXAMPLES = ("a predicate", "a relation rule", "a reader", "an exporter", "an annotated article")

Changed = Callable[[str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Applies the example below a heading to a copy of the package; the folder that holds the copy."""
    if shutil.which("git") is None:
        pytest.skip("git, which applies the examples, is not installed")

    def apply(heading: str) -> Path:
        package = ROOT / "graph_builder"
        unneeded = shutil.ignore_patterns("models", "__pycache__", "node_modules")
        shutil.copytree(package, tmp_path / "graph_builder", ignore=unneeded)
        (tmp_path / "graph_builder" / "models").symlink_to(package / "models")
        (tmp_path / "example.diff").write_text(_example(heading), encoding="utf-8")
        environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
        subprocess.run(["git", "apply", "example.diff"], cwd=tmp_path, env=environment, check=True)
        return tmp_path

    return apply


@pytest.mark.parametrize("heading", EXAMPLES)
def test_an_example_has_fewer_than_thirty_lines(heading: str) -> None:
    added = [line for line in _example(heading).splitlines() if re.match(r"\+(?!\+\+ )", line)]
    assert 0 < len(added) < 30


def test_every_example_is_run() -> None:
    assert tuple(re.findall(r"^## To add (.+)$", _TEXT, flags=re.MULTILINE)) == EXAMPLES


@pytest.mark.model
def test_the_sentence_goes_through_the_stages_as_shown() -> None:
    section = _TEXT.split("### One sentence through the stages")[1].split("\n### ")[0]
    code = "\n".join(re.findall(r"^```pycon\n(.*?)```$", section, flags=re.DOTALL | re.MULTILINE))
    example = doctest.DocTestParser().get_doctest(code, {}, "CONTRIBUTING.md", "CONTRIBUTING.md", 0)
    assert len(example.examples) > 10
    said: list[str] = []
    doctest.DocTestRunner().run(example, out=said.append)
    assert said == []


@pytest.mark.packaging
def test_a_predicate_is_added(changed: Changed) -> None:
    folder = changed("a predicate")
    (folder / "a.conllu").write_text(_APPOINTED, encoding="utf-8")
    run(folder, "-m", "graph_builder", "build", "a.conllu", "-o", "out")
    rows = [json.loads(line) for line in (folder / "out" / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
    (appointed,) = [row for row in rows if row["predicate"] == "appoint"]
    assert sides(folder, appointed) == ("فلاديمير بوتين", "سيرغي لافروف")
    assert "FAULTY" not in run(folder, "-m", "graph_builder", "validate", "out")


@pytest.mark.packaging
def test_a_relation_rule_is_added(changed: Changed) -> None:
    folder = changed("a relation rule")
    (folder / "a.conllu").write_text(_SEATED, encoding="utf-8")
    run(folder, "-m", "graph_builder", "build", "a.conllu", "-o", "out", "--relations", "rules")
    rows = [json.loads(line) for line in (folder / "out" / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
    (seated,) = [row for row in rows if row["evidence"][0]["rule"] == "headquarters"]
    assert sides(folder, seated) == ("منظمة العفو الدولية", "لندن")
    assert seated["evidence"][0]["trigger"] == "مقرها لندن"
    assert "FAULTY" not in run(folder, "-m", "graph_builder", "validate", "out")


@pytest.mark.packaging
def test_an_annotated_article_is_added(changed: Changed) -> None:
    folder = changed("an annotated article")
    run(folder, "-m", "graph_builder", "build", "news/", "-o", "out", "--cache", "cache")
    figures = run(folder, "-m", "graph_builder", "evaluate", "gold", "out")
    assert re.search(r"^entity +P 1\.000  R 1\.000", figures, flags=re.MULTILINE)
    assert re.search(r"^relation +P \S+  R 1\.000", figures, flags=re.MULTILINE)
    assert "holds_position" in run(folder, "-m", "graph_builder", "evaluate", "gold", "out", "--article", "example")


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


def test_the_architecture_has_every_package_and_module() -> None:
    paths = [path for path in (ROOT / "graph_builder").iterdir() if not path.name.startswith("__")]
    packages = {f"{path.name}/" for path in paths if path.is_dir()}
    modules = {path.name for path in paths if path.suffix == ".py"}
    table = _TEXT.split("## Architecture")[1].split("\n### ")[0]
    rows = "\n".join(re.findall(r"^\| .*$", table, flags=re.MULTILINE))
    assert set(re.findall(r"`([a-z]+/|[a-z]+\.py)`", rows)) == packages | modules


def sides(folder: Path, relation: dict[str, str]) -> tuple[str, str]:
    """Return the names of the subject and the object of a relation in the build out/."""
    entities = (folder / "out" / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    names = {row["id"]: row["name"] for row in map(json.loads, entities)}
    return names[relation["subject"]], names[relation["object"]]


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
