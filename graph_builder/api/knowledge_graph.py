"""A knowledge graph: tables, networks, RDF, queries, and decisions about its entities."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pandas as pd

from graph_builder.api import display, frames, rdf_graph, widget_data
from graph_builder.api.comparison import Comparison
from graph_builder.api.corrections import Corrections
from graph_builder.api.entity import Entity
from graph_builder.api.networks import Networks
from graph_builder.api.tables import Tables
from graph_builder.compare import Side, compare
from graph_builder.core import articles, filters
from graph_builder.core.choices import Words, chosen, confidence, listed
from graph_builder.core.dates import Day, first_day, last_day
from graph_builder.core.extras import require
from graph_builder.core.result import Result
from graph_builder.core.settings import RdfOptions, Window
from graph_builder.core.values import InputSummary, Kind, Knowledge, Modality, Polarity, Problem
from graph_builder.lexicon import labels, predicates
from graph_builder.pipeline import save, with_graphs
from graph_builder.resolve import lookup
from graph_builder.resolve.decisions import Decision, add_decisions, digest
from graph_builder.review.decide import decided

if TYPE_CHECKING:
    import rdflib

    from graph_builder.api.widget import Widget


@dataclass(frozen=True, eq=False, repr=False)
class KnowledgeGraph(Corrections, Networks, Tables):
    """The result of a build, returned by `graph_builder.build` and `graph_builder.load`. It is immutable.

    Examples:
        >>> kg
        <KnowledgeGraph: 5 articles, ... people, ... places, ... organisations, ... statements>
        >>> "الأسد" in kg, "زنوبيا" in kg
        (True, False)

    Attributes:
        knowledge: The frozen values; two instances are equal if all that was found is the same.
        settings: The settings and versions of the build, as its manifest states them.
        problems: The inputs that were skipped, and other notes.
        rdf: The options of RDF.
        folder: The folder of the build; None if it was never written, and for a part of a graph.
        decisions: The decisions of a person about its entities, in order.
        reading: How many articles were read, and with what result.
    """

    knowledge: Knowledge
    settings: Mapping[str, str]
    problems: tuple[Problem, ...]
    rdf: RdfOptions
    folder: Path | None = field(default=None, kw_only=True)
    decisions: tuple[Decision, ...] = field(default=(), kw_only=True)
    reading: InputSummary = field(default_factory=InputSummary, kw_only=True)
    _with_layout: Result | None = field(default=None, kw_only=True)

    def __getitem__(self, name: str | Entity) -> Entity:
        """Return the entity with an id, name, alias or Latin name, or the one that an entity of another graph is here.

        Examples:
            >>> kg["Bashar al-Assad"] == kg["الأسد"]
            True
            >>> kg["لافرو"]
            Traceback (most recent call last):
            graph_builder.core.errors.UnknownEntityError: No entity is called لافرو; did you mean سيرغي لافروف?

        Raises:
            UnknownEntityError: No entity has it.
            AmbiguousEntityError: Several entities have it.
            TypeError: The name is no text.
        """
        name = name.id if isinstance(name, Entity) else name
        if not isinstance(name, str):
            raise TypeError(f"An entity is found by its name or id, not by {name!r}; kg.entities lists all of them.")
        return Entity(lookup.entity_named(self.knowledge.entities, name), self.knowledge)

    def __contains__(self, name: object) -> bool:
        name = name.id if isinstance(name, Entity) else name
        return isinstance(name, str) and bool(lookup.entities_named(self.knowledge.entities, name))

    def _ipython_key_completions_(self) -> list[str]:
        """Return what IPython offers after `kg["`: the names, the most often mentioned first."""
        return self.entities["name"].drop_duplicates().to_list()

    def find(self, text: str) -> Entity:
        """Return the entity with this name, or else the only one with all these words in one of its names.

        Examples:
            >>> kg.find("Assad")
            <Entity بشار الأسد · Bashar al-Assad · PER>

        Raises:
            UnknownEntityError: No entity matches.
            AmbiguousEntityError: Several entities match.
        """
        return Entity(lookup.find_entity(self.knowledge.entities, text), self.knowledge)

    def between(self, a: str | Entity, b: str | Entity) -> pd.DataFrame:
        """Return the relations between two entities, in either direction, with the columns of `relations`.

        Examples:
            >>> "holds_position" in set(kg.between("الأسد", "سوريا")["predicate"])
            True

        Raises:
            EntityError: A name identifies no entity, or several.
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
        source: Words = None,
        published: Day | None = None,
        naming: str | Entity | None = None,
    ) -> KnowledgeGraph:
        """Return the part of the graph that meets all conditions.

        Examples:
            >>> kg.where(predicate="located_in").where(kind=["LOC", "ORG"])
            <KnowledgeGraph: 5 articles, 0 people, ... statements>

        Args:
            kind: One or several kinds: entities of these, and the relations between them, with speakers and places.
            predicate: One or several predicates: these relations and their entities.
            modality: One or several of asserted, reported, future: these relations and their entities.
            polarity: affirmed or negated: these relations and their entities.
            since: The first day, month or year. A relation counts if its date overlaps the interval; one without a
                date counts as of the days on which its articles were published.
            until: The last day, month or year, included.
            min_confidence: The lowest confidence of relations, from 0 to 1.
            article: Ids, sources or file names: these articles, with their mentions and relations.
            source: Hosts of addresses, folders or files: the articles from there, with their mentions and relations.
            published: A day, month, year or interval of two: the articles published then.
            naming: The articles that mention this entity.

        Raises:
            ChoiceError: An argument is not a kind, predicate, modality, polarity, date or confidence, or no article
                meets it.
            EntityError: `naming` identifies no entity, or several.
        """
        wanted = filters.RelationFilter(
            chosen("predicate", predicate, predicates()),
            chosen("modality", modality, get_args(Modality)),
            chosen("polarity", polarity, get_args(Polarity)),
            first_day(since) if since is not None else None,
            last_day(until) if until is not None else None,
            confidence(min_confidence) if min_confidence is not None else 0.0,
        )
        kinds = chosen("kind", kind, get_args(Kind))
        part = self.knowledge
        if article is not None:
            part = filters.in_articles(part, articles.called(part.documents, listed(article)))
        if source is not None:
            part = filters.in_articles(part, articles.from_sources(part.documents, listed(source)))
        if published is not None:
            part = filters.in_articles(part, articles.published_in(part.documents, [published]))
        if naming is not None:
            part = filters.in_articles(part, articles.naming(part, [self._id(naming)]))
        if wanted != filters.RelationFilter():
            part = filters.stating(part, wanted)
        if kinds is not None:
            part = filters.of_kind(part, kinds)
        return replace(self, knowledge=part, folder=None, _with_layout=None)

    def compare(self, other: KnowledgeGraph, names: tuple[str, str] = ("A", "B")) -> Comparison:
        """Return what differs between this graph and another one, or between two parts of one.

        Examples:
            >>> comparison = kg.where(published="2024-12").compare(kg.where(source="seeds"), ("December", "all"))
            >>> comparison.entities.loc[0, "change"] in {"new", "gone", "stronger", "weaker", "same"}
            True

        Args:
            other: The graph that is B; this one is A.
            names: What A and B are called.

        Raises:
            ChoiceError: A graph has no articles.
        """
        return Comparison(
            compare(Side(names[0], self.knowledge, self.settings), Side(names[1], other.knowledge, other.settings))
        )

    def to_rdf(self) -> rdflib.Graph:
        """Return the RDF as one rdflib Graph: the content of graph.ttl, without the ontology.

        Examples:
            >>> len(kg.where(predicate="agree").to_rdf()) > 100
            True
        """
        return rdf_graph.rdflib_graph(self._without_layout)

    def sparql(self, query: str, timeout: float = 60.0, **where: str) -> pd.DataFrame:
        """Return the answer of a query in SPARQL 1.1 as a table, with a column for each variable.

        Examples:
            >>> kg.sparql("SELECT (COUNT(?a) AS ?articles) { ?a a schema:NewsArticle }")["articles"].to_list()
            [5]

        ASK returns one row with the column `answer`, CONSTRUCT and DESCRIBE the columns `subject, predicate, object`.
        IRIs and dates are text, numbers are numbers.

        Args:
            query: SPARQL, in which the prefixes of this package are declared, or the name of a query of the package
                (`graph-builder query --list`).
            timeout: Seconds after which the query is stopped.
            where: Variables that must have a text: `kg.sparql("offices", person="بشار الأسد")`.

        Raises:
            QueryError: The query is invalid, changes data, calls another server, has no such variable or takes too
                long, or there is none with this name.
        """
        return rdf_graph.query_table(self._rdf_folder, query, timeout, where)

    def show(self, height: int = 700) -> display.Page:
        """Return the explorer, `height` pixels high, which Jupyter and Visual Studio Code show below the cell."""
        return display.explorer(self._result, "Explorer", height)

    def timeline(self, language: str = "ar") -> Widget:
        """Return a widget of the relations in time; a choice shows the sentences.

        A bar counts the relations with a date in a day, month or year, whichever is the smallest unit that gives at
        most forty bars. A relation without a date counts on the day of publication of its first article, hatched.

        Args:
            language: `ar` or `en`; a button in the widget changes it.

        Raises:
            ChoiceError: The language is neither.
            MissingPackageError: anywidget is not installed.
        """
        require("anywidget", "show a widget")
        from graph_builder.api.widget import Widget

        return Widget(widget_data.timeline(self.knowledge), language)

    def save(self, folder: str | Path) -> KnowledgeGraph:
        """Write all files of a build and the decisions of this graph into a folder, and return its graph.

        Raises:
            OutputError: The folder cannot be written; nothing in it has changed.
            DecisionError: `decisions.yaml` in the folder cannot be read or written.
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
        """The build with both graphs measured and laid out, as exporters need it; this takes a while."""
        if self._with_layout is not None:
            return self._with_layout
        return self._with_settings(with_graphs(self.knowledge, self._window))

    @cached_property
    def _without_layout(self) -> Result:
        """The build with both graphs neither measured nor laid out, as RDF needs it."""
        return self._with_settings(with_graphs(self.knowledge, self._window, layout=False))

    @cached_property
    def _rdf_folder(self) -> Path:
        """A temporary folder with the RDF, removed with this object."""
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
