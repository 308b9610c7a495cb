"""The bundle of the explorer is what its sources give, and its types hold and describe what Python writes."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from platformdirs import user_cache_path

from graph_builder.export.explorer import parts
from graph_builder.export.explorer.payload import page_data
from tests.support.recorded import ROOT
from tests.support.samples import sample_result

EXPLORER = ROOT / "graph_builder" / "export" / "explorer"
SOURCES = EXPLORER / "frontend"

# The folders of the script: a module imports from its own and from those before it.
FOLDERS = ("data", "state", "page", "graph", "views", "frame", "panel")

# Each part of a page, by the type that describes it.
TYPES = {
    "whole": "Payload",
    "data": "FirstPayload",
    "together": "TogetherPayload",
    "sentences-0": "BlockPayload",
}


def npm(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [shutil.which("npm") or "npm", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def tools() -> Path:
    """The folder `node_modules` that the lock file describes, installed once for all runs."""
    if shutil.which("npm") is None:
        pytest.skip("npm, which installs the bundler and the type checker, is not installed")
    lock = SOURCES / "package-lock.json"
    cache = user_cache_path("graph-builder-tests") / "frontend"
    installed = cache / hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    if not installed.exists():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=cache))
        for path in (SOURCES / "package.json", lock):
            shutil.copy(path, fresh)
        done = npm(fresh, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        if done.returncode:
            shutil.rmtree(fresh)
            pytest.skip(f"npm cannot install the bundler and the type checker: {done.stderr.strip()[-300:]}")
        fresh.rename(installed)
    return installed / "node_modules"


@pytest.fixture
def frontend(tools: Path, tmp_path: Path) -> Path:
    """A copy of the sources, with the tools."""
    copy = tmp_path / "frontend"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(EXPLORER / "texts.json", tmp_path)  # whose names are a type
    (copy / "node_modules").symlink_to(tools, target_is_directory=True)
    return copy


def test_the_bundle_is_what_the_sources_give(frontend: Path) -> None:
    done = npm(frontend, "run", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    built, committed = ({p.name: p.read_text("utf-8") for p in at.iterdir()} for at in _bundles(frontend))
    assert built == committed, "run `npm run build` in graph_builder/export/explorer/frontend"


def test_types_hold(frontend: Path) -> None:
    shutil.copy(EXPLORER.parents[1] / "api" / "widget.js", frontend / "script")  # the notebooks' widgets need no bundle
    done = npm(frontend, "run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_describe_what_python_writes(frontend: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_sample(frontend, monkeypatch)
    done = npm(frontend, "run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_undescribed_column_is_found(frontend: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_sample(frontend, monkeypatch, {"polarity": []})
    done = npm(frontend, "run", "check")
    assert done.returncode != 0
    assert "does not exist in type 'Columns<RelationRow>'" in done.stdout


def test_modules_import_from_folders_before_their_own() -> None:
    script = SOURCES / "script"
    imports: nx.DiGraph[Path] = nx.DiGraph()
    for module in script.rglob("*.js"):
        for name in re.findall(r'^(?:import .*|}) from "(\..+)";$', module.read_text(encoding="utf-8"), re.MULTILINE):
            imports.add_edge(module, (module.parent / name).resolve())
    assert imports.number_of_edges() > 200 and not list(nx.simple_cycles(imports))
    order = [*(script / folder for folder in FOLDERS), script]
    assert {module.parent for module in imports} == set(order)
    assert [pair for pair in imports.edges if order.index(pair[0].parent) < order.index(pair[1].parent)] == []


def _bundles(frontend: Path) -> tuple[Path, Path]:
    return frontend.parent / "bundle", EXPLORER / "bundle"


def _write_sample(frontend: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any] | None = None) -> None:
    """Write the data of a page, whole and in parts, as constants whose types tsc is to check."""
    payload = page_data(sample_result())
    payload["relations"] |= more or {}
    monkeypatch.setattr(parts, "LARGEST_WHOLE", 0)
    data = {"whole": payload} | parts.parts(payload)
    assert data.keys() == TYPES.keys()
    lines = [f'import type {{ {", ".join(TYPES.values())} }} from "./data/payload_types.d.ts";']
    lines += [
        f"export const part{index}: {TYPES[name]} = {json.dumps(part)};"
        for index, (name, part) in enumerate(data.items())
    ]
    (frontend / "script" / "sample.ts").write_text("\n".join(lines), encoding="utf-8")
