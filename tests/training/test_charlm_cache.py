"""The cache of a character language model returns what the model computes."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from stanza.models.common.char_model import CharacterLanguageModel
from stanza.models.common.vocab import CharVocab

from graph_builder.training.charlm_cache import cached_representations

_SENTENCES = [["عاد", "سامي"], ["نام"], ["زار", "الوفد", "بغداد"], ["عاد", "سامي"]]


@pytest.fixture
def model() -> Any:
    """A small language model with weights of chance."""
    torch.manual_seed(1)
    settings = {
        "char_emb_dim": 4,
        "char_hidden_dim": 6,
        "char_num_layers": 1,
        "char_dropout": 0.0,
        "char_unit_dropout": 0.0,
        "char_rec_dropout": 0.0,
    }
    vocab = {"char": CharVocab([sorted(set("\n " + "".join(word for s in _SENTENCES for word in s)))])}
    model = CharacterLanguageModel(settings, vocab)
    model.eval()
    return model


def _by_characters(model: Any) -> Any:
    """What the recognizer of names asks: rows of characters, the longest first, and where the words end."""
    chars = [[model.vocab["char"].unit2id(c) for c in "\n" + " ".join(s) + " "] for s in _SENTENCES]
    offsets = [[sum(len(w) + 1 for w in s[: i + 1]) for i in range(len(s))] for s in _SENTENCES]
    order = sorted(range(len(chars)), key=lambda i: -len(chars[i]))
    width = max(map(len, chars))
    padded = torch.tensor([chars[i] + [0] * (width - len(chars[i])) for i in order])
    back = sorted(range(len(order)), key=lambda i: -len(_SENTENCES[order[i]]))
    orig = [back.index(i) for i in range(len(order))]
    return model.get_representation(padded, [offsets[i] for i in order], [len(chars[i]) for i in order], orig).data


def test_charlm_cache_returns_what_the_model_computes(model: Any) -> None:
    words, characters = model.build_char_representation(_SENTENCES), _by_characters(model)
    with cached_representations():
        for _ in range(2):
            for said, remembered in zip(words, model.build_char_representation(_SENTENCES), strict=True):
                assert torch.allclose(said, remembered, atol=1e-6)
            assert torch.allclose(characters, _by_characters(model), atol=1e-6)


def test_charlm_cache_computes_a_sentence_once(model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    forward = model.forward

    def noted(chars: Any, *rest: Any) -> Any:
        seen.append(len(chars))
        return forward(chars, *rest)

    monkeypatch.setattr(model, "forward", noted)
    with cached_representations():
        for _ in range(3):
            model.build_char_representation(_SENTENCES)
            _by_characters(model)
    assert seen == [3, 4]  # of words: three different sentences; of characters: all of the first batch


def test_charlm_cache_restores_the_model() -> None:
    before = CharacterLanguageModel.build_char_representation, CharacterLanguageModel.get_representation
    with pytest.raises(RuntimeError), cached_representations():
        raise RuntimeError
    assert (CharacterLanguageModel.build_char_representation, CharacterLanguageModel.get_representation) == before
