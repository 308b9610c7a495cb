"""Loading of the lexicon: every file is valid, and a broken one is refused with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_builder import lexicon
from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import load, words

_LOADERS: dict[str, tuple[Callable[[], Any], ...]] = {
    "personal_names.yaml": (lexicon.personal_names,),
    "organizations.yaml": (lexicon.organizations,),
    "countries.yaml": (lexicon.countries,),
    "english.yaml": (lexicon.english_words,),
    "foreign_names.yaml": (lexicon.foreign,),
    "labels.yaml": (lexicon.labels,),
    "languages.yaml": (lexicon.function_words,),
    "latin_words.yaml": (lexicon.latin_spellings, lexicon.latin_words),
    "people.yaml": (lexicon.people,),
    "places.yaml": (lexicon.places,),
    "relations.yaml": (
        *(lexicon.predicates, lexicon.verb_frames, lexicon.nominal_frames, lexicon.cues, lexicon.allegiance_frames),
        *(lexicon.verb_forms, lexicon.speaker_forms),
    ),
    "whole.yaml": (lexicon.whole_words,),
}
_FILES = sorted(_LOADERS)


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in a mapping; PyYAML keeps the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice at {node.start_mark}: {keys}"
        return super().construct_mapping(node, deep)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the files, from which the loaders read; what they keep is forgotten before and after."""
    for file in _FILES:
        text = (resources.files("graph_builder.lexicon") / file).read_text(encoding="utf-8")
        (tmp_path / file).write_text(text, encoding="utf-8")
    _forget()
    monkeypatch.setattr("graph_builder.lexicon.load.resources.files", lambda _: tmp_path)
    yield tmp_path
    _forget()


def _forget() -> None:
    for loaders in _LOADERS.values():
        for loader in loaders:
            loader.cache_clear()  # type: ignore[attr-defined]


def test_load_the_files_are_these() -> None:
    every = resources.files("graph_builder.lexicon").iterdir()
    assert sorted(file.name for file in every if file.name.endswith(".yaml")) == _FILES


@pytest.mark.parametrize("file", _FILES)
def test_load_every_file(file: str) -> None:
    for loader in _LOADERS[file]:
        assert loader()


@pytest.mark.parametrize("file", _FILES)
def test_load_keys_are_unique(file: str) -> None:
    text = (resources.files("graph_builder.lexicon") / file).read_text(encoding="utf-8")
    assert yaml.load(text, Loader=_Strict) == load(file)


@pytest.mark.parametrize("file", _FILES)
def test_load_words_are_unique_in_a_list(file: str) -> None:
    twice = {
        f"{path}: {word}"
        for path, listed in _lists(load(file))
        for word in listed
        if isinstance(word, str) and listed.count(word) > 1
    }
    assert not twice


@pytest.mark.parametrize("file", _FILES)
def test_load_words_are_arabic_without_marks(file: str) -> None:
    for path, listed in _lists(load(file)):
        for word in listed:
            if isinstance(word, str) and not word.isascii():
                assert word == " ".join(word.split()) and fold(word), f"{path}: {word!r}"


def _lists(content: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _lists(value, f"{path}/{key}")
    elif isinstance(content, list):
        yield path, content
        for index, value in enumerate(content):
            yield from _lists(value, f"{path}/{index}")


@pytest.mark.parametrize("file", _FILES)
@pytest.mark.parametrize("text", ["a: [1", "a: b: c", "- كلمة", "", "\t"])
def test_load_broken_file_is_named(folder: Path, file: str, text: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    for loader in _LOADERS[file]:
        with pytest.raises(LexiconError, match=f"lexicon/{file}"):
            loader()


def test_load_broken_file_is_named_with_the_line(folder: Path) -> None:
    (folder / "people.yaml").write_text("offices: [رئيس]\nformer: [سابق\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"(?s)lexicon/people\.yaml.*line 2"):
        lexicon.people()


@pytest.mark.parametrize("value", ["كلمة", ["كلمة", 7], None, {"كلمة": 1}, ["كلمة", ["أخرى"]]])
def test_load_invalid_list_is_named_with_its_key(value: object) -> None:
    with pytest.raises(LexiconError, match=r"lexicon/people\.yaml: offices is no list of words"):
        words("people.yaml", {"offices": value}, "offices")


def test_load_folds_words() -> None:
    assert words("people.yaml", {"offices": ["أميرة", "اميره", "مُفتي"]}, "offices") == {"اميره", "مفتي"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "key"), [(file, key) for file in _FILES if file != "countries.yaml" for key in sorted(load(file))]
)
def test_load_missing_part_is_named(folder: Path, file: str, key: str) -> None:
    content = load(file)
    del content[key]
    (folder / file).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"lexicon/{file}.*{key}"):
        for loader in _LOADERS[file]:
            loader()
