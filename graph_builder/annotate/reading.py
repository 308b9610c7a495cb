"""Lets a pipeline read faster: its language models, and the recurrent layers of tagger, parser and recognizer.

They compute in bfloat16 where the processor multiplies in it; the language models predict no next letter, and read
each sentence once for tagger and parser. Of the 4,499 words of the seeds four come out with another tag, tree or name
than Stanza alone gives them, and 58 with another feature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

# What stands for the root of a sentence when the parser has it read.
_ROOT = "\n"


class Readings:
    """What the language models of a pipeline have read for the sentences that go through it together."""

    def __init__(self, pipeline: Any) -> None:
        self._said: dict[tuple[int, tuple[str, ...]], Any] = {}
        for model in _language_models(pipeline):
            model.forward = partial(_forward, model)
            model.build_char_representation = partial(self._shared, model, model.build_char_representation)
        _keep_first_output_layer(pipeline)
        for layer in _recurrent_layers(pipeline):
            layer.forward = partial(_in_half_precision, layer.forward)

    def clear(self) -> None:
        """Forget them."""
        self._said.clear()

    def _shared(
        self, model: Any, read: Callable[[Sequence[Sequence[str]]], list[Any]], sentences: Sequence[Sequence[str]]
    ) -> list[Any]:
        """The readings of every word, of the tagger's sentences with the root before them, as the parser's are."""
        rooted = [tuple(words) if words[:1] == [_ROOT] else (_ROOT, *words) for words in map(list, sentences)]
        if missing := [words for words in dict.fromkeys(rooted) if (id(model), words) not in self._said]:
            found = read([list(words) for words in missing])
            self._said.update(((id(model), words), reading) for words, reading in zip(missing, found, strict=True))
        said = [self._said[id(model), words] for words in rooted]
        return [each[len(each) - len(words) :] for each, words in zip(said, sentences, strict=True)]


def _language_models(pipeline: Any) -> list[Any]:
    """Each of them once."""
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
    """A recognizer may have an output layer for each corpus it was taught: only the first is looked at."""
    model = pipeline.processors["ner"].trainers[0].model
    model.tag_clfs, model.crits = model.tag_clfs[:1], model.crits[:1]


def _recurrent_layers(pipeline: Any) -> Iterator[Any]:
    for processor in pipeline.processors.values():
        model = getattr(getattr(processor, "trainer", None), "model", None)
        yield from (getattr(model, name) for name in ("taggerlstm", "parserlstm") if hasattr(model, name))


def _in_half_precision(
    forward: Callable[..., tuple[Any, Any]], given: Any, *more: Any, **named: Any
) -> tuple[Any, Any]:
    """A recurrent layer's step; what it gives is in full precision again."""
    import torch

    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_quick(given.data)):
        output, hidden = forward(given, *more, **named)
    return output.to(torch.float32), hidden


def _quick(data: Any) -> bool:
    """Whether half precision is quicker where the data are."""
    import torch

    return data.device.type == "cpu" and torch.cpu._is_avx512_bf16_supported()


def _forward(model: Any, chars: Any, lengths: Any, hidden: Any = None) -> tuple[Any, Any, None]:
    """Stanza's own step without the layer that predicts letters."""
    import torch
    from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

    embedded = pack_padded_sequence(model.char_emb(chars), lengths, batch_first=True)
    if hidden is None:
        shape = (model.args["char_num_layers"], chars.size(0), model.args["char_hidden_dim"])
        hidden = tuple(state.expand(*shape).contiguous() for state in (model.charlstm_h_init, model.charlstm_c_init))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_quick(chars)):
        output, hidden = model.charlstm(embedded, lengths, hx=hidden)
    return pad_packed_sequence(output, batch_first=True)[0].float(), hidden, None
