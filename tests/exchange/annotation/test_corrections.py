"""Corrections become decisions and gold; what no decision expresses is told, and what cannot be read is an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.core.settings import Settings
from graph_builder.evaluation.report import difference_lines, read_comparison
from graph_builder.evaluation.score import scores
from graph_builder.exchange.annotation.corrections import Report, import_corrections
from graph_builder.export import write_all
from graph_builder.pipeline import build
from graph_builder.resolve.decisions import Decision, add_decisions, read
from tests.support.annotation import Annotators, strange_result
from tests.support.command import contents, graph_builder
from tests.support.recorded import ROOT, SEEDS
from tests.support.samples import sample_result

OUTPUT = ROOT / "output"
PERFECT = {"exact", "mention", "entity", "relation", "pair"}


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Annotators:
    """The articles of the seeds, submitted as they are."""
    return Annotators(OUTPUT, tmp_path_factory.mktemp("tool"))


@pytest.fixture
def seeds(submitted: Annotators, tmp_path: Path) -> Annotators:
    """The articles of the seeds, submitted by annotators; a test may change them."""
    return submitted.copied(tmp_path / "tool")


def imported(annotators: Annotators, build: Path = OUTPUT) -> Report:
    return import_corrections(annotators.exported(), build, annotators.folder.parent / "out")


def decided(report: Report) -> list[tuple[str, str, str | None]]:
    return [(each.act, each.entity, each.value) for each, _ in report.decisions]


def test_import_unchanged_scores_one(seeds: Annotators, tmp_path: Path) -> None:
    report = imported(seeds)
    assert (report.decisions, report.lines) == ((), ())
    assert read(tmp_path / "out" / "decisions.yaml") == ()
    comparison, _ = read_comparison(tmp_path / "out" / "gold", OUTPUT)
    found = scores(comparison)
    assert {name for name, each in found.items() if (each.precision, each.recall) == (1.0, 1.0)} == PERFECT
    assert found["exact"].gold > 300 and found["relation"].gold > 150


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda each: each.call("داعش", "تنظيم الدولة"), [("rename", "داعش", "تنظيم الدولة")]),
        (lambda each: each.call("الجيش السوري", "الحكومة السورية"), [("merge", "الجيش السوري", "الحكومة السورية")]),
        (lambda each: each.call("باراك أوباما", "Donald Trump"), [("merge", "باراك أوباما", "دونالد ترامب")]),
        (
            lambda each: each.call("الجيش السوري", "القوات المسلحة", "القوات المسلحة"),
            [("split", "الجيش السوري", "القوات المسلحة")],
        ),
        (
            lambda each: each.call("سانا", "وكالة أخرى", "وكالة الأنباء السورية"),
            [("split", "سانا", "وكالة الأنباء السورية"), ("rename", "وكالة الأنباء السورية", "وكالة أخرى")],
        ),
        (
            lambda each: each.call("الولايات المتحدة", "روسيا", "أمريكا"),
            [("split", "الولايات المتحدة", "أمريكا"), ("merge", "أمريكا", "روسيا")],
        ),
        (lambda each: each.label("تدمر", "ORG"), [("kind", "تدمر", "ORG")]),
        (lambda each: each.remove_entity("إدلب"), [("drop", "إدلب", None)]),
        (
            lambda each: each.call("موسكو", "http://www.wikidata.org/entity/Q649"),
            [("link", "موسكو", "http://www.wikidata.org/entity/Q649")],
        ),
        (
            lambda each: each.label("موسكو", "ORG") or each.call("موسكو", "https://sws.geonames.org/427fe/"),
            [("kind", "موسكو", "ORG"), ("link", "موسكو", "https://sws.geonames.org/427fe/")],
        ),
    ],
)
def test_import_corrections_are_decisions(
    change: Callable[[Annotators], None], expected: list[tuple[str, str, str | None]], seeds: Annotators, tmp_path: Path
) -> None:
    change(seeds)
    report = imported(seeds)
    assert decided(report) == expected
    assert all(elsewhere == 0 for _, elsewhere in report.decisions)
    assert read(tmp_path / "out" / "decisions.yaml") == tuple(each for each, _ in report.decisions)
    # Only with a name that is removed goes something that no decision expresses.
    assert all("the relation" in line and line.endswith("was removed") for line in report.lines)
    assert bool(report.lines) == (expected[0][0] == "drop")


def test_import_two_entities_with_one_new_name_are_one(seeds: Annotators) -> None:
    seeds.call("الحكومة السورية", "الدولة")
    seeds.call("الجيش السوري", "الدولة")
    assert decided(imported(seeds)) == [("rename", "الجيش السوري", "الدولة"), ("merge", "الحكومة السورية", "الدولة")]


def test_import_correction_of_some_mentions_is_told(seeds: Annotators) -> None:
    [(_, text), *_] = list(seeds.named("حلب"))
    text["value"]["text"] = ["حماة"]
    report = imported(seeds)
    assert report.decisions == ()
    [line] = report.lines
    assert "«حلب» (LOC, حلب) is now LOC, حماة, but other mentions that are spelt alike were not corrected alike" in line


def test_import_names_the_mentions_that_nobody_looked_at(seeds: Annotators) -> None:
    seeds.call("حلب", "الشهباء")
    everywhere = sum(1 for _ in seeds.named("الشهباء"))
    for task in seeds.tasks[:-1]:
        task["annotations"] = []
    report = imported(seeds)
    assert report.skipped == len(seeds.tasks) - 1
    [(decision, elsewhere)] = report.decisions
    assert decision == Decision("rename", "حلب", "الشهباء")
    assert 0 < elsewhere < everywhere


def test_import_drops_only_what_was_seen_everywhere(seeds: Annotators) -> None:
    seeds.remove_entity("داعش")
    mentioned = [task for task in seeds.tasks if "داعش" in task["data"]["text"]]
    mentioned[0]["annotations"] = []
    report = imported(seeds)
    assert report.decisions == ()
    assert any("«داعش» (ORG, داعش) is now no name, but it has" in line for line in report.lines)
    assert any("in articles that were not annotated: drop it yourself" in line for line in report.lines)


def test_import_reads_the_last_annotation(seeds: Annotators) -> None:
    [first] = seeds.tasks[0]["annotations"]
    later = {"result": [], "was_cancelled": False, "updated_at": "2026-01-02T00:00:00Z"}
    skipped = {"result": [], "was_cancelled": True, "updated_at": "2026-01-09T00:00:00Z"}
    seeds.tasks[0]["annotations"] = [{**first, "updated_at": "2026-01-03T00:00:00Z"}, later, skipped]
    report = imported(seeds)
    assert report.decisions == ()
    assert [line.partition(": ")[2] for line in report.lines] == ["the last of 2 annotations was read"]


def test_import_other_changes_are_told_and_are_in_the_gold(seeds: Annotators, tmp_path: Path) -> None:
    task = next(each for each in seeds.tasks if "وكالة الأنباء السورية" in each["data"]["text"])
    results, text = seeds.of(task), task["data"]["text"]
    names = {each["id"]: each["value"]["text"] for each in results if each["type"] == "labels"}
    arrows = [each for each in results if each["type"] == "relation" and each["labels"] == ["consult", "reported"]]
    arrow = next(each for each in arrows if "بزشكيان" in names[each["from_id"]])
    arrow["labels"] = ["accuse", "negated"]
    start = text.index("ديسمبر")
    span = {"start": start, "end": start + 6, "text": "ديسمبر"}
    results += [
        {"id": "x", "type": "labels", "from_name": "label", "to_name": "text", "value": {**span, "labels": ["ORG"]}},
        {"id": "y", "type": "choices", "from_name": "mood", "to_name": "text", "value": {"choices": ["bad"]}},
    ]
    long = next(
        each for each in results if each["type"] == "labels" and each["value"]["text"] == "وكالة الأنباء السورية"
    )
    long["value"] = {**long["value"], "start": long["value"]["start"] + len("وكالة "), "text": "الأنباء السورية"}
    report = imported(seeds)
    assert report.decisions == ()
    told = "\n".join(report.lines)
    for part in (
        "«ديسمبر» (ORG, ديسمبر) was added",
        "«وكالة الأنباء السورية» (ORG, سانا) is now «الأنباء السورية»",
        "مسعود بزشكيان — consult — بشار الأسد (reported) was removed",
        "مسعود بزشكيان — accuse — بشار الأسد (negated) was added",
        "1 annotations of other kinds were not read",
    ):
        assert part in told
    assert len(report.lines) == 5
    [article] = {line.partition(":")[0] for line in report.lines}
    gold = tmp_path / "out" / "gold"
    assert "]] [[ORG:" not in (gold / f"{article}.ann.txt").read_text("utf-8")
    assert "|ديسمبر]]" in (gold / f"{article}.ann.txt").read_text("utf-8")
    rows = [line.split("\t") for line in (gold / f"{article}.rel.tsv").read_text("utf-8").splitlines()]
    [note] = [row[5] for row in rows if row[:3] == ["masoud_pezeshkian", "accuse", "bashar_al_assad"]]
    assert note == "negated"
    differing = list(difference_lines(gold, OUTPUT, article))
    assert any(line.startswith("missed  ORG ديسمبر") for line in differing)
    assert any(line.startswith("missed  ORG الأنباء السورية") for line in differing)


def test_import_follows_earlier_decisions(tmp_path: Path) -> None:
    build_ = tmp_path / "build"
    write_all(sample_result(), build_)
    add_decisions(build_, Decision("rename", "شيء", "آخر"))
    annotators = Annotators(build_, tmp_path / "sample")
    annotators.label("نادر", "ORG")
    report = import_corrections(annotators.exported(), build_, build_)
    assert decided(report) == [("kind", "نادر", "ORG")]
    assert read(build_ / "decisions.yaml") == (Decision("rename", "شيء", "آخر"), Decision("kind", "نادر", "ORG"))
    again = import_corrections(annotators.exported(), build_, build_)
    assert again.decisions == () and len(read(build_ / "decisions.yaml")) == 2


def test_import_gold_of_strange_text_is_exact(tmp_path: Path) -> None:
    write_all(strange_result(), tmp_path / "build")
    annotators = Annotators(tmp_path / "build", tmp_path / "tool")
    report = import_corrections(annotators.exported(), tmp_path / "build", tmp_path / "out")
    assert (report.decisions, report.lines) == ((), ())
    comparison, _ = read_comparison(tmp_path / "out" / "gold", tmp_path / "build")
    assert {name for name, each in scores(comparison).items() if each.f1 == 1.0} == PERFECT


@pytest.mark.slow
def test_import_decisions_apply_in_the_next_build(seeds_cache: Path, seeds_output: Path, tmp_path: Path) -> None:
    annotators = Annotators(seeds_output, tmp_path / "tool")
    annotators.call("داعش", "تنظيم الدولة")
    annotators.call("الجيش السوري", "القوات المسلحة", "القوات المسلحة")
    annotators.call("باراك أوباما", "دونالد ترامب")
    annotators.label("سانا", "PER")
    path = annotators.exported()
    import_corrections(path, seeds_output, tmp_path / "out")
    settings = Settings(cache=seeds_cache, decisions=tmp_path / "out" / "decisions.yaml")
    made = build(SEEDS, tmp_path / "again", settings)
    assert made.result.problems == ()
    comparison, _ = read_comparison(tmp_path / "out" / "gold", tmp_path / "again")
    found = scores(comparison)
    assert {found[name].f1 for name in ("exact", "mention", "entity")} == {1.0}
    again = import_corrections(path, tmp_path / "again", tmp_path / "more")
    assert [line for line in again.lines if "relation" not in line and "trigger" not in line] == []
    assert again.decisions == ()


@pytest.mark.slow
def test_import_command_prints_what_it_did(seeds: Annotators, tmp_path: Path) -> None:
    seeds.call("داعش", "تنظيم الدولة\u202e\x1b[2J")
    path = seeds.exported()
    done = graph_builder("import", path, "--build", OUTPUT, "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["Articles annotated: 5.", "Decisions: 1"]
    assert lines[2] == "  rename داعش → تنظيم الدولة\\u202e\\x1b[2J"
    assert lines[3] == "Differences that no decision expresses: 0"
    assert lines[4] == f"graph-builder evaluate {tmp_path / 'out' / 'gold'} {OUTPUT}"
    assert lines[5] == f"graph-builder build … -o {OUTPUT} --decisions {tmp_path / 'out' / 'decisions.yaml'}"
    scored = graph_builder("evaluate", tmp_path / "out" / "gold", OUTPUT)
    assert scored.returncode == 0 and "exact     P 1.000  R 1.000" in scored.stdout
    wrong = graph_builder("import", OUTPUT / "documents.jsonl", "--build", OUTPUT, "-o", tmp_path / "out")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("Error: ") and wrong.stderr.count("\n") == 1


def test_import_is_deterministic(seeds: Annotators, tmp_path: Path) -> None:
    seeds.call("داعش", "تنظيم الدولة")
    path = seeds.exported()
    for name in ("a", "b"):
        import_corrections(path, OUTPUT, tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert json.loads(path.read_text("utf-8"))
