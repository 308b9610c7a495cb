"""The wheel and the source distribution are complete, and the wheel builds in a bare environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

from graph_builder.export import EXPORTERS
from tests.support.recorded import ROOT, SEEDS

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment with the wheel, which borrows all other packages from ours."""
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    (site,) = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")[:1]
    # A path that a .pth file names is searched after the environment's own, and its own .pth files are not heeded.
    (Path(site) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--force-reinstall", str(wheel)], check=True, capture_output=True)
    return programs


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    files = (path.relative_to(ROOT) for path in (ROOT / "graph_builder").rglob("*") if path.is_file())
    # The notes of the recipe are of no use without the corpora that they point into, nor is the source of a bundle.
    unneeded = {"__pycache__", "frontend"}
    ours = {path.as_posix() for path in files if not unneeded & {*path.parts} and path.suffix != ".note"}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == ours
    for suffix in (".pt", ".yaml", ".jinja", ".ttl", ".rq", ".js", ".css", ".typed"):
        assert any(name.endswith(suffix) for name in held), suffix


def test_sdist_holds_what_tests_and_notebooks_need() -> None:
    held = {Path(each.distribution_path).parts[0] for each in SdistBuilder(str(ROOT)).recurse_included_files()}
    assert held >= {"graph_builder", "notebooks", "output", "seeds", "tests"}
    assert held >= {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "constraints.txt"}


def test_wheel_builds_the_seeds(installed: Path, seeds_cache: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = run(installed / "python", "-c", "import graph_builder; print(graph_builder.__file__)")
    assert Path(where.strip()).is_relative_to(installed.parent)
    program = installed / "graph-builder"
    summary = json.loads(run(program, "build", SEEDS, "-o", "out", "--cache", seeds_cache, "--json"))
    assert summary["documents"] == 5
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(EXPORTERS)
    assert "لافروف" in run(program, "query", "out", "--name", "offices", "--format", "csv")
    assert "FAULTY" not in run(program, "validate", "out")
    with_graphs = run(
        installed / "python", "-c", "import graph_builder as gb; print(gb.load('out')['الأسد']._repr_html_())"
    )
    assert with_graphs.startswith('<div dir="rtl"')
