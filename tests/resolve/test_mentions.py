"""Spans that the recognizer cut, extended or tagged wrongly, in sentences with its annotation."""

from __future__ import annotations

from graph_builder.resolve import resolve
from tests.support.sentences import article


def _mentions(name: str) -> set[tuple[int, str, str]]:
    entities = resolve([article(name)]).entities
    return {(each.sentence, each.kind, each.surface) for entity in entities for each in entity.mentions}


def test_quoted_name_of_a_region_is_a_newspaper_where_somebody_speaks_to_it() -> None:
    assert (0, "ORG", "الشرق الأوسط") in _mentions("mended_spans")


def test_forces_loyal_to_somebody_are_named_by_whom_they_support() -> None:
    here = {surface for sentence, _, surface in _mentions("mended_spans") if sentence == 0}
    assert here == {"الشرق الأوسط", "هادي", "تعز", "لحوثيين"}


def test_names_of_fathers_are_joined() -> None:
    assert (1, "PER", "فيصل بن خالد بن عبدالعزيز") in _mentions("mended_spans")


def test_descriptions_and_nationalities_end_no_name() -> None:
    mentions = _mentions("mended_spans")
    assert {(2, "ORG", "القاعدة"), (2, "LOC", "قاعدة العند"), (3, "ORG", "حزب الله"), (3, "LOC", "ميزوري")} <= mentions


def test_generic_nouns_begin_no_name() -> None:
    assert {(1, "LOC", "قطر"), (4, "ORG", "دوغان"), (4, "PER", "ترامب")} <= _mentions("mended_spans")


def test_numbered_units_and_capitals_like_their_country_are_names() -> None:
    assert {(3, "ORG", "اللواء 55 مدرع"), (4, "LOC", "تونس العاصمة")} <= _mentions("mended_spans")


def test_organs_of_any_body_are_no_names() -> None:
    assert not any("مجلس الإدارة" in surface for _, _, surface in _mentions("mended_spans"))


def _names(name: str) -> dict[str, set[str]]:
    return {entity.name: {each.surface for each in entity.mentions} for entity in resolve([article(name)]).entities}


def test_common_name_denotes_one_person_in_articles_on_his_country() -> None:
    assert _names("saleh_alone")["علي عبد الله صالح"] == {"صالح"}


def test_names_of_a_parliament_and_of_a_government_are_one_its_forces_another() -> None:
    names = _names("parliaments")
    assert names["مجلس النواب العراقي"] == {"مجلس النواب العراقي", "البرلمان العراقي"}
    assert names["الحكومة السورية"] == {"النظام السوري", "الحكومة السورية"}
    assert names["قوات النظام السوري"] == {"قوات النظام السوري"}


def test_titles_and_descriptions_stay_where_the_name_has_them() -> None:
    assert {(0, "LOC", "شرم الشيخ"), (1, "ORG", "مركز الأهرام للدراسات السياسية والاستراتيجية")} <= _mentions(
        "whole_names"
    )


def test_parts_after_a_hyphen_belong_to_the_name() -> None:
    names = _names("joined_names")
    assert names["كيم يونغ نام"] == {"كيم يونغ-نام"} and names["كارل فردريك مولر"] == {"كارل-فردريك مولر"}


def test_hyphens_join_neither_two_people_nor_a_person_and_an_agency() -> None:
    assert {(1, "PER", "عون"), (1, "PER", "أحمد عبيد"), (1, "ORG", "رويترز")} <= _mentions("joined_names")


def test_family_name_is_no_second_person() -> None:
    assert (2, "PER", "محمد بن سلمان بن عبدالعزيز آل سعود") in _mentions("joined_names")


def test_outskirts_are_outside_names_and_known_names_are_whole() -> None:
    assert {(3, "LOC", "حلب"), (3, "ORG", "القاعدة في جزيرة العرب")} <= _mentions("joined_names")


def test_place_of_a_visit_is_no_surname() -> None:
    assert {(4, "PER", "فرنسيس"), (4, "LOC", "القاهرة")} <= _mentions("joined_names")


def test_first_letter_of_a_city_is_no_conjunction() -> None:
    assert {(5, "LOC", "موسكو"), (5, "LOC", "واشنطن")} <= _mentions("joined_names")


def test_first_letter_of_a_place_is_no_article_behind_a_preposition() -> None:
    places = [entity for entity in resolve([article("own_lam")]).entities if entity.kind == "LOC"]
    assert {(place.name, mention.surface) for place in places for mention in place.mentions} == {
        ("فرنسا", "فرنسا"),
        ("ليبيا", "ليبيا"),
        ("فنزويلا", "فنزويلا"),
    }


def test_common_words_are_no_places() -> None:
    places = {(sentence, surface) for sentence, kind, surface in _mentions("places_and_common_words") if kind == "LOC"}
    assert places == {(1, "القاهرة"), (2, "مصر")}


def test_conjunction_that_was_not_split_off_joins_two_people() -> None:
    people = {surface for _, kind, surface in _mentions("unsplit_and") if kind == "PER"}
    assert people == {"عبدالله", "عبدالعزيز", "حسن علي", "فهد العتيبي"}


def test_short_name_of_a_city_and_other_noun_for_a_government_denote_the_same() -> None:
    entities = resolve([article("unsplit_and")]).entities
    assert {"مكة", "مكة المكرمة"} in [{each.surface for each in entity.mentions} for entity in entities]
    assert [len(entity.mentions) for entity in entities if entity.kind == "ORG"] == [2]
