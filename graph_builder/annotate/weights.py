"""Which Stanza weights to use, where they are, and what tells two sets of them apart. Stanza is not imported here."""

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
# Words that end in a letter which typists exchange, a line each, as they are mostly spelt; beside the weights or not.
ENDINGS = "endings.txt"

# What is done to a text before and after Stanza; another number makes every kept annotation stale.
_TREATMENT = "8"


@dataclass(frozen=True, slots=True)
class Weights:
    """A directory in Stanza's layout, and the fingerprint of all in it that shapes an annotation."""

    directory: Path
    fingerprint: str


def official_directory() -> Path:
    """Where `graph-builder models fetch` puts Stanza's own Arabic packages."""
    return Path(platformdirs.user_data_dir("graph-builder")) / "stanza"


def find_weights(choice: str = "bundled") -> Weights:
    """The weights that `bundled`, `official` or the path of a directory stands for.

    Raises ModelsError if they are absent or not in Stanza's layout.
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
    """Return the directory that `bundled`, `official` or a path stands for, whatever it holds."""
    return _place(choice)[0]


def _place(choice: str) -> tuple[Path, str]:
    """Return the directory of a choice, and what to do where it holds no models."""
    if choice == "bundled":
        return BUNDLED, "install graph-builder anew"
    if choice == "official":
        return official_directory(), "run `graph-builder models fetch` once, with a network connection"
    return Path(choice).expanduser(), "name a directory in Stanza's layout, or leave --models out"


def usual_endings(directory: Path) -> frozenset[str]:
    """The words of the directory's list of endings; none, if it has no list."""
    path = directory / ENDINGS
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def _files(index: Path, remedy: str) -> list[Path]:
    """The weights of the default package: of each processor, and those that it is computed from."""
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
