"""Parts of a large explorer, compressed."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import replace

import pytest

from graph_builder.export.explorer import parts as module
from graph_builder.export.explorer.page import page
from graph_builder.export.explorer.parts import packed, parts
from graph_builder.export.explorer.payload import page_data
from tests.export.explorer.test_page import Elements
from tests.support.samples import HOSTILE, result_of, sample_knowledge, sample_result


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is a large one, of three sentences a block."""
    monkeypatch.setattr(module, "LARGEST_WHOLE", 0)
    monkeypatch.setattr(module, "BLOCK", 3)


def test_parts_of_a_small_build_are_one() -> None:
    data = page_data(sample_result())
    assert parts(data) == {"data": data}
    assert 'type="application/gzip"' not in page(sample_result())


@pytest.mark.usefixtures("large")
def test_parts_of_a_large_build_hold_everything() -> None:
    data = page_data(sample_result())
    found = parts(data)
    assert list(found) == ["data", "together", "sentences-0", "sentences-1", "sentences-2"]
    first, together = found["data"], found["together"]
    blocks = [found[f"sentences-{number}"] for number in range(3)]
    for column in ("text", "opens", "names"):
        assert [each for block in blocks for each in block[column]] == data["sentences"][column]
    assert first["sentences"] == {"document": data["sentences"]["document"]}
    assert (together["pairs"], together["network"]) == (data["pairs"], data["networks"]["cooccurrence"])
    assert together["named"][0] == data["sentences"]["names"][0][2::3]
    for key in ("documents", "relations", "rules", "outlines", "build"):
        assert first[key] == data[key]
    details = [
        dict(zip(together["details"], row, strict=True)) for row in zip(*together["details"].values(), strict=True)
    ]
    assert [one | other for one, other in zip(first["entities"], details, strict=True)] == data["entities"]
    assert (first["blockSize"], first["pairCount"]) == (3, len(data["pairs"]["from"]))


@pytest.mark.usefixtures("large")
def test_parts_keep_the_first_pairs_uncompressed() -> None:
    data = page_data(result_of(replace(sample_knowledge(), relations=())))
    assert list(parts(data)) == ["data"]


@pytest.mark.usefixtures("large")
def test_parts_of_a_large_page_are_compressed_and_deterministic() -> None:
    html = page(sample_result())
    assert HOSTILE not in html
    elements = Elements(html)
    held = {name: elements.texts[name] for name in parts(page_data(sample_result()))}
    for name, (text,) in held.items():
        assert json.loads(gzip.decompress(base64.b64decode(text))) == json.loads(
            json.dumps(parts(page_data(sample_result()))[name])
        )
    types = {found["id"]: found["type"] for tag, found in elements.found if tag == "script" and "id" in found}
    assert types == {"labels": "application/json"} | dict.fromkeys(held, "application/gzip")
    assert page(sample_result()) == html


def test_parts_compression_is_deterministic() -> None:
    assert packed("حلب") == packed("حلب")
    assert gzip.decompress(base64.b64decode(packed("حلب"))).decode() == "حلب"
