"""Extract relations between the entities of a corpus, each with the sentences that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain

from graph_builder.core.annotations import Annotations
from graph_builder.core.batches import Run, batches, here
from graph_builder.core.choices import similar
from graph_builder.core.errors import SettingsError
from graph_builder.core.values import Annotated, Document, Entity, Relation, Span, content_id
from graph_builder.lexicon import predicates
from graph_builder.relate.classifier import Sample, Trained, sample
from graph_builder.relate.classifier.classified import least_probability
from graph_builder.relate.document_context import CorpusContext, DocumentContext
from graph_builder.relate.extract import extract, extract_by_rules, extract_offices
from graph_builder.relate.extraction_cache import ExtractionCache, lexicon_digest
from graph_builder.relate.extractions import Extraction, aggregate
from graph_builder.relate.rules.registry import registered_rules
from graph_builder.relate.sentence.coreference import OfficeHeld

__all__ = ["ExtractionCache", "check_rules", "classifier_input", "least_probability", "relate"]


def relate(
    corpus: Iterable[Annotated],
    entities: Iterable[Entity],
    classifier: Callable[[], Trained] | None = None,
    least: float | None = None,
    cache: ExtractionCache | None = None,
    run: Run = here,
    without_rules: frozenset[str] = frozenset(),
) -> tuple[Relation, ...]:
    """Return the relations that a corpus states between its entities, sorted by id.

    The documents of an `Annotations` corpus are read twice and never kept in memory.

    Args:
        corpus: The annotated documents.
        entities: The resolved entities.
        classifier: Returns the trained classifier, which scores the extractions of the rules and adds its own; None for
            rules only.
        least: Minimum probability (0–1) of a classified extraction; None for that of `least_probability`. Without a
            classifier, all extractions count.
        cache: Cache of extractions, kept between builds.
        run: Runs the work in batches, in this process or in others.
        without_rules: Names of rules to leave out.
    """
    every = {entity.id: entity for entity in entities}
    corpus = Annotations.of(corpus)
    copies = frozenset(document.id for document in corpus.documents if document.copy_of)
    find = partial(extract, classifier, least, without_rules)
    return aggregate(_extractions(CorpusContext(corpus, every.values()), find, cache, run), every, copies)


def check_rules(names: Iterable[str]) -> None:
    """Check the names of rules to leave out.

    Raises:
        SettingsError: There is no such rule.
    """
    rules = registered_rules()
    for name in names:
        if name not in rules:
            near = similar(name, sorted(rules))
            message = f"{name!r} is not a relation rule; write one of these: {', '.join(near)}."
            raise SettingsError(message, name=name, suggestions=near)


def classifier_input(
    corpus: Iterable[Annotated], entities: Iterable[Entity]
) -> Iterator[tuple[str, list[tuple[Span, list[Span], Sample]]]]:
    """Yield each document's id with its sentences as the classifier's input: sentence span, word spans and features."""
    articles = CorpusContext(Annotations.of(corpus), entities)
    held, _ = _offices(articles, None, here)
    for document in articles.documents:
        read = []
        for each in extract_by_rules(_article(articles, held, document).views()):
            sentence = each.view.tree.sentence
            words = [Span(document.id, node.start, node.end) for node in each.view.tree.nodes]
            numbers = sample(each.view, each.candidates, each.extractions, each.number, tuple(predicates()))
            read.append((Span(document.id, sentence.start, sentence.end), words, numbers))
        yield document.id, read


def _extractions(
    articles: CorpusContext,
    find: Callable[[Sequence[DocumentContext]], list[tuple[str, list[Extraction]]]],
    cache: ExtractionCache | None,
    run: Run,
) -> Iterator[Extraction]:
    """Yield the extractions of all articles, those in the cache first."""
    held, keys = _offices(articles, cache, run)
    missing: dict[str, tuple[Document, str]] = {}
    for document in articles.documents:
        own = _held_here(articles, held, document)
        key = content_id(keys.get(document.id, ""), *(" ".join(office) for office in own))
        kept = cache.extractions(document, key) if cache else None
        if kept is None:
            missing[document.id] = document, key
        else:
            yield from kept
    every = batches(document for document, _ in missing.values())
    tasks = ([_article(articles, held, document) for document in batch] for batch in every)
    for each, found in chain.from_iterable(run(find, tasks)):
        if cache:
            cache.keep_extractions(*missing[each], found)
        yield from found


def _offices(
    articles: CorpusContext, cache: ExtractionCache | None, run: Run
) -> tuple[Mapping[str, Set[OfficeHeld]], Mapping[str, str]]:
    """Return the offices that each entity holds anywhere in the corpus, and the cache key of each document."""
    digest = lexicon_digest(articles.lexicon_entities) if cache else ""
    keys: dict[str, str] = {}
    held: dict[str, set[OfficeHeld]] = defaultdict(set)
    missing: dict[str, Document] = {}
    for document in articles.documents:
        found = None
        if cache:
            keys[document.id] = cache.key(document, articles.mentioned(document), digest)
            found = cache.offices(document, keys[document.id])
        if found is None:
            missing[document.id] = document
        for office in found or ():
            held[office[2]].add(office)
    tasks = ([articles.article(document) for document in batch] for batch in batches(missing.values()))
    for each, offices in chain.from_iterable(run(extract_offices, tasks)):
        if cache:
            cache.keep_offices(missing[each], keys[each], offices)
        for office in offices:
            held[office[2]].add(office)
    return held, keys


def _article(articles: CorpusContext, held: Mapping[str, Set[OfficeHeld]], document: Document) -> DocumentContext:
    return articles.article(document, _held_here(articles, held, document))


def _held_here(articles: CorpusContext, held: Mapping[str, Set[OfficeHeld]], document: Document) -> list[OfficeHeld]:
    """Return the offices that the entities of a document hold anywhere in the corpus, sorted."""
    here = {entity.id for _, entity in articles.mentioned(document)}
    return sorted(office for entity in here for office in held.get(entity, ()))
