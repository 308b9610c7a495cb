"""Train the character language models: a forward and a backward LSTM (Akbik et al. 2018).

The model is Stanza's. Its own training loop lowers the learning rate of SGD when an epoch brings no gain; on two cores
there is time for one epoch only, so it is trained here by Adam with a single cycle of the learning rate (Smith 2018),
and matrices are multiplied in bfloat16 where supported.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph_builder.annotate.half_precision import mixed_precision
from graph_builder.training.text import Segments, lines, retypes, segmented

CHARACTERS = 60_000_000
HIDDEN, EMBEDDING = 512, 100
BATCH, LENGTH = 64, 128
_RATE, _CLIP = 3e-3, 0.5
_RARE = 1_000  # a rarer character is unknown
_RETYPED, _SEGMENTED = 0.2, 3  # the share of articles with typing noise; every third article is segmented


def text(articles: Iterable[str], cut: Segments, seed: int = 7) -> str:
    """Return the training text: articles in random order up to `CHARACTERS`, one paragraph per line."""
    rng = random.Random(seed)
    shuffled = sorted(articles)
    rng.shuffle(shuffled)
    return "\n".join(_enough(shuffled, cut, rng)) + "\n"


def _enough(articles: list[str], cut: Segments, rng: random.Random) -> Iterator[str]:
    size = 0
    for number, article in enumerate(articles):
        retype = retypes(rng, _RETYPED)
        for tokens in lines(article, retype):
            line = " ".join(segmented(tokens, cut) if number % _SEGMENTED == 0 else tokens)
            yield line
            size += len(line) + 1
        if size >= CHARACTERS:
            return


def train(read: str, direction: str, path: Path) -> None:
    """Train the model of a direction, `forward` or `backward`, and write it in Stanza's format."""
    import torch
    from stanza.models.common.char_model import CharacterLanguageModel
    from stanza.models.common.vocab import CharVocab
    from torch.nn.functional import cross_entropy

    torch.manual_seed(1)
    torch.set_num_threads(1)
    vocab = {"char": CharVocab([sorted(c for c, n in Counter(read).items() if n >= _RARE)])}
    model = CharacterLanguageModel(_settings(direction), vocab, is_forward_lm=direction == "forward")
    batches = _columns(read if direction == "forward" else read[::-1], vocab["char"])
    steps = (batches.shape[1] - 1) // LENGTH
    optimizer = torch.optim.Adam(model.parameters(), betas=(0.9, 0.99))
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, _RATE, total_steps=steps, pct_start=0.05, div_factor=10, final_div_factor=100
    )
    state = tuple(each.expand(1, BATCH, HIDDEN).contiguous() for each in (model.charlstm_h_init, model.charlstm_c_init))
    model.train()
    for step in range(steps):
        here = step * LENGTH
        embedded = model.dropout(model.char_emb(model.char_dropout(batches[:, here : here + LENGTH].long())))
        with mixed_precision():
            output, state = model.charlstm.lstm(embedded, state)
            decoded = model.decoder(model.dropout(output))
        state = tuple(each.detach() for each in state)
        loss = cross_entropy(decoded.float().flatten(0, 1), batches[:, here + 1 : here + 1 + LENGTH].flatten().long())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), _CLIP)
        optimizer.step()
        rate.step()
        if step % 100 == 0:
            print(f"{direction} language model: step {step} of {steps}, loss {loss.item():.3f}", flush=True)
    model.save(str(path))


def _columns(read: str, vocab: Any) -> Any:
    """Return the text as character ids: (BATCH, characters per row)."""
    import numpy as np
    import torch

    numbers = {c: vocab.unit2id(c) for c in set(read)}
    flat = np.fromiter((numbers[c] for c in read), dtype=np.int16, count=len(read))
    width = len(flat) // BATCH
    return torch.from_numpy(flat[: width * BATCH].reshape(BATCH, width))


def _settings(direction: str) -> dict[str, Any]:
    return {
        "char_emb_dim": EMBEDDING,
        "char_hidden_dim": HIDDEN,
        "char_num_layers": 1,
        "char_dropout": 0.05,
        "char_unit_dropout": 1e-5,
        "char_rec_dropout": 0.0,
        "direction": direction,
    }
