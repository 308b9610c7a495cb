"""Fuzz targets hold on samples, on inputs that once failed, and on any bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

_CRASHES = sorted(path for path in (Path(__file__).parent / "crashes").iterdir() if path.suffix != ".md")
# A page, a PDF file and a whole build take a tenth of a second and more.
_SLOW = {"html", "xml", "pdf", "docx", "exports", "dates", "warc"}
_SIGNS = (
    "«",
    "»",
    "&amp;",
    "<b>",
    "</",
    "]]>",
    "\u202e",
    "\r\n",
    "\n\n",
    "\t",
    "ـ",
    "ﻻ",
    "#",
    "_",
    "ـُ",
    "2024",
    "١٤٤٦ هـ",
    "\x00",
)


@pytest.mark.parametrize("name", TARGETS)
def test_fuzz_target_on_samples(name: str) -> None:
    for sample in TARGETS[name].samples():
        TARGETS[name].run(sample)


@pytest.mark.parametrize("crash", _CRASHES, ids=lambda path: path.name)
def test_fuzz_target_on_past_crashes(crash: Path) -> None:
    TARGETS[crash.name.partition("-")[0]].run(crash.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_fuzz_target_on_any_bytes(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=8 if name in _SLOW else 30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(_changed(target.samples()))
    def run(raw: bytes) -> None:
        target.run(raw)

    run()


def _changed(samples: object) -> st.SearchStrategy[bytes]:
    """Samples with stretches cut out, doubled and put in, texts of signs that mean something, and any bytes."""
    pieces = st.binary(max_size=12) | st.sampled_from([sign.encode() for sign in _SIGNS])
    return st.one_of(
        st.builds(_edited, st.sampled_from(list(samples)), st.floats(0, 1), st.integers(0, 40), pieces),  # type: ignore[call-overload]
        st.lists(st.sampled_from(_SIGNS) | st.text(max_size=4), max_size=40).map(
            lambda parts: "".join(parts).encode("utf-8", "replace")
        ),
        st.binary(max_size=200),
    )


def _edited(sample: bytes, where: float, gone: int, instead: bytes) -> bytes:
    start = int(where * len(sample))
    return sample[:start] + instead + sample[start + gone :]
