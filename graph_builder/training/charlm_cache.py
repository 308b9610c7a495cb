"""Cache the character language model representations of training sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def cached_representations() -> Iterator[None]:
    """Make Stanza's frozen character language models compute each sentence only once.

    Training steps become several times as fast. The cache takes 2 KB of memory per word and model.
    """
    from stanza.models.common.char_model import CharacterLanguageModel as Model

    of_words, of_characters = Model.build_char_representation, Model.get_representation
    Model.build_char_representation = _by_words(of_words)
    Model.get_representation = _by_characters()
    try:
        yield
    finally:
        Model.build_char_representation, Model.get_representation = of_words, of_characters


def _by_words(compute: Any) -> Any:
    cached: dict[tuple[int, tuple[str, ...]], Any] = {}

    def build_char_representation(self: Any, sentences: Sequence[Sequence[str]]) -> list[Any]:
        keys = [(id(self), tuple(words)) for words in sentences]
        if missing := [key for key in dict.fromkeys(keys) if key not in cached]:
            cached.update(zip(missing, compute(self, [words for _, words in missing]), strict=True))
        return [cached[key] for key in keys]

    return build_char_representation


def _by_characters() -> Any:
    cached: dict[tuple[int, bytes, tuple[int, ...]], Any] = {}

    def get_representation(self: Any, chars: Any, offsets: Any, lengths: Any, order: Any) -> Any:
        import torch
        from stanza.models.common.utils import unsort
        from torch.nn.utils.rnn import pack_sequence

        rows = range(len(lengths))
        keys = [(id(self), chars[i, : lengths[i]].numpy().tobytes(), tuple(offsets[i])) for i in rows]
        if missing := [i for i in rows if keys[i] not in cached]:
            with torch.no_grad():
                output, _, _ = self.forward(chars[missing], [lengths[i] for i in missing])
            cached.update((keys[i], output[row, offsets[i]]) for row, i in enumerate(missing))
        return pack_sequence(unsort([cached[key] for key in keys], order))

    return get_representation
