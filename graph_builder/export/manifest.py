"""manifest.json: the inputs, settings and files of a build."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from graph_builder.core.result import Result
from graph_builder.export.summary import found
from graph_builder.io.text import write_text


def write(result: Result, path: Path) -> None:
    """Write the inputs, counts, problems and settings of a build, and the SHA-256 and size of its other files.

    It is written last, into a folder that contains only the build. It states no time and no folder, so that equal
    builds have equal manifests.

    Raises:
        OSError: If the file cannot be written.
    """
    manifest = {
        "inputs": [
            {"id": document.id, "source": document.source}
            for document in sorted(result.knowledge.documents, key=lambda document: document.id)
        ],
        "reading": asdict(result.reading),
        "found": found(result),
        "problems": [
            {
                "source": problem.source,
                "outcome": problem.outcome,
                "reason": problem.reason,
                "remedy": problem.remedy,
            }
            for problem in result.problems
        ],
        "settings": dict(sorted(result.settings.items())),
        "files": {file.name: digest(file) for file in sorted(path.parent.iterdir()) if file != path},
    }
    write_text(path, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


def digest(file: Path) -> dict[str, str | int]:
    """Return the SHA-256 and the size in bytes of a file.

    Raises:
        OSError: If it cannot be read.
    """
    content = file.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
