"""Errors and interrupts of a build leave everything as it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_builder.annotate.cache import Cache
from graph_builder.annotate.weights import find_weights
from graph_builder.corpus import KINDS
from tests.support.command import ONE, TWO, contents, graph_builder, keep
from tests.support.recorded import SEEDS, seeds

pytestmark = pytest.mark.slow

_STOPPED = "Interrupted: finished annotations are cached, and the output folder was not changed.\n"

# The command, but that half of graph.ttl is written and then, for as long as a test may take, nothing happens.
_SLOW_TO_WRITE = """
import time
from graph_builder.__main__ import main
from graph_builder.export import EXPORTERS

def slow(result, path):
    path.write_text("half of it")
    time.sleep(120)

EXPORTERS["graph.ttl"] = slow
main()
"""

# The command, but that an annotation is kept after every article, not after some thousand words.
_ONE_BY_ONE = """
from graph_builder.__main__ import main
from graph_builder.core import batches

batches.LONGEST = 1
main()
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ONE, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that holds an annotation of ONE and TWO."""
    keep(tmp_path / "cache", ONE, TWO)
    return tmp_path / "cache"


Mount = Callable[[str], Path]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a file system of its own, with the given options, and returns where."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options: str) -> Path:
        if shutil.which("mount") is None:
            pytest.skip("there is no command to mount a disk with")
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "none", place], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
        return place

    yield mount
    if place.is_mount():
        subprocess.run(["umount", place], check=True)


def wait_until(happened: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 120
    while not happened():
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def interrupted(script: str, arguments: list[str | Path], when: Callable[[], bool]) -> tuple[int, str, str]:
    """Press Ctrl-C at that moment of a build; its exit code, output and messages, and how soon it ended."""
    with subprocess.Popen(
        [sys.executable, "-c", script, "build", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        wait_until(when, process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    return process.returncode, out, err


@pytest.mark.parametrize("name", ["nowhere", "empty", "pictures"])
def test_build_without_input_is_an_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG")
    done = graph_builder("build", tmp_path / name, "-o", tmp_path / "out")
    reason = {"nowhere": "there is no such file or folder"}.get(name, "no file in this folder can be read")
    kinds = f"give files, folders or patterns of {KINDS} files."
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Error: there is no article to read: {tmp_path}/{name}: {reason}; {kinds}\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["a.txt", "a.txt/out"])
def test_build_output_that_is_a_file_is_named(place: str, article: Path, cache: Path, tmp_path: Path) -> None:
    done = graph_builder("build", article, "-o", tmp_path / place, "--cache", cache)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: Nothing can be written to {tmp_path / place}: a file or folder of that name is in the way; "
        "move it, or choose another folder with -o.\n"
    )
    assert article.read_text(encoding="utf-8") == ONE


def test_build_read_only_disk_is_named(article: Path, cache: Path, mounted: Mount) -> None:
    disk = mounted("ro")
    for output in (disk, disk / "out"):
        done = graph_builder("build", article, "-o", output, "--cache", cache)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            f"Error: Nothing can be written to {output}: it is on a read-only file system; "
            "choose another folder with -o.\n"
        )


def test_build_forbidden_folder_is_named(article: Path, cache: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir(mode=0o500)
    done = graph_builder("build", article, "-o", output, "--cache", cache, through=_as_anybody())
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: Nothing can be written to {output}: you may not write there; "
        "change its permissions, or choose another folder with -o.\n"
    )


def _as_anybody() -> list[str]:
    """What makes a command one for which permissions count; for root they do not."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("nothing is forbidden to root, and there is no command setpriv to give that right up")
    return ["setpriv", "--bounding-set", "-dac_override"]


def test_build_full_disk_leaves_the_earlier_build(article: Path, cache: Path, mounted: Mount) -> None:
    disk = mounted("size=64k")
    (disk / "graph.ttl").write_text("an earlier build", encoding="utf-8")
    done = graph_builder("build", article, "-o", disk, "--cache", cache)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: Nothing can be written to {disk}: the disk is full; "
        "free some space, or choose another folder with -o.\n"
    )
    assert contents(disk) == {"graph.ttl": b"an earlier build"}
    assert [path.name for path in disk.iterdir()] == ["graph.ttl"]


def test_build_unwritable_cache_is_named(article: Path, tmp_path: Path) -> None:
    done = graph_builder("build", article, "-o", tmp_path / "out", "--cache", article, "--device", "cpu")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: The annotation cache {article}/")
    assert line.endswith("; free some space, or choose another folder with --cache.")


def test_build_interrupted_while_writing_leaves_the_earlier_build(article: Path, cache: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert graph_builder("build", article, "-o", output, "--cache", cache, "-q").returncode == 0
    earlier = contents(output)
    article.write_text(TWO, encoding="utf-8")
    stopped = interrupted(
        _SLOW_TO_WRITE,
        [article, "-o", output, "--cache", cache],
        lambda: any(path.read_bytes() for path in output.glob(".part-*/*/graph.ttl")),
    )
    assert stopped == (130, "", _STOPPED)
    assert contents(output) == earlier
    assert {path.name for path in output.iterdir()} == set(earlier)


def test_build_interrupted_while_annotating_keeps_annotations(tmp_path: Path) -> None:
    output, cache = tmp_path / "out", tmp_path / "cache"
    output.mkdir()
    (output / "graph.ttl").write_text("an earlier build", encoding="utf-8")
    stopped = interrupted(
        _ONE_BY_ONE,
        [SEEDS, "-o", output, "--cache", cache, "--device", "cpu", "--workers", "1"],
        lambda: any(cache.glob("*/*.conllu")),
    )
    assert stopped == (130, "", _STOPPED)
    assert contents(output) == {"graph.ttl": b"an earlier build"}
    kept = [path for path in cache.rglob("*") if path.is_file()]
    readable = Cache(cache, find_weights().fingerprint)
    assert 1 <= len(kept) < len(seeds())
    assert len(kept) == sum(readable.get(document) is not None for document in seeds())
