"""graph-builder explore."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import ONE, graph_builder, keep

PAGE = "<!doctype html><title>page</title>"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a page, below a name that an address has to escape."""
    folder = tmp_path / "a build, نتائج"
    folder.mkdir()
    (folder / "explorer.html").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def browser(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """An environment whose browser writes down what it is to open, and where it does."""
    seen = tmp_path / "seen.txt"
    script = tmp_path / "browser.sh"
    script.write_text(f'#!/bin/sh\necho "$1" >> "{seen}"\n', encoding="utf-8")
    script.chmod(0o755)
    return {"BROWSER": f"{script} %s"}, seen


def test_explore_opens_the_page(built: Path, browser: tuple[dict[str, str], Path]) -> None:
    env, seen = browser
    done = graph_builder("explore", built, env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert seen.read_text(encoding="utf-8").strip() == (built / "explorer.html").resolve().as_uri()


def test_explore_without_a_page_is_an_error(tmp_path: Path) -> None:
    done = graph_builder("explore", tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().endswith(f"build into it first: graph-builder build INPUT... -o {tmp_path}")
    assert "has no explorer.html" in done.stderr


def test_explore_without_a_browser_prints_the_path(built: Path) -> None:
    done = graph_builder("explore", built, env={"BROWSER": "/nowhere/browser", "PATH": "/nowhere", "DISPLAY": ""})
    assert done.returncode == 0
    assert (built / "explorer.html").resolve().as_uri() in done.stderr


@pytest.mark.slow
def test_build_open_opens_the_page(tmp_path: Path, browser: tuple[dict[str, str], Path]) -> None:
    env, seen = browser
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    keep(tmp_path / "cache", ONE)
    done = graph_builder(
        *("build", tmp_path / "one.txt", "-o", tmp_path / "out", "--cache", tmp_path / "cache", "--open"), env=env
    )
    assert done.returncode == 0, done.stderr
    assert seen.read_text(encoding="utf-8").strip() == (tmp_path / "out" / "explorer.html").resolve().as_uri()
