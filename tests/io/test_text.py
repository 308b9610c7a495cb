"""Text that can be encoded."""

from __future__ import annotations

from pathlib import Path

from graph_builder.io.text import encodable, write_text


def test_text_replaces_surrogates_one_for_one(tmp_path: Path) -> None:
    assert encodable("حلب\ud800😀") == "حلب\ufffd😀"
    write_text(tmp_path / "t", "a\ud800\nb\r\n")
    assert (tmp_path / "t").read_bytes() == "a\ufffd\nb\r\n".encode()
