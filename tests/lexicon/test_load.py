"""Loading of the lexicon: every file is valid, and a broken one is refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_builder import lexicon
from graph_builder.arabic.fold import fold
from graph_builder.core.errors import LexiconError
from graph_builder.lexicon.load import Table, Words, load

_LOADERS: dict[str, tuple[Callable[[], Any], ...]] = {
    "personal_names.yaml": (lexicon.personal_names,),
    "organizations.yaml": (lexicon.organizations,),
    "allegiances.yaml": (lexicon.allegiance_frames,),
    "countries.yaml": (lexicon.countries,),
    "cues.yaml": (lexicon.cues, lexicon.verb_forms, lexicon.speaker_forms),
    "english.yaml": (lexicon.english_words,),
    "foreign_names.yaml": (lexicon.foreign,),
    "function_words.yaml": (lexicon.function_words,),
    "labels.yaml": (lexicon.labels,),
    "languages.yaml": (lexicon.language_words,),
    "latin_words.yaml": (lexicon.latin_spellings, lexicon.latin_words),
    "nominal_frames.yaml": (lexicon.nominal_frames,),
    "people.yaml": (lexicon.people,),
    "places.yaml": (lexicon.places,),
    "predicates.yaml": (lexicon.predicates,),
    "time.yaml": (lexicon.time_words,),
    "verb_frames.yaml": (lexicon.verb_frames, lexicon.verb_forms, lexicon.speaker_forms),
    "whole.yaml": (lexicon.whole_words,),
    "wikidata.yaml": (lexicon.wikidata_items,),
}
_FILES = sorted(_LOADERS)


# Mappings whose keys are words or names: none of them has to be there.
_MAPPINGS = {"allegiances.yaml", "countries.yaml", "nominal_frames.yaml", "predicates.yaml", "verb_frames.yaml"}


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


def _content(file: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((resources.files("graph_builder.lexicon") / file).read_text("utf-8"))
    return content


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
    assert yaml.load(text, Loader=_Strict) == _content(file)


@pytest.mark.parametrize("file", _FILES)
def test_load_words_are_unique_in_a_list(file: str) -> None:
    twice = {
        f"{path}: {word}"
        for path, listed in _lists(_content(file))
        for word in listed
        if isinstance(word, str) and listed.count(word) > 1
    }
    assert not twice


@pytest.mark.parametrize("file", _FILES)
def test_load_words_are_arabic_without_marks(file: str) -> None:
    for path, listed in _lists(_content(file)):
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


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("كلمة", "words"),
        (["كلمة", 7], "words[1]"),
        (None, "words"),
        ({"كلمة": 1}, "words"),
        (["كلمة", ["أخرى"]], "words[1]"),
    ],
)
def test_load_invalid_list_is_named_with_its_place(folder: Path, value: object, place: str) -> None:
    (folder / "whole.yaml").write_text(yaml.safe_dump({"words": value}, allow_unicode=True), encoding="utf-8")
    with pytest.raises(
        LexiconError, match=rf"lexicon/whole\.yaml: Expected .* at `{re.escape(place)}`; correct it there"
    ):
        lexicon.whole_words()


def test_load_unknown_list_is_named(folder: Path) -> None:
    (folder / "whole.yaml").write_text("words: []\nwrods: []\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"unknown field `wrods`"):
        lexicon.whole_words()


def test_load_folds_words(folder: Path) -> None:
    class _File(Table, frozen=True):
        offices: Words

    (folder / "people.yaml").write_text("offices: [أميرة, اميره, مُفتي]", encoding="utf-8")
    assert load("people.yaml", _File).offices == {"اميره", "مفتي"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "key"), [(file, key) for file in _FILES if file not in _MAPPINGS for key in sorted(_content(file))]
)
def test_load_missing_part_is_named(folder: Path, file: str, key: str) -> None:
    content = _content(file)
    del content[key]
    (folder / file).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"lexicon/{file}.*{key}"):
        for loader in _LOADERS[file]:
            loader()
