from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder.export.explorer import write
from tests.export.explorer.results import sample_result


def test_it_writes_utf8(tmp_path: Path) -> None:
    write(sample_result(), tmp_path / "explorer.html")
    content = (tmp_path / "explorer.html").read_bytes()
    assert "ليلى المنصوري" in content.decode("utf-8")
    assert b"\r" not in content
    assert len(content) < 700_000


def test_the_bytes_depend_on_neither_locale_nor_hash_seed(tmp_path: Path) -> None:
    write(sample_result(), tmp_path / "here.html")
    script = (
        "import sys; from pathlib import Path; from graph_builder.export.explorer import write; "
        "from tests.export.explorer.results import sample_result; write(sample_result(), Path(sys.argv[1]))"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "there.html")],
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"},
    )
    here, there = (hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("here.html", "there.html"))
    assert here == there


def test_an_unwritable_place_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write(sample_result(), tmp_path / "missing" / "explorer.html")
