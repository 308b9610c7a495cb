"""When something happened, as the sentence says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph_builder.core.values import Document, Sentence, Token, Word
from graph_builder.relate import relate
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.relate.times import times
from graph_builder.resolve import resolve
from graph_builder.syntax import Tree
from tests.support.sentences import article

_THURSDAY = date(2016, 12, 22)


def _said(text: str, published: date | None = _THURSDAY) -> list[str]:
    """The times of a sentence whose words are as they stand between spaces."""
    tokens = []
    start = 0
    for form in text.split():
        start = text.index(form, start)
        tokens.append(Token(start, start + len(form), (Word(form, form, "NOUN", "", 0, "root"),), "O"))
        start += len(form)
    document = Document("d", "d.txt", "", text, published)
    view = SentenceView(document, Tree(Sentence(0, len(text), tuple(tokens)), text), [], {}, {})
    return [time.value for time in times(view)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("التقى لافروف كيري أمس", ["2016-12-21"]),
        ("أول أمس", ["2016-12-20"]),
        ("اليوم", ["2016-12-22"]),
        ("الخميس", ["2016-12-22"]),
        ("الخميس الماضي", ["2016-12-15"]),
        ("الأربعاء", ["2016-12-21"]),
        ("الثلاثاء الماضي", ["2016-12-20"]),
        ("الأربعاء المقبل", ["2016-12-28"]),
        ("25 من تشرين الأول", ["2016-10-25"]),
        ("3 كانون الثاني", ["2017-01-03"]),
        ("30 و 31 تشرين أول", ["2016-10-30/2016-10-31"]),
        ("2 ديسمبر 2024", ["2024-12-02"]),
        ("٥ جوان 2015", ["2015-06-05"]),
        ("في مايو 2015", ["2015-05"]),
        ("عام 2003", ["2003"]),
        ("سقط 30 قتيلا في مايو", []),
        ("سقط في 31 شباط", []),
        ("عاد الهدوء", []),
    ],
)
def test_times_of_relative_and_absolute_dates(text: str, said: list[str]) -> None:
    assert _said(text) == said


def test_times_relative_need_the_date_of_the_article() -> None:
    assert _said("أمس", None) == _said("25 تشرين الأول", None) == []
    assert _said("25 تشرين الأول 2016", None) == ["2016-10-25"]


def test_times_of_event_come_from_its_clause() -> None:
    annotated = article("to_come")
    dated = replace(annotated, document=replace(annotated.document, published=_THURSDAY))
    found = {(relation.predicate, relation.date) for relation in relate([dated], resolve([dated]).entities)}
    assert ("present_in", "2016-12-23") in found and ("support", None) in found
