"""Annotate documents with the Arabic pipeline of Stanza."""

from __future__ import annotations

import ctypes
import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.annotate.pieces import pieces
from graph_builder.annotate.stanza_patches import SharedStates, check_version, patch_tree_search
from graph_builder.annotate.weights import PROCESSORS, Weights, official_directory, usual_endings
from graph_builder.annotate.workers import WorkerDiedError, in_processes
from graph_builder.arabic.endings import with_usual_endings
from graph_builder.arabic.normalized import Normalized, article
from graph_builder.arabic.script import is_foreign
from graph_builder.arabic.uniform import uniform
from graph_builder.core.batches import batches
from graph_builder.core.errors import AnnotationError, ModelsError
from graph_builder.core.settings import Device
from graph_builder.core.values import Annotated, Document, Problem, Sentence, Token, Word

Outcome = Annotated | Problem

# Number of sentences per batch of a model.
_BATCH_SENTENCES = 64
# Number of kernels that oneDNN caches, one for each shape of its matrices; its default of 1,024 takes a gigabyte.
_PRIMITIVES = "16"
# Number of words per batch of the parser, whose memory grows with it.
_BATCH_WORDS = 400


class StanzaAnnotator:
    """An annotator of documents in bulk, in this process or in several.

    On a CPU each process computes with one thread: several threads contend for the cores and take many times longer.
    """

    def __init__(self, weights: Weights, device: Device = "auto", workers: int = 1) -> None:
        self._weights = weights
        self._device = device
        self._workers = workers

    def __call__(self, documents: Sequence[Document]) -> Iterator[Outcome]:
        """Yield the annotation of every document, or its Problem, in no particular order.

        The batches, and with them the results, do not depend on the number of processes.

        Raises:
            ModelsError: If the weights cannot be loaded or the device is absent.
            AnnotationError: If a process dies.
        """
        every = list(batches(sorted(documents, key=lambda d: d.id)))
        workers = min(self._workers, len(every))
        if workers <= 1:
            loaded = load(self._weights, self._device)
            for batch in every:
                yield from annotate_batch(loaded, batch)
            return
        prepare = functools.partial(_prepared, self._weights, self._device)
        try:
            for outcomes in in_processes(prepare, every, workers):
                yield from outcomes
        except WorkerDiedError as error:
            raise AnnotationError(
                "An annotation process was killed, most likely for lack of memory; use fewer --workers."
            ) from error


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded pipeline.

    Attributes:
        pipeline: The pipeline of Stanza.
        usual: The usual spellings of words whose last letter is often mistyped.
        readings: The states of its language models for the current batch.
    """

    pipeline: Any
    usual: frozenset[str]
    readings: SharedStates


def load(weights: Weights, device: Device = "auto") -> Loaded:
    """Return the pipeline, with downloads switched off.

    Raises:
        ModelsError: If the weights cannot be loaded, the device is absent, or the release of Stanza is not supported.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", _PRIMITIVES)
    import stanza
    import torch

    check_version(stanza.__version__)
    torch.set_num_threads(1)
    if device == "cuda" and not torch.cuda.is_available():
        raise ModelsError("PyTorch finds no CUDA device; choose --device cpu, or install a CUDA build of torch.")
    chosen = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
    try:
        pipeline = stanza.Pipeline(
            "ar",
            dir=str(weights.directory),
            processors=PROCESSORS,
            package="default",
            tokenize_no_ssplit=True,  # its input is already split into sentences
            download_method=None,
            device=chosen,
            tokenize_batch_size=_BATCH_SENTENCES,
            pos_batch_size=_BATCH_SENTENCES,
            ner_batch_size=_BATCH_SENTENCES,
            depparse_batch_size=_BATCH_WORDS,
            logging_level="ERROR",
        )
        patch_tree_search()
        return Loaded(pipeline, usual_endings(weights.directory), SharedStates(pipeline))
    except Exception as error:  # Stanza and torch have no common base class for the errors of damaged weights
        raise ModelsError(
            f"The Stanza models in {weights.directory} cannot be loaded ({type(error).__name__}: {error}); "
            "restore them, or choose others with --models."
        ) from error


def fetch_official() -> Path:
    """Download Stanza's own Arabic packages, and return their directory.

    Raises:
        ModelsError: If the download fails.
    """
    import stanza

    directory = official_directory()
    try:
        stanza.download("ar", model_dir=str(directory), processors=PROCESSORS, logging_level="WARN")
    except Exception as error:  # the type of the error depends on where the download fails
        raise ModelsError(
            f"Stanza's Arabic models cannot be downloaded ({type(error).__name__}); "
            "check the network connection, or use the bundled models."
        ) from error
    return directory


def annotate_batch(loaded: Loaded, documents: Sequence[Document]) -> list[Outcome]:
    """Return the annotations of documents, computed together or, if that fails, one by one to isolate the failure."""
    try:
        return list(_annotate(loaded, documents))
    except Exception as error:  # a model may raise anything on unusual text
        if len(documents) > 1:
            return [outcome for document in documents for outcome in annotate_batch(loaded, [document])]
        reason = f"Stanza failed on its text ({type(error).__name__}: {' '.join(str(error).split())})"
        return [Problem(documents[0].source, reason, "check the text for anything unusual, or leave it out")]


def _annotate(loaded: Loaded, documents: Sequence[Document]) -> Iterator[Annotated]:
    reads = [(document, article(document.text)) for document in documents]
    places = [
        (document, read, start, end)
        for document, read in reads
        for start, end in pieces(read.text)
        if not is_foreign(read.text[start:end])
    ]
    sentences: dict[str, list[Sentence]] = {document.id: [] for document in documents}
    shown = [with_usual_endings(uniform(read.text[start:end]), loaded.usual) for _, read, start, end in places]
    # Sorted by length, to keep padding small.
    order = sorted(range(len(shown)), key=lambda number: -len(shown[number]))
    try:
        analysed = dict(zip(order, loaded.pipeline.bulk_process([shown[number] for number in order]), strict=True))
    finally:
        loaded.readings.clear()
        _release_memory()
    for number, (document, read, start, _) in enumerate(places):
        sentences[document.id] += (_sentence(s, read, start) for s in analysed[number].sentences if s.tokens)
    for document in documents:
        yield Annotated(document, tuple(sentences[document.id]))


def _sentence(sentence: Any, read: Normalized, offset: int) -> Sentence:
    tokens = tuple(
        Token(
            read.start(offset + token.start_char),
            read.end(offset + token.end_char),
            _words(token, read.text[offset + token.start_char : offset + token.end_char]),
            token.ner or "O",
        )
        for token in sentence.tokens
    )
    return Sentence(tokens[0].start, tokens[-1].end, tokens)


def _words(token: Any, written: str) -> tuple[Word, ...]:
    """Return the words of a token; a single word has the form of the original text, not of the normalized input."""
    whole = len(token.words) == 1
    return tuple(
        Word(
            written if whole else word.text,
            word.lemma or "",
            word.upos or "",
            word.feats or "",
            word.head,
            word.deprel or "",
        )
        for word in token.words
    )


def _prepared(weights: Weights, device: Device) -> tuple[Callable[[Sequence[Document]], list[Outcome]], bool]:
    """Return a function that annotates a batch, and whether its process can be forked."""
    loaded = load(weights, device)
    return functools.partial(annotate_batch, loaded), loaded.pipeline.device == "cpu"


def _release_memory() -> None:
    """Return freed memory to the system; glibc would keep it, up to a third of the process after a few batches."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def annotate_apart(weights: Weights, device: Device, batch: Sequence[Document]) -> list[Outcome]:
    """Annotate a batch in a worker process, which loads the pipeline once, for its first batch.

    Raises:
        ModelsError: If the weights cannot be loaded or the device is absent.
    """
    return annotate_batch(_loaded(weights, device), batch)


@functools.cache
def _loaded(weights: Weights, device: Device) -> Loaded:
    """Return the pipeline of a worker, loaded at the first call."""
    return load(weights, device)
