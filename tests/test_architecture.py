"""Lengths of modules, the tree of tests, and no file with an address of a machine or a registry.

Style, types and the contract of imports are steps of `.ci/run` and of pre-commit.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.recorded import ROOT

LONGEST = 350

# The folders of tests/ that are not named for a room of the package; CONTRIBUTING.md says what they hold.
KINDS = {"benchmarks", "browser", "fuzz", "gold", "properties", "stores", "support"}

# The marker of all tests in a folder.
MARKED = {"browser": "browser", "stores": "store"}

# Written so that this very line does not match.
_MACHINES = re.compile(r"(?:^|[\s\"'(=])/(?:home|root|Users|work|mnt)/\w")
_REGISTRIES = re.compile(r"(?:extra-)?index-url|files\.pythonhosted|pypi\.org/simple|artifactory|/simple/?\b(?=\s|$)")


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that git tracks, or would."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, or git is not installed")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [path for path in (ROOT / name.decode() for name in done.stdout.split(b"\0") if name) if path.is_file()]


def test_modules_have_at_most_350_lines(tracked: list[Path]) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in tracked if path.suffix == ".py"}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST} == {}


def test_files_name_no_machine_and_no_registry(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        content = path.read_bytes()
        if b"\0" in content or path == Path(__file__):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
            if _MACHINES.search(line) or _REGISTRIES.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    assert found == []


def test_folders_of_tests_are_rooms_of_the_package_or_named_kinds() -> None:
    assert _folders(ROOT / "tests") - _folders(ROOT / "graph_builder") == KINDS
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {kind for kind in KINDS if f"`{kind}/`" not in contributing} == set()


def test_tests_of_a_room_are_in_its_folder() -> None:
    modules = {path.stem for path in (ROOT / "tests").glob("*.py")} - {"conftest"}
    assert {name for name in modules if not name.startswith("test_")} == set(), "helpers belong into tests/support/"
    assert {name.removeprefix("test_") for name in modules} & _folders(ROOT / "graph_builder") == set()


@pytest.mark.parametrize(("folder", "marker"), MARKED.items())
def test_tests_that_need_other_programs_are_marked(folder: str, marker: str) -> None:
    for path in (ROOT / "tests" / folder).glob("test_*.py"):
        assert f"pytestmark = pytest.mark.{marker}\n" in path.read_text(encoding="utf-8"), path.name


def _folders(of: Path) -> set[str]:
    """The names of the folders that hold Python."""
    return {path.name for path in of.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
