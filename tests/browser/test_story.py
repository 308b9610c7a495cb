"""What happened: what is drawn first, what an entity did, its story, and the table of a pair."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from graph_builder.core.result import Result
from graph_builder.export.explorer import parts
from graph_builder.lexicon import predicates
from tests.browser.conftest import Opener
from tests.browser.hands import choose, drawn_edges, drawn_nodes, number_of, search, state
from tests.support.samples import HOSTILE, result_of, sample_knowledge
from tests.support.synthetic import synthetic_news

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=\"document.title='done'\"> [a](http://b) `c` **d**"


@pytest.fixture(scope="module")
def news() -> Result:
    """Some five hundred names, of whom many are tied by offices and places only."""
    return result_of(synthetic_news(100))


def _story(page: Page, name: str) -> None:
    page.evaluate("id => explorer.change({ selection: { entity: id }, view: 'story' })", number_of(page, name))


def test_opening_draws_events_before_ties(opened: Opener, news: Result) -> None:
    page = opened(news)
    assert page.evaluate("explorer.shown.favours")
    expect(page.locator("#shown")).to_contain_text("ما حدث أولًا")
    events = {name for name, predicate in predicates().items() if predicate.event}
    drawn = page.evaluate("explorer.shown.drawn.map(({ predicates }) => predicates)")
    told = [bool(events.intersection(those)) for those in drawn]
    assert sum(told) / len(told) > 0.9, "a line of ties and offices is drawn only where four sentences state it"
    assert page.evaluate("explorer.shown.items.length") == page.evaluate("explorer.data.relations.length")


def test_opening_shows_everything_by_one_click(opened: Opener, news: Result) -> None:
    page = opened(news)
    tied = page.evaluate("explorer.shown.nodes.length")
    page.click("#all")
    assert len(drawn_nodes(page)) == tied
    assert drawn_edges(page) == page.evaluate("explorer.shown.possible.length")
    address = page.evaluate("explorer.hashOf(explorer.state)")
    assert address == f"#lines=all&amount={tied}"
    other = opened(news, address=address)
    assert len(drawn_nodes(other)) == tied
    page.click("#fewer")
    assert len(drawn_nodes(page)) == 60 and page.evaluate("explorer.hashOf(explorer.state)") == ""


def test_opening_gives_way_to_what_the_reader_asks_for(opened: Opener, news: Result) -> None:
    page = opened(news, address="#predicate=holds_position")
    assert not page.evaluate("explorer.shown.favours")
    assert page.evaluate("explorer.shown.drawn.every(({ predicates }) => predicates.includes('holds_position'))")


def test_opening_weights_are_in_the_help(opened: Opener, sample: Result) -> None:
    page = opened(sample, address="#lang=en")
    page.keyboard.press("?")
    expect(page.locator("#guide")).to_contain_text("each sentence that tells an event counts 1, each that tells a tie")
    expect(page.locator("#guide")).to_contain_text("counts 0.25")


def test_panel_leads_with_deeds_in_order_of_time(opened: Opener, sample: Result) -> None:
    page = opened(sample, address="#lang=en")
    search(page, "سامي الحداد")
    headings = page.locator("#panel h3").all_text_contents()
    assert headings[:3] == ["What Sami al-Haddad did", "About Sami al-Haddad", "Also written"]
    deeds = page.locator("#panel .deeds .row").all_inner_texts()
    said = [" ".join(each.split()) for each in deeds]
    assert said[0] == "Mar 3, 2021 consults with Layla al-Mansuri ×2"
    supports = '(Mar 4, 2021) supports The "Bridge" Company · '
    assert sorted(said[1:]) == [f"{supports}Announced", f"{supports}Quoted"]
    expect(page.locator("#panel .hint")).to_have_text(re.compile("In brackets: the date of the article"))
    page.locator("#panel .deeds .row", has_text="Announced").click()
    expect(page.locator("#panel .ways .chosen")).to_contain_text("Announced")
    expect(page.locator("#panel .chip.future")).to_have_count(1)


def test_panel_says_what_was_done_to_an_entity(explorer: Page) -> None:
    search(explorer, "ليلى المنصوري")
    section = explorer.locator("#panel .deeds").nth(1)
    expect(section.locator("h3")).to_have_text("ما وُجّه إلى ليلى المنصوري")
    expect(section.locator(".row")).to_contain_text("منفي")


def test_pair_of_several_relations_opens_as_a_table(explorer: Page) -> None:
    pair = [number_of(explorer, name) for name in ("سامي الحداد", "شركة الجسر")]
    explorer.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair)
    rows = explorer.locator("#panel .ways tbody tr")
    expect(rows).to_have_count(2)
    heads = explorer.locator("#panel .ways thead th").all_text_contents()
    assert heads == ["الفاعل", "ماذا", "الطرف الآخر", "متى", "الجمل", "كيف رُوي"]
    expect(explorer.locator("#panel blockquote")).to_have_count(2)
    future = rows.filter(has_text="معلن")
    future.locator("button").focus()
    explorer.keyboard.press("Enter")
    expect(future.locator("button")).to_have_attribute("aria-pressed", "true")
    expect(future.locator("button")).to_be_focused()
    expect(explorer.locator("#panel blockquote")).to_have_count(1)
    expect(explorer.locator("#panel .chip")).to_have_text(["مثبت", "معلن للمستقبل"])
    future.locator("td").first.click()
    expect(explorer.locator("#panel blockquote")).to_have_count(2)


def test_story_of_an_entity_has_its_sentences_in_order_of_time(explorer: Page) -> None:
    search(explorer, "سامي الحداد")
    explorer.locator("#panel [data-key=story]").click()
    assert re.fullmatch(
        r"#view=story&selection=entity\.[0-9a-f]+", explorer.evaluate("explorer.hashOf(explorer.state)")
    )
    story = explorer.locator("#story")
    expect(story.locator("h2")).to_have_text("قصة سامي الحداد")
    assert story.locator("h3").all_text_contents() == ["3 مارس 2021", "(4 مارس 2021)"]
    tellings = story.locator(".telling")
    expect(tellings).to_have_count(3)
    said = tellings.filter(has_text="سيدعم شركة الجسر").first
    for text in ("مثبت", "معلن للمستقبل", "على لسان ليلى المنصوري", "افتتاح سوق جديد في حلب", "market.txt"):
        expect(said).to_contain_text(text)
    assert set(said.locator("mark.trigger").all_text_contents()) == {"سيدعم"}
    assert "سامي الحداد" in said.locator("mark.subject").all_text_contents()
    expect(said.locator("blockquote")).to_have_text("وقالت المنصوري إن سامي الحداد سيدعم شركة الجسر في سوريا.")


def test_story_of_a_pair_has_both_directions_and_of_nobody_everything(opened: Opener, sample: Result) -> None:
    page = opened(sample, address="#view=story&lang=en")
    expect(page.locator("#story h2")).to_have_text("What happened, in order of time")
    assert page.evaluate("[document.documentElement.dir, explorer.state.net]") == ["ltr", "relations"]
    pair = [number_of(page, name) for name in ("شركة الجسر", "ليلى المنصوري")]
    page.evaluate("([from, to]) => explorer.showPair('relations', from, to)", pair[::-1])
    expect(page.locator("#story h2")).to_have_text('Between Layla al-Mansuri and The "Bridge" Company')
    expect(page.locator("#story .telling")).to_have_count(1)
    expect(page.locator("#story .how.negated")).to_contain_text("denied")


def test_story_follows_filters_and_adds_ties(explorer: Page) -> None:
    _story(explorer, "ليلى المنصوري")
    tellings = explorer.locator("#story .telling")
    events = tellings.count()
    explorer.locator("#story [data-key=story-ties]").click()
    expect(explorer.locator("#story")).to_contain_text("حضور في")
    assert state(explorer, "lines") == "all"
    explorer.locator("#story [data-key=story-events]").click()
    expect(tellings).to_have_count(events)
    choose(explorer, "منفي")
    expect(tellings).to_have_count(1)
    choose(explorer, "أماكن")
    expect(explorer.locator("#story .lead")).to_be_visible()


def test_story_is_copied_with_numbered_references(explorer: Page) -> None:
    _story(explorer, "سامي الحداد")
    explorer.locator("#story [data-key=story-copy]").click()
    expect(explorer.locator("#toast")).to_have_text("نُسخت القصة")
    text = explorer.evaluate("navigator.clipboard.readText()")
    assert text.startswith("قصة سامي الحداد\n\n3 مارس 2021\n\n")
    assert "«زارت الوزيرة ليلى المنصوري مدينة حلب والتقت سامي الحداد.» [2]" in text
    assert "(مثبت، معلن للمستقبل، على لسان ليلى المنصوري)" in text
    references = text[text.index("المراجع") :].splitlines()
    assert references[1:] == [
        "[1] شركة الجسر تعود إلى حلب، folder/bridge.html",
        "[2] افتتاح سوق جديد في حلب، market.txt، 4 مارس 2021",
    ]


def test_story_in_markdown_escapes_what_strangers_wrote(opened: Opener) -> None:
    sample = sample_knowledge()
    documents = tuple(replace(each, title=MARKUP) for each in sample.documents)
    page = opened(result_of(replace(sample, documents=documents)), address="#lang=en")
    page.evaluate(
        "id => explorer.change({ selection: { entity: id }, view: 'story', lines: 'all' })", number_of(page, HOSTILE)
    )
    expect(page.locator("#story .telling")).to_have_count(1)
    assert page.locator("#story img, #story script").count() == 0
    page.locator("#story [data-key=story-markdown]").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"^\[\^1\]: ", text, re.MULTILINE) and "[^1]\n" in text
    assert "<" not in text and "](http" not in text and "`c`" not in text and r"\*\*d\*\*" in text


def test_story_is_printed_alone(explorer: Page) -> None:
    _story(explorer, "سامي الحداد")
    explorer.evaluate("window.print = () => { window.printed = true }")
    explorer.locator("#story [data-key=story-print]").click()
    explorer.evaluate("new Promise(done => setTimeout(done, 50))")
    assert explorer.evaluate("window.printed")
    explorer.emulate_media(media="print")
    expect(explorer.locator("#story blockquote").first).to_be_visible()
    for hidden in ("#panel", "#facets", ".bar", "#timeline", "#story .actions"):
        expect(explorer.locator(hidden).first).to_be_hidden()


def test_story_of_a_large_build_reads_only_what_it_shows(
    monkeypatch: pytest.MonkeyPatch, opened: Opener, sample: Result
) -> None:
    monkeypatch.setattr(parts, "LARGEST_WHOLE", 0)
    monkeypatch.setattr(parts, "BLOCK", 2)
    page = opened(sample)
    _story(page, "شركة الجسر")
    expect(page.locator("#story blockquote")).to_have_count(2)
    read = page.evaluate("explorer.unpacked")
    assert {"data", "together"} < set(read) and len(read) < 2 + page.evaluate("explorer.data.sentences.length / 2")
    page.locator("#story [data-key=story-copy]").click()
    assert "«ونفى الحداد أن تكون شركة الجسر قد اتهمت ليلى المنصوري.» [1]" in page.evaluate(
        "navigator.clipboard.readText()"
    )


def test_story_is_walked_by_keys(explorer: Page) -> None:
    _story(explorer, "سامي الحداد")
    explorer.locator("#story .statement .who", has_text="ليلى المنصوري").first.focus()
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#story h2")).to_have_text("قصة ليلى المنصوري")
    expect(explorer.locator("#story h2")).to_be_focused()
    explorer.keyboard.press("Escape")
    expect(explorer.locator("#story h2")).to_have_text("ما حدث، بترتيب الزمن")


def test_story_on_a_phone_is_not_covered(opened: Opener, sample: Result) -> None:
    page = opened(sample, width=390, height=844)
    search(page, "سامي الحداد")
    page.locator("#panel [data-key=story]").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#story h2")).to_have_text("قصة سامي الحداد")
    page.locator("#story .statement .who", has_text="ليلى المنصوري").first.click()
    expect(page.locator("#story h2")).to_have_text("قصة ليلى المنصوري")
    expect(page.locator("#panel")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_communities_have_names_in_both_languages(opened: Opener, news: Result) -> None:
    page = opened(news, address="#view=cooccurrence&colour=community")
    arabic, english = page.evaluate("explorer.shown.network.names[0]")
    expect(page.locator("#legend [data-key=group-0]")).to_have_attribute("title", arabic)
    page.locator("#facets [data-key=fold-community]").click()
    page.locator("#facets [data-key=community-0]").click()
    expect(page.locator("#focus")).to_contain_text(arabic)
    expect(page.locator("#facets [data-key=community-0]")).to_have_attribute("aria-pressed", "true")
    page.click("[data-view=table]")
    expect(page.locator("#table thead")).to_contain_text("الجماعة")
    page.click("#language")
    expect(page.locator("#focus")).to_contain_text(english)
    expect(page.locator("#table tbody tr").first).to_contain_text(english[:20])


def test_search_finds_articles_by_title(explorer: Page) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type("سوق حلب")
    option = explorer.locator("#suggestions [data-article]")
    expect(option).to_have_text(re.compile("افتتاح سوق جديد في حلب"))
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#panel h2")).to_have_text("افتتاح سوق جديد في حلب")
    search(explorer, "حلب")
    expect(explorer.locator("#panel h2")).to_have_text("حلب")  # names come before titles
