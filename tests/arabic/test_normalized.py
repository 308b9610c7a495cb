"""Normalized text, and the mapping of its offsets to the given text."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.marks import without_marks
from graph_builder.arabic.normalized import article, bare, line_breaks, normalized, on_one_line, plain, treatments

_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640" + "\u200e\u200f\u202a\u202c\u2066\u2069\ufeff"
_MARKED = st.text(st.sampled_from("ابتسي و.«»A1😀\n" + _MARKS), max_size=40)
_PARTS: tuple[str, ...] = (
    "<b>",
    "</b>",
    "<br/>",
    "<script>",
    "</script>",
    "&quot;",
    "&amp;",
    "&nbsp;",
    "&#1575;",
    "<",
    "&",
    ";",
    "#",
    "_",
)
_PARTS += (
    "@",
    "ﻻ",
    "ﷲ",
    "ﺳ",
    "🇸🇦",
    "🔥",
    "https://t.co/x",
    "بشار",
    "الأسد",
    " ",
    "\n",
    "x",
    "،",
    ".",
    "<![CDATA[",
    "]]>",
    "<!--",
)
_SOILED = st.lists(st.sampled_from(_PARTS), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("قال &quot;بشار&quot; &amp; قال", 'قال "بشار" & قال'),
        ("زار&nbsp;دمشق<br/>ثم&#8211;بيروت", "زار\xa0دمشق\nثم–بيروت"),
        ("&#1583;&#1605;&#1588;&#1602;", "دمشق"),
        ("&amp;lt;b&amp;gt;دمشق&amp;lt;/b&amp;gt;", "دمشق"),
        ("<![CDATA[<p>دمشق</p>]]>", "\nدمشق\n"),
        ("<script>var x = 'بغداد'</script>دمشق<style>p{}</style><!-- بيروت -->", "دمشق"),
        ("<td>حلب</td><td>حمص</td>", " حلب  حمص "),
        ("5 < 6 و R&D و<الجزيرة> و<سانا نت>", "5 < 6 و R&D و<الجزيرة> و<سانا نت>"),
        ("ﺍﺳﺘﻘﺒﻞ ﻻﻓﺮﻭﻑ ﻋﺒﺪﺍﷲ", "استقبل لافروف عبدالله"),
        ("#السعودية و #الإمارات و#مصر", "السعودية والإمارات ومصر"),
        ("ب #حلب ل #دمشق ل #العراق", "بحلب لدمشق ل العراق"),
        ("@حكومة_اليمن @hukuma_ye a_b", "حكومة اليمن @hukuma_ye a_b"),
        ("زار 🇫🇷 أمس 🔥", "زار  (فرنسا)  أمس  "),
        ("التفاصيل https://t.co/abc هنا", "التفاصيل  هنا"),
        ("وزیر الخارجیة فی جدہ", "وزير الخارجية في جده"),
        ("مُحَمَّدٌ", "محمد"),
    ],
)
def test_normalized_text_drops_what_is_not_text(given_text: str, read: str) -> None:
    assert bare(given_text) == read


def test_normalized_display_keeps_marks_and_hashtags() -> None:
    shown = "قَالَ\n #بشار_الأسد &quot;نعم&quot;<br/>"
    assert on_one_line(shown) == 'قَالَ #بشار_الأسد "نعم"'


@pytest.mark.parametrize("width", [25, 40, 60, 80])
def test_normalized_joins_wrapped_lines(width: int) -> None:
    paragraphs = [
        "استقبل الرئيس السوري بشار الأسد وزير الخارجية الروسي سيرغي لافروف في دمشق أمس وبحث معه التعاون بين البلدين.",
        "وقال لافروف إن بلاده ستواصل دعم الحكومة السورية في حربها على الإرهاب وفي إعادة بناء ما دمرته سنوات الحرب.",
    ]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(each, width)) for each in paragraphs)
    assert article(wrapped).text.split("\n") == [paragraphs[0], "", paragraphs[1]]
    assert treatments(wrapped) == {"wrapped lines"}
    assert len(line_breaks(wrapped)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "الأسد يستقبل لافروف\nاستقبل الرئيس السوري بشار الأسد وزير الخارجية الروسي سيرغي لافروف في دمشق.",
        "زار الوزير دمشق\nوغادر الوفد إلى بيروت في اليوم نفسه\nقتل ثلاثة",
        "أ ب أ\nب أ",
    ],
)
def test_normalized_keeps_titles_and_short_paragraphs(text: str) -> None:
    assert article(text).text == text


def test_normalized_reports_its_changes() -> None:
    assert treatments("قال الرئيس إن سوريا حليفة.") == frozenset()
    assert treatments("<p>قال</p>") == {"markup"}
    assert treatments("ﻗﺎﻝ #بشار") == {"presentation forms", "social media"}


def test_normalized_span_maps_to_the_marks_of_its_last_letter() -> None:
    marked = "قَالَ مُحَمَّدٌ: نَعَمْ"
    read = normalized(marked)
    start = read.text.index("محمد")
    assert marked[read.start(start) : read.end(start + len("محمد"))] == "مُحَمَّدٌ"


def test_normalized_span_excludes_direction_marks_around_it() -> None:
    marked = "في \u202bبغداد\u202c، غدا\u200f"
    read = normalized(marked)
    start = read.text.index("بغداد")
    assert marked[read.start(start) : read.end(start + len("بغداد"))] == "بغداد"
    assert marked[: read.end(len(read.text))].endswith("غدا")


@settings(deadline=None)
@given(_MARKED, st.data())
def test_normalized_span_maps_to_text_that_normalizes_to_it(marked: str, data: st.DataObject) -> None:
    read = normalized(marked)
    if read.text:
        start = data.draw(st.integers(0, len(read.text) - 1))
        end = data.draw(st.integers(start + 1, len(read.text)))
        found = marked[read.start(start) : read.end(end)]
        assert bare(found) == read.text[start:end]
        assert without_marks(found[0]) != ""


@settings(deadline=None)
@given(_SOILED)
def test_normalized_offsets_are_in_range_and_ordered(soiled: str) -> None:
    for read in (article(soiled), plain(soiled)):
        places = [(read.start(offset), read.end(offset + 1)) for offset in range(len(read.text))]
        assert all(0 <= start < end <= len(soiled) for start, end in places)
        assert places == sorted(places)
        assert all(read.start(read.find(start)) == start for start, _ in places)


@settings(deadline=None)
@given(_MARKED)
def test_normalized_neighbouring_spans_do_not_overlap(marked: str) -> None:
    read = normalized(marked)
    for cut in range(1, len(read.text)):
        assert read.end(cut) <= read.start(cut)


@pytest.mark.parametrize("unit", ["<!--ق", "<![ق>", "<?ق", "<a b='ق>", "ﷲ", "&#1", "#ق_"])
def test_normalized_long_repetition_takes_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    read = article(text)
    assert time.process_time() - start < 10
    assert read.start(0) <= len(text)
