"""Evidence behind nodes and edges."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from graph_builder.arabic.normalized import plain
from tests.browser.conftest import Opener
from tests.browser.hands import marks, number_of, point, search
from tests.export.explorer.awkward import awkward_knowledge
from tests.support.samples import HOSTILE, result_of, sample_knowledge

pytestmark = pytest.mark.browser

MEETING = "زارت الوزيرة ليلى المنصوري مدينة حلب والتقت سامي الحداد."


def _show_pair(page: Page, left: str, right: str, net: str = "relations") -> None:
    pair = [number_of(page, name) for name in (left, right)]
    page.evaluate("([net, from, to]) => explorer.showPair(net, from, to)", [net, *pair])


def test_evidence_of_a_clicked_edge(explorer: Page) -> None:
    explorer.mouse.click(*point(explorer, "حلب", "سوريا"))
    expect(explorer.locator("#panel blockquote")).to_have_text("تقع حلب في سوريا.")
    assert marks(explorer, "subject") == {"حلب"}
    assert marks(explorer, "object") == {"سوريا"}
    assert marks(explorer, "trigger") == {"تقع"}
    panel = explorer.locator("#panel")
    for fact in ("وقوع في", "مثبت", "خبر مباشر", "95", "مكان داخل مكان", "الفرات", "river.jsonl#7", "6 مايو 2021"):
        expect(panel).to_contain_text(fact)


def test_evidence_of_an_edge_is_complete(explorer: Page) -> None:
    _show_pair(explorer, "ليلى المنصوري", "سامي الحداد")
    expect(explorer.locator("#panel blockquote")).to_have_count(2)
    expect(explorer.locator("#panel blockquote").filter(has_text=MEETING)).to_have_count(1)
    assert marks(explorer, "trigger") == {"والتقت", "لقاء"}


def test_evidence_sentence_with_two_triggers_is_shown_once(opened: Opener) -> None:
    knowledge = awkward_knowledge()
    (relation,) = knowledge.relations
    (first,) = relation.evidence
    text = knowledge.documents[0].text
    second = replace(first, trigger_start=text.index("ليلى"), trigger="ليلى", rule="verb_parse")
    page = opened(result_of(replace(knowledge, relations=(replace(relation, evidence=(first, second)),))))
    _show_pair(page, "سامر", "ليلى")
    expect(page.locator("#panel blockquote")).to_have_count(1)
    assert marks(page, "trigger") == {"التقى", "ليلى"}
    expect(page.locator("#panel .card .facts")).to_contain_text("التقى، ليلى")
    expect(page.locator("#panel .card .facts")).to_contain_text("فعل بترتيب الكلمات، فعل بالإعراب")


def test_evidence_modality_and_attribution_of_parallel_relations(explorer: Page) -> None:
    _show_pair(explorer, "سامي الحداد", "شركة الجسر")
    assert set(explorer.locator("#panel .chip").all_text_contents()) == {"مثبت", "منقول", "معلن للمستقبل"}
    explorer.locator("#panel .card button", has_text="ليلى المنصوري").first.click()
    expect(explorer.locator("#panel h2")).to_have_text("ليلى المنصوري")


def test_evidence_node_details(explorer: Page) -> None:
    explorer.mouse.click(*point(explorer, "ليلى المنصوري"))
    panel = explorer.locator("#panel")
    expect(panel.locator("h2")).to_have_text("ليلى المنصوري")
    for fact in ("Layla al-Mansuri", "شخص", "المنصوري"):
        expect(panel).to_contain_text(fact)
    panel.locator("summary").first.click()
    expect(panel.locator(".reasons")).to_contain_text("جزء من اسم كامل في المقال نفسه · 90")
    panel.locator(".row", has_text="تشاور").click()
    expect(panel.locator("blockquote").first).to_be_visible()


def test_evidence_position_has_its_title(opened: Opener) -> None:
    sample = sample_knowledge()
    stay = next(relation for relation in sample.relations if relation.predicate == "present_in")
    office = replace(stay, id="office", predicate="holds_position")
    relations = sorted((*sample.relations, office), key=lambda relation: relation.id)
    page = opened(result_of(replace(sample, relations=tuple(relations))))
    page.evaluate(
        "id => explorer.showEntity(id)",
        page.evaluate("explorer.data.relations.find(r => r.predicate === 'holds_position').subject"),
    )
    expect(page.locator("#panel section", has_text="المناصب").locator(".row")).to_have_count(1)


def test_evidence_place_has_coordinates_and_links(explorer: Page) -> None:
    search(explorer, "حلب")
    expect(explorer.locator("#panel .facts").first).to_contain_text("سوريا · 36.2012, 37.1612")
    link = explorer.locator("#panel .links a")
    expect(link).to_have_attribute("href", "https://sws.geonames.org/170063/")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_evidence_links_are_addresses_only(explorer: Page) -> None:
    search(explorer, "الفرات")
    expect(explorer.locator("#panel .links")).to_contain_text("not an <IRI>")
    expect(explorer.locator("#panel .links a")).to_have_count(1)


def test_evidence_negated_relation_is_marked(explorer: Page) -> None:
    search(explorer, "شركة الجسر")
    explorer.locator("#panel .row", has_text="اتهام").click()
    expect(explorer.locator("#panel .chip.negated")).to_have_text("منفي")
    dashes = explorer.evaluate(
        "explorer.network.body.data.edges.get().filter(edge => edge.dashes && edge.dashes[0] === 3).length"
    )
    assert dashes == 1


def test_evidence_mentions_of_an_entity(explorer: Page) -> None:
    search(explorer, "الفرات")
    explorer.locator("#panel .sentences summary").click()
    expect(explorer.locator("#panel blockquote")).to_have_text("يمر نهر الفرات في هدوء.")


def test_evidence_of_cooccurrence(explorer: Page) -> None:
    explorer.click("[data-view=cooccurrence]")
    expect(explorer.locator("[data-view=cooccurrence]")).to_have_attribute("aria-pressed", "true")
    explorer.mouse.click(*point(explorer, "حلب", HOSTILE, along=0.5))
    expect(explorer.locator("#panel blockquote")).to_have_text(plain(f"وكتب {HOSTILE} عن حلب.").text)
    expect(explorer.locator("#panel .facts").first).to_contain_text("مرات الذكر المشترك1")


def test_evidence_copied_as_a_citation(explorer: Page) -> None:
    _show_pair(explorer, "حلب", "سوريا")
    explorer.locator("#panel .card button", has_text="انسخ اقتباسًا").click()
    expect(explorer.locator("#toast")).to_have_text("نُسخ الاقتباس")
    copied = explorer.evaluate("navigator.clipboard.readText()")
    assert copied == "«تقع حلب في سوريا.» — الفرات، river.jsonl#7، 6 مايو 2021"


def test_evidence_article_with_marked_names(explorer: Page) -> None:
    _show_pair(explorer, "حلب", "سوريا")
    explorer.locator("#panel .cite").click()
    expect(explorer.locator("#panel h2")).to_have_text("الفرات")
    expect(explorer.locator("#panel .reading")).to_contain_text("يمر نهر الفرات في هدوء.")
    expect(explorer.locator("#panel .reading p")).to_have_count(3)
    explorer.locator("#panel .reading .name", has_text="نادر").click()
    expect(explorer.locator("#panel h2")).to_have_text("نادر")


def test_evidence_text_is_selectable(explorer: Page) -> None:
    _show_pair(explorer, "حلب", "سوريا")
    selected = explorer.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector("#panel blockquote"));
          return getSelection().toString();
        }"""
    )
    assert selected == "تقع حلب في سوريا."
