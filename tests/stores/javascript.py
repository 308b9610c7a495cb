"""Packages of npm, found by NODE_PATH, and scripts that use them."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path


@cache
def missing(*packages: str) -> str:
    """Which packages are not installed, as a reason to skip; nothing if all are."""
    if shutil.which("node") is None:
        return "not installed: node"
    absent = [name for name in packages if not any((folder / name).is_dir() for folder in _folders())]
    return f"not in NODE_PATH: {', '.join(absent)}" if absent else ""


def node(script: str, *arguments: str | Path) -> str:
    """What a script prints that does not fail; `process.argv` has its arguments from the second on."""
    done = subprocess.run(
        ["node", "-e", script, *map(str, arguments)], capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def typescript(source: Path) -> str:
    """What the compiler of TypeScript finds wrong with a file that imports packages; nothing if all is right."""
    [modules] = [folder for folder in _folders() if (folder / "typescript").is_dir()][:1]
    link = source.parent / "node_modules"
    if not link.exists():
        link.symlink_to(modules, target_is_directory=True)
    options = ("--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler")
    command = ["node", str(modules / "typescript" / "bin" / "tsc"), *options, str(source)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300).stdout


def _folders() -> list[Path]:
    return [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
