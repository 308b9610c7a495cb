"""index.html: links, language, figures and escaped text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph_builder.core.result import Result
from graph_builder.core.values import Document, Evidence, Problem
from graph_builder.export import EXPORTERS, index
from tests.support.samples import HOSTILE, sample_result


class _Page(HTMLParser):
    """The tags, links and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.marked: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["mark"] and data not in self.marked:
            self.marked.append(data)
        self.text += data


def _html(result: Result, folder: Path) -> str:
    index.write(result, folder / "index.html")
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def html(tmp_path: Path) -> str:
    return _html(sample_result(), tmp_path)


def test_index_links_every_other_file_with_a_label(html: str) -> None:
    assert index.FILES.keys() == EXPORTERS.keys() - {"index.html"}
    page = _Page(html)
    assert {link.partition("#")[0] for link in page.links} == set(index.FILES)
    assert all(phrase.arabic in page.text and phrase.english in page.text for phrase in index.FILES.values())


def test_index_is_right_to_left_and_requests_nothing(html: str) -> None:
    assert html.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert not re.search(r"https?://|@import|url\(", html)
    assert "default-src 'none'" in unescape(html)


def test_index_escapes_text(html: str) -> None:
    page = _Page(html)
    assert "script" not in page.tags and "b" not in page.tags
    assert HOSTILE in page.text
    assert "<b>old</b>.txt" in page.text


def test_index_summarises_the_build(html: str) -> None:
    page = _Page(html)
    for article in sample_result().knowledge.documents:
        assert article.title in page.text and article.source in page.text
    assert "تشاور مع" in page.text and "consults with" in page.text
    assert "عادت شركة الجسر إلى حلب بعد لقاء ليلى المنصوري وسامي الحداد." in page.text
    assert "لقاء" in page.marked
    assert "it is empty; put an article into it." in page.text
    assert "it is in Windows-1256; save it as UTF-8." in page.text


def test_index_marks_relations_that_are_not_asserted(html: str) -> None:
    facts = html.partition('<ol class="facts">')[2].partition("</ol>")[0].split("<li>")
    [support] = [fact for fact in facts if "دعم لـ" in fact]
    assert "(منقول)" in support
    assert not any("اتهام" in fact for fact in facts), "what is negated is no fact"
    assert "(منقول)" not in next(fact for fact in facts if "وقوع في" in fact)


def test_index_lists_the_strongest_first(html: str) -> None:
    verbs = re.findall(r'class="verb" title="([^"]+)"', html)
    assert verbs[:2] == ["consults with", "supports"]


def test_index_marks_the_trigger_among_equal_words(tmp_path: Path) -> None:
    result = sample_result()
    document = Document("d", "d.txt", "", "نام. دعم قوم من دعم ليلى. صحا.")
    evidence = Evidence("d", 5, 25, 16, "دعم", "verb_order")
    graph = result.relations.copy()
    for *_, edge in graph.edges(data=True):
        edge["evidence"] = (evidence,)
    knowledge = replace(result.knowledge, documents=(*result.knowledge.documents, document))
    html = _html(replace(result, knowledge=knowledge, relations=graph), tmp_path)
    assert '<p dir="auto">دعم قوم من <mark>دعم</mark> ليلى.</p>' in html


def test_index_states_that_a_list_is_cut(tmp_path: Path) -> None:
    result = sample_result()
    more = tuple(Document(f"{number:03}", f"{number:03}.txt", "خبر", "نص") for number in range(300))
    problems = tuple(Problem(f"{number}.txt", "it is empty", "fill it") for number in range(300))
    knowledge = replace(result.knowledge, documents=(*result.knowledge.documents, *more))
    page = _Page(_html(replace(result, knowledge=knowledge, problems=problems), tmp_path))
    assert "199.txt" in page.text and "299.txt" not in page.text
    assert "The first 200; all are in documents.jsonl." in page.text
    assert "The first 200; all are in manifest.json." in page.text


def test_index_of_an_empty_build(tmp_path: Path) -> None:
    result = sample_result()
    empty = Result(type(result.knowledge)((), (), (), (), ()), type(result.cooccurrence)(), type(result.relations)())
    page = _Page(_html(empty, tmp_path))
    assert "No relations were found." in page.text and "No names were found." in page.text
    assert "What was skipped" not in page.text


def test_index_links_into_the_explorer(html: str) -> None:
    links = [link for link in _Page(html).links if link.startswith("explorer.html#")]
    entities = {entity.id for entity in sample_result().knowledge.entities}
    selected = {link.removeprefix("explorer.html#selection=entity.") for link in links if "selection=entity." in link}
    assert selected and selected <= entities
    assert any("#view=relations&focus=path." in link for link in links)


def test_index_charts_have_no_inline_style(html: str) -> None:
    assert '<svg class="when-chart"' in html
    assert 'style="' not in html
    assert "unsafe-inline" not in html
