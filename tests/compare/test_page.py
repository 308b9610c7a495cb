"""comparison.html and the tables: complete, escaped, without requests, the same every time."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest

from graph_builder.compare import Comparison, Side, compare, write
from graph_builder.compare.page import page
from graph_builder.compare.tables import TABLES
from graph_builder.core.errors import OutputError
from graph_builder.core.filters import in_articles
from graph_builder.core.values import Knowledge
from graph_builder.export import EXPORTERS
from tests.support.samples import HOSTILE, sample_knowledge


class Page(HTMLParser):
    """The tags, ids, links and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def of_sample(address: str = "") -> Comparison:
    """The article of the sample that names HOSTILE, against the others."""
    knowledge = sample_knowledge()
    [hostile] = [each.id for each in knowledge.documents if HOSTILE in each.text]
    documents = tuple(
        replace(each, source=address or each.source, title=HOSTILE) if each.id == hostile else each
        for each in knowledge.documents
    )
    changed = replace(knowledge, documents=documents)
    rest = {each.id for each in documents} - {hostile}
    return compare(Side(HOSTILE, in_articles(changed, {hostile})), Side("=B", in_articles(changed, rest)))


def test_the_page_has_both_languages_and_requests_nothing(aleppo: Comparison) -> None:
    html = page(aleppo)
    assert html.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "ما يرويه الطرفان روايتين" in html and "Told differently" in html
    assert "default-src &#39;none&#39;" in html and "unsafe-inline" not in html and 'style="' not in html
    assert not re.search(r"https?://|@import|url\(", html)


def test_every_link_to_a_sentence_leads_to_it(aleppo: Comparison) -> None:
    found = Page(page(aleppo))
    assert len(found.ids) == len(set(found.ids))
    anchors = {link.removeprefix("#") for link in found.links if link.startswith("#s-")}
    assert len(anchors) > 20
    assert anchors <= set(found.ids)


def test_every_text_of_the_page_is_used_and_in_both_languages() -> None:
    folder = resources.files("graph_builder.compare")
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    sources = "".join((folder / name).read_text(encoding="utf-8") for name in ("page.html.jinja", "page.py"))
    # Made of what it is about: a reason, a file, a kind of difference, an aspect.
    made = re.compile(r"(?:reason|file)_\w+|(?:entities|pairs|relations)(?:Note)?|polarity|modality|source")
    assert {key for key in texts if f'"{key}"' not in sources and not made.fullmatch(key)} == set()
    for arabic, english in texts.values():
        assert re.findall(r"\{\w+\}", arabic) == re.findall(r"\{\w+\}", english)


def test_texts_of_articles_are_escaped() -> None:
    found = Page(page(of_sample()))
    assert "b" in found.tags and HOSTILE in found.text
    assert page(of_sample()).count("<script>") == 1
    assert "alert(" not in page(of_sample()).partition("<script>")[2]


@pytest.mark.parametrize(
    ("address", "linked"), [("https://example.org/1?a=b&c", True), ("javascript:alert(1)", False), ("a.txt", False)]
)
def test_only_addresses_of_the_web_are_linked(address: str, linked: bool) -> None:
    links = Page(page(of_sample(address))).links
    assert (address in links) == linked
    assert not any(link.startswith("javascript") for link in links)


def test_a_build_against_itself(knowledge: Knowledge) -> None:
    html = page(compare(Side("A", knowledge), Side("B", knowledge)))
    assert "The two sides do not differ in anything." in html
    assert "Articles on both sides: <bdi>5</bdi>" in html
    assert '<details class="evidence">' not in html


def test_clear_differences_are_shown_with_both_shares(knowledge: Knowledge) -> None:
    many = compare(Side("A", repeated(knowledge, 40, "003")), Side("B", repeated(knowledge, 40, "000")))
    html = page(many)
    assert many.beyond_chance()["entities"] >= 30
    assert "More in <bdi>A</bdi>" in html and "100% " in html and "of <bdi>40</bdi>" in html
    assert "20</bdi> of <bdi>" in html and "compared_entities.csv" in html
    shown = html.partition('id="entities"')[2].partition('id="pairs"')[0]
    assert shown.count('<p class="head">') <= 2 * 20 + 2 * 12


def repeated(knowledge: Knowledge, times: int, name: str) -> Knowledge:
    """An article as if it had been published many times, each time in other words."""
    [document] = [each for each in knowledge.documents if name in Path(each.source).name]
    one = in_articles(knowledge, {document.id})
    numbers = [f"{name}{number}" for number in range(times)]
    return replace(
        one,
        documents=tuple(replace(document, id=each) for each in numbers),
        sentences=tuple(replace(span, document=each) for each in numbers for span in one.sentences),
        entities=tuple(
            replace(entity, mentions=tuple(replace(m, document=each) for each in numbers for m in entity.mentions))
            for entity in one.entities
        ),
        relations=tuple(
            replace(r, evidence=tuple(replace(e, document=each) for each in numbers for e in r.evidence))
            for r in one.relations
        ),
    )


def test_the_tables_have_every_difference_and_guard_formulas(tmp_path: Path) -> None:
    comparison = of_sample()
    files = write(comparison, tmp_path)
    assert [path.name for path in files] == ["comparison.html", *(f"compared_{name}.csv" for name in TABLES)]
    assert not {path.name for path in files} & set(EXPORTERS)
    for name in TABLES:
        rows = read(tmp_path, name)
        assert len(rows) == len(getattr(comparison, name))
        assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    assert f"'{HOSTILE}" in {row["name"] for row in read(tmp_path, "entities")}


def read(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / f"compared_{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_same_sides_give_the_same_bytes(aleppo: Comparison, tmp_path: Path) -> None:
    again = compare(*aleppo.sides)
    for folder, comparison in (("one", aleppo), ("two", again)):
        write(comparison, tmp_path / folder)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_nothing_is_left_of_what_cannot_be_written(aleppo: Comparison, tmp_path: Path) -> None:
    (tmp_path / "compared_pairs.csv").mkdir()
    with pytest.raises(OutputError):
        write(aleppo, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["compared_pairs.csv"]
