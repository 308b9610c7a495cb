"""Whether anything that is read can crash or hang what reads it: each target fuzzed by Atheris, guided by coverage.

    python -m tests.benchmarks.fuzz TARGET... [--seconds 3600]

TARGET is a name of `tests/fuzz/targets.py`, or `all`. Of each, the executions and the inputs that failed are printed.
An input that raised, took longer than a minute or more than 4 GB ends its target and is written into
`tests/fuzz/crashes/`, where `tests/fuzz/test_targets.py` tries it ever after. Atheris is installed apart
(`pip install atheris`): it has no wheels for every system.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]  # what imports the package must wait until Atheris watches imports

CRASHES = ROOT / "tests" / "fuzz" / "crashes"

# What is not in Python, or costs more to follow than it tells, is not followed.
_FOLLOWED = ["graph_builder", "feedparser", "pypdf", "docx", "openpyxl", "warcio", "trafilatura", "dateparser", "yaml"]
_SLOWEST, _MOST_MEGABYTES = 60, 4096
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_WRITTEN = re.compile(r"Test unit written to (\S+)")


def main() -> int:
    """Fuzz, print the table, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fuzz")
    parser.add_argument("targets", nargs="+", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=3600)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        parser.exit(2, "Atheris is not installed: pip install atheris (it has wheels for Linux).\n")
    from tests.fuzz.targets import TARGETS

    names = list(TARGETS) if given.targets == ["all"] else given.targets
    for name in names:
        if name not in TARGETS:
            parser.error(f"there is no target {name!r}; choose of {', '.join(TARGETS)}, or all.")
    failed = 0
    print(f"{'target':12} {'seconds':>8} {'executions':>11}  failed", flush=True)
    for name in names:
        executed, crash = _fuzzed(name, given.seconds)
        failed += bool(crash)
        print(f"{name:12} {given.seconds:8,} {executed:11,}  {crash or '-'}", flush=True)
    return 1 if failed else 0


def _fuzzed(name: str, seconds: int) -> tuple[int, str]:
    """Return how often a target was executed in a process of its own, and the input that ended it before its time."""
    CRASHES.mkdir(exist_ok=True)
    script = f"from tests.benchmarks.fuzz import fuzz; fuzz({name!r}, {seconds})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, errors="replace")
    said = done.stdout + done.stderr
    executed, crash = _EXECUTED.search(said), _WRITTEN.search(said)
    if executed is None or (done.returncode and not crash):
        raise RuntimeError(said[-4000:])
    if crash:
        print(said[-4000:], file=sys.stderr)
    return int(executed[1]), Path(crash[1]).name if crash else ""


def fuzz(name: str, seconds: int) -> None:
    """Fuzz a target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=_FOLLOWED):
        from tests.fuzz.targets import TARGETS

        target = TARGETS[name]
        for sample in target.samples():  # what is imported only where it is needed
            target.run(sample)
    with tempfile.TemporaryDirectory() as folder:
        for number, sample in enumerate(target.samples()):
            (Path(folder) / str(number)).write_bytes(sample)
        options = {
            "max_total_time": seconds,
            "timeout": _SLOWEST,
            "rss_limit_mb": _MOST_MEGABYTES,
            "report_slow_units": _SLOWEST,
            "print_final_stats": 1,
            "artifact_prefix": f"{CRASHES / name}-",
        }
        atheris.Setup([name, folder, *(f"-{option}={value}" for option, value in options.items())], target.run)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
