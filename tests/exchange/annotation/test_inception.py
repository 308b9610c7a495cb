"""XMI files that UIMA and INCEpTION read, and those that they export read back."""

from __future__ import annotations

import io
import itertools
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graph_builder.exchange import export
from graph_builder.exchange.annotation.corrections import import_corrections
from graph_builder.exchange.annotation.inception import TYPES
from graph_builder.export import write_all
from tests.support.annotation import STRANGE, strange_result
from tests.support.command import contents
from tests.support.recorded import ROOT
from tests.support.samples import sample_result

cassis = pytest.importorskip("cassis")

OUTPUT = ROOT / "output"
NAME = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
RELATION, TRIGGER = "webanno.custom.StatedRelation", "webanno.custom.RelationTrigger"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The seeds, the sample, and the sample with strange text, each with its export beside it."""
    folder = tmp_path_factory.mktemp("builds")
    for name, result in (("sample", sample_result()), ("strange", strange_result())):
        write_all(result, folder / name)
    found = {"seeds": OUTPUT, "sample": folder / "sample", "strange": folder / "strange"}
    for name, build in found.items():
        export(build, "inception", folder / f"{name}.export")
    return {**found, **{f"{name}.export": folder / f"{name}.export" for name in found}}


def load(path: Path) -> Any:
    return cassis.load_cas_from_xmi(path, cassis.load_typesystem(path.parent / TYPES))


@pytest.mark.parametrize("name", ["seeds", "sample", "strange"])
def test_inception_round_trip_by_cassis(name: str, builds: dict[str, Path]) -> None:
    paths = sorted(builds[f"{name}.export"].glob("*.xmi"))
    assert paths
    for path in paths:
        cas = load(path)
        again = cassis.load_cas_from_xmi(cas.to_xmi(), cas.typesystem)
        for type_ in (NAME, f"{SEGMENTATION}.Sentence", f"{SEGMENTATION}.Token", RELATION, TRIGGER):
            one, other = ([(each.begin, each.end) for each in every.select(type_)] for every in (cas, again))
            assert one == other and (one or type_ in (RELATION, TRIGGER))
        assert cas.typecheck() == []
        for each in cas.select(RELATION):
            assert {each.Governor.type.name, each.Dependent.type.name} == {NAME}
            assert (each.begin, each.end) == (each.Dependent.begin, each.Dependent.end)


@pytest.mark.parametrize("name", ["seeds", "sample", "strange"])
def test_inception_names_are_those_of_the_build(name: str, builds: dict[str, Path]) -> None:
    rows = [json.loads(line) for line in (builds[name] / "entities.jsonl").read_text("utf-8").splitlines()]
    mentions = {(each["surface"], row["kind"], row["id"]) for row in rows for each in row["mentions"]}
    found = set()
    for path in builds[f"{name}.export"].glob("*.xmi"):
        for each in load(path).select(NAME):
            if each.value in ("PER", "LOC", "ORG"):
                found.add((each.get_covered_text(), each.value, each.identifier.rpartition("/entity/")[2]))
    assert found == mentions


def test_inception_tokens_end_where_names_do(builds: dict[str, Path]) -> None:
    """INCEpTION ties names to tokens: «روسيا» in «وروسيا» is a token of its own."""
    for path in builds["seeds.export"].glob("*.xmi"):
        cas = load(path)
        tokens = [(each.begin, each.end) for each in cas.select(f"{SEGMENTATION}.Token")]
        assert all(start < end <= later for (start, end), (later, _) in itertools.pairwise(tokens))
        starts, ends = {start for start, _ in tokens}, {end for _, end in tokens}
        assert all(each.begin in starts and each.end in ends for each in cas.select(NAME))
        assert not any(character.isspace() for start, end in tokens for character in cas.sofa_string[start:end])


def test_inception_offsets_are_utf_16(builds: dict[str, Path]) -> None:
    for path in builds["strange.export"].glob("*.xmi"):
        tree = etree.parse(path)
        [text] = tree.xpath("//cas:Sofa/@sofaString", namespaces={"cas": "http:///uima/cas.ecore"})
        units = text.encode("utf-16-le")
        names = [each for each in tree.iter() if etree.QName(each).localname == "NamedEntity"]
        spans = [(int(each.get("begin", "")), int(each.get("end", ""))) for each in names]
        covered = {units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans}
        assert covered & {"حلب", "نهر الفرات"}


def test_inception_text_keeps_what_xml_can_hold(builds: dict[str, Path]) -> None:
    for path in builds["strange.export"].glob("*.xmi"):
        expected = "".join("\ufffd" if each in "\x01\x0b\ufffe" else each for each in STRANGE)
        assert load(path).sofa_string.startswith(expected)


def test_inception_layers_are_what_its_settings_recognise(builds: dict[str, Path]) -> None:
    """A relation layer has two references, Governor and Dependent, to one type; its other features are primitive."""
    types = cassis.load_typesystem(builds["seeds.export"] / TYPES)
    references = {
        type_.name: {feature.name: feature.rangeType.name for feature in type_.features} for type_ in types.get_types()
    }
    text = "uima.cas.String"
    assert references[NAME] == {"value": text, "identifier": text}
    assert references[RELATION] == {
        "Governor": NAME,
        "Dependent": NAME,
        **dict.fromkeys(("predicate", "polarity", "modality"), text),
    }
    assert references[TRIGGER] == {"source": text}


def test_inception_export_is_deterministic(builds: dict[str, Path], tmp_path: Path) -> None:
    export(OUTPUT, "inception", tmp_path)
    assert contents(tmp_path) == contents(builds["seeds.export"])


def zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


def as_folder(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def as_documents(files: dict[str, bytes], folder: Path) -> Path:
    """Each document exported on its own: a ZIP of the file and its types."""
    for name, content in files.items():
        if name != TYPES:
            (folder / f"{name}.zip").write_bytes(zipped({name: content, TYPES: files[TYPES]}))
    return folder


def as_project(files: dict[str, bytes], folder: Path) -> Path:
    """A project: for each document the annotation of its users, and the initial and the curated one."""
    inside: dict[str, bytes] = {"exportedproject.json": b"{}"}
    for name, content in files.items():
        if name == TYPES:
            continue
        inside[f"source/{name}"] = b"no XML at all"
        for user in (
            "annotation/{}/INITIAL_CAS",
            "annotation/{}/amal",
            "annotation/{}/basim",
            "curation/{}/CURATION_USER",
        ):
            place = user.format(name)
            member = place.rpartition("/")[2]
            inside[f"{place}.zip"] = zipped({f"{member}.xmi": content, TYPES: files[TYPES]})
    path = folder / "project.zip"
    path.write_bytes(zipped(inside))
    return path


def as_bare_xml11(files: dict[str, bytes], folder: Path) -> Path:
    """Files of XML 1.1 without their types."""
    for name, content in files.items():
        if name != TYPES:
            (folder / name).write_bytes(content.replace(b"version='1.0'", b"version='1.1'", 1))
    return folder


def as_json(files: dict[str, bytes], folder: Path) -> Path:
    types = cassis.load_typesystem(io.BytesIO(files[TYPES]))
    for name, content in files.items():
        if name != TYPES:
            cas = cassis.load_cas_from_xmi(io.BytesIO(content), types)
            (folder / name).with_suffix(".json").write_text(cas.to_json(), encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", [as_folder, as_documents, as_project, as_bare_xml11, as_json])
@pytest.mark.parametrize("name", ["sample", "strange"])
def test_inception_unchanged_export_corrects_nothing(
    form: Callable[[dict[str, bytes], Path], Path], name: str, builds: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    path = form(contents(builds[f"{name}.export"]), tmp_path / "in")
    report = import_corrections(path, builds[name], tmp_path / "out")
    assert (report.decisions, report.lines, len(report.annotated)) == ((), (), 3)


def test_inception_seeds_unchanged_correct_nothing(builds: dict[str, Path], tmp_path: Path) -> None:
    report = import_corrections(builds["seeds.export"], OUTPUT, tmp_path / "out")
    assert (report.decisions, report.lines, len(report.annotated)) == ((), (), 5)


def test_inception_corrections_are_decisions(builds: dict[str, Path], tmp_path: Path) -> None:
    """A kind, an entity chosen in the knowledge base, an IRI, a relation's modality, and a name that is none."""
    for path in builds["sample.export"].glob("*.xmi"):
        cas = load(path)
        names = {each.get_covered_text(): each for each in cas.select(NAME)}
        for each in list(cas.select(NAME)):
            words = each.get_covered_text()
            if words == "نادر":
                each.value = "ORG"
            elif words == "شركة الجسر":
                each.identifier = "http://www.wikidata.org/entity/Q42"
            elif words == "نهر الفرات":
                cas.remove(each)
        for each in cas.select(RELATION):
            if each.predicate == "accuse":
                each.modality, each.polarity = None, None
        if "سوريا" in names and "حلب" in names:
            names["سوريا"].identifier = names["حلب"].identifier
        cas.to_xmi(tmp_path / path.name)
    (tmp_path / TYPES).write_bytes((builds["sample.export"] / TYPES).read_bytes())
    report = import_corrections(tmp_path, builds["sample"], tmp_path / "out")
    said = {(each.act, each.entity, each.value) for each, elsewhere in report.decisions if not elsewhere}
    assert {("kind", "نادر", "ORG"), ("drop", "نهر الفرات", None)} <= said
    assert ("link", "شركة الجسر", "http://www.wikidata.org/entity/Q42") in said
    lines = "\n".join(report.lines)
    assert "شركة الجسر — accuse — ليلى المنصوري (negated, reported) was removed" in lines
    assert "شركة الجسر — accuse — ليلى المنصوري was added" in lines
