"""Latin names are spelt once and cached by the code that spells them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph_builder.core.values import Entity, Kind
from graph_builder.lexicon import personal_names
from graph_builder.resolve import latin_names as naming
from graph_builder.resolve import resolve
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.latin_names import NameCache, latin_name, with_latin_names
from tests.support.sentences import articles

_ENTITIES = tuple(replace(each, name_latin="") for each in resolve(tuple(articles().values())).entities)


@pytest.fixture
def surface_form(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that have been spelt, in their order."""
    names: list[str] = []
    spell = naming.latin_name

    def noted(kind: Kind, name: str) -> tuple[str, bool]:
        names.append(name)
        return spell(kind, name)

    monkeypatch.setattr(naming, "latin_name", noted)
    return names


def _named(folder: Path, entities: tuple[Entity, ...] = _ENTITIES, fingerprint: str = "a") -> tuple[Entity, ...]:
    return with_latin_names(entities, NameCache(folder, fingerprint))


def test_latin_names_are_cached(tmp_path: Path, surface_form: list[str]) -> None:
    first = _named(tmp_path, _ENTITIES[1:])
    assert len(surface_form) == len({(each.kind, each.name) for each in _ENTITIES[1:]})
    surface_form.clear()
    assert _named(tmp_path)[1:] == first
    assert surface_form == [_ENTITIES[0].name]
    surface_form.clear()
    assert _named(tmp_path) == with_latin_names(_ENTITIES)
    assert surface_form == list(dict.fromkeys(each.name for each in _ENTITIES))  # those of the build without a cache


def test_latin_names_cache_is_invalidated_by_its_fingerprint(tmp_path: Path, surface_form: list[str]) -> None:
    _named(tmp_path)
    surface_form.clear()
    _named(tmp_path, fingerprint="b")
    assert len(surface_form) == len({(each.kind, each.name) for each in _ENTITIES})


@pytest.mark.parametrize("damage", ["", "[", "# newdoc id = latin\n# digest = 0\n[]", '["a", {"PER x": 1}]'])
def test_latin_names_damaged_cache_is_ignored(tmp_path: Path, damage: str) -> None:
    expected = _named(tmp_path)
    (tmp_path / "latin.names").write_text(damage, encoding="utf-8")
    assert _named(tmp_path) == expected


def test_latin_names_read_only_cache_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert _named(tmp_path / "file") == with_latin_names(_ENTITIES)


def test_known_people_are_spelt_not_transliterated() -> None:
    known = [entry for entry in gazetteer().values() if entry.kind == "PER" and entry.name in personal_names().latin]
    assert all(entry.latin == personal_names().latin[entry.name] for entry in known)
    others = set(personal_names().full.values()) - set(personal_names().latin)
    assert not [name for name in others if latin_name("PER", name)[1]]
