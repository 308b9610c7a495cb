"""The committed output/ is what a build of the seeds writes, and the recorded annotation what the models say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from graph_builder.core.values import Annotated, Token
from graph_builder.export import EXPORTERS
from tests.support.recorded import GOLD, ROOT, annotated_afresh, recorded, seeds

_HINT = "if the change is meant, run: graph-builder build seeds/ -o output/ && git add output"

# Units of the layout, in which no two nodes are nearer than about 60, for the last decimal of a position.
_TOLERANCE = 0.02

_PLACED = tuple(name for name in EXPORTERS if name == "explorer.html" or name.endswith((".graphml", ".gexf")))

Files = dict[str, str]


@pytest.fixture(scope="module")
def kept() -> Files:
    """The files of output/ as git has them: in the folder, somebody may just have built with another processor."""
    paths = git("ls-files", "output").decode("utf-8").splitlines() if shutil.which("git") else []
    if not paths:
        return read(ROOT / "output")
    return {Path(path).name: git("show", f":{path}").decode("utf-8") for path in paths}


@pytest.fixture(scope="module")
def built(seeds_output: Path) -> Files:
    return read(seeds_output)


def git(*arguments: str) -> bytes:
    command = ["git", "-c", "safe.directory=*", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout


def read(folder: Path) -> Files:
    return {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir()}


def test_output_holds_the_files_of_a_build(kept: Files) -> None:
    assert sorted(kept) == sorted(EXPORTERS), _HINT


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name not in (*_PLACED, "manifest.json")])
def test_output_file_is_what_is_built(name: str, kept: Files, built: Files) -> None:
    assert_same(kept[name], built[name])


@pytest.mark.parametrize("name", _PLACED)
def test_output_drawing_is_what_is_built(name: str, kept: Files, built: Files) -> None:
    rest, places = without_coordinates(kept[name])
    built_rest, built_places = without_coordinates(built[name])
    assert_same(rest, built_rest)
    assert len(places) >= 2 * kept["entities.jsonl"].count("\n")
    assert built_places == pytest.approx(places, rel=0, abs=_TOLERANCE)


def test_output_manifest_is_what_is_built(kept: Files, built: Files) -> None:
    assert comparable(kept["manifest.json"]) == comparable(built["manifest.json"]), _HINT


def comparable(manifest: str) -> dict[str, Any]:
    """A manifest without what may differ from one machine to the next."""
    content: dict[str, Any] = json.loads(manifest)
    for name in _PLACED:
        content["files"][name] = {}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if any(version(name) != pin for name, equal, pin in (line.partition("==") for line in pins) if equal):
        content["settings"] = {name: content["settings"][name] for name in ("columns", "window")}
    return content


def assert_same(kept: str, built: str) -> None:
    """Compare line by line: what pytest makes of two long strings takes minutes."""
    pairs = enumerate(zip_longest(kept.split("\n"), built.split("\n")), start=1)
    different = [(number, *pair) for number, pair in pairs if pair[0] != pair[1]]
    assert different == [], f"{len(different)} lines differ, the first is {str(different[0])[:2000]}; {_HINT}"


def without_coordinates(content: str) -> tuple[str, list[float]]:
    """The content of an explorer, a GraphML or a GEXF file, and all x and y cut out of it."""
    graphml = "|".join(re.findall(r'<key id="(\w+)" for="node" attr.name="[xy]"', content))
    gexf = "|".join(re.findall(r'<attribute id="(\w+)" title="[xy]"', content))
    coordinates: list[float] = []

    def cut(match: re.Match[str]) -> str:
        coordinates.extend(map(float, match[2].split(",")))
        return match[1]

    for pattern in (
        r'("[xy]":\[)(-?\d[-\d.,]*)',
        rf'(<data key="(?:{graphml})">)([^<]+)',
        rf'(<attvalue for="(?:{gexf})" value=")([^"]+)',
        r'(<viz:position x=")([^"]+)',
        r'(<viz:position x="" y=")([^"]+)',
    ):
        content = re.sub(pattern, cut, content)
    return content, coordinates


def test_recorded_annotation_is_of_the_seeds() -> None:
    for document in seeds():
        stem = Path(document.source).stem
        recording = (GOLD / f"{stem}.conllu").read_text(encoding="utf-8")
        assert recording.startswith(f"# newdoc id = {document.id}\n")


@pytest.mark.model
def test_recorded_annotation_is_that_of_the_models() -> None:
    kept = tokens(recorded(seeds()))
    fresh = tokens(annotated_afresh(seeds()))
    assert len(kept) > 3000
    assert len(kept & fresh) >= 0.99 * max(len(kept), len(fresh))


def tokens(annotations: Any) -> set[tuple[str, Token]]:
    """Every token with its document: offsets, forms, lemmas, parts of speech, features, heads, relations, tag."""
    each: list[Annotated] = list(annotations)
    return {(one.document.id, token) for one in each for sentence in one.sentences for token in sentence.tokens}
