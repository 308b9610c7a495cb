"""HTML for notebooks: cards, and the explorer in a frame. All text from articles is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from graph_builder.api import sentences
from graph_builder.compare import Comparison
from graph_builder.core.result import Result
from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Relation
from graph_builder.export.explorer.page import page
from graph_builder.lexicon import Label, labels, predicates

_STATEMENTS = 5  # shown of an entity
_ENTITIES = 12  # shown of a build
_PREDICATES = 8


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page shown in a frame below a notebook cell; it makes no network requests.

    The page is the `srcdoc` of a sandboxed frame, which Jupyter and Visual Studio Code both render: it can run its own
    scripts, but neither read nor change the notebook.
    """

    title: str
    html: str
    height: int

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self.html) // 1000:,} kB of HTML, shown in Jupyter and Visual Studio Code>"

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(self.title)}" sandbox="allow-scripts allow-downloads" loading="lazy" '
            f'style="width:100%;height:{self.height:d}px;border:0" srcdoc="{escape(self.html)}"></iframe>'
        )


def explorer(result: Result, title: str, height: int) -> Page:
    """Return the explorer of a build as a page, `height` pixels high."""
    return Page(title, page(result), height)


def graph_card(knowledge: Knowledge) -> str:
    """Return an HTML summary of knowledge."""
    kinds = [(label.arabic, sum(e.kind == kind for e in knowledge.entities)) for kind, label in labels().many.items()]
    counted: dict[str, int] = {}
    for relation in knowledge.relations:
        counted[relation.predicate] = counted.get(relation.predicate, 0) + 1
    often = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_PREDICATES]
    named = sorted(knowledge.entities, key=lambda each: (-len(each.mentions), each.name, each.id))[:_ENTITIES]
    return template("knowledge_graph").render(
        articles=len(knowledge.documents),
        statements=len(knowledge.relations),
        kinds=kinds,
        predicates=[(predicates()[name], number) for name, number in often],
        entities=[(each, len(each.mentions)) for each in named],
    )


def entity_card(knowledge: Knowledge, entity: Entity, about: Iterable[Relation]) -> str:
    """Return HTML that describes an entity, with its most confident relations and their sentences."""
    names = {each.id: each.name for each in knowledge.entities}
    documents = {document.id: document for document in knowledge.documents}
    order = list(predicates())
    surest = sorted(about, key=lambda each: (-each.confidence, order.index(each.predicate), each.id))
    return template("entity").render(
        entity=entity,
        kind=labels().kinds[entity.kind].arabic,
        mentions=len(entity.mentions),
        statements=[_stated(each, names, documents) for each in surest[:_STATEMENTS]],
        total=len(surest),
    )


def comparison_card(comparison: Comparison) -> str:
    """Return an HTML summary of a comparison."""
    clear = [each for each in comparison.entities if each.frequency.beyond_chance]
    more = [
        (side, [each for each in clear if each.frequency.change in changes][:_ENTITIES])
        for side, changes in zip(comparison.sides, (("gone", "weaker"), ("new", "stronger")), strict=True)
    ]
    return template("comparison").render(
        sides=comparison.sides, beyond=comparison.beyond_chance(), retold=len(comparison.retold), more=more
    )


def _stated(relation: Relation, names: Mapping[str, str], documents: Mapping[str, Document]) -> dict[str, object]:
    marks: list[Label] = []
    if relation.polarity != "affirmed":
        marks.append(labels().polarities[relation.polarity])
    if relation.modality != "asserted":
        marks.append(labels().modalities[relation.modality])
    first = relation.evidence[0]
    return {
        "subject": names[relation.subject],
        "predicate": predicates()[relation.predicate],
        "object": names[relation.object],
        "marks": [mark.arabic for mark in marks],
        "sentence": _marked(first, documents[first.document].text),
        "source": documents[first.document].source,
    }


def _marked(evidence: Evidence, text: str) -> Markup:
    """Return the sentence on one line, with its trigger marked."""
    return Markup("{}<mark>{}</mark>{}").format(*sentences.parts(evidence, text))


@cache
def template(name: str) -> Template:
    """Return a template of this package, which escapes what it is given."""
    environment = Environment(
        loader=PackageLoader("graph_builder.api", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html.jinja")
