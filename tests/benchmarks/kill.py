"""Whether anything is lost when a build is killed: SIGKILL at seeded moments, and then the next build.

    python -m tests.benchmarks.kill INPUT [--moments 50] [--seed 1] [--articles 60]

Of the first articles of INPUT the first three sentences are built: cold, where each killed build begins with an empty
cache, and warm, where all is annotated; with one worker and with two. The moments are dealt to these four in turn. A
stage is drawn for each, so that short ones are met, too, and within it the time; the whole process group is killed. The
output folder holds a build of half the articles before. `torn` are the times when it was neither that nor the new one
afterwards: the kill fell between the renames. `different` are the next builds that were not, byte for byte and with
nothing beside it, what a build that nobody killed had written.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from graph_builder.arabic.sentences import sentences
from graph_builder.core.settings import Selection, Settings
from graph_builder.corpus import read_corpus
from graph_builder.pipeline import build
from tests.support.command import contents
from tests.support.recorded import ROOT

STAGES = ("read", "annotate", "resolve", "relate", "graphs", "write")
CONFIGURATIONS = (("cold", 1), ("warm", 1), ("cold", 2), ("warm", 2))
_SENTENCES = 3

Contents = Mapping[str, bytes]


@dataclass(slots=True)
class Row:
    """What became of the kills of one configuration."""

    moments: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    torn: int = 0
    different: int = 0


def main() -> int:
    """Kill, print the table, and return 1 if a build after a kill differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.kill")
    parser.add_argument("input", metavar="INPUT")
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        rows = killed(Path(given.input), Path(place), given.moments, given.seed, given.articles)
    print(f"{'':16} {'moments':>7}  {'torn':>4}  {'different':>9}  fell in")
    for (temperature, workers), row in rows.items():
        name = f"{temperature}, {workers} worker{'s' if workers > 1 else ''}"
        where = ", ".join(f"{stage} {row.stages[stage]}" for stage in STAGES if row.stages[stage])
        print(f"{name:16} {row.moments:7}  {row.torn:4}  {row.different:9}  {where}")
    return 1 if any(row.different for row in rows.values()) else 0


def killed(source: Path, place: Path, moments: int, seed: int, articles: int) -> dict[tuple[str, int], Row]:
    """Kill builds in a folder of their own at so many moments, and return what became of them, by configuration."""
    chosen = random.Random(seed)
    every, half = place / "every.jsonl", place / "half.jsonl"
    lines = list(_shortened(source, articles))
    every.write_text("".join(lines), encoding="utf-8")
    half.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")
    warm = place / "warm"
    seconds = {"cold": _build(every, place / "whole", warm, 1)}
    seconds["warm"] = _build(every, place / "again", warm, 1)
    _build(half, place / "before", warm, 1)
    whole, before = contents(place / "whole"), contents(place / "before")
    assert whole == contents(place / "again")
    rows = {configuration: Row() for configuration in CONFIGURATIONS}
    for number in range(moments):
        temperature, workers = CONFIGURATIONS[number % len(CONFIGURATIONS)]
        output, cache = place / "output", place / "cold" if temperature == "cold" else warm
        for folder in (output, place / "cold"):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(place / "before", output)
        if temperature == "warm":  # nor has it been read for relations
            for extractions in warm.rglob("*.extractions"):
                extractions.unlink()
        stage = chosen.choice(STAGES)
        fell = _killed(every, output, cache, workers, stage, chosen.random() * seconds[temperature][stage])
        row = rows[temperature, workers]
        row.moments += 1
        row.stages[fell] += 1
        left = {name: content for name, content in contents(output).items() if not name.startswith(".")}
        row.torn += left not in (before, whole)
        _build(every, output, cache, workers)
        differs = contents(output) != whole
        row.different += differs
        print(f"{number + 1}: {temperature}, {workers}, {fell}, {'DIFFERENT' if differs else 'same'}", file=sys.stderr)
    return rows


def told(source: str, output: str, cache: str, workers: int) -> None:
    """Build, and print each stage as it begins."""

    def progress(step: str, done: int, _: int) -> None:
        if done == 0:
            print(step, flush=True)

    built = build(source, output, Settings(device="cpu", cache=Path(cache), workers=workers), progress=progress)
    print(json.dumps(built.seconds), flush=True)


def _shortened(source: Path, articles: int) -> Iterator[str]:
    for document in read_corpus([source], selection=Selection(limit=articles)).documents:
        bounds = list(islice(sentences(document.text), _SENTENCES))
        text = document.text[bounds[0][0] : bounds[-1][1]]
        published = str(document.published or "")
        yield json.dumps({"text": text, "source": document.source, "published": published}, ensure_ascii=False) + "\n"


def _start(*arguments: object) -> subprocess.Popen[str]:
    script = f"from tests.benchmarks.kill import told; told(*{[str(each) for each in arguments[:3]]!r}, {arguments[3]})"
    command: Sequence[str] = (sys.executable, "-c", script)
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)


def _build(source: Path, output: Path, cache: Path, workers: int) -> dict[str, float]:
    """Build to the end, and return the seconds of each stage."""
    said, _ = (process := _start(source, output, cache, workers)).communicate()
    assert process.returncode == 0, said
    return dict(json.loads(said.splitlines()[-1]))


def _killed(source: Path, output: Path, cache: Path, workers: int, stage: str, later: float) -> str:
    """Build, kill all processes of it so many seconds after a stage began, and return the stage in which that was."""
    process = _start(source, output, cache, workers)
    assert process.stdout is not None
    heard = ""
    while heard != stage:
        heard = process.stdout.readline().strip()
        assert heard, f"the build ended before it came to {stage!r}"
    time.sleep(later)
    os.killpg(process.pid, signal.SIGKILL)
    rest = [line for line in process.communicate()[0].split() if line in STAGES]
    return rest[-1] if rest else stage


if __name__ == "__main__":
    sys.exit(main())
