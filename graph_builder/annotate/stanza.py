"""Stanza's Arabic pipeline. The only module that imports stanza, and torch with it."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.annotate.pieces import pieces
from graph_builder.annotate.stanza_patches import SharedStates, check_version, patch_tree_search
from graph_builder.annotate.weights import PROCESSORS, Weights, official_directory, usual_endings
from graph_builder.arabic.endings import mended
from graph_builder.arabic.normalized import Normalized, article
from graph_builder.arabic.script import is_foreign
from graph_builder.arabic.uniform import uniform
from graph_builder.core.batches import batches
from graph_builder.core.errors import AnnotationError, ModelsError
from graph_builder.core.settings import Device
from graph_builder.core.values import Annotated, Document, Problem, Sentence, Token, Word

Outcome = Annotated | Problem

# Sentences that a model computes together.
_BATCH_SENTENCES = 64
# Words that the parser computes together: its memory grows with them.
_BATCH_WORDS = 1_000


class StanzaAnnotator:
    """Annotates documents in bulk, in this process or in several.

    On a CPU each process computes with one thread: several of them contend for the cores and take many times longer.
    """

    def __init__(self, weights: Weights, device: Device = "auto", workers: int = 1) -> None:
        self._weights = weights
        self._device = device
        self._workers = workers

    def __call__(self, documents: Sequence[Document]) -> Iterator[Outcome]:
        """Every document's annotation, or the problem that it met, in no promised order.

        What is computed together does not depend on the number of processes, nor does the outcome.

        Raises ModelsError if the weights cannot be loaded or the device is absent, AnnotationError if a process dies.
        """
        every = list(batches(sorted(documents, key=lambda d: d.id)))
        workers = min(self._workers, len(every))
        if workers <= 1:
            loaded = load(self._weights, self._device)
            for batch in every:
                yield from annotate_batch(loaded, batch)
        else:
            yield from self._in_processes(every, workers)

    def _in_processes(self, every: list[list[Document]], workers: int) -> Iterator[Outcome]:
        others = multiprocessing.active_children()
        executor = ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_IGN),  # the parent stops its workers
        )
        try:
            futures: list[Future[list[Outcome]]] = [
                executor.submit(annotate_apart, self._weights, self._device, batch) for batch in every
            ]
            for future in as_completed(futures):
                yield from future.result()
        except BrokenProcessPool as error:
            raise AnnotationError(
                "A process that annotates was ended, most likely because the memory is full; use fewer --workers."
            ) from error
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                if process not in others:
                    process.terminate()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Stanza's pipeline, how words are spelt whose last letter typists exchange, what its language models have read."""

    pipeline: Any
    usual: frozenset[str]
    readings: SharedStates


def load(weights: Weights, device: Device = "auto") -> Loaded:
    """The pipeline, with downloads switched off.

    Raises ModelsError.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
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
            tokenize_no_ssplit=True,  # what it is given are sentences
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
    except Exception as error:  # Stanza and torch have no common base for what damaged weights cause
        raise ModelsError(
            f"The Stanza models in {weights.directory} cannot be loaded ({type(error).__name__}: {error}); "
            "restore them, or choose others with --models."
        ) from error


def fetch_official() -> Path:
    """Download Stanza's own Arabic packages, and say where they are.

    Raises ModelsError without a connection.
    """
    import stanza

    directory = official_directory()
    try:
        stanza.download("ar", model_dir=str(directory), processors=PROCESSORS, logging_level="WARN")
    except Exception as error:  # what a failed download raises depends on where it fails
        raise ModelsError(
            f"Stanza's Arabic models cannot be downloaded ({type(error).__name__}); "
            "check the network connection, or keep to the bundled models."
        ) from error
    return directory


def annotate_batch(loaded: Loaded, documents: Sequence[Document]) -> list[Outcome]:
    """All documents in one go; if that fails, one by one, so that only the one that fails is left out."""
    try:
        return list(_annotate(loaded, documents))
    except Exception as error:  # a model may fail on strange text in ways of its own
        if len(documents) > 1:
            return [outcome for document in documents for outcome in annotate_batch(loaded, [document])]
        reason = f"Stanza failed on its text ({type(error).__name__}: {' '.join(str(error).split())})"
        return [Problem(documents[0].source, reason, "look at the text for anything unusual, or leave it out")]


def _annotate(loaded: Loaded, documents: Sequence[Document]) -> Iterator[Annotated]:
    reads = [(document, article(document.text)) for document in documents]
    places = [
        (document, read, start, end)
        for document, read in reads
        for start, end in pieces(read.text)
        if not is_foreign(read.text[start:end])
    ]
    sentences: dict[str, list[Sentence]] = {document.id: [] for document in documents}
    loaded.readings.clear()
    shown = [mended(uniform(read.text[start:end]), loaded.usual) for _, read, start, end in places]
    # Sorted by length, so that little of a batch is padding.
    order = sorted(range(len(shown)), key=lambda number: -len(shown[number]))
    analysed = dict(zip(order, loaded.pipeline.bulk_process([shown[number] for number in order]), strict=True))
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
    """The token's words; one that is the whole token as it is written, not as the pipeline was shown it."""
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


def annotate_apart(weights: Weights, device: Device, batch: Sequence[Document]) -> list[Outcome]:
    """Annotate in a process that does nothing else: it loads the pipeline once, for the first batch.

    Raises ModelsError.
    """
    return annotate_batch(_loaded(weights, device), batch)


@functools.cache
def _loaded(weights: Weights, device: Device) -> Loaded:
    """The pipeline of a worker, which loads it once."""
    return load(weights, device)
