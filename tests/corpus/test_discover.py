"""Discovery of files from paths and patterns."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.corpus.discover import discover
from graph_builder.corpus.readers import KINDS


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes files in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def make(*names: str) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("نص", encoding="utf-8")
        return tmp_path

    return make


def sources(*inputs: str | Path) -> list[str]:
    return [file.source for file in discover(inputs)[0]]


def problems(*inputs: str | Path) -> list[str]:
    return [str(problem) for problem in discover(inputs)[1]]


def test_discover_folder_without_hidden_and_other_files(tree: Callable[..., Path]) -> None:
    tree(
        "x/seeds/b.TXT", "x/seeds/a/c.htm", "x/seeds/.hidden.txt", "x/seeds/.git/d.txt", "x/seeds/notes.odt", "x/e.txt"
    )
    assert sources("x/seeds") == sources("x/seeds/") == sources(Path("x/seeds")) == ["seeds/a/c.htm", "seeds/b.TXT"]
    tree("x/seeds/a/more.odt", "x/seeds/a/README")
    remedy = f"if they are articles, save them as one of {KINDS}."
    assert problems("x/seeds") == [
        f"seeds: 1 without a suffix in it cannot be read; {remedy}",
        f"seeds: 2 .odt files in it cannot be read; {remedy}",
    ]


def test_discover_single_file_has_its_name(tree: Callable[..., Path]) -> None:
    folder = tree("x/a.txt", "x/b.csv")
    assert sources("x/a.txt", folder / "x" / "b.csv") == ["a.txt", "b.csv"]


def test_discover_current_folder_has_its_name(tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree("x/seeds/a.txt") / "x" / "seeds")
    assert sources(".") == sources("../seeds") == ["seeds/a.txt"]


def test_discover_glob_without_other_kinds(tree: Callable[..., Path]) -> None:
    tree("x/a.txt", "x/y/b.txt", "x/c.odt", "z/d.jsonl")
    assert sources("x/*") == ["a.txt", "y/b.txt"]
    assert sources("**/*.txt") == ["a.txt", "b.txt"]
    assert problems("x/*") == []


def test_discover_file_named_like_a_glob(tree: Callable[..., Path]) -> None:
    tree("a[1].txt", "a1.txt")
    assert sources("a[1].txt") == ["a[1].txt"]


def test_discover_duplicates_once_in_any_order(tree: Callable[..., Path]) -> None:
    tree("seeds/a.txt")
    (Path("seeds") / "again.txt").symlink_to("a.txt")
    inputs = ["seeds", "seeds/a.txt", "seeds/*.txt"]
    (one,) = sources(*inputs)
    assert sources(*reversed(inputs)) == [one]
    assert one.startswith("seeds/")


def test_discover_files_of_one_name_by_folder(tree: Callable[..., Path]) -> None:
    tree("2023/01/a.txt", "2024/01/a.txt", "2024/01/b.txt")
    assert sources("2023/01/a.txt", "2024/01/a.txt") == ["2023/01/a.txt", "2024/01/a.txt"]
    assert sources("2023/01", "2024/01") == ["01/b.txt", "2023/01/a.txt", "2024/01/a.txt"]


def test_discover_linked_folder_and_loops(tree: Callable[..., Path]) -> None:
    tree("seeds/a.txt", "elsewhere/b.txt")
    (Path("seeds") / "more").symlink_to("../elsewhere")
    (Path("seeds") / "self").symlink_to(".")
    (Path("elsewhere") / "back").symlink_to("../seeds")
    assert sources("seeds") == ["seeds/a.txt", "seeds/more/b.txt"]


def test_discover_folder_named_like_a_file_is_reported(tree: Callable[..., Path]) -> None:
    tree("seeds/a.txt", "seeds/x.txt/b.txt")
    assert sources("seeds") == ["seeds/a.txt"]
    assert problems("seeds") == [
        "seeds/x.txt: it is a folder with the name of a file; rename it if it holds articles, or remove it."
    ]
    assert problems("seeds", "./seeds") == problems("seeds")
    assert sources("seeds/x.txt") == ["x.txt/b.txt"]


def test_discover_named_hidden_file(tree: Callable[..., Path]) -> None:
    tree("x/.a.txt")
    assert sources("x/.a.txt") == [".a.txt"]


REMEDY = f"give files, folders or patterns of {KINDS} files."


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.txt", "there is no such file or folder"),
        ("nowhere/*.txt", "nothing that can be read matches it"),
        ("x/*", "nothing that can be read matches it"),
        ("x", "no file in this folder can be read"),
        ("x/a.odt", "files of its kind cannot be read"),
        ("a" * 5000, "there is no such file or folder"),
        ("a\0b", "there is no such file or folder"),
    ],
)
def test_discover_input_without_files_is_reported(tree: Callable[..., Path], name: str, reason: str) -> None:
    tree("x/a.odt", "x/.hidden.txt")
    *others, problem = problems(name)
    assert all("cannot be read; if they are articles" in other for other in others)
    assert problem.endswith(f": {reason}; {REMEDY}")


def test_discover_forbidden_folder_is_reported(tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    tree("seeds/a.txt", "seeds/secret/b.txt")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "secret":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert sources("seeds") == ["seeds/a.txt"]
    assert problems("seeds") == [
        "seeds/secret: you do not have permission to read it; ask its owner for access or leave it out."
    ]


def test_discover_name_that_is_not_utf_8(tree: Callable[..., Path]) -> None:
    folder = tree("seeds/a.txt")
    (folder / "seeds" / os.fsdecode(b"\xc7\xe1.txt")).write_bytes(b"x")
    (folder / "seeds" / "b\nc.txt").write_bytes(b"x")
    names = sources("seeds")
    assert names == ["seeds/a.txt", "seeds/b c.txt", "seeds/\ufffd\ufffd.txt"]
    "".join(names).encode("utf-8")


def test_discover_excludes_the_output_folder(tree: Callable[..., Path]) -> None:
    folder = tree("news/a.txt", "news/output/documents.jsonl", "output.txt")
    assert [f.source for f in discover(["news", "output.txt"], Path("news/output"))[0]] == ["news/a.txt", "output.txt"]
    assert [f.source for f in discover([folder / "news" / "output"], folder / "news" / "output")[0]] == [
        "output/documents.jsonl"
    ]
