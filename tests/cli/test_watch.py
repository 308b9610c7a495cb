"""graph-builder watch, as a process whose folder changes."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.command import MODULE, ONE, THREE, TWO, contents, graph_builder, keep
from tests.support.recorded import SEEDS
from tests.support.serving import wait_until

pytestmark = pytest.mark.slow

_TIME = r"\d\d:\d\d:\d\d "


class Watching:
    """A running command, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str], output: Path) -> None:
        self.process, self.output = process, output
        self.said: list[str] = []
        for stream in (process.stdout, process.stderr):
            threading.Thread(target=self._listen, args=(stream,), daemon=True).start()

    def _listen(self, stream: io.TextIOBase) -> None:
        for line in stream:
            self.said.append(line.rstrip("\n"))

    def says(self, pattern: str) -> re.Match[str]:
        """The first line that matches the pattern, once there is one; lines up to it are forgotten."""

        def found() -> int | None:
            return next((n for n, line in enumerate(self.said) if re.search(pattern, line)), None)

        wait_until(lambda: found() is not None or self.process.poll() is not None)
        number = found()
        assert number is not None, (pattern, self.said)
        match = re.search(pattern, self.said[number])
        assert match is not None
        del self.said[: number + 1]
        return match

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def sources(self) -> list[str]:
        lines = (self.output / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        return sorted(Path(json.loads(line)["source"]).name for line in lines)


@contextmanager
def watching(folder: Path, output: Path, cache: Path, *options: str) -> Iterator[Watching]:
    command: list[str | Path] = [*MODULE, "watch", folder, "-o", output, "--cache", cache, *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        try:
            yield Watching(process, output)
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that holds an annotation of ONE, TWO and THREE."""
    keep(tmp_path / "cache", ONE, TWO, THREE)
    return tmp_path / "cache"


def test_watch_builds_as_files_come_and_go(folder: Path, cache: Path, tmp_path: Path) -> None:
    output = folder / "graphs"
    with watching(folder, output, cache) as those:
        those.says(_TIME + "Nothing was built: there is no article to read: .*no file in this folder can be read")
        (folder / "a.txt").write_text(ONE, encoding="utf-8")
        those.says(_TIME + r"1 article, \d+ entities, \d+ relations \(\d+\.\d s\)\.$")
        assert those.sources() == ["a.txt"]
        (folder / "below").mkdir()
        (folder / "below" / "b.txt").write_text(TWO, encoding="utf-8")
        (folder / "c.txt").write_text(THREE, encoding="utf-8")
        (folder / "picture.png").write_bytes(b"\x89PNG")
        those.says(_TIME + r"\+2 articles \(articles/below/b\.txt, articles/c\.txt\), \+[1-9].*; in all 3 articles,")
        shutil.rmtree(folder / "below")
        those.says(_TIME + r"\+0 −1 article, .*; in all 2 articles,")
        assert those.sources() == ["a.txt", "c.txt"]
        assert those.stop() == 0
        those.says("Stopped watching.")
    alone, output = tmp_path / "alone", output.rename(tmp_path / "graphs")
    assert graph_builder("build", folder, "-o", alone, "--cache", cache, "-q").returncode == 0
    assert contents(output) == contents(alone), "as a build from the start"


def test_watch_waits_for_files_that_are_being_written(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    with watching(folder, tmp_path / "out", cache) as those:
        those.says(_TIME + "1 article")
        with (folder / "b.txt").open("w", encoding="utf-8") as file:
            for letter in TWO:
                file.write(letter)
                file.flush()
                threading.Event().wait(4 / len(TWO))
        those.says(_TIME + r"\+1 article \(articles/b\.txt\)")
        assert not [line for line in those.said if "+" in line], "once"
        assert TWO in (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8")


def test_watch_names_damaged_files_and_goes_on(folder: Path, cache: Path, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.txt", TWO)
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    with watching(folder, tmp_path / "out", cache) as those:
        those.says(_TIME + "1 article")
        (folder / "b.zip").write_bytes(packed.getvalue()[:-30])
        those.says(r"Skipped: articles/b\.zip: ")
        (folder / "c.txt").write_text(THREE, encoding="utf-8")
        those.says(_TIME + r"\+1 article \(articles/c\.txt\)")
        assert not [line for line in those.said if line.startswith("Skipped")], "once"
        (folder / "b.zip").write_bytes(packed.getvalue())
        those.says(_TIME + r"\+1 article \(articles/b\.zip")
        (folder / "d.zip").write_bytes(b"PK")
        those.says(r"Skipped: articles/d\.zip: ")
        assert those.stop(signal.SIGTERM) == 3


def test_watch_applies_decisions(folder: Path, cache: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    with watching(folder, output, cache) as those:
        those.says(_TIME + "1 article")
        assert graph_builder("rename", "دمشق", "مدينة دمشق", "-o", output).returncode == 0
        those.says(_TIME + r"\+0 articles, ")
        assert "مدينة دمشق" in (output / "entities.jsonl").read_text(encoding="utf-8")


def test_watch_continues_a_build(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    assert graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache).returncode == 0
    with watching(folder, tmp_path / "out", cache) as those:
        those.says(_TIME + r"Nothing has changed since the last build: 1 article, \d+ entities, \d+ relations\.$")
        (folder / "b.txt").write_text(TWO, encoding="utf-8")
        those.says(_TIME + r"\+1 article")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_watch_interrupted_in_a_build_leaves_the_earlier_one(
    number: signal.Signals, folder: Path, seeds_cache: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    first, *others = sorted(SEEDS.iterdir())
    shutil.copy(first, folder)
    with watching(folder, output, seeds_cache) as those:
        those.says(_TIME + "1 article")
        earlier = contents(output)
        for path in others:
            shutil.copy(path, folder)
        wait_until(lambda: (output / ".lock").exists())
        assert those.stop(number) == 130
        those.says("Interrupted: finished annotations are cached, and the output folder was not changed.")
    assert contents(output) == earlier


def test_watch_failures_are_sentences(folder: Path, tmp_path: Path) -> None:
    done = graph_builder("watch", tmp_path / "none", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (1, f"Error: {tmp_path}/none is not a folder; name one to watch.\n")
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    done = graph_builder("watch", folder, "-o", tmp_path / "out", "--models", tmp_path / "none")
    assert done.returncode == 1 and done.stderr.startswith("Error: ")
    assert graph_builder("watch", folder).returncode == 2
    options = {name: graph_builder(name, "--help").stdout for name in ("build", "watch")}
    shared = set(re.findall(r"--[a-z][a-z0-9-]+", options["build"])) - {"--open", "--json"}
    assert len(shared) > 20 and shared <= set(re.findall(r"--[a-z][a-z0-9-]+", options["watch"]))
