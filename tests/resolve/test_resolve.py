"""Resolution: from annotations to entities, each merge with its rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.arabic.fold import fold
from graph_builder.arabic.marks import without_marks
from graph_builder.core.values import Annotated, Entity, Kind, Mention, Sentence, Token, entity_id
from graph_builder.io.conllu import read, write
from graph_builder.resolve import Resolution, resolve
from graph_builder.resolve.places.country_context import CountryContext
from graph_builder.resolve.places.geocoding import geocoded
from tests.support.sentences import article, articles, document, shifted

_NAMES = sorted(articles())


def _resolved(*names: str) -> Resolution:
    return resolve([article(name) for name in names])


def _entities(*names: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in _resolved(*names).entities}


def _surfaces(name: str, kind: str | None = None) -> list[str]:
    mentions = [m for e in _resolved(name).entities for m in e.mentions if kind in (None, m.kind)]
    return [mention.surface for mention in sorted(mentions, key=lambda mention: mention.start)]


def _merges(name: str) -> dict[str, tuple[str, str]]:
    """For each name that was merged, the name it was merged into and the rule."""
    resolution = _resolved(name)
    return {merge.right: (merge.left, merge.rule) for merge in resolution.merges}


def _check(corpus: Sequence[Annotated], resolution: Resolution) -> None:
    """What holds of any resolution: true offsets, nothing twice, every merge about an entity that is there."""
    texts = {annotated.document.id: annotated.document.text for annotated in corpus}
    sentences = {annotated.document.id: annotated.sentences for annotated in corpus}
    taken: set[tuple[str, int]] = set()
    for mention in (mention for entity in resolution.entities for mention in entity.mentions):
        assert texts[mention.document][mention.start : mention.end] == mention.surface != ""
        sentence = sentences[mention.document][mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        places = {(mention.document, offset) for offset in range(mention.start, mention.end)}
        assert not places & taken, f"{mention} overlaps another"
        taken |= places
    ids = [entity.id for entity in resolution.entities]
    assert ids == sorted(set(ids))
    by_id = {entity.id: entity for entity in resolution.entities}
    for merge in resolution.merges:
        # What is said of people of one name has that name on both sides.
        of_one_name = merge.rule == "namesakes_agree" or merge.rule.endswith("_kept_apart")
        assert merge.left == by_id[merge.entity].name and 0 < merge.score <= 1
        assert merge.right == merge.left if of_one_name else merge.right in by_id[merge.entity].aliases
    for entity in resolution.entities:
        assert {mention.kind for mention in entity.mentions} <= {entity.kind}
        assert entity.name and entity.name_latin and entity.name not in entity.aliases
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: (m.document, m.start))


@pytest.mark.parametrize("name", _NAMES)
def test_resolve_each_article_is_sound(name: str) -> None:
    _check([article(name)], _resolved(name))


def test_resolve_all_articles_are_sound() -> None:
    _check(list(articles().values()), _resolved(*_NAMES))


def test_resolve_without_names_returns_no_entity() -> None:
    assert _resolved("nobody") == Resolution((), ())
    assert resolve([]) == Resolution((), ())


def test_mention_excludes_proclitics() -> None:
    text = article("clitics").document.text
    mentions = [m for e in _resolved("clitics").entities for m in e.mentions]
    found = {(text[m.start - 1], m.surface) for m in mentions}
    assert {("و", "روسيا"), ("و", "بغداد"), ("ل", "إيران"), ("ل", "دمشق"), ("ل", "بيروت"), (" ", "أنقرة")} <= found


def test_mention_keeps_lam_and_entity_has_the_whole_name() -> None:
    entity = _entities("clitics")["الأردن"]
    assert [mention.surface for mention in entity.mentions] == ["لأردن"]
    assert _entities("office_of_body")["الأمم المتحدة"].mentions[0].surface == "لأمم المتحدة"


def test_mention_excludes_quotes_and_generic_nouns() -> None:
    surfaces = _surfaces("quotes")
    assert {"داعش", "رويترز", "حلب", "حمص", "الجيش السوري"} <= set(surfaces)
    assert not [s for s in surfaces if set(s) & set("«»") or re.match("تنظيم|وكالة|بلدة|محافظة|مدينة", s)]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("ministers", ["سامي الحداد", "كمال أوزدمير", "الحداد"]),
        ("office_after", ["نادر المنصوري"]),
        ("office_of_body", ["إريك هولم", "جورج حنا"]),
        ("titles", ["فيصل بن ماجد", "وليد الشامي", "أحمد بن ناصر", "بشار قاسم"]),
        ("marks", ["منصفُ العيّاديّ", "عادلَ الجبوريّ"]),
        ("visit", ["فؤاد الخوري"]),
        ("ambassador", ["رضا كرمي"]),
    ],
)
def test_mention_of_person_is_the_name_alone(name: str, people: list[str]) -> None:
    assert _surfaces(name, "PER") == people


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("within", ["الفوعة", "إدلب", "درنة", "ليبيا"]),
        ("visit", ["حلب"]),
        ("army", ["تدمر", "الموصل"]),
        ("cities", ["باريس", "فيينا", "بكين", "كمبالا", "وهران"]),
    ],
)
def test_mention_of_place_is_the_name_alone(name: str, places: list[str]) -> None:
    assert _surfaces(name, "LOC") == places


@pytest.mark.parametrize(
    ("name", "organizations"),
    [
        ("army", ["الجيش السوري", "الجيش العراقي", "داعش"]),
        ("accusations", ["الحوثيين", "الحكومة العراقية"]),
        ("bodies", ["القيادة العامة للجيش السوري والقوات المسلحة", "الجيش العربي السوري"]),
        ("asked", ["الأمم المتحدة"]),
    ],
)
def test_mention_of_organization_is_the_whole_name(name: str, organizations: list[str]) -> None:
    assert _surfaces(name, "ORG") == organizations


def test_mention_excludes_ministry_and_nationality_of_a_minister() -> None:
    assert _surfaces("ministers", "ORG") == []
    assert set(_surfaces("ministers", "LOC")) == {"القاهرة", "تركيا", "مصر", "ليبيا"}


def test_mention_keeps_diacritics_that_the_entity_lacks() -> None:
    entities = _entities("marks")
    assert [m.surface for m in entities["بغداد"].mentions] == ["بغـــداد"]
    assert [m.surface for m in entities["منصف العيادي"].mentions] == ["منصفُ العيّاديّ"]
    assert all(without_marks(name) == name for name in entities)


def test_cluster_of_spellings_is_one_entity() -> None:
    entities = _entities("variants")
    assert [m.surface for m in entities["سوريا"].mentions] == ["سوريا", "سورية", "ســـوريا"]
    assert [m.surface for m in entities["إدلب"].mentions] == ["إدلب", "ادلب"]


def test_cluster_merges_state_their_rules() -> None:
    assert _merges("variants") == {"سورية": ("سوريا", "known_alias"), "ادلب": ("إدلب", "same_letters")}


def test_cluster_of_two_known_names_of_an_organization() -> None:
    assert _merges("agencies") == {"وكالة الأنباء السورية": ("سانا", "known_alias")}
    assert len(_entities("agencies")["سانا"].mentions) == 2


@pytest.mark.parametrize(
    ("name", "surname", "full", "mentions"),
    [("ministers", "الحداد", "سامي الحداد", 2), ("envoy", "لوندغرين", "هانز لوندغرين", 3)],
)
def test_cluster_surname_joins_full_name_of_its_article(name: str, surname: str, full: str, mentions: int) -> None:
    assert _merges(name)[surname] == (full, "shorter_name_in_article")
    entity = _entities(name)[full]
    assert len(entity.mentions) == mentions and surname in entity.aliases


def test_cluster_surname_of_two_bearers_joins_neither() -> None:
    entities = _entities("namesakes")
    assert {name: len(entity.mentions) for name, entity in entities.items()} == {
        "سامي الحداد": 1,
        "ماهر الحداد": 1,
        "الحداد": 1,
    }
    assert _merges("namesakes") == {}


def test_entity_of_adjective_has_no_mention() -> None:
    entities = _entities("visit")
    assert entities["لبنان"].kind == "LOC" and entities["لبنان"].mentions == ()
    assert _entities("envoy")["الأمم المتحدة"].mentions == ()


def test_entity_id_is_the_same_in_every_corpus() -> None:
    alone = _entities("visit")["حلب"]
    together = _entities("visit", "quotes", "army")["حلب"]
    assert alone.id == together.id == entity_id("LOC", fold("حلب"))
    assert {m.document for m in together.mentions} == {article(n).document.id for n in ("visit", "quotes")}


def test_resolve_is_independent_of_order() -> None:
    assert _resolved(*_NAMES) == _resolved(*_NAMES[::-1])


def test_entity_place_of_city_and_none_of_people() -> None:
    entities = _entities("visit")
    aleppo = entities["حلب"]
    assert aleppo.place is not None and aleppo.place.country == "SY"
    assert (round(aleppo.place.lat), round(aleppo.place.lon)) == (36, 37)
    assert aleppo.links == ("https://sws.geonames.org/170063/",) and aleppo.name_latin == "Aleppo"
    assert entities["فؤاد الخوري"].place is None


def test_entity_wikidata_links_of_countries_and_large_organizations() -> None:
    names: list[tuple[Kind, str]] = [("LOC", "سوريا"), ("ORG", "الناتو"), ("ORG", "شركة الجسر"), ("LOC", "حلب")]
    found = [Entity(entity_id(kind, fold(name)), kind, name, "", (), ()) for kind, name in names]
    links = [entity.links for entity in geocoded(found, CountryContext())]
    assert links[0] == ("https://sws.geonames.org/163843/", "http://www.wikidata.org/entity/Q858")
    assert links[1] == ("http://www.wikidata.org/entity/Q7184",)
    assert not any("wikidata" in link for those in links[2:] for link in those)


def test_propagation_finds_an_untagged_mention() -> None:
    annotated = article("envoy")
    first, second, third = annotated.sentences
    untagged = tuple(Token(t.start, t.end, t.words) for t in second.tokens)
    propagated = Annotated(annotated.document, (first, Sentence(second.start, second.end, untagged), third))
    assert len(resolve([propagated]).entities) == len(_resolved("envoy").entities)
    mentions: list[Mention] = [m for e in resolve([propagated]).entities for m in e.mentions]
    assert [m.surface for m in mentions if m.sentence == 1] == ["لوندغرين"]


_SENTENCES = [(each.document.text, sentence) for each in articles().values() for sentence in each.sentences]


@st.composite
def _mixtures(draw: st.DrawFn) -> Annotated:
    """Recorded sentences in any order, some more than once, some with tatweel written into their words."""
    text, sentences = draw(st.sampled_from(["", "\n", "\u200f "])), []
    for source, sentence in draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=5)):
        surface = source[sentence.start : sentence.end]
        moved = shifted(sentence, -sentence.start)
        if draw(st.booleans()):
            surface, moved = _stretched(surface, moved, draw(st.integers(0, len(moved.tokens) - 1)))
        sentences.append(shifted(moved, len(text)))
        text += surface + draw(st.sampled_from([" ", "\n", "\n\n"]))
    return Annotated(document(text), tuple(sentences))


def _stretched(text: str, sentence: Sentence, number: int) -> tuple[str, Sentence]:
    """The sentence with tatweel behind the first letter of one of its tokens."""
    inside = sentence.tokens[number].start + 1
    tokens = tuple(
        Token(t.start + 2 * (t.start >= inside), t.end + 2 * (t.end >= inside), t.words, t.label)
        for t in sentence.tokens
    )
    return f"{text[:inside]}ــ{text[inside:]}", Sentence(tokens[0].start, tokens[-1].end, tokens)


@settings(max_examples=40, deadline=None)
@given(st.lists(_mixtures(), min_size=1, max_size=3, unique_by=lambda each: each.document.id))
def test_resolve_any_corpus_is_sound(corpus: list[Annotated]) -> None:
    _check(corpus, resolve(corpus))


@settings(max_examples=20, deadline=None)
@given(_mixtures())
def test_resolve_cached_annotation_equals_the_fresh_one(annotated: Annotated) -> None:
    kept = Annotated(annotated.document, read(write(annotated.sentences)))
    assert resolve([kept]) == resolve([annotated])


def test_parentheses_hold_another_name_of_the_entity_before_them() -> None:
    resolution = resolve([article("in_parentheses")])
    (agency,) = [entity for entity in resolution.entities if entity.name == "وكالة الأنباء الكويتية"]
    assert agency.aliases == ("كونا",) and [m.surface for m in agency.mentions] == [agency.name, "كونا"]
    assert [(merge.right, merge.rule) for merge in resolution.merges] == [("كونا", "named_in_parentheses")]


def test_gazetteer_finds_cities_by_country_or_size() -> None:
    names = {entity.name for entity in resolve([article("helped"), article("sides")]).entities if entity.kind == "LOC"}
    assert {"حمص", "دير الزور", "دمشق", "حلب"} <= names


def test_mention_excludes_agreements() -> None:
    assert set(_entities("agreement")) >= {"إسرائيل", "الكونغرس"}
    assert not [each for each in _surfaces("agreement") if "الاتفاق" in each]


def test_apposition_gives_aliases_of_an_organization() -> None:
    resolution = resolve([article("introduced")])
    aliases = {
        entity.name: entity.aliases for entity in resolution.entities if entity.kind == "ORG" and entity.mentions
    }
    assert aliases["داعش"] == ("تنظيم داعش",)
    assert "قوات البيشمركة" in aliases["البشمركة"]
    assert ("قوات البيشمركة", "known_alias") in {(merge.right, merge.rule) for merge in resolution.merges}


def test_gazetteer_excludes_conjunctions_and_parts_of_words() -> None:
    surfaces = [m.surface for e in resolve([article("and_that")]).entities for m in e.mentions]
    assert not {"وأن", "وإن"} & set(surfaces)
    assert surfaces.count("ريم") <= 1


def test_parentheses_do_not_join_two_known_places() -> None:
    resolution = resolve([article("two_known_places")])
    assert {entity.name for entity in resolution.entities if entity.mentions} == {"البحر الأحمر", "جدة"}
    assert not resolution.merges


def test_ministry_without_its_head_noun_is_the_ministry() -> None:
    resolution = resolve([article("without_ministry")])
    (ministry,) = [entity for entity in resolution.entities if entity.kind == "ORG"]
    assert (ministry.name, ministry.aliases) == ("وزارة الخارجية الروسية", ("الخارجية الروسية",))
    assert [(merge.right, merge.rule) for merge in resolution.merges] == [("الخارجية الروسية", "body_of_state")]


def test_forces_with_the_adjective_of_an_organization_are_the_organization() -> None:
    resolution = resolve([article("forces_by_adjective")])
    assert [(merge.left, merge.right, merge.rule) for merge in resolution.merges] == [
        ("الحوثيون", "القوات الحوثية", "adjective_of_organization")
    ]
