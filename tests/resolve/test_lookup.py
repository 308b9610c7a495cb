"""Entities are looked up by id, name, alias and Latin name, with suggestions where nothing matches."""

from __future__ import annotations

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import AmbiguousEntityError, UnknownEntityError
from graph_builder.core.values import Entity, Kind, entity_id
from graph_builder.resolve.lookup import entities_named, entity_named, find_entity, reference


def _entity(kind: Kind, name: str, latin: str, *aliases: str) -> Entity:
    return Entity(entity_id(kind, fold(name)), kind, name, latin, aliases, ())


_LEILA = _entity("PER", "ليلى المنصوري", "Leila al-Mansouri", "المنصوري")
_OMAR = _entity("PER", "عمر المنصوري", "Omar al-Mansouri")
_CITY = _entity("LOC", "حلب", "Aleppo", "الشهباء")
_PAPER = _entity("ORG", "حلب", "Aleppo Daily")
_EVERY = (_LEILA, _OMAR, _CITY, _PAPER)


@pytest.mark.parametrize("name", [_LEILA.id, "ليلى المنصوري", "ليلي المنصوري", "المنصوري", "leila AL-mansouri"])
def test_an_entity_has_an_id_a_name_aliases_and_a_latin_name(name: str) -> None:
    assert entity_named(_EVERY, name) == _LEILA


def test_the_first_kind_of_name_that_matches_counts() -> None:
    assert entities_named(_EVERY, "حلب") == [_CITY, _PAPER]
    assert entities_named(_EVERY, "Aleppo") == [_CITY]
    assert entities_named(_EVERY, "") == []


def test_a_name_of_several_is_ambiguous_and_their_ids_are_suggested() -> None:
    with pytest.raises(
        AmbiguousEntityError, match=r"2 entities are called حلب: .*give the id of the one you mean"
    ) as error:
        entity_named(_EVERY, "حلب")
    assert error.value.suggestions == (_CITY.id, _PAPER.id)
    assert (reference(_EVERY, _CITY), reference(_EVERY, _LEILA)) == (_CITY.id, "ليلى المنصوري")


def test_an_unknown_name_has_suggestions_where_one_is_similar() -> None:
    with pytest.raises(UnknownEntityError, match="did you mean عمر المنصوري") as error:
        entity_named(_EVERY, "عمر المنصور")
    assert (error.value.name, error.value.suggestions[0]) == ("عمر المنصور", "عمر المنصوري")
    with pytest.raises(UnknownEntityError, match=r"No entity is called غزة; entities\.csv lists all names\.") as error:
        entity_named(_EVERY, "غزة")
    assert error.value.suggestions == ()


def test_words_of_a_name_find_the_only_entity_that_has_them() -> None:
    assert find_entity(_EVERY, "Mansouri Omar") == _OMAR
    with pytest.raises(AmbiguousEntityError):
        find_entity(_EVERY, "Mansouri")
    with pytest.raises(UnknownEntityError, match="No entity has Karim in its names"):
        find_entity(_EVERY, "Karim")
