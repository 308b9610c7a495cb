"""The explorer's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.export.explorer import write
from tests.support.samples import sample_result


def test_explorer_is_utf8(tmp_path: Path) -> None:
    write(sample_result(), tmp_path / "explorer.html")
    content = (tmp_path / "explorer.html").read_bytes()
    assert "ليلى المنصوري" in content.decode("utf-8")
    assert b"\r" not in content
    assert len(content) < 750_000


def test_explorer_in_unwritable_place_raises_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write(sample_result(), tmp_path / "missing" / "explorer.html")
