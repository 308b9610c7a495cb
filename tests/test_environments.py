"""Builds in unusual environments give the same files or a clear error."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from tests.support.command import ONE, TWO, contents, graph_builder, keep

pytestmark = pytest.mark.slow

_DAY = 86_400.0


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the annotation of the two articles."""
    folder = tmp_path_factory.mktemp("cache")
    keep(folder, ONE, TWO)
    return folder


def _articles(folder: Path) -> Path:
    folder.mkdir()
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _built(folder: Path, cache: Path, *through: str, into: str = "out", **env: str) -> dict[str, bytes]:
    """Return the files that a build of the folder's articles writes, whose names hold no path."""
    command = ("build", folder.name, "-o", into, "--cache", cache, "--quiet")
    done = graph_builder(*command, env=env, through=through, cwd=folder.parent)
    assert (done.returncode, done.stderr) == (0, "")
    return contents(folder.parent / into)


@pytest.fixture(scope="module")
def usual(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the articles give in the environment of the tests."""
    return _built(_articles(tmp_path_factory.mktemp("usual") / "news"), cache)


@pytest.mark.parametrize("language", ["tr_TR.UTF-8", "de_DE.ISO-8859-1"])
def test_environment_locale(language: str, usual: dict[str, bytes], cache: Path, tmp_path: Path) -> None:
    assert _built(_articles(tmp_path / "news"), cache, LC_ALL=language, LANG=language, LANGUAGE="") == usual


def test_environment_without_home(usual: dict[str, bytes], cache: Path, tmp_path: Path) -> None:
    unset = ("env", "-u", "HOME", "-u", "XDG_CACHE_HOME", "-u", "USER", "-u", "LOGNAME")
    assert _built(_articles(tmp_path / "news"), cache, *unset) == usual


def test_environment_paths_in_arabic_with_spaces(usual: dict[str, bytes], cache: Path, tmp_path: Path) -> None:
    parent = tmp_path / "مجلد فيه «مسافات» و'علامات'"
    parent.mkdir()
    assert _built(_articles(parent / "news"), cache, into="ناتج البناء") == usual


def test_environment_files_of_any_time(usual: dict[str, bytes], cache: Path, tmp_path: Path) -> None:
    folder = _articles(tmp_path / "news")
    for name, days in (("one.txt", -20_000), ("two.txt", 10_000)):
        then = (folder / name).stat().st_mtime + days * _DAY
        os.utime(folder / name, (then, then))
    assert _built(folder, cache) == usual
    (folder / "two.txt").unlink()
    assert _built(folder, cache) != usual


def test_environment_file_size_limit_ends_the_build(cache: Path, tmp_path: Path) -> None:
    before = _built(_articles(tmp_path / "news"), cache)
    (tmp_path / "news" / "one.txt").unlink()

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = ("build", "news", "-o", "out", "--cache", cache, "--quiet")
    done = graph_builder(*command, cwd=tmp_path, preexec_fn=limit)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1 and "out" in done.stderr
    assert contents(tmp_path / "out") == before
