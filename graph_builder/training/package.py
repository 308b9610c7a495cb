"""Package trained weights in a directory in Stanza's layout, compressed, in half precision, without local paths."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

from graph_builder.annotate.weights import ENDINGS
from graph_builder.training.run_directory import PACKAGE, PROCESSORS, RunDirectory

_CHARLMS = ("forward_charlm", "backward_charlm")
_NEEDS = {
    "tokenize": (("forward_charlm", PACKAGE),),
    "pos": (("pretrain", "segmented"), *((charlm, PACKAGE) for charlm in _CHARLMS)),
    "depparse": (("pretrain", "segmented"), *((charlm, PACKAGE) for charlm in _CHARLMS)),
    "ner": (("pretrain", "words"), *((charlm, PACKAGE) for charlm in _CHARLMS)),
}
# Suffixes of settings that contain local paths.
_LOCAL = ("_file", "_dir", "_name")


def package(run_directory: RunDirectory, directory: Path) -> list[Path]:
    """Write the weights of a run to a directory in Stanza's layout, and return the files written.

    Each is written to a temporary file and then renamed, the index last.
    """
    sources = {("pretrain", kind): run_directory.vectors(kind) for kind in ("words", "segmented")}
    sources |= {
        (f"{direction}_charlm", PACKAGE): run_directory.charlm(direction) for direction in ("forward", "backward")
    }
    sources |= {(processor, PACKAGE): run_directory.weights(processor) for processor in PROCESSORS}
    files = []
    index: dict[str, Any] = {"lang_name": "Arabic"}
    for (model, name), source in sorted(sources.items()):
        target = directory / "ar" / model / f"{name}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_weights(source, target, model)
        entry: dict[str, Any] = {"md5": hashlib.md5(target.read_bytes()).hexdigest()}
        if model in _NEEDS:
            entry["dependencies"] = [{"model": m, "package": p} for m, p in _NEEDS[model]]
        index.setdefault(model, {})[name] = entry
        files.append(target)
    spelt = directory / ENDINGS
    aside = _aside(spelt)
    aside.write_bytes(run_directory.endings.read_bytes())
    aside.replace(spelt)
    classifier = directory / "ar" / "relations" / f"{PACKAGE}.npz"
    classifier.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(classifier)
    aside.write_bytes(run_directory.relations.read_bytes())
    aside.replace(classifier)
    index["default_processors"] = dict.fromkeys(PROCESSORS, PACKAGE)
    index["packages"] = {"default": dict.fromkeys(PROCESSORS, PACKAGE)}
    resources = directory / "resources.json"
    aside = _aside(resources)
    aside.write_text(json.dumps({"ar": index}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    aside.replace(resources)
    return [*files, spelt, classifier, resources]


def write_weights(source: Path, target: Path, model: str) -> None:
    """Write the weights of a model, compressed, in half precision and without local paths."""
    import torch

    content = torch.load(source, map_location="cpu", weights_only=True)
    if model == "pretrain":
        kept = content
    elif model in _CHARLMS:
        kept = {**content, "state_dict": _halved(content["state_dict"])}
    else:
        kept = {
            key: value for key, value in content.items() if key not in ("optimizer_state_dict", "dev_score_history")
        }
        kept["config"] = {name: _portable(name, value) for name, value in content["config"].items()}
        kept["model"] = _halved(kept["model"])
    aside = _aside(target)
    torch.save(kept, aside)
    _compress(aside)
    aside.replace(target)


def _compress(path: Path) -> None:
    """Deflate the members of a file of PyTorch, which stores them as they are but reads both."""
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)


def _aside(target: Path) -> Path:
    """Return the temporary path of a file; its stem is kept, since torch stores that in the file."""
    return target.with_suffix(".part")


def _halved(state: dict[str, Any]) -> dict[str, Any]:
    """Return weights in half precision; Stanza loads them in single precision, and no F1 changed by 0.1 points."""
    return {name: value.half() if _is_float(value) else value for name, value in state.items()}


def _is_float(value: Any) -> bool:
    return hasattr(value, "is_floating_point") and bool(value.is_floating_point())


def _portable(name: str, value: Any) -> Any:
    return Path(value).name if name.endswith(_LOCAL) and isinstance(value, str) else value
