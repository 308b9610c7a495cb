"""The page as a person uses it: clicking and typing, in a real browser."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from graph_builder.export.result import Result
from graph_builder.values import Knowledge
from tests.browser.conftest import Opener
from tests.export.explorer.awkward import awkward_knowledge
from tests.samples import HOSTILE, result_of, sample_knowledge, sample_result

MEETING = "زارت الوزيرة ليلى المنصوري مدينة حلب والتقت سامي الحداد."


def _number(page: Page, name: str) -> int:
    return int(page.evaluate("name => explorer.data.entities.findIndex(entity => entity.name === name)", name))


def _point(page: Page, name: str, other: str | None = None, along: float = 0.5) -> tuple[float, float]:
    """Where on the screen a node lies, or a point on the line from it to another."""
    x, y = page.evaluate(
        """([ids, along]) => {
          const { network } = explorer;
          const [from, to] = ids.map(id => network.canvasToDOM(network.getPositions([id])[id]));
          const { left, top } = document.querySelector("#canvas").getBoundingClientRect();
          return [left + from.x + (to.x - from.x) * along, top + from.y + (to.y - from.y) * along];
        }""",
        [[_number(page, name), _number(page, other or name)], along],
    )
    return x, y


def _marks(page: Page, style: str) -> set[str]:
    return set(page.locator(f"#panel mark.{style}").all_text_contents())


def test_it_opens_in_arabic_on_the_relations(explorer: Page) -> None:
    assert explorer.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    expect(explorer.locator("[data-view=relations]")).to_have_attribute("aria-pressed", "true")
    expect(explorer.locator("#totals")).to_have_text("المقالات 3الأسماء 8العلاقات 8")
    expect(explorer.locator("#panel")).to_contain_text("ليلى المنصوري")
    assert explorer.evaluate("explorer.network.physics.physicsEnabled") is False


def test_a_click_on_an_edge_shows_its_sentence(explorer: Page) -> None:
    explorer.mouse.click(*_point(explorer, "حلب", "سوريا"))
    expect(explorer.locator("#panel blockquote")).to_have_text("تقع حلب في سوريا.")
    assert _marks(explorer, "subject") == {"حلب"}
    assert _marks(explorer, "object") == {"سوريا"}
    assert _marks(explorer, "trigger") == {"تقع"}
    panel = explorer.locator("#panel")
    for fact in ("وقوع في", "مثبت", "خبر مباشر", "95", "مكان داخل مكان", "الفرات", "river.jsonl#7", "6 مايو 2021"):
        expect(panel).to_contain_text(fact)


def test_an_edge_shows_every_sentence_behind_it(explorer: Page) -> None:
    pair = [_number(explorer, name) for name in ("ليلى المنصوري", "سامي الحداد")]
    explorer.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    expect(explorer.locator("#panel blockquote")).to_have_count(2)
    expect(explorer.locator("#panel blockquote").filter(has_text=MEETING)).to_have_count(1)
    assert _marks(explorer, "trigger") == {"والتقت", "لقاء"}


def test_a_sentence_with_two_triggers_stands_once(opened: Opener) -> None:
    knowledge = awkward_knowledge()
    (relation,) = knowledge.relations
    (first,) = relation.evidence
    text = knowledge.documents[0].text
    second = replace(first, trigger_start=text.index("ليلى"), trigger="ليلى", rule="verb_parse")
    page = opened(result_of(replace(knowledge, relations=(replace(relation, evidence=(first, second)),))))
    pair = [_number(page, name) for name in ("سامر", "ليلى")]
    page.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    expect(page.locator("#panel blockquote")).to_have_count(1)
    assert _marks(page, "trigger") == {"التقى", "ليلى"}
    expect(page.locator("#panel .card .facts")).to_contain_text("التقى، ليلى")
    expect(page.locator("#panel .card .facts")).to_contain_text("فعل بترتيب الكلمات، فعل بالإعراب")


def test_parallel_relations_say_how_they_are_told_and_by_whom(explorer: Page) -> None:
    pair = [_number(explorer, name) for name in ("سامي الحداد", "شركة الجسر")]
    explorer.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    assert set(explorer.locator("#panel .chip").all_text_contents()) == {"مثبت", "منقول", "معلن للمستقبل"}
    explorer.locator("#panel .card button", has_text="ليلى المنصوري").first.click()
    expect(explorer.locator("#panel h2")).to_have_text("ليلى المنصوري")


def test_a_click_on_a_node_says_who_it_is(explorer: Page) -> None:
    explorer.mouse.click(*_point(explorer, "ليلى المنصوري"))
    panel = explorer.locator("#panel")
    expect(panel.locator("h2")).to_have_text("ليلى المنصوري")
    for fact in ("Layla al-Mansuri", "شخص", "المنصوري"):
        expect(panel).to_contain_text(fact)
    panel.locator("summary").first.click()
    expect(panel.locator(".reasons")).to_contain_text("جزء من اسم كامل في المقال نفسه · 90")
    panel.locator(".row", has_text="تشاور").click()
    expect(panel.locator("blockquote").first).to_be_visible()


def test_a_denied_relation_is_shown_as_denied(explorer: Page) -> None:
    explorer.evaluate("id => explorer.showEntity(id)", _number(explorer, "شركة الجسر"))
    explorer.locator("#panel .row", has_text="اتهام").click()
    expect(explorer.locator("#panel .chip.negated")).to_have_text("منفي")


def test_the_sentences_of_a_name_are_at_hand(explorer: Page) -> None:
    explorer.evaluate("id => explorer.showEntity(id)", _number(explorer, "نهر الفرات"))
    explorer.locator("#panel .sentences summary").click()
    expect(explorer.locator("#panel blockquote")).to_have_text("يمر نهر الفرات في هدوء.")


def test_two_names_that_stand_together_show_where(explorer: Page) -> None:
    explorer.click("[data-view=cooccurrence]")
    expect(explorer.locator("[data-view=cooccurrence]")).to_have_attribute("aria-pressed", "true")
    explorer.mouse.click(*_point(explorer, "حلب", HOSTILE, along=0.3))
    expect(explorer.locator("#panel blockquote")).to_have_text(f"وكتب {HOSTILE} عن حلب.")
    expect(explorer.locator("#panel .facts").first).to_contain_text("مرات الذكر المشترك1")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("المنصورى", "ليلى المنصوري"),
        ("شركه جسر", "شركة الجسر"),
        ("حَلَب", "حلب"),
        ("aleppo", "حلب"),
        ("حداد", "سامي الحداد"),
    ],
)
def test_search_finds_a_name_however_it_is_typed(explorer: Page, query: str, name: str) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type(query)
    expect(explorer.locator("#suggestions button").first).to_contain_text(name)
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text(name)
    expect(explorer.locator("#suggestions")).to_be_hidden()


def test_search_says_when_there_is_nothing(explorer: Page) -> None:
    explorer.fill("#query", "زحل")
    expect(explorer.locator("#suggestions")).to_have_text("لا نتيجة لهذا البحث")


def test_the_keyboard_is_enough(explorer: Page) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type("ا")
    explorer.keyboard.press("Tab")
    assert explorer.evaluate("document.activeElement.closest('#suggestions') !== null")
    first = explorer.evaluate("document.activeElement.querySelector('bdi').textContent")
    explorer.keyboard.press("ArrowDown")
    assert explorer.evaluate("document.activeElement.querySelector('bdi').textContent") != first
    explorer.keyboard.press("ArrowUp")
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text(first)
    explorer.keyboard.press("Tab")
    assert explorer.evaluate("document.activeElement.closest('#panel') !== null")
    explorer.keyboard.press("Escape")
    expect(explorer.locator("#panel h2")).to_have_count(0)


def test_both_languages_and_their_directions(explorer: Page) -> None:
    explorer.evaluate("id => explorer.showEntity(id)", _number(explorer, "حلب"))
    explorer.click("#language")
    assert explorer.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    expect(explorer.locator("#panel h2")).to_have_text("Aleppo")
    expect(explorer.locator("#panel")).to_contain_text("Incoming relations")
    expect(explorer.locator("#query")).to_have_attribute("placeholder", "Search people, places and organisations")
    panel, canvas = (explorer.locator(name).bounding_box() for name in ("#panel", "#canvas"))
    assert panel and canvas and panel["x"] > canvas["x"]
    explorer.click("#language")
    assert explorer.evaluate("document.documentElement.dir") == "rtl"
    expect(explorer.locator("#panel h2")).to_have_text("حلب")


def test_a_hostile_name_is_only_text(explorer: Page) -> None:
    explorer.evaluate("id => explorer.showEntity(id)", _number(explorer, HOSTILE))
    expect(explorer.locator("#panel h2")).to_have_text(HOSTILE)
    explorer.click("#language")
    expect(explorer.locator("#panel h2")).to_have_text(HOSTILE)
    assert explorer.locator("#panel script").count() == 0


def test_awkward_text_is_shown_and_marked_rightly(opened: Opener) -> None:
    page = opened(result_of(awkward_knowledge()))
    pair = [_number(page, name) for name in ("سامر", "ليلى")]
    page.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    assert [_marks(page, style) for style in ("subject", "object", "trigger")] == [{"سامر"}, {"ليلى"}, {"التقى"}]


def test_a_build_of_nothing_opens(opened: Opener) -> None:
    page = opened(Result(Knowledge((), (), (), (), ()), nx.Graph(), nx.MultiDiGraph()))
    expect(page.locator("#empty")).to_be_visible()


def test_it_opens_on_the_sixty_strongest_and_shows_more(opened: Opener) -> None:
    page = opened(result_of(_crowd(150)))
    shown = "explorer.network.body.nodeIndices.length"
    assert page.evaluate(shown) == 60
    page.click("#more")
    assert page.evaluate(shown) == 120
    page.click("#all")
    assert page.evaluate(shown) == 158
    page.click("#fewer")
    assert page.evaluate(shown) == 60
    weakest = page.evaluate("explorer.data.views.relations.nodes.at(-1).id")
    page.evaluate("id => explorer.showEntity(id)", weakest)
    assert page.evaluate("id => explorer.network.body.nodeIndices.includes(id)", weakest)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_overflows_a_tablet(opened: Opener, language: str) -> None:
    page = opened(sample_result(), width=768, height=1024)
    page.evaluate("language => explorer.showLanguage(language)", language)
    page.evaluate("id => explorer.showEntity(id)", _number(page, HOSTILE))
    assert page.evaluate("document.documentElement.scrollWidth") == 768
    assert page.evaluate("document.documentElement.scrollHeight") == 1024
    canvas = page.locator("#canvas").bounding_box()
    assert canvas is not None
    assert canvas["height"] > 300
    panel = page.locator("#panel")
    assert panel.evaluate("panel => panel.scrollHeight > panel.clientHeight")
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


def _crowd(size: int) -> Knowledge:
    """The sample with so many more people, each of whom is in Aleppo by the sentence of another."""
    sample = sample_knowledge()
    stay = next(relation for relation in sample.relations if relation.predicate == "located_in")
    people = [
        replace(sample.entities[0], id=f"p{n:03}", kind="PER", name=f"شخص {n}", aliases=(), mentions=(), links=())
        for n in range(size)
    ]
    stays = [replace(stay, id=f"r{p.id}", subject=p.id, predicate="present_in") for p in people]
    return replace(
        sample,
        entities=tuple(sorted((*sample.entities, *people), key=lambda entity: entity.id)),
        relations=tuple(sorted((*sample.relations, *stays), key=lambda relation: relation.id)),
    )
