"""Speed up Stanza's pipeline by replacing the steps of its language models, LSTM layers and token expander.

On a CPU, LSTM layers compute padded sequences, in bfloat16 if the processor supports it. The character language models
skip the prediction of the next character, and process each sentence once for tagger and parser. Each multi-word token
is expanded once, and words that are never split stay whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from graph_builder.annotate.half_precision import mixed_precision
from graph_builder.annotate.recurrent import packed_lstm, padded_lstm
from graph_builder.annotate.trees import best_tree, cycles
from graph_builder.arabic.fold import fold
from graph_builder.core.errors import ModelsError
from graph_builder.lexicon import whole_words

# The releases whose internals this module replaces; pyproject.toml has the same bounds.
_SUPPORTED = ("1.15",)
# The parser prepends this word for the root of a sentence.
_ROOT = "\n"
# Maximum number of expansions in memory.
_REMEMBERED = 100_000


def check_version(installed: str) -> None:
    """Check that the steps replaced here are those of the installed Stanza.

    Raises:
        ModelsError: If the release is not supported.
    """
    if ".".join(installed.split(".")[:2]) not in _SUPPORTED:
        raise ModelsError(
            f"Stanza {installed} is installed, but its releases {', '.join(_SUPPORTED)} are supported; "
            "install it with: pip install 'stanza>=1.15,<1.16'."
        )


def patch_tree_search() -> None:
    """Replace the search for the best tree by one that is skipped if the best heads form a tree."""
    from stanza.models.common import chuliu_edmonds
    from stanza.models.depparse import model

    chuliu_edmonds.tarjan = cycles
    search = model.chuliu_edmonds_one_root
    if not isinstance(search, partial):
        model.chuliu_edmonds_one_root = partial(best_tree, search)


class SharedStates:
    """The states of the language models of a pipeline for the sentences of a batch, shared by its processors."""

    def __init__(self, pipeline: Any) -> None:
        self._states: dict[tuple[int, tuple[str, ...]], Any] = {}
        self._words: dict[str, str] = {}
        on_cpu = pipeline.device == "cpu"
        for model in _language_models(pipeline):
            if on_cpu:
                model.forward = partial(_forward, model)
            model.build_char_representation = partial(self._shared, model, model.build_char_representation)
        _keep_first_output_layer(pipeline)
        for layer in _recurrent_layers(pipeline) if on_cpu else ():
            layer.forward = partial(_in_half_precision, layer)
        expander = pipeline.processors["mwt"].trainer
        expander.predict = partial(self._expanded, expander.predict)
        expander.ensemble = partial(_whole, expander.ensemble)

    def clear(self) -> None:
        """Clear the states of the language models, and the expansions if there are more than `_REMEMBERED`."""
        self._states.clear()
        if len(self._words) > _REMEMBERED:
            self._words.clear()

    def _expanded(self, expand: Callable[..., list[str]], batch: Any, **options: Any) -> list[str]:
        """Return the expansion of every token of a batch; it depends on the token alone, so each is computed once."""
        letters, mask, *_, tokens, order = batch
        unknown = [token for token in dict.fromkeys(tokens) if token not in self._words]
        if unknown:
            rows = [tokens.index(token) for token in unknown]
            width = int((mask[rows] == 0).sum(1).max())
            fewer = (letters[rows, :width], mask[rows, :width], None, None, unknown, None)
            self._words.update(zip(unknown, expand(fewer, unsort=False, **options), strict=True))
        words = [self._words[token] for token in tokens]
        return [each for _, each in sorted(zip(order, words, strict=True))]

    def _shared(
        self, model: Any, read: Callable[[Sequence[Sequence[str]]], list[Any]], sentences: Sequence[Sequence[str]]
    ) -> list[Any]:
        """Return the states of every word; all sentences are computed with the root that the parser prepends."""
        rooted = [tuple(words) if words[:1] == [_ROOT] else (_ROOT, *words) for words in map(list, sentences)]
        if missing := [words for words in dict.fromkeys(rooted) if (id(model), words) not in self._states]:
            found = read([list(words) for words in missing])
            self._states.update(((id(model), words), reading) for words, reading in zip(missing, found, strict=True))
        states = [self._states[id(model), words] for words in rooted]
        return [each[len(each) - len(words) :] for each, words in zip(states, sentences, strict=True)]


def _whole(ensemble: Callable[..., list[str]], tokens: Sequence[str], expansions: Sequence[str]) -> list[str]:
    """Return the expansions of tokens after the expander's dictionary, without those of words that are never split."""
    return [_put_back(*each) for each in zip(tokens, ensemble(tokens, expansions), strict=True)]


def _put_back(token: str, expansion: str) -> str:
    """Return the words of a token, separated by spaces, with a first letter put back that was cut off: «و لي»."""
    parts = expansion.split(" ")
    for number, (letter, rest) in enumerate(pairwise(parts)):
        word = token if len(parts) == 2 else letter + rest
        if len(letter) == 1 and fold(word) in whole_words():
            return " ".join([*parts[:number], letter + rest, *parts[number + 2 :]])
    return expansion


def _language_models(pipeline: Any) -> list[Any]:
    """Return the character language models of all processors, without duplicates."""
    found = {}
    for processor in pipeline.processors.values():
        model = getattr(getattr(processor, "trainer", None), "model", None)
        for name in ("charmodel", "charmodel_forward", "charmodel_backward"):
            part = getattr(model, name, None)
            for each in getattr(part, "charlms", [part]):
                if hasattr(each, "is_forward_lm"):
                    found[id(each)] = each
    return list(found.values())


def _keep_first_output_layer(pipeline: Any) -> None:
    """Keep the first output layer of the recognizer, which may have one for each training corpus; only it is used."""
    model = pipeline.processors["ner"].trainers[0].model
    model.tag_clfs, model.crits = model.tag_clfs[:1], model.crits[:1]


def _recurrent_layers(pipeline: Any) -> Iterator[Any]:
    """Yield the LSTM layers of tokenizer, tagger, parser and recognizer; their input is packed sequences."""
    from torch.nn import LSTM, Module

    for processor in pipeline.processors.values():
        model = getattr(getattr(processor, "trainer", None), "model", None)
        parts = (getattr(model, name, None) for name in ("rnn", "rnn2", "taggerlstm", "parserlstm"))
        inside = (each for part in parts if isinstance(part, Module) for each in part.modules())
        yield from (each for each in inside if isinstance(each, LSTM) and each.num_layers == 1)


def _in_half_precision(layer: Any, packed: Any, state: Any = None) -> tuple[Any, Any]:
    """Return the output of an LSTM layer, computed in bfloat16 where supported and converted to float32."""
    with mixed_precision():
        return packed_lstm(layer, packed, state)


def _forward(model: Any, chars: Any, lengths: Any, hidden: Any = None) -> tuple[Any, Any, None]:
    """Return the states of a character language model, as Stanza does but without the output layer."""
    embedded = model.char_emb(chars)
    if hidden is None:
        shape = (model.args["char_num_layers"], chars.size(0), model.args["char_hidden_dim"])
        hidden = tuple(state.expand(*shape).contiguous() for state in (model.charlstm_h_init, model.charlstm_c_init))
    with mixed_precision():
        return padded_lstm(model.charlstm.lstm, embedded, list(lengths), hidden), hidden, None
