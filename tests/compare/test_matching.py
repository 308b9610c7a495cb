"""Entities of two builds: found by link, id, name and alias, and apart where a name is not enough."""

from __future__ import annotations

from graph_builder.compare.matching import match
from graph_builder.compare.values import Match
from graph_builder.core.values import Entity, Kind, Knowledge, Merge


def named(id: str, name: str, *aliases: str, kind: Kind = "PER", links: tuple[str, ...] = ()) -> Entity:
    return Entity(id, kind, name, "", aliases, (), links=links)


def having(*entities: Entity, apart: str = "") -> Knowledge:
    merges = (Merge(apart, "", "", "namesakes_kept_apart", 0.5),) if apart else ()
    return Knowledge((), (), entities, merges, ())


def reasons(matches: tuple[Match, ...]) -> set[tuple[str, str, str]]:
    return {(each.a.id if each.a else "", each.b.id if each.b else "", each.reason) for each in matches}


def test_a_build_matches_itself_by_id(knowledge: Knowledge) -> None:
    matches = match(knowledge, knowledge)
    assert len(matches) == len(knowledge.entities) > 100
    assert all(each.a == each.b for each in matches)
    assert {each.reason for each in matches} == {"link", "id"}


def test_a_link_goes_before_a_name() -> None:
    geonames = "https://sws.geonames.org/170063/"
    a = having(named("1", "حلب", kind="LOC", links=(geonames,)))
    b = having(named("2", "حلب الشهباء", kind="LOC", links=(geonames,)), named("1", "حلب", kind="LOC"))
    assert reasons(match(a, b)) == {("1", "2", "link"), ("", "1", "ambiguous")}


def test_names_are_compared_in_any_spelling_and_of_one_kind() -> None:
    a = having(named("1", "أحمد الشرع"), named("3", "النهضة", kind="ORG"))
    b = having(named("2", "احمد  الشرع"), named("4", "النهضة", kind="LOC"))
    assert reasons(match(a, b)) == {("1", "2", "name"), ("3", "", ""), ("", "4", "")}


def test_an_alias_that_one_entity_has_on_each_side_is_enough() -> None:
    a = having(named("1", "بشار الأسد", "الأسد"))
    b = having(named("2", "الأسد"))
    [found] = match(a, b)
    assert (found.reason, found.detail) == ("alias", "الأسد")


def test_an_alias_of_several_keeps_all_apart() -> None:
    a = having(named("1", "بشار الأسد", "الأسد"), named("2", "حافظ الأسد", "الأسد"))
    b = having(named("3", "الأسد"))
    assert reasons(match(a, b)) == {("1", "", "ambiguous"), ("2", "", "ambiguous"), ("", "3", "ambiguous")}


def test_a_matched_bearer_still_makes_a_name_ambiguous() -> None:
    a = having(named("1", "بشار الأسد", "الأسد"), named("2", "حافظ الأسد", "الأسد"))
    b = having(named("1", "بشار الأسد"), named("3", "الأسد"))
    assert reasons(match(a, b)) == {("1", "1", "id"), ("2", "", "ambiguous"), ("", "3", "ambiguous")}


def test_a_given_name_alone_identifies_nobody() -> None:
    assert reasons(match(having(named("1", "محمد علي", "محمد")), having(named("2", "محمد")))) == {
        ("1", "", ""),
        ("", "2", ""),
    }


def test_what_a_build_kept_apart_stays_apart() -> None:
    a, b = having(named("1", "محمد العلي")), having(named("2", "محمد العلي"), apart="2")
    assert reasons(match(a, b)) == {("1", "", ""), ("", "2", "")}


def test_places_with_different_links_are_never_the_same() -> None:
    lebanon, libya = ("https://sws.geonames.org/266826/",), ("https://sws.geonames.org/2210247/",)
    a, b = (
        having(named("1", "طرابلس", kind="LOC", links=lebanon)),
        having(named("1", "طرابلس", kind="LOC", links=libya)),
    )
    assert {each[2] for each in reasons(match(a, b))} == {"ambiguous"}
