"""A knowledge graph in Python: tables, networks, RDF, questions, and decisions about it."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import networkx as nx
import pandas as pd

from graph_builder.api import display, filters, frames, rdf_graph
from graph_builder.api.choices import Words, chosen
from graph_builder.api.dates import Day, first_day, last_day
from graph_builder.api.entity import Entity
from graph_builder.api.tables import Tables
from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions, Window
from graph_builder.core.values import InputSummary, Kind, Knowledge, Modality, Polarity, Problem
from graph_builder.graphs import cooccurrence_graph, relation_graph
from graph_builder.lexicon import labels, predicates
from graph_builder.pipeline import save, with_graphs
from graph_builder.resolve import lookup
from graph_builder.resolve.decisions import Decision, add_decisions, digest
from graph_builder.review.decide import decided

if TYPE_CHECKING:
    import rdflib

Measure = Literal["count", "npmi", "g2"]


@dataclass(frozen=True, eq=False, repr=False)
class KnowledgeGraph(Tables):
    """What a build read and found. `graph_builder.build` and `graph_builder.load` give one; nothing changes it.

    >>> kg
    <KnowledgeGraph: 5 articles, ... people, ... places, ... organisations, ... statements>
    >>> "الأسد" in kg, "زنوبيا" in kg
    (True, False)

    knowledge
        The frozen values beneath: `Knowledge`, whose two instances are equal where all that was found is the same.
    settings, problems
        What decided the bytes of the build, and what was wrong with its input, as its manifest states them.
    rdf
        How RDF is written.
    folder
        Where its files are; None for what was never written, and for a part of something else.
    decisions
        What a person decided about its entities, in order.
    reading
        How many articles were read, and what was found in reading them.
    """

    knowledge: Knowledge
    settings: Mapping[str, str]
    problems: tuple[Problem, ...]
    rdf: RdfOptions
    folder: Path | None = field(default=None, kw_only=True)
    decisions: tuple[Decision, ...] = field(default=(), kw_only=True)
    reading: InputSummary = field(default_factory=InputSummary, kw_only=True)
    _with_layout: Result | None = field(default=None, kw_only=True)

    def __getitem__(self, name: str) -> Entity:
        """The entity of that id, or so called in Arabic or in Latin letters, or else with that name as an alias.

        >>> kg["Bashar al-Assad"] == kg["الأسد"]
        True
        >>> kg["لافرو"]
        Traceback (most recent call last):
        graph_builder.core.errors.EntityError: No entity is called لافرو; perhaps you mean سيرغي لافروف.

        Raises EntityError for a name that none has, or that several have.
        """
        return Entity(lookup.entity_named(self.knowledge.entities, name), self.knowledge)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(lookup.entities_named(self.knowledge.entities, name))

    def find(self, text: str) -> Entity:
        """The entity called so, or else the only one with all these words in one of its names.

        >>> kg.find("Assad")
        <Entity بشار الأسد · Bashar al-Assad · PER>

        Raises EntityError for words that no name has, or those of several entities.
        """
        return Entity(lookup.find_entity(self.knowledge.entities, text), self.knowledge)

    def between(self, a: str | Entity, b: str | Entity) -> pd.DataFrame:
        """Every statement that ties two entities, in either direction: the columns of `relations`.

        >>> "holds_position" in set(kg.between("الأسد", "سوريا")["predicate"])
        True

        Raises EntityError.
        """
        pair = {self._id(a), self._id(b)}
        tying = [each for each in self.knowledge.relations if {each.subject, each.object} == pair]
        named_there = {end for relation in tying for end in filters.ends(relation)}
        return frames.relations(filters.restricted(self.knowledge, named_there, tying))

    def where(
        self,
        *,
        kind: Words = None,
        predicate: Words = None,
        modality: Words = None,
        polarity: Words = None,
        since: Day | None = None,
        until: Day | None = None,
        min_confidence: float | None = None,
        article: Words = None,
    ) -> KnowledgeGraph:
        """The part of it for which all of this holds; each of the words may also be several.

        >>> kg.where(predicate="located_in").where(kind=["LOC", "ORG"])
        <KnowledgeGraph: 5 articles, 0 people, ... statements>

        article
            Ids, sources or file names: these articles alone, what they name and what they state.
        predicate, modality, polarity, min_confidence
            Such statements, and the entities that they name: subjects, objects, speakers and places.
        since, until
            Statements that the text dates, wholly or in part, between these days; those without a date count as of
            the days on which the articles that make them were published. A month or a year is meant whole.
        kind
            Entities of that kind, and the statements that tie two of them, with their speakers and places.

        Raises ChoiceError for what is no kind, predicate, modality, polarity, date or article.
        """
        wanted = filters.RelationFilter(
            chosen("predicate", predicate, predicates()),
            chosen("modality", modality, get_args(Modality)),
            chosen("polarity", polarity, get_args(Polarity)),
            first_day(since) if since is not None else None,
            last_day(until) if until is not None else None,
            min_confidence or 0.0,
        )
        kinds = chosen("kind", kind, get_args(Kind))
        part = self.knowledge
        if article is not None:
            part = filters.in_articles(part, [article] if isinstance(article, str) else article)
        if wanted != filters.RelationFilter():
            part = filters.stating(part, wanted)
        if kinds is not None:
            part = filters.of_kind(part, kinds)
        return replace(self, knowledge=part, folder=None, _with_layout=None)

    def cooccurrence(self, window: Window = "sentence", measure: Measure = "count") -> nx.Graph[str]:
        """Who is named together in a sentence, a paragraph or an article: an undirected graph over the ids of entities.

        Nodes have `name, name_latin, kind, mentions, documents`, edges `count, documents, npmi, g2`, and as `weight`
        the one of count, npmi and g2 that `measure` names; `graph_builder.graphs.cooccurrence` says what they measure.

        >>> graph = kg.cooccurrence("article", "npmi")
        >>> sorted(graph.edges[kg["الأسد"].id, kg["سوريا"].id])
        ['count', 'documents', 'g2', 'npmi', 'weight']

        Raises ChoiceError.
        """
        chosen("window", window, get_args(Window))
        chosen("measure", measure, get_args(Measure))
        graph = cooccurrence_graph(self.knowledge, window)
        nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, measure), "weight")
        return graph

    def relation_graph(self, min_confidence: float = 0.0, predicate: Words = None) -> nx.MultiDiGraph[str]:
        """Who does what to whom: a directed multigraph over the ids of entities, its edges keyed by predicate.

        An edge gathers all affirmed statements of one subject, predicate and object; `graph_builder.graphs.relations`
        says what its attributes hold. `weight` is its `count`: the sentences that state it.

        >>> graph = kg.relation_graph(predicate="holds_position")
        >>> graph.has_edge(kg["الأسد"].id, kg["سوريا"].id, "holds_position")
        True

        Raises ChoiceError.
        """
        wanted = chosen("predicate", predicate, predicates())
        graph = relation_graph(self.knowledge, min_confidence)
        if wanted is not None:
            graph.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[2] not in wanted])
        nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, "count"), "weight")
        return graph

    def to_rdf(self) -> rdflib.Graph:
        """Everything as one rdflib Graph: what graph.ttl holds, without the ontology.

        >>> len(kg.where(predicate="agree").to_rdf()) > 100
        True
        """
        return rdf_graph.rdflib_graph(self._without_layout)

    def sparql(self, query: str, timeout: float = 60.0, **where: str) -> pd.DataFrame:
        """What a query in SPARQL 1.1 finds, a column a variable; prefixes of ours need no declaration.

        >>> kg.sparql("SELECT (COUNT(?a) AS ?articles) { ?a a schema:NewsArticle }")["articles"].to_list()
        [5]

        `query` can also be the name of one that comes with the package (`graph-builder query --list` tells them);
        `where` narrows it to rows in which a variable has that text: `kg.sparql("offices", person="بشار الأسد")`. A
        query that takes longer than `timeout` seconds is stopped. ASK gives one row with the column `answer`, CONSTRUCT
        and DESCRIBE give the columns `subject, predicate, object`. IRIs and dates are text, numbers are numbers.

        Raises StoreError for a query that is none, changes data, asks another server or takes too long, and ChoiceError
        for a variable that it has not.
        """
        return rdf_graph.query_table(self._rdf_folder, query, timeout, where)

    def merge(self, name: str | Entity, into: str | Entity) -> KnowledgeGraph:
        """It, with two entities as one. So with all five decisions: what they say holds at once in what is returned.

        Where this graph has a folder, the decision is also added to decisions.yaml there, as `graph-builder merge`
        does it, and the next build into it obeys. That build reads the texts again and can find more than what follows
        from the statements at hand.

        Raises EntityError for names that are no entity's or several's, and ReviewError or DecisionError for what cannot
        be decided so, and for a decisions.yaml that cannot be read or written.
        """
        return self._decided("merge", name, self._reference(into))

    def split(self, name: str | Entity, alias: str) -> KnowledgeGraph:
        """It, with what the articles write `alias` as another entity. See `merge`."""
        return self._decided("split", name, alias)

    def rename(self, name: str | Entity, to: str) -> KnowledgeGraph:
        """It, with an entity called otherwise. See `merge`.

        >>> kg.where(predicate="holds_position").rename("الأسد", "الرئيس السوري")["الأسد"]
        <Entity الرئيس السوري · al-Raeis al-Souri · PER>
        """
        return self._decided("rename", name, to)

    def drop(self, name: str | Entity) -> KnowledgeGraph:
        """It, without what is no entity. See `merge`."""
        return self._decided("drop", name, None)

    def kind(self, name: str | Entity, of: Kind) -> KnowledgeGraph:
        """It, with an entity of another kind: PER, LOC or ORG. See `merge`."""
        chosen("kind", of, get_args(Kind))
        return self._decided("kind", name, of)

    def link(self, name: str | Entity, iri: str) -> KnowledgeGraph:
        """It, with an IRI that stands for an entity elsewhere: owl:sameAs in RDF. See `merge`."""
        return self._decided("link", name, iri)

    def show(self, height: int = 700) -> display.Page:
        """The explorer, `height` pixels high, below the cell of a notebook: in Jupyter and in Visual Studio Code."""
        return display.explorer(self._result, "Explorer", height)

    def save(self, folder: str | Path) -> KnowledgeGraph:
        """Write every file of a build into a folder, with the decisions that led to it; the graph that has this folder.

        Raises OutputError if it cannot be written, and then nothing of the build is; DecisionError for a decisions.yaml
        there that cannot be read.
        """
        folder = Path(folder)
        save(self._result, folder, self.decisions)
        return replace(self, folder=folder, _with_layout=self._result)

    def _decided(self, act: str, name: str | Entity, value: str | None) -> KnowledgeGraph:
        decision = Decision(act, self._reference(name), value)
        knowledge = decided(self.knowledge, decision)
        if self.folder is not None:
            add_decisions(self.folder, decision)
        decisions = (*self.decisions, decision)
        settings = {**self.settings, "decisions": digest(decisions)}
        return replace(self, knowledge=knowledge, settings=settings, decisions=decisions, _with_layout=None)

    def _reference(self, name: str | Entity) -> str:
        entity = lookup.entity_named(self.knowledge.entities, name.id if isinstance(name, Entity) else name)
        return lookup.reference(self.knowledge.entities, entity)

    def _id(self, name: str | Entity) -> str:
        return name.id if isinstance(name, Entity) else self[name].id

    @cached_property
    def _result(self) -> Result:
        """What exporters need: both graphs measured and laid out, which takes a while."""
        if self._with_layout is not None:
            return self._with_layout
        return self._with_settings(with_graphs(self.knowledge, self._window))

    @cached_property
    def _without_layout(self) -> Result:
        """The build with both graphs neither measured nor laid out, as RDF needs it."""
        return self._with_settings(with_graphs(self.knowledge, self._window, layout=False))

    @cached_property
    def _rdf_folder(self) -> Path:
        """The RDF in files, which go when this does."""
        folder = rdf_graph.rdf_folder(self._without_layout)
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return folder

    @property
    def _window(self) -> Window:
        return next((each for each in get_args(Window) if each == self.settings.get("window")), "sentence")

    def _with_settings(self, result: Result) -> Result:
        return replace(result, problems=self.problems, settings=self.settings, rdf=self.rdf, reading=self.reading)

    def __repr__(self) -> str:
        known = self.knowledge
        counted = [(len(known.documents), "article", "articles")]
        for kind, label in labels().kinds.items():
            number = sum(entity.kind == kind for entity in known.entities)
            counted.append((number, label.english, labels().many[kind].english))
        counted.append((len(known.relations), "statement", "statements"))
        return f"<KnowledgeGraph: {', '.join(f'{n:,} {one if n == 1 else many}' for n, one, many in counted)}>"

    def _repr_html_(self) -> str:
        return display.graph_card(self.knowledge)
