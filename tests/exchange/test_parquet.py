"""Parquet: the rows of the JSON Lines files in typed columns."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph_builder.core.errors import DamagedBuildError
from graph_builder.exchange import export, parquet
from graph_builder.export import write_all
from graph_builder.export.schema import schema
from tests.support.command import contents, graph_builder
from tests.support.recorded import ROOT
from tests.support.samples import HOSTILE, sample_result

pyarrow = pytest.importorskip("pyarrow")
read = pytest.importorskip("pyarrow.parquet")

OUTPUT = ROOT / "output"
NAMES = ("documents", "entities", "relations")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A build of the sample, some of whose texts are hostile."""
    write_all(sample_result(), tmp_path / "build")
    return tmp_path / "build"


def rows(build: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (build / f"{name}.jsonl").read_bytes().decode("utf-8").splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_parquet_rows_equal_json_lines(name: str, tmp_path: Path) -> None:
    export(OUTPUT, "parquet", tmp_path)
    assert read.read_table(tmp_path / f"{name}.parquet").to_pylist() == rows(OUTPUT, name)


def test_parquet_columns_have_the_types_of_the_schema(tmp_path: Path) -> None:
    export(OUTPUT, "parquet", tmp_path)
    documents, entities, relations = (read.read_schema(tmp_path / f"{name}.parquet") for name in NAMES)
    named = schema()["$defs"]
    for columns, node in ((documents, "document"), (entities, "entity"), (relations, "relation")):
        assert columns.names == list(named[node]["properties"])
    assert {str(documents.field(name).type) for name in ("id", "title", "published", "copy_of")} == {"string"}
    assert {str(each.type) for each in documents.field("counts").type} == {"int64"}
    assert documents.field("sentences").type.value_type.value_type == pyarrow.int64()
    assert entities.field("transliterated").type == pyarrow.bool_()
    assert str(entities.field("place").type) == "struct<lat: double, lon: double, country: string>"
    mention = entities.field("mentions").type.value_type
    assert str(mention) == "struct<document: string, sentence: int64, start: int64, end: int64, surface: string>"
    assert relations.field("confidence").type == pyarrow.float64()
    assert [each.name for each in relations.field("evidence").type.value_type] == list(
        named["relation"]["properties"]["evidence"]["items"]["properties"]
    )


def test_parquet_keeps_hostile_text(sample: Path, tmp_path: Path) -> None:
    lines = (sample / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    hostile = {**json.loads(lines[0]), "title": 'a\x00b\u2028\u202e"}]}', "source": "../../etc/passwd"}
    (sample / "documents.jsonl").write_text("\n".join([json.dumps(hostile), *lines[1:]]), encoding="utf-8")
    export(sample, "parquet", tmp_path / "out")
    documents, entities, _ = (read.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() for name in NAMES)
    assert documents[0] == hostile
    assert entities == rows(sample, "entities")
    assert HOSTILE in {row["name"] for row in entities}


def test_parquet_of_an_empty_build_has_columns(sample: Path) -> None:
    for name in NAMES:
        (sample / f"{name}.jsonl").write_bytes(b"")
    export(sample, "parquet", sample)
    for name in NAMES:
        table = read.read_table(sample / f"{name}.parquet")
        assert (table.num_rows, table.num_columns > 0) == (0, True)


def test_parquet_row_groups_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 20_000)
    export(OUTPUT, "parquet", tmp_path)
    for name in NAMES:
        file = read.ParquetFile(tmp_path / f"{name}.parquet")
        groups = [file.read_row_group(number).to_pylist() for number in range(file.num_row_groups)]
        assert len(groups) > 1
        assert [row for group in groups for row in group] == rows(OUTPUT, name)
        for group in groups:
            lines = [len(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()) for row in group[:-1]]
            assert sum(lines) < 20_000


@pytest.mark.slow
def test_parquet_is_deterministic(tmp_path: Path) -> None:
    for name in ("a", "b"):
        done = graph_builder("export", OUTPUT, "--format", "parquet", "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert sorted(contents(tmp_path / "a")) == [f"{name}.parquet" for name in NAMES]


def test_parquet_default_folder_is_the_build(sample: Path) -> None:
    before = contents(sample)
    done = graph_builder("export", sample, "--format", "parquet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(sample / f"{name}.parquet") for name in NAMES]
    after = contents(sample)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {f"{name}.parquet" for name in NAMES}


def test_parquet_without_a_build_is_refused(tmp_path: Path) -> None:
    done = graph_builder("export", tmp_path, "--format", "parquet", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"Error: {tmp_path / 'manifest.json'} is missing: {tmp_path} is not the output folder of a build"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", r"relations\.jsonl is damaged"),
        ("[]", r"relations\.jsonl is damaged"),
        ("\udcff", r"relations\.jsonl is damaged"),
        ('{"id": "a"}', r"not what this version of graph-builder writes .*; build into it again"),
        ("CONFIDENCE", r"not what this version of graph-builder writes .*; build into it again"),
        ("START", r"not what this version of graph-builder writes .*; build into it again"),
    ],
)
def test_parquet_of_a_damaged_build_is_refused(sample: Path, line: str, told: str) -> None:
    path = sample / "relations.jsonl"
    row = rows(sample, "relations")[0]
    line = {
        "CONFIDENCE": json.dumps({**row, "confidence": "high"}),
        "START": json.dumps({**row, "evidence": [{**row["evidence"][0], "start": 2**70}]}),
    }.get(line, line)
    path.write_bytes(path.read_bytes() + line.encode("utf-8", "surrogateescape") + b"\n")
    (sample / "entities.parquet").write_bytes(b"former")
    before = contents(sample)
    with pytest.raises(DamagedBuildError, match=told):
        export(sample, "parquet", sample)
    assert contents(sample) == before


def test_parquet_unwritable_folder_is_named(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    done = graph_builder("export", sample, "--format", "parquet", "-o", tmp_path / "taken")
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: Nothing can be written to {tmp_path / 'taken'}: a file or folder of that name is in the way; "
        "move it, or choose another folder with -o.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of a process there")
def test_parquet_full_disk_leaves_the_earlier_files(sample: Path) -> None:
    import resource

    (sample / "documents.parquet").write_bytes(b"former")
    before = contents(sample)
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (2_000, 2_000))
    done = graph_builder("export", sample, "--format", "parquet", preexec_fn=limit)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: Nothing can be written to {sample}: a file would be larger than")
    assert contents(sample) == before


def test_parquet_missing_package_is_named(sample: Path, tmp_path: Path) -> None:
    script = "import sys; sys.modules['pyarrow'] = None; from graph_builder.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", script, "export", sample, "--format", "parquet", "-o", tmp_path / "out"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Error: To write parquet files, the package pyarrow is needed; "
        "install it with: pip install 'graph-builder[files]'.\n"
    )
    assert not (tmp_path / "out").exists()
