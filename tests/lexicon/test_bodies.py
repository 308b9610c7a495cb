"""Well-known bodies, each under all its names."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import bodies, countries


def test_every_body_is_found_under_its_own_name() -> None:
    for body in bodies().by_name.values():
        assert fold(body.name) in body.names and bodies().by_name[fold(body.name)] is body


def test_no_name_is_two_bodies() -> None:
    for name, body in bodies().by_name.items():
        assert name in body.names
    every = {id(body): body for body in bodies().by_name.values()}.values()
    assert sum(len(body.names) for body in every) == len(bodies().by_name)


def test_no_body_is_called_like_a_country() -> None:
    assert not set(bodies().by_name) & set(countries().by_name)


def test_what_is_found_in_any_text_is_one_of_the_names() -> None:
    for body in bodies().by_name.values():
        assert body.found <= body.names and body.latin.isascii() and body.latin


def test_names_of_one_body_lead_to_it() -> None:
    names = ("داعش", "تنظيم الدولة الإسلامية", "تنظيم الدولة")
    assert {bodies().by_name[fold(name)].latin for name in names} == {"Islamic State"}


def test_a_name_that_is_a_common_word_is_not_found_in_any_text() -> None:
    body = bodies().by_name[fold("القاعدة")]
    assert fold("القاعدة") not in body.found and fold("تنظيم القاعدة") in body.found


def test_an_adjective_may_mean_a_body() -> None:
    assert bodies().by_adjective["اممي"].latin == "United Nations"


def test_heads_of_one_kind_stand_for_one() -> None:
    assert bodies().same["قوه"] == bodies().same["جيش"] == "جيش"
    assert set(bodies().same) <= bodies().heads and bodies().of_states <= bodies().heads | {"امن"}
