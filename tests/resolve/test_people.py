"""People: which variants of a name are one person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.resolve.people import SCORES, NameVariant, is_common, same_people


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ({"سامي الحداد", "الحداد"}, ("الحداد", "سامي الحداد", "shorter_name_in_article")),
        ({"سيرغي لافروف", "لافرروف"}, ("لافرروف", "سيرغي لافروف", "shorter_name_spelt_otherwise")),
        ({"علي عبد الله صالح", "عبد الله صالح"}, ("عبد الله صالح", "علي عبد الله صالح", "shorter_name_in_article")),
    ],
)
def test_people_shorter_name_joins_the_full_one(names: set[str], joined: tuple[str, str, str]) -> None:
    name, of, rule = joined
    assert same_people({"a": names}) == (NameVariant("a", name, of, rule),)


def test_people_full_names_one_letter_apart_are_one() -> None:
    (joined,) = same_people({"a": {"سيرغي لافروف"}, "b": {"سيرجي لافروف"}})
    assert joined.article is None and joined.rule == "full_name_spelt_otherwise"
    assert {joined.name, joined.of} == {"سيرغي لافروف", "سيرجي لافروف"}


def test_people_full_names_parted_otherwise_are_one() -> None:
    (joined,) = same_people({"a": {"شي جينبينغ", "شي جين بينغ"}})
    assert joined == NameVariant(None, "شي جينبينغ", "شي جين بينغ", "full_name_spelt_otherwise")


def test_people_with_the_short_form_of_a_given_name_are_one() -> None:
    (joined,) = same_people({"a": {"اش كارتر"}, "b": {"اشتون كارتر"}})
    assert {joined.name, joined.of} == {"اش كارتر", "اشتون كارتر"} and joined.article is None
    assert not same_people({"a": {"مايك هدسون"}, "b": {"جون هدسون"}})


def test_people_surname_joins_the_only_bearer_of_the_corpus() -> None:
    names = {"a": {"سامي الحداد"}, "b": {"الحداد"}}
    assert same_people(names) == (NameVariant("b", "الحداد", "سامي الحداد", "shorter_name_in_corpus"),)


def test_people_bearer_in_the_article_comes_first() -> None:
    names = {"a": {"سامي الحداد", "الحداد"}, "b": {"ماهر الحداد", "الحداد"}}
    assert {(each.article, each.of) for each in same_people(names)} == {("a", "سامي الحداد"), ("b", "ماهر الحداد")}


@pytest.mark.parametrize(
    ("names", "of"),
    [
        ({"محمد بن سلمان", "محمد بن سلمان بن عبد العزيز"}, "محمد بن سلمان بن عبد العزيز"),
        ({"تميم بن حمد", "تميم بن حمد ال ثاني"}, "تميم بن حمد ال ثاني"),
        ({"ابن زايد", "محمد بن زايد ال نهيان"}, "محمد بن زايد ال نهيان"),
        ({"عمر البشير", "عمر حسن البشير"}, "عمر حسن البشير"),
        ({"جواد ظريف", "محمد جواد ظريف"}, "محمد جواد ظريف"),
        ({"جلال طالباني", "جلال الطالباني"}, "جلال الطالباني"),
    ],
)
def test_people_shorter_genealogy_is_the_same_person(names: set[str], of: str) -> None:
    assert [each.of for each in same_people({"a": names})] == [of]


@pytest.mark.parametrize(
    "names",
    [
        {"محمد بن سلمان", "سلطان بن سلمان بن عبد العزيز"},
        {"محمد بن سلمان بن عبد العزيز", "بن عبد العزيز"},
        {"محمد بن عبد العزيز", "محمد بن سلمان بن عبد العزيز"},
        {"محمد بن راشد", "محمد بن راشد ال مكتوم", "محمد بن راشد المعلا"},
        {"بشار الاسد", "حافظ بشار الاسد"},
    ],
)
def test_people_of_one_family_stay_apart(names: set[str]) -> None:
    assert same_people({"a": names}) == ()


def test_people_surname_joins_its_known_bearer() -> None:
    joined = same_people({"a": {"دونالد ترامب", "ايفانكا ترامب", "ترامب"}})
    assert joined == (NameVariant("a", "ترامب", "دونالد ترامب", "known_bearer"),)


@pytest.mark.parametrize(
    ("name", "common"),
    [("محمد حسن", True), ("محمد القحطاني", True), ("محمد بن سلمان", False), ("سيرغي لافروف", False)],
)
def test_people_name_is_common_if_both_parts_are(name: str, common: bool) -> None:
    assert is_common(name) is common


@pytest.mark.parametrize(
    "names",
    [
        {"سامي الحداد", "ماهر الحداد", "الحداد"},
        {"سامي الحداد", "سامي المنصوري", "سامي"},
        {"سامي الحداد", "نادر المنصوري"},
        {"علي بدر", "سامي قدر", "بدرا"},
        {"عبد الله", "الله"},
        {"الحداد"},
        set(),
    ],
)
def test_people_are_not_joined_on_less(names: set[str]) -> None:
    assert same_people({"a": names}) == ()


_PARTS = st.sampled_from(["سامي", "ماهر", "الحداد", "الحدادي", "المنصوري", "المنصورى", "عبد", "الله", "بن", "سيرغي"])
_PEOPLE = st.lists(_PARTS, min_size=1, max_size=3).map(" ".join)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), st.sets(_PEOPLE, max_size=6)))
def test_people_join_once_and_to_one_who_joined_nobody(names: dict[str, set[str]]) -> None:
    joined = same_people(names)
    assert {each.rule for each in joined} <= set(SCORES)
    assert len({(each.article, each.name) for each in joined}) == len(joined)
    everywhere = {each.name for each in joined if each.article is None}
    for each in joined:
        assert each.of not in everywhere and each.of != each.name
        assert (each.article, each.of) not in {(other.article, other.name) for other in joined}
        assert len(each.of.split()) > 1


def test_namesake_of_his_father_is_no_longer_form_of_his_name() -> None:
    names = {"one": {"دونالد ترامب", "دونالد ترامب جونيور", "ترامب"}}
    assert {(each.name, each.of) for each in same_people(names)} == {("ترامب", "دونالد ترامب")}


def test_given_name_denotes_the_only_person_of_the_article_with_it() -> None:
    (join,) = same_people({"one": {"سامي الحداد", "نادر المنصوري", "سامي"}, "two": {"سامي"}})
    assert (join.article, join.name, join.of, join.rule) == ("one", "سامي", "سامي الحداد", "given_name_in_article")


def test_longer_names_that_part_late_share_what_they_agree_on() -> None:
    prince = "محمد بن نايف بن عبدالعزيز"
    names = {"one": {"محمد بن نايف", prince, f"{prince} ال سعود", f"{prince} المبلغه"}}
    assert {(each.name, each.of) for each in same_people(names)} == {("محمد بن نايف", prince)}
    assert not same_people({"one": {"وليد بن سامي", "وليد بن سامي الحداد", "وليد بن سامي المنصوري"}})
