"""Locate the Stanza weights and compute their fingerprint, without importing Stanza."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import platformdirs

from graph_builder.core.errors import ModelsError

PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"
BUNDLED = Path(__file__).parent.parent / "models"
# Words whose last letter is often mistyped, in their usual spelling, one per line; an optional file beside the weights.
ENDINGS = "endings.txt"

# Version of the processing before and after Stanza; a new number invalidates all cached annotations.
_TREATMENT = "8"


@dataclass(frozen=True, slots=True)
class Weights:
    """A directory in Stanza's layout, and the fingerprint of all its files that determine annotations."""

    directory: Path
    fingerprint: str


def official_directory() -> Path:
    """Return the directory of Stanza's own Arabic packages, as `graph-builder models fetch` downloads them."""
    return Path(platformdirs.user_data_dir("graph-builder")) / "stanza"


def find_weights(choice: str = "bundled") -> Weights:
    """Return the weights of a choice: `bundled`, `official`, or the path of a directory.

    Raises:
        ModelsError: If they are absent or not in Stanza's layout.
    """
    directory, remedy = _place(choice)
    index = directory / "resources.json"
    if not index.is_file():
        raise ModelsError(f"There are no Stanza models in {directory} (no resources.json); {remedy}.", path=directory)
    files = _files(index, remedy)
    for path in files:
        if not path.is_file():
            raise ModelsError(f"The Stanza model {path} is missing; {remedy}.", path=path)
    endings = directory / ENDINGS
    return Weights(directory, _fingerprint([*files, endings] if endings.is_file() else files))


def models_directory(choice: str = "bundled") -> Path:
    """Return the directory of a choice (`bundled`, `official` or a path) without checking its content."""
    return _place(choice)[0]


def _place(choice: str) -> tuple[Path, str]:
    """Return the directory of a choice, and the remedy if it contains no models."""
    if choice == "bundled":
        return BUNDLED, "reinstall graph-builder"
    if choice == "official":
        return official_directory(), "run `graph-builder models fetch` once, with a network connection"
    return Path(choice).expanduser(), "name a directory in Stanza's layout, or leave --models out"


def usual_endings(directory: Path) -> frozenset[str]:
    """Return the words of the directory's list of endings, or none if it has no list."""
    path = directory / ENDINGS
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def _files(index: Path, remedy: str) -> list[Path]:
    """Return the files of the default package: those of each processor and of its dependencies."""
    try:
        arabic = json.loads(index.read_text(encoding="utf-8"))["ar"]
        packages = arabic["packages"]["default"]
        names = {(processor, packages[processor]) for processor in PROCESSORS.split(",")}
        for processor, package in sorted(names):
            names.update((d["model"], d["package"]) for d in arabic[processor][package].get("dependencies", ()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelsError(
            f"{index} does not list the Arabic processors {PROCESSORS} ({error}); {remedy}.", path=index
        ) from error
    return [index.parent / "ar" / processor / f"{package}.pt" for processor, package in sorted(names)]


def _fingerprint(files: list[Path]) -> str:
    digest = hashlib.sha256(f"{_TREATMENT} {version('stanza')} {PROCESSORS}".encode())
    for path in files:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
