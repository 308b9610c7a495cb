"""The documentation site builds without a warning, tells of everything that it should, and asks no network."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from typer.core import TyperGroup
from typer.main import get_group

import graph_builder
from graph_builder.cli import app
from graph_builder.docs import contract, lexicon, markdown
from graph_builder.docs import repository_pages as papers
from graph_builder.export import EXPORTERS
from graph_builder.export.schema import schema
from graph_builder.lexicon import labels, predicates
from graph_builder.relate.extractions import CONFIDENCE
from graph_builder.relate.rules.registry import registered_rules
from graph_builder.resolve.clusters import SCORES
from graph_builder.store.named_queries import named_queries
from tests.support.recorded import ROOT

pytestmark = pytest.mark.packaging

CONFIG = ROOT / "graph_builder" / "docs" / "mkdocs.yml"
PAGES = {
    *(
        "index",
        "reading",
        "explorer",
        "comparing",
        "corrections",
        "annotation",
        "notebooks",
        "querying",
        "serving",
        "triple-stores",
        "other-tools",
        "cluster",
        "quality",
        "glossary",
    ),
    *("rules", "predicates", "models", "python", "command-line", "output", "ontology", "contributing", "changes"),
    "notebooks",
}


def mkdocs(to: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(CONFIG), "-d", str(to)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    done = mkdocs(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def text(site: Path, page: str) -> str:
    """What a reader sees of a page, without its menus."""
    (article,) = re.findall(r"<article.*?</article>", (site / f"{page}.html").read_text(encoding="utf-8"), re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", article))


def test_these_pages_and_no_others_are_built(site: Path) -> None:
    assert {path.stem for path in site.glob("*.html")} == {*PAGES, "404"}
    for page in PAGES:
        assert "<!-- generated" not in (site / f"{page}.html").read_text(encoding="utf-8")
        assert len(text(site, page)) > 500, page


def test_every_rule_stands_with_its_words_and_its_score(site: Path) -> None:
    page = text(site, "rules")
    for words, scores in ((labels().merge_rules, SCORES), (labels().relation_rules, CONFIDENCE)):
        assert set(words) == set(scores)
        for rule, label in words.items():
            cells = (rule, label.english, label.arabic, f"{scores[rule]:.2f}")
            assert re.search(r"\s+".join(map(re.escape, cells)), page), rule
    for name, each in registered_rules().items():
        assert re.search(rf"{name}\s+{re.escape(each.explanation)}", page), name


def test_every_predicate_stands_with_its_words_and_its_examples(site: Path) -> None:
    page = text(site, "predicates")
    for each in predicates().values():
        assert re.search(rf"{each.name}\s+{re.escape(each.arabic)}\s+{re.escape(each.english)}", page), each.name
    assert "التقى سيرغي لافروف جون كيري في جنيف." in page
    assert "<b>سيرغي لافروف</b> <u>جون كيري</u>" in (site / "predicates.html").read_text(encoding="utf-8")


def test_every_command_stands_with_its_options(site: Path) -> None:
    page = text(site, "command-line")
    program = get_group(app)
    models = program.commands["models"]
    assert isinstance(models, TyperGroup)
    for above, group in (("graph-builder", program), ("graph-builder models", models)):
        for name, command in group.commands.items():
            assert name == "models" or f"{above} {name} [OPTIONS]" in page, name
            for parameter in command.params:
                assert max(parameter.opts, key=len) in page or parameter.param_type_name == "argument", parameter.opts
    assert "<sentence|paragraph|article>" in page


def test_every_file_and_every_field_stands_in_the_contract(site: Path) -> None:
    page = text(site, "output")
    assert [name for name in EXPORTERS if name not in page] == []
    for name, definition in schema()["$defs"].items():
        assert [field for field in definition.get("properties", ()) if field not in page] == [], name
    assert "mentions[].start" in page
    assert "list of list of 2: integer, from 0, integer, from 1" in page
    assert (site / "schema.json").read_text(encoding="utf-8").startswith("{")


def test_every_term_and_every_question_stands_with_the_ontology(site: Path) -> None:
    page = text(site, "ontology")
    graph = Graph().parse(ROOT / "graph_builder" / "export" / "rdf" / "ontology.ttl")
    terms = {
        term
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    assert len(terms) > 30
    assert [term for term in terms if term.n3(graph.namespace_manager) not in page] == []
    assert len(named_queries()) == 10
    for query in named_queries():
        assert query.asks in page
        assert query.sparql.strip() in page


def test_every_name_of_the_package_stands_in_the_reference(site: Path) -> None:
    page = (site / "python.html").read_text(encoding="utf-8")
    names = {name for name in graph_builder.__all__ if not name.startswith("_")}
    for name in names | {"KnowledgeGraph.between", "KnowledgeGraph.entities", "Entity.neighbours"}:
        assert f'id="graph_builder.{name}"' in page, name
    shown = text(site, "python")
    assert "Unit of co-occurrence" in shown
    assert "doctest:" not in shown and "=====" not in shown


def test_papers_of_the_repository_are_on_the_site(site: Path) -> None:
    assert "ruff format --check" in text(site, "contributing")
    assert "precision" in text(site, "index")
    assert "Semantic versioning".lower() in text(site, "changes")
    assert "ar/depparse/news.pt" in text(site, "models")
    shown = {"index": ["explorer.jpg", "network.png"], "explorer": ["explorer.jpg", "explorer-large.jpg"]}
    for page, picture in ((page, picture) for page, pictures in shown.items() for picture in pictures):
        assert f'src="assets/{picture}"' in (site / f"{page}.html").read_text(encoding="utf-8")
        assert (site / "assets" / picture).stat().st_size > 10_000


class _Asked(HTMLParser):
    """The addresses that a page fetches by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            self.addresses += [value for name, value in attrs if name in ("src", "href", "srcset") and value]


def test_no_page_asks_the_network(site: Path) -> None:
    for page in site.glob("*.html"):
        asked = _Asked()
        asked.feed(page.read_text(encoding="utf-8"))
        assert any(address.endswith("iframe-worker.js") for address in asked.addresses)
        assert [each for each in asked.addresses if re.match(r"(?:https?:)?//", each)] == [], page.name
    for style in site.rglob("*.css"):
        fetched = re.findall(r"(?:url\(|@import\s+)[\"']?(?:https?:)?//[^)]*", style.read_text(encoding="utf-8"))
        assert fetched == [], style.name


def test_the_search_finds_arabic_without_a_server(site: Path) -> None:
    script = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    found = [
        each["location"]
        for each in json.loads(script.removeprefix("var __index = "))["docs"]
        if "استقبل" in each["text"]
    ]
    assert "predicates.html#consult" in found


def test_a_site_is_not_written_into_the_package() -> None:
    done = mkdocs(Path("site"))
    assert done.returncode == 1
    assert "graph_builder/docs/site lies inside the package; name a folder elsewhere" in done.stdout + done.stderr
    assert not (CONFIG.parent / "site").exists()


def test_links_of_papers_hold_on_the_site_or_are_taken_out() -> None:
    said = "[the map](CONTRIBUTING.md), [seeds](seeds/), [PLOVER](https://example.org), `x`\n```\n[a](b)\n```\n"
    assert papers.relinked(said, folder="") == (
        "[the map](contributing.md), seeds, [PLOVER](https://example.org), `x`\n```\n[a](b)\n```\n"
    )
    assert papers.relinked("[a](graph_builder/docs/pages/rules.md#merges)", folder="") == "[a](rules.md#merges)"
    assert papers.relinked("[a](rules.md) [b](../../../README.md#how-good-it-is) [c](../hooks.py)") == (
        "[a](rules.md) [b](index.md#how-good-it-is) c"
    )


def test_what_stands_in_a_cell_does_not_break_its_table() -> None:
    assert markdown.table(["a"], [["x | `y|z`\nw"]]) == "| a |\n| --- |\n| x \\| `y|z` w |"
    assert markdown.example("<{أ}> [ب]") == '<p lang="ar" dir="rtl">&lt;<b>أ</b>&gt; <u>ب</u></p>'
    assert "any" in lexicon.predicate_table()
    assert "| `country` |" in contract.definitions()
