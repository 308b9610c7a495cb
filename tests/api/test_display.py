"""Display in notebooks: right to left, all text of articles escaped."""

from __future__ import annotations

import html
import re

from graph_builder import KnowledgeGraph
from tests.support.samples import HOSTILE


def test_display_cards_are_right_to_left_and_escaped(sample: KnowledgeGraph) -> None:
    for each in (sample, sample[HOSTILE], sample["حلب"]):
        card = each._repr_html_()
        assert card.startswith('<div dir="rtl" lang="ar"')
        assert "<script" not in card
        assert html.escape(HOSTILE, quote=False).split("(")[0] in card
        assert card.count("<div") == card.count("</div>")


def test_display_marks_the_trigger_in_its_sentence(sample: KnowledgeGraph) -> None:
    card = sample["شركة الجسر"]._repr_html_()
    assert "<mark>عادت</mark> شركة الجسر إلى حلب" in card
    assert "منفي" in card


def test_display_explorer_is_sandboxed_in_a_frame(sample: KnowledgeGraph) -> None:
    page = sample.show(height=333)
    frame = page._repr_html_()
    (inner,) = re.findall('srcdoc="([^"]*)"', frame)
    assert html.unescape(inner) == page.html
    assert 'sandbox="allow-scripts allow-downloads"' in frame and "height:333px" in frame
    assert frame.count("<") == 2
    assert re.fullmatch("<Explorer: [0-9]+ kB of HTML, shown in .*>", repr(page))


def test_display_entity_has_its_neighbours(sample: KnowledgeGraph) -> None:
    page = sample["ليلى المنصوري"].show()
    assert "سامي الحداد" in page.html
    assert "نهر الفرات" not in re.sub(r'"text":"[^"]*"', "", page.html.split("data")[-1])
