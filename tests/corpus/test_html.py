"""Web pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph_builder.core.values import Problem
from graph_builder.corpus.article import Article, Unreadable
from graph_builder.corpus.file import File
from graph_builder.corpus.html import read

BODY = """<body>
<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><h1>افتتاح الجسر الجديد</h1>
<p>عبرت أولى السيارات الجسر الجديد صباح الأحد بعد عامين من العمل المتواصل على بنائه.</p>
<p>وقال مدير المرفأ إن الجسر سيخفف الازدحام عن وسط المدينة &amp; ضواحيها في ساعات الذروة.</p></article>
<footer>جميع الحقوق محفوظة للصحيفة</footer></body>"""


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "a.html", "seeds/a.html")


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html lang=ar><head>{head}</head>{body}</html>"


def article(file: File) -> Article:
    (one,) = read(file, {})
    assert isinstance(one, Article)
    return one


def test_html_main_text_without_menu_and_footer(file: File) -> None:
    file.path.write_text(page("<title>افتتاح الجسر الجديد | الصحيفة</title>"), encoding="utf-8")
    read_ = article(file).document
    assert read_.source == "seeds/a.html"
    assert read_.title == "افتتاح الجسر الجديد"
    assert "عبرت أولى السيارات" in read_.text
    assert "وسط المدينة & ضواحيها" in read_.text
    assert "الرئيسية" not in read_.text
    assert "الحقوق" not in read_.text
    assert read_.published is None


def test_html_date_is_of_first_publication(file: File) -> None:
    head = (
        '<meta property="article:published_time" content="2024-12-02T23:30:00+03:00">'
        '<meta property="article:modified_time" content="2024-12-05T10:00:00+03:00">'
    )
    file.path.write_text(page(head), encoding="utf-8")
    assert article(file).document.published == date(2024, 12, 2)


def test_html_future_date_is_refused(file: File) -> None:
    file.path.write_text(page('<meta property="article:published_time" content="2098-01-02">'), encoding="utf-8")
    problem, one = read(file, {})
    assert isinstance(one, Article) and one.document.published is None
    assert (
        str(problem)
        == "seeds/a.html: the date '2098-01-02' is ignored: it is in the future; write dates as in 2024-12-31."
    )


def test_html_declared_encoding_is_used_and_noted(file: File) -> None:
    file.path.write_bytes(page('<meta charset="windows-1256">').encode("cp1256"))
    one, problem = read(file, {})
    assert isinstance(one, Article)
    assert "عبرت أولى السيارات" in one.document.text
    assert isinstance(problem, Problem)
    assert problem.outcome == "noted"
    assert "Windows-1256, as it declares" in problem.reason


def test_html_with_xml_declaration(file: File) -> None:
    file.path.write_text('<?xml version="1.0" encoding="windows-1256"?>' + page(), encoding="utf-8")
    assert "عبرت أولى السيارات" in article(file).document.text


@pytest.mark.parametrize(
    "content",
    [
        "<p></p>",
        page(body="<body></body>"),
        page("<title>الصحيفة</title>", "<body><nav><a href=x>الرئيسية</a><a href=y>اتصل بنا</a></nav></body>"),
        page("<script>var x = 'عبرت السيارات الجسر الجديد صباح الأحد'</script>", "<body><div id=app></div></body>"),
        page(body="<body>" + "<div>" * 20_000 + "نص" + "</div>" * 20_000 + "</body>"),
    ],
)
def test_html_without_article_is_refused(file: File, content: str) -> None:
    file.path.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match="no article is found in this page"):
        list(read(file, {}))


def test_html_of_twenty_megabytes_is_refused_unread(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    with file.path.open("wb") as out:
        out.truncate(20_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(Unreadable, match="the file has 20,000,000 bytes"):
        list(read(file, {}))
