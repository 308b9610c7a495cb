"""Train the named-entity recognizer: Stanza's network, on corpora with different guidelines.

Each corpus has its own output layer over one shared network, so that different guidelines do not conflict; only the
first layer, that of the newspaper articles, is used afterwards. The network is trained on all corpora, then fine-tuned
on the newspaper articles alone. Stanza's own loop halves the learning rate when the score of one corpus does not
improve; here Adam runs through one cycle of the learning rate in each stage (Smith 2018), matrices are multiplied in
bfloat16 where supported, and a stage ends with the moving average of the weights (Polyak and Juditsky 1992). The
character language models are frozen, so they process each sentence only once.
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

_PREFIX = ("<PAD>", "<UNK>", "<EMPTY>", "<ROOT>")  # the first entries of a Stanza vocabulary
_TAGS = (*_PREFIX, "O", *(f"{position}-{kind}" for kind in KINDS for position in "BIES"))
_CLIP, _DECAY = 5.0, 0.998
_NEAR = 500  # number of sentences among which those of similar length are batched


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the word vectors and character language models that the network uses."""

    vectors: Path
    forward: Path
    backward: Path


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of training; the sentences of a step are of one corpus.

    Attributes:
        steps: The number of training steps.
        rate: The maximum learning rate.
        times: The number of passes over each corpus in a round; other corpora are not used.
    """

    steps: int
    rate: float
    times: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """The hyperparameters.

    Attributes:
        hidden: The hidden size of the LSTM.
        batch: The maximum number of words per step.
        dropout: The share of inputs that are dropped.
        word_dropout: The share of words that are dropped.
        stages: The stages of training, each of which starts from the weights of the last.
        seed: The random seed.
    """

    hidden: int
    batch: int
    dropout: float
    word_dropout: float
    stages: Sequence[Stage]
    seed: int = 1


@dataclass(slots=True)
class _Read:
    """A sentence as tensors: word ids, states of the character language models, and labels."""

    words: Any
    read: Any
    tags: Any


def train(files: Files, corpora: Mapping[str, Sequence[Sentence]], settings: Settings, path: Path) -> None:
    """Train a recognizer on the sentences of all corpora and write it in Stanza's format."""
    import torch

    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)
    trainer = _untrained(files, settings)
    classifier = _Reader(trainer)
    read = {name: classifier.read(sentences) for name, sentences in corpora.items()}
    trainer.model.train()
    for number, stage in enumerate(settings.stages, 1):
        print(f"recognizer: stage {number} of {len(settings.stages)}", flush=True)
        _train_stage(stage, trainer.model, _Batches(read, stage.times, settings), settings)
    trainer.save(str(path))


def _train_stage(stage: Stage, model: Any, batches: _Batches, settings: Settings) -> None:
    """Train the model in one stage, and replace its weights with their moving average."""
    import torch
    from torch.nn.utils import clip_grad_norm_

    weights = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
    average = {name: weight.detach().clone() for name, weight in weights.items()}
    optimizer = torch.optim.Adam(weights.values(), betas=(0.9, 0.99))
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, stage.rate, total_steps=stage.steps, pct_start=0.1, div_factor=10, final_div_factor=50
    )
    for step in range(stage.steps):
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
            print(f"recognizer: step {step} of {stage.steps}, loss {loss.item():.3f}", flush=True)
    with torch.no_grad():
        for name, weight in weights.items():
            weight.copy_(average[name])


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
    """A converter of sentences to tensors, with the states of the language models in bfloat16."""

    def __init__(self, trainer: Any) -> None:
        self._model = trainer.model
        self._words = trainer.vocab["word"]
        self._tags = {tag: number for number, tag in enumerate(_TAGS)}

    def read(self, sentences: Sequence[Sentence]) -> list[_Read]:
        """Return the tensors of sentences."""
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
    """Batches of sentences of similar length from one corpus; each round has every corpus `times` times."""

    def __init__(self, corpora: Mapping[str, Sequence[_Read]], times: Mapping[str, int], settings: Settings) -> None:
        self._corpora = corpora
        self._size = settings.batch
        self._names = [name for name in corpora for _ in range(times.get(name, 0))]
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
    """Return the loss of one output layer, computed by the parts of the network as in its forward step.

    Dropout drops the same inputs at all words of a sentence (Gal and Ghahramani 2016), and all inputs of some words.
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
