"""Files are written aside and exchanged as a whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder.core.errors import OutputError
from graph_builder.io.atomic import check_writable, locked, written_aside


def test_atomic_folder_is_created_and_empty(tmp_path: Path) -> None:
    check_writable(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_atomic_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    for target in (tmp_path / "taken", tmp_path / "taken" / "below"):
        with pytest.raises(OutputError, match=r"taken.*in the way; move it, or choose another folder with -o"):
            check_writable(target)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EDQUOT, "the disk is full; free some space"),
        (errno.EACCES, "you may not write there; change its permissions"),
        (errno.EROFS, "it is on a read-only file system; choose another folder with -o"),
        (errno.EIO, f"{os.strerror(errno.EIO)}; choose another folder with -o"),
    ],
)
def test_atomic_errors_are_in_words(tmp_path: Path, code: int, words: str) -> None:
    with pytest.raises(OutputError) as told, written_aside(tmp_path):
        raise OSError(code, os.strerror(code))
    assert str(told.value).startswith(f"Nothing can be written to {tmp_path}: {words}")
    assert list(tmp_path.iterdir()) == []


def test_atomic_exchange_replaces_files_and_keeps_others(tmp_path: Path) -> None:
    for name in ("a", "mine"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    with written_aside(tmp_path) as folder:
        (folder / "a").write_text("new", encoding="utf-8")
        (folder / "b").write_text("new", encoding="utf-8")
        assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a": "new",
        "b": "new",
        "mine": "old",
    }


def test_atomic_exchange_stops_at_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "precious").write_text("", encoding="utf-8")
    (tmp_path / "a").write_text("old", encoding="utf-8")
    with pytest.raises(OutputError, match="in the way"), written_aside(tmp_path) as folder:
        for name in ("a", "b"):
            (folder / name).write_text("new", encoding="utf-8")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert (tmp_path / "b" / "precious").exists()


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), OSError(errno.EIO, "broken")])
def test_atomic_exchange_is_undone_if_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    for name in ("a", "c"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    rename = Path.replace
    failed: list[Path] = []

    def replace(path: Path, target: Path) -> Path:
        if target == tmp_path / "c" and not failed:
            failed.append(target)
            raise failure
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((KeyboardInterrupt, OutputError)), written_aside(tmp_path) as folder:
        for name in ("a", "b", "c"):
            (folder / name).write_text("new", encoding="utf-8")
    assert failed
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a": "old", "c": "old"}


_HOLDING = """
import sys, time
from pathlib import Path
from graph_builder.io.atomic import locked, written_aside

with locked(Path(sys.argv[1])), written_aside(Path(sys.argv[1])) as folder:
    (folder / "graph.ttl").write_text("half of it")
    print("held", flush=True)
    time.sleep(120)
"""


def test_atomic_folder_is_locked_by_one_build(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("an earlier build", encoding="utf-8")
    holder = subprocess.Popen([sys.executable, "-c", _HOLDING, tmp_path], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(OutputError) as told, locked(tmp_path):
            pass
        assert str(told.value) == (
            f"Nothing can be written to {tmp_path}: another build into it is running (process {holder.pid}); "
            "wait until it has ended, or choose another folder with -o. "
            f"If none is running, remove {tmp_path / '.lock'}."
        )
    finally:
        holder.kill()
        holder.communicate()
    assert {path.name for path in tmp_path.iterdir()} > {".lock", "graph.ttl"}
    with locked(tmp_path):
        assert {path.name for path in tmp_path.iterdir()} == {".lock", "graph.ttl"}
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), OutputError("broken")])
def test_atomic_lock_is_released_after_an_error(tmp_path: Path, failure: BaseException) -> None:
    with pytest.raises(type(failure)), locked(tmp_path):
        raise failure
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
