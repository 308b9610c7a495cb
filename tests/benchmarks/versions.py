"""Whether a build comes out under every Python here, with the newest and the oldest versions that are declared.

    python -m tests.benchmarks.versions [--wheels DIR] [--python 3.11 ...] [--resolution highest lowest-direct]

For each Python that uv finds here from 3.11 on, and each resolution of uv (`highest`, and `lowest-direct`: of all that
pyproject.toml names, the lowest version that it admits), an environment of its own is made, one seed is built, and a
quick part of the tests is run. torch comes from DIR alone, a folder of wheels, as what an index offers may take
gigabytes: with one for a Python, the seed is annotated there; without, its recorded annotation is built. uv is
installed apart: `pip install uv`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.recorded import ROOT, SEEDS

OLDEST = (3, 11)
QUICK = ("tests/arabic", "tests/corpus", "tests/resolve", "tests/graphs", "tests/export", "tests/io")
_FOR_TESTS = ("pytest", "pytest-xdist", "hypothesis", "fpdf2", "matplotlib>=3.11", "uharfbuzz", "jsonschema", "owlrl")
_RESULT = re.compile(r"\d+ (?:passed|failed|errors?)")
_RECORDED = """
import sys
from graph_builder.pipeline import build
from tests.support.recorded import recorded

build(sys.argv[1], sys.argv[2], annotator=recorded)
"""


def main() -> int:
    """Print a row for each environment, and return 1 if one does not build or a test fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.versions")
    parser.add_argument("--wheels", type=Path, metavar="DIR")
    parser.add_argument("--python", nargs="*")
    parser.add_argument("--resolution", nargs="*", default=["highest", "lowest-direct"])
    given = parser.parse_args()
    if importlib.util.find_spec("uv") is None:
        parser.exit(2, "uv is not installed: pip install uv.\n")
    failed = False
    for python in given.python or _interpreters():
        for resolution in given.resolution:
            with tempfile.TemporaryDirectory() as place:
                told, fine = _tried(Path(place), python, resolution, given.wheels)
            print(f"{python:8} {resolution:14} {told}", flush=True)
            failed |= not fine
    return 1 if failed else 0


def _interpreters() -> Iterator[str]:
    listed = json.loads(_uv("python", "list", "--only-installed", "--output-format", "json").stdout)
    found = {tuple(map(int, each["version"].split(".")[:2])) for each in listed if each["implementation"] == "cpython"}
    return (f"{major}.{minor}" for major, minor in sorted(found) if (major, minor) >= OLDEST)


def _tried(place: Path, python: str, resolution: str, wheels: Path | None) -> tuple[str, bool]:
    """Return what came of an environment, and whether all is well."""
    inside = place / "environment" / ("Scripts" if os.name == "nt" else "bin") / "python"
    into = ("pip", "install", "--python", inside)
    if (made := _uv("venv", "--python", python, place / "environment")).returncode:
        return f"cannot be made: {made.stderr.strip()[-600:]}", False
    alone = ("--no-index", "--no-deps", "--find-links", wheels)
    has_torch = wheels is not None and _uv(*into, *alone, "torch").returncode == 0
    held = place / "override.txt"
    held.write_text(_version(inside) if has_torch else "torch; python_version < '3'\n", encoding="utf-8")
    links = ("--find-links", wheels) if has_torch else ()
    for wanted in (("--resolution", resolution, f"{ROOT}[files,sparql]"), _FOR_TESTS):
        if (done := _uv(*into, *links, "--override", held, *wanted)).returncode:
            return f"cannot be installed: {done.stderr.strip()[-600:]}", False
    versions = json.loads(_uv("pip", "list", "--python", inside, "--format", "json").stdout)
    seed = sorted(SEEDS.glob("*.txt"))[0]
    options = ("-o", place / "output", "--cache", place / "cache", "--device", "cpu", "--quiet")
    built = (
        _run(inside, "-m", "graph_builder", "build", seed, *options)
        if has_torch
        else _run(inside, "-c", _RECORDED, seed, place / "output")
    )
    tests = _run(inside, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *QUICK)
    results = ", ".join(_RESULT.findall(tests.stdout)) or tests.stderr.strip()[-600:]
    faults = [line for line in tests.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    outcome = "built" if built.returncode == 0 else f"not built: {built.stderr.strip()[-600:]}"
    names = " ".join(f"{each['name']}=={each['version']}" for each in versions)
    how = "annotated and" if has_torch else "with its recorded annotation"
    lines = (f"{len(versions)} packages; one seed {how} {outcome}; quick tests: {results}", *faults, names)
    return "\n    ".join(lines), built.returncode == 0 and tests.returncode == 0


def _version(inside: Path) -> str:
    """Return the torch of an environment as a requirement."""
    listed = json.loads(_uv("pip", "list", "--python", inside, "--format", "json").stdout)
    return "".join(f"{each['name']}=={each['version']}\n" for each in listed if each["name"] == "torch")


def _uv(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "uv", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _run(python: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    world = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [str(python), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=world, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
