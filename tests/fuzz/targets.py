"""What is fuzzed: by its name, what is done with the bytes, and samples to begin with.

A target returns, or raises AssertionError or what the product should never have let out. `tests/fuzz/test_targets.py`
gives each a little of everything; `python -m tests.benchmarks.fuzz` gives one as much as there is time for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.fuzz import exports, files, stored, strings

_TEXTS = (
    "دمشق 2 ديسمبر 2024 (شينخوا) - قال <b>بشار الأسد</b>&nbsp;إن «الاجتماع» بدأ. #محمد_بن_سلمان 🇸🇾 http://a.example",
    "ﻻﻓﺮﻭﻑ ﷲ <script>x</script> <![CDATA[&amp;lt;br&amp;gt;]]>\r\n\r\nوُلِدَ\u200f الـــعام ١٤٤٦ هـ\u2028۱۲ آذر ۱۴۰۳",
)
_DATES = (
    *("Mon, 02 Dec 2024 23:30:00 +0300", "2024-12-02T23:30:00Z", "1733183999000", "02/12/2024", "7 رجب 1436"),
    *("الاثنين 1 جمادى الثانية 1446هـ الموافق 2 ديسمبر 2024م", "۱۴۰۳/۰۹/۱۲", "2 décembre 2024", "nan"),
)
_DECISIONS = (
    "# c\n- {decide: merge, entity: ماورير, into: بيتر ماورير}\n- {decide: drop, entity: النيل}\n",
    "- decide: link\n  entity: دمشق\n  iri: http://www.wikidata.org/entity/Q3766\n"
    "- {decide: kind, entity: a, kind: LOC}\n",
)


@dataclass(frozen=True, slots=True)
class Target:
    """What is done with bytes, and samples of such bytes."""

    run: Callable[[bytes], None]
    samples: Callable[[], Sequence[bytes]]


def _of_text(run: Callable[[str], None], *texts: str) -> Target:
    """A target that takes text: bytes that are not UTF-8 become lone surrogates, as Python reads names of files."""
    return Target(lambda raw: run(raw.decode("utf-8", "surrogateescape")), lambda: [text.encode() for text in texts])


TARGETS: dict[str, Target] = {
    **{
        suffix.removeprefix("."): Target(files.reading(suffix), lambda suffix=suffix: files.samples(suffix))  # type: ignore[misc]
        for suffix in files.SUFFIXES_READ
    },
    "decode": Target(files.decoding, lambda: [text.encode("cp1256", "replace") for text in _TEXTS]),
    "dates": _of_text(strings.dates, *_DATES),
    "folding": _of_text(strings.folding, *_TEXTS),
    "offsets": _of_text(strings.offsets, *_TEXTS),
    "spelling": _of_text(strings.spelling, "شفيتزر\nSchweitzer", "وليد\nWalīd"),
    "codec": Target(lambda raw: stored.codec(raw.decode("utf-8", "replace")), stored.sample_annotations),
    "decisions": Target(stored.decided, lambda: [text.encode() for text in _DECISIONS]),
    "cache": Target(stored.kept, stored.sample_annotations),
    "build": Target(stored.built, stored.sample_files),
    "reader": Target(stored.reader, lambda: [b"PK\x03\x04", b"PK\x05\x06" + bytes(18)]),
    "exports": _of_text(exports.exporting, "=1+1\n<b>\n]]>\u202e&amp;\n../../a\njavascript:alert(1)"),
}
