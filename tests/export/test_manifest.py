"""manifest.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from graph_builder.export import write_all
from tests.support.samples import sample_knowledge, sample_result


def test_manifest_has_inputs_settings_problems_and_digests(tmp_path: Path) -> None:
    written = write_all(sample_result(), tmp_path)
    text = (tmp_path / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert {(entry["id"], entry["source"]) for entry in manifest["inputs"]} == {
        (document.id, document.source) for document in sample_knowledge().documents
    }
    assert manifest["settings"] == {"version": "0", "window": "sentence"}
    assert [problem["outcome"] for problem in manifest["problems"]] == ["skipped", "noted"]
    others = [path for path in written if path.name != "manifest.json"]
    assert manifest["files"].keys() == {path.name for path in others}
    for path in others:
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        assert manifest["files"][path.name] == {"sha256": digest, "bytes": len(content)}
    assert str(tmp_path) not in text
