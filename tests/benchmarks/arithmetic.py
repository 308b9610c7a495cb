"""What corpora of one, ten and a hundred million articles would cost, from figures that were measured on small ones.

    python -m tests.benchmarks.arithmetic

`measured.json` beside this module holds the figures, each under the command that printed them: `annotate` those of
`python -m tests.benchmarks.annotate`, `cluster` those of `python -m tests.benchmarks.cluster`, its milliseconds of one
run and the rest of another, by the numbers of `articles` there. All is reckoned in
proportion to the number of articles. Nothing here was measured at these sizes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

MEASURED = Path(__file__).with_name("measured.json")
SIZES = {"1 million": 10**6, "10 million": 10**7, "100 million": 10**8}
WORKERS = 100

_HOUR, _DAY = 3600, 86400
_CLIENT = 64e9


def main() -> None:
    """Print the table of the page `cluster.md`, and what a client of 64 GB can build."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    print(f"{table(measured)}\n\n{largest(measured)}")


def table(measured: Mapping[str, Any]) -> str:
    """Return what each size costs as a table in Markdown."""
    lines = [["", *SIZES], ["---", *["--:" for _ in SIZES]]]
    lines += [[what, *(_digits(cost(size)) for size in SIZES.values())] for what, cost in costs(measured).items()]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines)


def largest(measured: Mapping[str, Any]) -> str:
    """Return in a sentence how many articles fit into the memory of a client of 64 GB."""
    one = measured["cluster"]
    up_to = {
        step: round((_CLIENT - one["megabytes of memory"][step] * 1e6) / (one["kilobytes of memory"][step] * 1e3), -4)
        for step in ("relate", "write")
    }
    return (
        f"A client with {_CLIENT / 1e9:.0f} GB has memory for the relations of {up_to['relate']:,.0f} articles, "
        f"for all graphs and files of {up_to['write']:,.0f}."
    )


def costs(measured: Mapping[str, Any]) -> dict[str, Callable[[int], float]]:
    """Return by what is reckoned a function from the number of articles to its cost."""
    one = measured["cluster"]
    seconds = {step: each / 1000 for step, each in one["milliseconds"].items()}
    annotating = one["words"] / measured["annotate"]["words a second"]
    relating = seconds["relate by a worker"]
    client = sum(seconds[step] for step in ("read", "keep", "resolve", "relate", "graphs", "write"))
    # Annotating and reading relations go on while the client sends and keeps them: the slower of both decides.
    spread = max(annotating / WORKERS, seconds["keep"]) + max(relating / WORKERS, seconds["relate"])
    alone = sum(seconds[step] for step in ("read", "resolve", "graphs", "write"))
    peak, base = one["kilobytes of memory"], one["megabytes of memory"]
    storage = one["kilobytes of storage"]
    return {
        "workers: annotation, process-hours": lambda n: n * annotating / _HOUR,
        "workers: relations, process-hours": lambda n: n * relating / _HOUR,
        "client: reading, hours": lambda n: n * seconds["read"] / _HOUR,
        "client: annotations sent and kept, hours": lambda n: n * seconds["keep"] / _HOUR,
        "client: entities, hours": lambda n: n * seconds["resolve"] / _HOUR,
        "client: relations sent and kept, hours": lambda n: n * seconds["relate"] / _HOUR,
        "client: graphs and files, hours": lambda n: n * (seconds["graphs"] + seconds["write"]) / _HOUR,
        "one machine of two processes, days": lambda n: n * ((annotating + relating) / 2 + client) / _DAY,
        f"{WORKERS} worker processes, days": lambda n: n * (spread + alone) / _DAY,
        "client: memory up to the relations, GB": lambda n: base["relate"] / 1e3 + n * peak["relate"] / 1e6,
        "client: memory with graphs and files, GB": lambda n: base["write"] / 1e3 + n * peak["write"] / 1e6,
        "cache, GB": lambda n: n * (storage["annotations"] + storage["extractions"]) / 1e6,
        "cache, million files": lambda n: 2 * n / 1e6,
        "output, GB": lambda n: n * storage["output"] / 1e6,
    }


def _digits(number: float) -> str:
    """Return a number with two significant digits.

    >>> _digits(0.1234), _digits(2.96), _digits(45678)
    ('0.12', '3.0', '46,000')
    """
    rounded = float(f"{number:.1e}")
    decimals = max(0, 1 - int(f"{number:.1e}".partition("e")[2]))
    return f"{rounded:,.{decimals}f}"


if __name__ == "__main__":
    main()
