"""Build pipeline, from input files to output files; the only module that knows all stages."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from graph_builder import cluster
from graph_builder.annotate import Annotator, annotate
from graph_builder.annotate.cache import Cache, CachedAnnotation
from graph_builder.annotate.stanza import StanzaAnnotator
from graph_builder.annotate.weights import find_weights
from graph_builder.cluster import Cluster
from graph_builder.core.annotations import Annotations, Read
from graph_builder.core.batches import here
from graph_builder.core.errors import DamagedBuildError, InputError
from graph_builder.core.progress import Progress, no_progress
from graph_builder.core.result import Result
from graph_builder.core.settings import Settings, Window
from graph_builder.core.values import Annotated, Document, Knowledge, Problem, Relation, Span, mentioned_or_related
from graph_builder.corpus import Corpus, read_corpus
from graph_builder.corpus import digest as corpus_digest
from graph_builder.export import locked, rdf, write_all
from graph_builder.export.manifest import digest as digest_of
from graph_builder.export.summary import found
from graph_builder.fingerprints import (
    cache_directory,
    load_classifier,
    manifest_settings,
    names_fingerprint,
    relations_fingerprint,
)
from graph_builder.graphs.cooccurrence import cooccurrence_graph
from graph_builder.graphs.layout import with_layout
from graph_builder.graphs.measures import with_measures
from graph_builder.graphs.relations import relation_graph
from graph_builder.io.build_files import manifest as read_manifest
from graph_builder.relate import ExtractionCache, check_rules, relate
from graph_builder.resolve import NameCache, Resolution, resolve
from graph_builder.resolve.decisions import FILE as DECISIONS
from graph_builder.resolve.decisions import Decision, add_decisions, read_folder
from graph_builder.resolve.decisions import read as read_decisions

# Text, in characters, that is worth another process: loading the models takes as long as annotating about this much.
_PER_WORKER = 40_000


@dataclass(frozen=True, slots=True)
class BuildReport:
    """A finished build.

    Attributes:
        result: Knowledge and graphs.
        files: The files written, sorted.
        words: Number of words read.
        seconds: Duration of each step.
    """

    result: Result
    files: tuple[Path, ...]
    words: int
    seconds: Mapping[str, float]


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path | None = None,
    settings: Settings | None = None,
    *,
    annotator: Annotator | None = None,
    progress: Progress = no_progress,
) -> BuildReport:
    """Read articles, extract entities and relations, and write them as graphs.

    Args:
        inputs: Files, folders or globs of text, web pages, feeds, tables, documents and archives.
        output: The folder to write to; None to write nothing.
        settings: The options of the build.
        annotator: Annotates instead of Stanza; its annotations are not cached.
        progress: Called with the name of a step, how many of its parts are done, and how many there are.

    Raises:
        BuildError: One of its kinds: SettingsError, InputError, LexiconError, ModelsError, AnnotationError,
            ClusterError, CacheError, OutputError.
        DecisionError: The file of decisions cannot be read.
    """
    settings = settings or Settings()
    settings = replace(settings, rdf=rdf.checked(settings.rdf))
    seconds: dict[str, float] = {}
    directory = Path(output) if output is not None else None
    cluster.check(settings)
    check_rules(settings.without_rules)
    with _timed("read", seconds):
        progress("read", 0, 1)
        named = [inputs] if isinstance(inputs, str | Path) else inputs
        digest = corpus_digest(named, directory)
        corpus = read_corpus(named, settings.columns, directory, settings.selection)
    with locked(directory) if directory is not None else nullcontext():
        return _built(corpus, digest, directory, settings, annotator, progress, seconds)


def _built(
    corpus: Corpus,
    digest: str,
    directory: Path | None,
    settings: Settings,
    annotator: Annotator | None,
    progress: Progress,
    seconds: dict[str, float],
) -> BuildReport:
    with _timed("annotate", seconds), cluster.joined(settings) as workers:
        annotated, sentences, failed, fingerprint = _annotated(corpus, settings, annotator, progress, workers)
    with _timed("resolve", seconds):
        progress("resolve", 0, 1)
        decisions, where = decisions_for(settings, directory)
        names = NameCache(cache_directory(settings), names_fingerprint())
        resolution = resolve(annotated, decisions, where, names)
    with _timed("relate", seconds), cluster.joined(settings) as workers:
        progress("relate", 0, 1)
        trained, run = load_classifier(settings), workers.run if workers else here
        # Annotations supplied by the caller have no fingerprint and may differ next time.
        given = annotator is not None or corpus.annotated
        relations_directory = cache_directory(settings) / fingerprint
        kept = None if given else ExtractionCache(relations_directory, relations_fingerprint(settings, fingerprint))
        without = frozenset(settings.without_rules)
        read = relate(annotated, resolution.entities, trained, settings.min_confidence, kept, run, without)
        relations = [relation for relation in read if relation.confidence >= (settings.min_confidence or 0.0)]
    with _timed("graphs", seconds):
        progress("graphs", 0, 1)
        result = with_graphs(_knowledge(annotated.documents, sentences, resolution, relations), settings.window)
    result = replace(
        result,
        problems=(*corpus.problems, *failed, *resolution.problems),
        settings=manifest_settings(settings, fingerprint, decisions, digest),
        rdf=settings.rdf,
        reading=corpus.reading,
    )
    with _timed("write", seconds):
        files = write_all(result, directory, progress) if directory is not None else ()
    return BuildReport(result, files, found(result)["words"], seconds)


def unchanged(inputs: Sequence[str | Path], directory: Path, settings: Settings) -> Mapping[str, Any] | None:
    """Return the manifest of the build in a folder if a new build would be identical; None if it might not.

    It is identical if the inputs, settings, decisions, models and versions are those of the manifest, the files of the
    build are unchanged, and no file of this package is newer.

    Raises:
        SettingsError: An RDF option cannot be used.
        ModelsError: The models are missing.
        DecisionError: The file of decisions cannot be read.
    """
    try:
        manifest = read_manifest(directory)
        decisions, _ = decisions_for(settings, directory)
        fingerprint = find_weights(settings.models).fingerprint
        digest = corpus_digest(inputs, directory)
        settings = replace(settings, rdf=rdf.checked(settings.rdf))
        same = digest and manifest["settings"] == manifest_settings(settings, fingerprint, decisions, digest)
        whole = (
            same
            and not _is_newer(directory)
            and all(digest_of(directory / name) == each for name, each in manifest["files"].items())
        )
    except (DamagedBuildError, OSError, KeyError, TypeError, AttributeError):
        return None
    return manifest if whole else None


def _is_newer(directory: Path) -> bool:
    built = (directory / "manifest.json").stat().st_mtime
    package = Path(__file__).parent
    return any(path.stat().st_mtime > built for kind in ("*.py", "*.yaml", "*.jinja") for path in package.rglob(kind))


def with_graphs(knowledge: Knowledge, window: Window = "sentence", *, layout: bool = True) -> Result:
    """Return knowledge with both graphs; `layout` measures and lays them out, as all exporters but RDF need."""
    cooccurrence, relations = cooccurrence_graph(knowledge, window), relation_graph(knowledge)
    if layout:
        return Result(knowledge, with_layout(with_measures(cooccurrence)), with_layout(with_measures(relations)))
    return Result(knowledge, cooccurrence, relations)


def save(result: Result, directory: Path, decisions: Sequence[Decision]) -> None:
    """Write every file of a build into a folder, and add those decisions that its `decisions.yaml` lacks.

    Raises:
        OutputError: The folder cannot be written; nothing in it has changed.
        DecisionError: `decisions.yaml` cannot be read or written.
    """
    there = read_folder(directory)
    write_all(result, directory)
    if new := [decision for decision in decisions if decision not in there]:
        add_decisions(directory, *new)


def decisions_for(settings: Settings, directory: Path | None) -> tuple[tuple[Decision, ...], str]:
    """Return the decisions that a build into a folder applies, and the path of their file.

    Raises:
        DecisionError: The file cannot be read.
    """
    own = directory / DECISIONS if directory is not None else None
    path = settings.decisions or (own if own is not None and own.is_file() else None)
    return (read_decisions(path), str(path)) if path else ((), "")


def _annotated(
    corpus: Corpus, settings: Settings, annotator: Annotator | None, progress: Progress, workers: Cluster | None
) -> tuple[Annotations, list[Span], list[Problem], str]:
    """Return the annotations, the bounds of all sentences, the articles that failed, and the fingerprint of the models.

    Annotations by Stanza are not held in memory but read from the cache whenever they are needed.
    """
    locked = {each.document.id: each for each in corpus.annotated}
    done = [each.document for each in corpus.annotated]
    sentences = [span for each in corpus.annotated for span in _sentences(each)]
    failed: list[Problem] = []
    fingerprint = "given"
    cache = None
    if corpus.documents:
        if annotator is None:
            weights = find_weights(settings.models)
            fingerprint = weights.fingerprint
            cache = Cache(cache_directory(settings), fingerprint)
            if workers:
                outcomes = annotate(corpus.documents, workers.annotate, cache)
            else:
                made = StanzaAnnotator(weights, settings.device, _workers(settings, corpus.documents))
                outcomes = annotate(corpus.documents, made, cache)
        else:
            outcomes = iter(annotator(corpus.documents))
        total = len(corpus.documents)
        progress("annotate", 0, total)
        for number, outcome in enumerate(outcomes, start=1):
            progress("annotate", number, total)
            if isinstance(outcome, Problem):
                failed.append(outcome)
                continue
            done.append(outcome.document)
            sentences += _sentences(outcome)
            if cache is None and isinstance(outcome, Annotated):
                locked[outcome.document.id] = outcome
    if not done:
        raise InputError(f"No article could be annotated; {failed[0]}")

    def read(document: Document) -> Annotated:
        return cache.kept(document) if cache and document.id not in locked else locked[document.id]

    def deferred(document: Document) -> Read:
        return cache.deferred(document) if cache and document.id not in locked else partial(_given, locked[document.id])

    return Annotations(done, read, deferred), sorted(sentences), sorted(failed, key=str), fingerprint


def _given(annotated: Annotated) -> Annotated:
    return annotated


def _sentences(annotated: Annotated | CachedAnnotation) -> Iterator[Span]:
    return (Span(annotated.document.id, each.start, each.end) for each in annotated.sentences)


def _knowledge(
    documents: Sequence[Document], sentences: Sequence[Span], resolution: Resolution, relations: Sequence[Relation]
) -> Knowledge:
    """Return all that was found; of entities that only an adjective names, those of a relation."""
    return Knowledge(
        tuple(documents),
        tuple(sentences),
        mentioned_or_related(resolution.entities, relations),
        resolution.merges,
        tuple(relations),
    )


def _workers(settings: Settings, documents: Sequence[Document]) -> int:
    if settings.workers is not None:
        return settings.workers
    length = sum(len(document.text) for document in documents)
    return max(1, min(os.cpu_count() or 1, length // _PER_WORKER))


@contextmanager
def _timed(step: str, seconds: dict[str, float]) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[step] = round(time.perf_counter() - start, 3)
