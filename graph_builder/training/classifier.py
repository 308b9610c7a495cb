"""Train the relation classifier: the network of `relate/classifier/network.py` in torch."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from graph_builder.arabic.fold import fold
from graph_builder.relate.classifier.features import ANTECEDENT, DEPRELS, DISTANCES, KINDS, PATHS, UPOS, Floats, sizes
from graph_builder.relate.classifier.network import HEADS, Vocabulary
from graph_builder.training.lstm import both_directions
from graph_builder.training.relation_examples import Labelled


@dataclass(frozen=True, slots=True)
class Recipe:
    """The hyperparameters: AdamW with one cycle of the learning rate (Smith & Topin 2018), batches limited by words.

    Each epoch takes a new random sample, `unrelated_share`, of the pairs without a relation (`Labelled.thinned`).
    """

    epochs: int = 10
    rate: float = 2e-3
    decay: float = 1e-3
    hidden: int = 128
    attention: int = 64
    read: int = 192
    tags: int = 16
    dropout: float = 0.4
    input_dropout: float = 0.2
    word_dropout: float = 0.1
    batch_words: int = 1200
    batch_pairs: int = 700
    unrelated_share: float = 0.3
    trigger_weight: float = 0.3
    soft_weight: float = 0.5


class Net(nn.Module):
    """The network, with the parameter names that `relate/classifier/network.py` expects."""

    def __init__(self, vectors: Tensor, example: Labelled, recipe: Recipe) -> None:
        super().__init__()
        flags, pair = sizes(example.sample)
        predicates = example.holds.shape[1]
        size, states = recipe.hidden, 2 * recipe.hidden
        self.recipe = recipe
        self.vectors = nn.Embedding.from_pretrained(vectors)
        self.upos = nn.Embedding(len(UPOS), recipe.tags)
        self.deprel = nn.Embedding(len(DEPRELS), recipe.tags)
        self.kind = nn.Embedding(len(KINDS), recipe.tags)
        self.place = nn.Embedding(2 * DISTANCES + PATHS, recipe.attention)
        self.input = nn.Linear(2 * vectors.shape[1] + 2 * recipe.tags + flags, size)
        self.head = nn.Linear(2 * size, size)
        self.lstm = nn.LSTM(2 * size, size, batch_first=True, bidirectional=True)
        self.subject = nn.Linear(states, recipe.attention, bias=False)
        self.object = nn.Linear(states, recipe.attention, bias=False)
        self.word = nn.Linear(states, recipe.attention)
        self.attention = nn.Linear(recipe.attention, HEADS)
        self.antecedent = nn.Linear(ANTECEDENT, states)
        read = (HEADS + 4) * states + 2 * recipe.tags + pair
        self.any_hidden, self.any = nn.Linear(read, recipe.read), nn.Linear(recipe.read, 1)
        self.predicate_hidden, self.predicate = nn.Linear(read, recipe.read), nn.Linear(recipe.read, predicates)
        self.rule_weight = nn.Parameter(torch.ones(predicates))

    def forward(self, batch: Mapping[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return log-odds and attention for the pairs of a batch.

        They are the log-odds that any relation holds (pairs,), those of each predicate (pairs, predicates), and the
        attention of the first head (pairs, words).
        """
        states = self._states(batch)
        candidates = self._candidates(batch, states)
        subject, obj, sentence = batch["subject"], batch["object"], batch["sentence"]
        query = self.subject(candidates)[subject] + self.object(candidates)[obj]
        where = functional.embedding(batch["places"], self._places())
        score = self.attention(torch.tanh(self.word(states)[sentence] + query.unsqueeze(1) + where))
        score = score.masked_fill(~batch["is_word"][sentence].unsqueeze(-1), -1e9)
        attention = score.softmax(1)
        parts = attention.transpose(1, 2).split(batch["pairs_of"].tolist())
        context = torch.cat([part @ of for part, of in zip(parts, states, strict=True)]).flatten(1)
        governors = states[batch["candidate_sentence"], batch["governors"]] * (1 - batch["antecedents"][:, :1])
        hidden = self._hidden(batch, context, (candidates, governors, self.kind(batch["kinds"])))
        of_anything, of_predicates = functional.relu(hidden).chunk(2, 1)
        predicates = self.predicate(of_predicates) + 2 * self.rule_weight * batch["rules"]
        return self.any(of_anything).squeeze(-1), predicates, attention[..., 0]

    def _hidden(self, batch: Mapping[str, Tensor], context: Tensor, ends: Sequence[Tensor]) -> Tensor:
        """Return both hidden layers, concatenated; the part of each candidate is multiplied once, not once per pair."""
        weight = torch.cat([self.any_hidden.weight, self.predicate_hidden.weight])
        bias = torch.cat([self.any_hidden.bias, self.predicate_hidden.bias])
        widths = [context.shape[1], *(end.shape[1] for end in ends for _ in range(2)), batch["pair_features"].shape[1]]
        of_context, *of_ends, of_pair = weight.split(widths, 1)
        hidden: Tensor = self._dropped(context) @ of_context.T + batch["pair_features"] @ of_pair.T + bias
        for number, end in enumerate(ends):
            dropped = self._dropped(end)
            hidden = hidden + (dropped @ of_ends[2 * number].T)[batch["subject"]]
            hidden = hidden + (dropped @ of_ends[2 * number + 1].T)[batch["object"]]
        return hidden

    def _dropped(self, values: Tensor) -> Tensor:
        return functional.dropout(values, self.recipe.dropout, self.training)

    def _states(self, batch: Mapping[str, Tensor]) -> Tensor:
        vectors = torch.cat([self.vectors(batch["forms"]), self.vectors(batch["lemmas"])], -1)
        if self.training:
            kept = torch.rand(vectors.shape[:2]) > self.recipe.word_dropout
            vectors = vectors * kept.unsqueeze(-1)
        words = torch.cat([vectors, self.upos(batch["upos"]), self.deprel(batch["deprels"]), batch["flags"]], -1)
        words = functional.relu(self.input(functional.dropout(words, self.recipe.input_dropout, self.training)))
        above = torch.gather(words, 1, batch["heads"].unsqueeze(-1).expand(-1, -1, words.shape[-1]))
        words = torch.cat([words, functional.relu(self.head(torch.cat([words, above], -1)))], -1)
        words = functional.dropout(words, self.recipe.dropout, self.training)
        states = both_directions(self.lstm, words, batch["lengths"])
        return self._dropped(torch.as_tensor(states))

    def _candidates(self, batch: Mapping[str, Tensor], states: Tensor) -> Tensor:
        spans = batch["spans"] / batch["spans"].sum(1, keepdim=True).clamp(min=1)
        parts = spans.split(batch["candidates_of"].tolist())
        means = torch.cat([part @ of for part, of in zip(parts, states, strict=True)])
        added: Tensor = self.antecedent(batch["antecedents"]) * batch["antecedents"][:, :1]
        return means + added

    def _places(self) -> Tensor:
        """Return the sums of the embeddings of all combinations of subject distance, object distance and path."""
        parts = self.place.weight.split([DISTANCES, DISTANCES, PATHS])
        sums: Tensor = (parts[0][:, None, None] + parts[1][None, :, None] + parts[2]).flatten(0, 2)
        return sums

    def exported(self) -> dict[str, Floats]:
        """Return the parameters in the form that `relate/classifier/weights.py` saves, without the word vectors."""
        named = {name.removesuffix(".weight") if _is_table(name) else name: p for name, p in self.named_parameters()}
        return {name: p.detach().numpy() for name, p in named.items() if name != "vectors"}


def _is_table(name: str) -> bool:
    return name.partition(".")[0] in ("vectors", "upos", "deprel", "kind", "place")


def train(
    sentences: Sequence[Labelled],
    vectors: Floats,
    vocabulary: Vocabulary,
    recipe: Recipe,
    seed: int,
    report: Callable[[str], None],
    soft: Sequence[Labelled] = (),
) -> Net:
    """Return a network trained on labelled sentences, and on others with probabilities as labels.

    The same seed on one machine gives the same weights.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # with several threads the order of sums varies
    rng = random.Random(seed)
    net = Net(torch.as_tensor(vectors, dtype=torch.float), sentences[0], recipe)
    parameters = [p for p in net.parameters() if p.requires_grad]
    steps = (len(_weighted_batches(sentences, soft, recipe, random.Random(seed))) + 2) * recipe.epochs
    optimizer = torch.optim.AdamW(parameters, lr=recipe.rate, weight_decay=recipe.decay, betas=(0.9, 0.98))
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, total_steps=steps, pct_start=0.15)
    net.train()
    for epoch in range(recipe.epochs):
        losses = []
        for some, weight in _weighted_batches(sentences, soft, recipe, rng):
            loss = weight * _loss(net, batch(some, vocabulary), recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            if cycle.last_epoch < steps - 1:
                cycle.step()
            losses.append(loss.item())
        report(f"relations: epoch {epoch + 1} of {recipe.epochs}, loss {np.mean(losses):.3f}")
    return net.eval()


def _loss(net: Net, of: Mapping[str, Tensor], recipe: Recipe) -> Tensor:
    """Return the loss of any relation, of the predicates and of the trigger attention; open labels are ignored.

    Labels may be probabilities; the predicates count as much as it is probable that any relation holds.
    """
    anything, types, attention = net(of)
    holds, is_open = of["holds"], of["open"]
    any_holds = 1 - (1 - holds).prod(1)
    certain = ((any_holds > 0) | (is_open.sum(1) == 0)) * of["weights"]
    entropy = functional.binary_cross_entropy_with_logits
    loss = (entropy(anything, any_holds, reduction="none") * certain).sum()
    given = (holds / any_holds.clamp(min=1e-6).unsqueeze(1)).clamp(max=1)
    loss = loss + (any_holds.unsqueeze(1) * entropy(types, given, reduction="none") * (1 - is_open)).sum()
    marked = of["triggers"].sum(1) > 0
    on_trigger = (attention[marked] * of["triggers"][marked]).sum(1)
    loss = loss - recipe.trigger_weight * torch.log(on_trigger + 1e-6).sum()
    return loss / of["weights"].sum() * 20


def _weighted_batches(
    sentences: Sequence[Labelled], soft: Sequence[Labelled], recipe: Recipe, rng: random.Random
) -> list[tuple[list[Labelled], float]]:
    """Return shuffled batches with their weights in the loss."""
    chance = np.random.RandomState(rng.getrandbits(32))
    thinned = (sentence.thinned(recipe.unrelated_share, chance) for sentence in sentences)
    batches = [(some, 1.0) for some in _batches([each for each in thinned if len(each.holds)], recipe, rng)]
    batches += [(some, recipe.soft_weight) for some in _batches(soft, recipe, rng) if soft]
    rng.shuffle(batches)
    return batches


def _batches(sentences: Sequence[Labelled], recipe: Recipe, rng: random.Random) -> Iterator[list[Labelled]]:
    """Yield shuffled batches of sentences of similar length."""
    batches: list[list[Labelled]] = [[]]
    pairs = 0
    for each in sorted(sentences, key=lambda one: len(one.sample.forms) + 8 * rng.random()):
        some, length = batches[-1], len(each.sample.forms)
        pairs += len(each.holds)
        if some and ((len(some) + 1) * length > recipe.batch_words or pairs > recipe.batch_pairs):
            some = []
            batches.append(some)
            pairs = len(each.holds)
        some.append(each)
    rng.shuffle(batches)
    yield from batches


_OF_WORDS = ("forms", "lemmas", "upos", "deprels", "heads", "flags")


def batch(sentences: Sequence[Labelled], vocabulary: Vocabulary) -> dict[str, Tensor]:
    """Return sentences as tensors, padded to the longest, which comes first; candidates and pairs are concatenated."""
    ordered = sorted(sentences, key=lambda each: -len(each.sample.forms))
    longest = len(ordered[0].sample.forms)
    rows: dict[str, list[Any]] = {}
    candidates = 0
    for number, each in enumerate(ordered):
        for name, values in _of_sentence(each, vocabulary).items():
            rows.setdefault(name, []).append(_padded(name, values, longest))
        sample = each.sample
        rows.setdefault("candidate_sentence", []).append(np.full(len(sample.candidates), number))
        rows.setdefault("sentence", []).append(np.full(len(sample.pairs), number))
        rows.setdefault("subject", []).append(sample.pairs[:, 0] + candidates)
        rows.setdefault("object", []).append(sample.pairs[:, 1] + candidates)
        candidates += len(sample.candidates)
    tensors = {
        name: torch.as_tensor(np.stack(values) if name in (*_OF_WORDS, "is_word") else np.concatenate(values))
        for name, values in rows.items()
    }
    return tensors | {
        "lengths": torch.tensor([len(each.sample.forms) for each in ordered]),
        "candidates_of": torch.tensor([len(each.sample.candidates) for each in ordered]),
        "pairs_of": torch.tensor([len(each.sample.pairs) for each in ordered]),
    }


def _of_sentence(each: Labelled, vocabulary: Vocabulary) -> dict[str, Any]:
    sample = each.sample
    forms, lemmas = vocabulary.numbers(sample)
    subject, obj = sample.pairs[:, 0], sample.pairs[:, 1]
    return {
        "forms": forms,
        "lemmas": lemmas,
        **{
            name: getattr(sample, name) for name in ("upos", "deprels", "heads", "flags", "spans", "kinds", "governors")
        },
        "antecedents": sample.antecedents,
        "is_word": np.ones(len(forms), np.bool_),
        "places": (sample.distances[subject] * DISTANCES + sample.distances[obj]) * PATHS
        + (sample.paths[subject] + 2 * sample.paths[obj]),
        **{name: getattr(sample, name) for name in ("pair_features", "rules")},
        "holds": each.holds,
        "open": each.open,
        "weights": each.weights,
        "triggers": each.triggers.astype(np.float32),
    }


def _padded(name: str, values: Any, longest: int) -> Any:
    """Return values padded with zeros if they have one value per word, else unchanged."""
    axis = 0 if name in (*_OF_WORDS, "is_word") else 1
    if name not in (*_OF_WORDS, "is_word", "spans", "places", "triggers"):
        return values
    missing = [(0, 0)] * values.ndim
    missing[axis] = (0, longest - values.shape[axis])
    return np.pad(values, missing)


# Rarer words are left out to keep the weights small.
_WORDS = 34_000


def word_vectors(path: Path) -> tuple[Floats, Vocabulary]:
    """Return the vectors of a Stanza file by folded word, keeping the most frequent of equal ones; row 0 is unknown."""
    from stanza.models.common.pretrain import Pretrain

    read = Pretrain(str(path), save_to_file=False)
    rows: dict[str, int] = {}
    for number in range(len(read.vocab)):
        word = fold(read.vocab.id2unit(number))
        if word and not word.startswith("<") and len(rows) < _WORDS:
            rows.setdefault(word, number)
    table = np.asarray(read.emb, np.float32)[list(rows.values())]
    return np.concatenate([np.zeros((1, table.shape[1]), np.float32), table]), Vocabulary(("", *rows))
