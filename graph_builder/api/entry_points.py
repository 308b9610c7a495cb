"""Build a knowledge graph from articles, or load one from the folder of a build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph_builder import pipeline
from graph_builder.annotate import Annotator
from graph_builder.api.knowledge_graph import KnowledgeGraph
from graph_builder.core.errors import DamagedBuildError
from graph_builder.core.progress import Progress, no_progress
from graph_builder.core.settings import RdfOptions, Settings
from graph_builder.core.values import InputSummary, Problem
from graph_builder.io import build_files
from graph_builder.resolve.decisions import read_folder


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path | None = None,
    settings: Settings | None = None,
    *,
    annotator: Annotator | None = None,
    progress: Progress = no_progress,
) -> KnowledgeGraph:
    """Build a knowledge graph from articles.

    Examples:
        >>> import graph_builder as gb
        >>> kg = gb.build("seeds/", "output/")  # doctest: +SKIP

    Articles are annotated once, whatever they are built into. `problems` of the result lists the inputs that were
    skipped, and why.

    Args:
        inputs: Files, folders or globs of text, web pages, feeds, tables, documents and archives.
        output: The folder to write all files of the build to; None to write nothing.
        settings: The options of the build, documented at `Settings`.
        annotator: Annotates instead of Stanza; its annotations are not cached.
        progress: Called with the name of a step, how many of its parts are done, and how many there are.

    Raises:
        SettingsError: A setting has a value that cannot be used.
        InputError: Nothing can be read.
        LexiconError: A lexicon file of the package is malformed.
        ModelsError: The models are missing, or cannot be loaded.
        AnnotationError: The language pipeline failed.
        ClusterError: The Dask cluster of `settings.scheduler` cannot be used.
        DecisionError: The file of decisions cannot be read.
        CacheError: The cache folder cannot be used.
        OutputError: The output folder cannot be written; nothing in it has changed.
    """
    settings = settings or Settings()
    folder = Path(output) if output is not None else None
    built = pipeline.build(inputs, folder, settings, annotator=annotator, progress=progress)
    decisions, _ = pipeline.decisions_for(settings, folder)
    result = built.result
    return KnowledgeGraph(
        result.knowledge,
        result.settings,
        result.problems,
        result.rdf,
        folder=folder,
        decisions=decisions,
        reading=result.reading,
        _with_layout=result,
    )


def load(folder: str | Path) -> KnowledgeGraph:
    """Load a build from its folder, as it was when it was written; neither models nor articles are needed.

    Examples:
        >>> import graph_builder as gb
        >>> kg = gb.load("output/")  # doctest: +SKIP

    A file of the build is read when something in it is first used, so that a large build opens at once. If it is
    damaged, or the build was replaced since, DamagedBuildError is raised then.

    Raises:
        DamagedBuildError: The folder is not that of a build, or a file of it is missing.
        DecisionError: `decisions.yaml` in the folder cannot be read.
    """
    folder = Path(folder)
    manifest = build_files.manifest(folder)
    knowledge = build_files.knowledge(folder)
    decisions = read_folder(folder)
    try:
        problems = tuple(Problem(**problem) for problem in manifest["problems"])
        settings: dict[str, str] = manifest["settings"]
        rdf = RdfOptions.from_manifest(settings.get("rdf", ""))
        reading = InputSummary(**manifest["reading"])
    except (KeyError, TypeError) as error:
        raise DamagedBuildError(
            f"{folder / 'manifest.json'} is not what this version of graph-builder writes ({error!r}); build again.",
            path=folder / "manifest.json",
        ) from error
    return KnowledgeGraph(knowledge, settings, problems, rdf, folder=folder, decisions=decisions, reading=reading)
