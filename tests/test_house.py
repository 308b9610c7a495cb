"""The rules of the house that a machine can hold."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.recorded import ROOT

LONGEST = 350

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


@pytest.fixture(scope="session")
def tool_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the checkout that outlives the run: types take a minute to check without it."""
    return tmp_path_factory.getbasetemp().parent


def run(*arguments: str | Path) -> None:
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing(command: list[str]) -> None:
    run(sys.executable, "-m", "ruff", *command, "--no-cache", ".")


def test_types_hold(tool_cache: Path) -> None:
    run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", tool_cache / "mypy")


def test_imports_go_down_only() -> None:
    run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache")


def test_modules_read_on_a_few_screens(tracked: list[Path]) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in tracked if path.suffix == ".py"}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_file_names_a_machine_or_a_registry(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        content = path.read_bytes()
        if b"\0" in content or path == Path(__file__):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
            if _MACHINES.search(line) or _REGISTRIES.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    assert found == []
