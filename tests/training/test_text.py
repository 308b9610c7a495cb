"""Plain text for the language models."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from graph_builder.training import charlm, text


def test_text_lines_are_normalized_tokens() -> None:
    assert list(text.lines("قالَ: «نعم»، ٣٫٥ مليون\n\nثم عاد")) == [
        ["قال", ":", '"', "نعم", '"', ",", "3.5", "مليون"],
        ["ثم", "عاد"],
    ]


class _Cutter:
    """Cuts a و off whatever begins with it."""

    def __call__(self, given: str) -> Any:
        tokens = [
            SimpleNamespace(text=t, words=[SimpleNamespace(text=w) for w in (["و", t[1:]] if t[0] == "و" else [t])])
            for t in given.split()
        ]
        return SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens)])


def test_text_frequent_tokens_are_split_once() -> None:
    articles = ["وعاد سامي\n" * 6, "ونام مرة"]
    cut = text.segments(articles, _Cutter())
    assert cut == {"وعاد": ["و", "عاد"], "سامي": ["سامي"]}
    assert text.segmented(["وعاد", "ونام"], cut) == ["و", "عاد", "ونام"]


def test_text_language_models_read_every_third_article() -> None:
    articles = [f"وعاد سامي {number}" for number in range(9)]
    read = charlm.text(articles, {"وعاد": ["و", "عاد"]})
    assert read.count("و عاد") == 3 and len(read.splitlines()) == 9
    assert read == charlm.text(articles, {"وعاد": ["و", "عاد"]})
