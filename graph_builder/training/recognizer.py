"""The recognizer of names: Stanza's network, taught by corpora that do not mark the same things.

Each corpus has an output layer of its own over one network that reads them all, so that what one calls a name and
another does not is no contradiction; the first layer, that of the newspaper articles, is the one the product uses.
It is trained here, not by Stanza's own loop, which halves the rate when the figures of one corpus stand still: Adam
goes through one cycle of the rate (Smith 2018), matrices are multiplied in bfloat16, and the running average of the
weights is kept (Polyak and Juditsky 1992). The language models do not learn, so each sentence is read by them once.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.training.ner_corpora import Sentence

# In the order of their output layers.
CORPORA = ("news", "cleananercorp", "aqmar", "wojood")
KINDS = ("PER", "LOC", "ORG", "MISC")

_PREFIX = ("<PAD>", "<UNK>", "<EMPTY>", "<ROOT>")  # what a vocabulary of Stanza begins with
_TAGS = (*_PREFIX, "O", *(f"{position}-{kind}" for kind in KINDS for position in "BIES"))
_CLIP, _DECAY = 5.0, 0.998
_NEAR = 500  # among so many sentences, those of one length are put together


@dataclass(frozen=True, slots=True)
class Files:
    """The vectors and language models that the network is built on."""

    vectors: Path
    forward: Path
    backward: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How the network is made and taught; a step reads sentences of one corpus, of `batch` words at most.

    `times` says of a corpus how often it is read while the others are read once.
    """

    hidden: int
    steps: int
    batch: int
    rate: float
    dropout: float
    word_dropout: float
    times: Mapping[str, int]
    seed: int = 1


@dataclass(slots=True)
class _Read:
    """A sentence as numbers: its words, what the language models say of them, its labels."""

    words: Any
    read: Any
    tags: Any


def train(files: Files, corpora: Mapping[str, Sequence[Sentence]], settings: Settings, path: Path) -> None:
    """Teach a recognizer the sentences of every corpus and write it in Stanza's format."""
    import torch
    from torch.nn.utils import clip_grad_norm_

    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    trainer = _untrained(files, settings)
    model = trainer.model
    classifier = _Reader(trainer)
    batches = _Batches({name: classifier.read(s) for name, s in corpora.items()}, settings)
    weights = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
    average = {name: weight.detach().clone() for name, weight in weights.items()}
    optimizer = torch.optim.Adam(weights.values(), betas=(0.9, 0.99))
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.rate, total_steps=settings.steps, pct_start=0.1, div_factor=10, final_div_factor=50
    )
    model.train()
    for step in range(settings.steps):
        layer, batch = next(batches)
        loss = _loss(model, layer, batch, settings)
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(weights.values(), _CLIP)
        optimizer.step()
        rate.step()
        share = min(_DECAY, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, weight in weights.items():
                average[name].lerp_(weight, 1 - share)
        if step % 200 == 0:
            print(f"recognizer: step {step} of {settings.steps}, loss {loss.item():.3f}", flush=True)
    with torch.no_grad():
        for name, weight in weights.items():
            weight.copy_(average[name])
    trainer.save(str(path))


def _untrained(files: Files, settings: Settings) -> Any:
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.trainer import Trainer
    from stanza.models.ner.vocab import MultiVocab
    from stanza.models.ner_tagger import parse_args

    pretrain = Pretrain(str(files.vectors), save_to_file=False)
    arguments = parse_args(
        [
            *("--shorthand", "ar_news", "--charlm", "--charlm_shorthand", "ar_news", "--no_emb_finetune"),
            *("--no_input_transform",),
            *("--charlm_forward_file", str(files.forward), "--charlm_backward_file", str(files.backward)),
            *("--wordvec_pretrain_file", str(files.vectors), "--word_emb_dim", str(pretrain.emb.shape[1])),
            *("--hidden_dim", str(settings.hidden), "--dropout", str(settings.dropout)),
            *("--word_dropout", str(settings.word_dropout), "--predict_tagset", "0", "--optim", "adam", "--cpu"),
        ]
    )
    return Trainer(args=arguments, vocab=MultiVocab(_vocabulary(files, pretrain)), pretrain=pretrain, device="cpu")


def _vocabulary(files: Files, pretrain: Any) -> dict[str, Any]:
    import torch
    from stanza.models.ner.vocab import CharVocab
    from stanza.models.pos.vocab import CompositeVocab

    state = torch.load(files.forward, map_location="cpu", weights_only=True)
    every = [[(tuple(tag for _ in CORPORA),) for tag in _TAGS[len(_PREFIX) :]]]
    return {
        "char": CharVocab.load_state_dict(state["vocab"]),
        "tag": CompositeVocab(every, "ar_news", idx=0, sep=None),
        "word": pretrain.vocab,
    }


class _Reader:
    """Sentences as numbers; what the language models say is computed in bulk and kept in two bytes a number."""

    def __init__(self, trainer: Any) -> None:
        self._model = trainer.model
        self._words = trainer.vocab["word"]
        self._tags = {tag: number for number, tag in enumerate(_TAGS)}

    def read(self, sentences: Sequence[Sentence]) -> list[_Read]:
        import torch
        from stanza.models.ner.utils import bio2_to_bioes

        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        read: dict[int, Any] = {}
        for first in range(0, len(order), 64):
            some = order[first : first + 64]
            words = [[word for word, _ in sentences[i]] for i in some]
            with torch.no_grad():
                both = [
                    model.build_char_representation(words)
                    for model in (self._model.charmodel_forward, self._model.charmodel_backward)
                ]
            for i, forward, backward in zip(some, *both, strict=True):
                read[i] = torch.cat([forward, backward], 1).to(torch.bfloat16)
        numbers = [torch.tensor(self._words.map([w.lower() for w, _ in s])) for s in sentences]
        tags = [torch.tensor([self._tags[t] for t in bio2_to_bioes([t for _, t in s])]) for s in sentences]
        return [_Read(words, read[i], tags[i]) for i, words in enumerate(numbers)]


class _Batches(Iterator[tuple[int, list[_Read]]]):
    """Sentences of about one length of one corpus, all corpora as often as they are to be before any once more."""

    def __init__(self, corpora: Mapping[str, Sequence[_Read]], settings: Settings) -> None:
        self._corpora = corpora
        self._size = settings.batch
        self._names = [name for name in corpora for _ in range(settings.times.get(name, 1))]
        self._rng = random.Random(settings.seed)
        self._left: list[tuple[int, list[_Read]]] = []

    def __next__(self) -> tuple[int, list[_Read]]:
        if not self._left:
            self._left = [batch for name in self._names for batch in self._batches(name)]
            self._rng.shuffle(self._left)
        return self._left.pop()

    def _batches(self, name: str) -> Iterator[tuple[int, list[_Read]]]:
        shuffled = list(self._corpora[name])
        self._rng.shuffle(shuffled)
        for first in range(0, len(shuffled), _NEAR):
            batch: list[_Read] = []
            for each in sorted(shuffled[first : first + _NEAR], key=lambda each: -len(each.words)):
                if batch and len(batch[0].words) * (len(batch) + 1) > self._size:
                    yield CORPORA.index(name), batch
                    batch = []
                batch.append(each)
            yield CORPORA.index(name), batch


def _loss(model: Any, layer: int, batch: Sequence[_Read], settings: Settings) -> Any:
    """The loss of one output layer, by the network's own parts in the order of its forward step.

    A sentence loses the same inputs at all its words (Gal and Ghahramani 2016), and some words all of theirs.
    """
    import torch
    from torch.nn.utils.rnn import pad_sequence

    from graph_builder.training.lstm import both_directions

    words, read, tags = (
        pad_sequence([getattr(each, part) for each in batch], batch_first=True) for part in ("words", "read", "tags")
    )
    lengths = torch.tensor([len(each.words) for each in batch])
    kept = torch.rand(words.shape)[:, :, None] >= settings.word_dropout
    given = (
        torch.cat([model.word_emb(words), read.float()], 2)
        * kept
        * _mask(len(batch), model.taggerlstm.lstm.input_size, settings)
    )
    output = both_directions(model.taggerlstm.lstm, given, lengths)
    output = output * _mask(len(batch), output.shape[2], settings)
    loss, _ = model.crits[layer](model.tag_clfs[layer](output), tags.eq(0), tags)
    return loss


def _mask(sentences: int, width: int, settings: Settings) -> Any:
    import torch

    return torch.rand(sentences, 1, width).ge(settings.dropout) / (1 - settings.dropout)
