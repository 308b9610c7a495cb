"""Builds are the same bytes in every locale, time zone, hash seed and folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import MODULE, contents
from tests.support.recorded import ROOT, SEEDS

pytestmark = pytest.mark.slow

_WORLDS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "ar_SY.ISO-8859-6", "TZ": "Asia/Damascus", "LANGUAGE": "ar"},
)


@pytest.fixture(scope="module")
def builds(seeds_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The seeds, built side by side in two worlds and from two folders."""
    outputs = []
    processes = []
    for number, world in enumerate(_WORLDS):
        place = tmp_path_factory.mktemp(f"world{number}")
        shutil.copytree(SEEDS, place / "seeds")
        arguments: list[str | Path] = ["build", "seeds", "-o", "out", "--cache", seeds_cache, "--quiet"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **world}
        processes.append(subprocess.Popen([*MODULE, *arguments], cwd=place, env=environment, stderr=subprocess.PIPE))
        outputs.append(place / "out")
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
    return outputs


def test_determinism_builds_are_the_same_bytes(builds: list[Path], seeds_output: Path) -> None:
    ours = contents(seeds_output)
    for output in builds:
        theirs = contents(output)
        assert set(theirs) == set(ours)
        assert [name for name in ours if theirs[name] != ours[name]] == []


def test_determinism_environments_differ() -> None:
    script = "import sys, locale, time; print(hash('a'), locale.getpreferredencoding(), time.timezone)"
    told = {
        subprocess.run([sys.executable, "-c", script], env={**os.environ, **world}, capture_output=True).stdout
        for world in _WORLDS
    }
    assert len(told) == len(_WORLDS)


def test_determinism_files_are_utf8_and_name_no_place(builds: list[Path]) -> None:
    for name, content in contents(builds[0]).items():
        text = content.decode("utf-8")
        assert str(builds[0].parent) not in text, name
        if name != "documents.jsonl":
            assert b"\r\n" not in content, name
