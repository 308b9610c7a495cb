"""The two ways to a knowledge graph: from articles, and from the folder of a build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph_builder import pipeline
from graph_builder.annotate import Annotator
from graph_builder.api.knowledge_graph import KnowledgeGraph
from graph_builder.core.errors import ReviewError
from graph_builder.core.settings import RdfOptions, Settings
from graph_builder.core.values import InputSummary, Problem
from graph_builder.io import build_files as written
from graph_builder.pipeline import Progress
from graph_builder.resolve.decisions import FILE as DECISIONS
from graph_builder.resolve.decisions import read as read_decisions


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path | None = None,
    settings: Settings | None = None,
    *,
    annotator: Annotator | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles, find who and what they name and what they say of it.

    >>> import graph_builder as gb
    >>> kg = gb.build("seeds/", "output/")  # doctest: +SKIP

    inputs
        Files, folders or globs of .txt, .jsonl, .csv, .html and .conllu.
    output
        The folder to write all files of the build to; None to write nothing.
    settings
        What can be chosen: the models, the window of co-occurrence, columns of tables, decisions, and so on.
    annotator
        What annotates instead of Stanza; nothing of it is kept.
    progress
        Called with the name of a step, how much of it is done, and how much there is to do.

    Articles that were annotated once, by whichever build, are not annotated again. What had to be left out, and why,
    is in `problems` of what is returned.

    Raises GraphBuilderError: InputError, ModelsError, CacheError, DecisionError or OutputError.
    """
    settings = settings or Settings()
    folder = Path(output) if output is not None else None
    more = {"progress": progress} if progress else {}
    built = pipeline.build(inputs, folder, settings, annotator=annotator, **more)
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
    """What a build wrote into a folder, as it was when it was written; neither models nor articles are needed.

    >>> import graph_builder as gb
    >>> kg = gb.load("output/")  # doctest: +SKIP

    Raises ReviewError for a folder that no build wrote, and DecisionError for decisions there that cannot be read.
    """
    folder = Path(folder)
    manifest = written.manifest(folder)
    knowledge = written.knowledge(folder)
    decisions = read_decisions(folder / DECISIONS) if (folder / DECISIONS).is_file() else ()
    try:
        problems = tuple(Problem(**problem) for problem in manifest["problems"])
        settings: dict[str, str] = manifest["settings"]
        rdf = _rdf(settings.get("rdf", ""))
        reading = InputSummary(**manifest["reading"])
    except (KeyError, TypeError) as error:
        raise ReviewError(
            f"{folder / 'manifest.json'} is not what this version of graph-builder writes ({error!r}); build anew."
        ) from error
    return KnowledgeGraph(knowledge, settings, problems, rdf, folder=folder, decisions=decisions, reading=reading)


def _rdf(stated: str) -> RdfOptions:
    """How RDF was written, as the manifest states it in one line."""
    base, *rest = stated.split() or [RdfOptions().base]
    flags = ("reified", "cooccurrence")
    return RdfOptions(
        base,
        licence=next((word for word in rest if ":" in word), ""),
        **{flag: flag in rest for flag in flags},
    )
