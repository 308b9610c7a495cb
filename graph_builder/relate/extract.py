"""Extract offices and relations from articles, by rules and with the classifier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from graph_builder.relate.classifier import History, Trained, candidates
from graph_builder.relate.classifier.classified import RuleReading, classified_mentions
from graph_builder.relate.clauses.nominal import nominal_events
from graph_builder.relate.clauses.verbal import verbal_clauses
from graph_builder.relate.document_context import DocumentContext
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.factuality.lost_offices import without_lost_offices
from graph_builder.relate.factuality.quotations import Quotation, last_speaker, participles, quotations
from graph_builder.relate.rules.affiliations import organization_names
from graph_builder.relate.rules.allegiances import allegiances
from graph_builder.relate.rules.locations import locations
from graph_builder.relate.rules.offices import offices
from graph_builder.relate.rules.presence import organizations_at_places
from graph_builder.relate.rules.registry import apply_rules
from graph_builder.relate.rules.speech import quoted_topics
from graph_builder.relate.sentence.coreference import OfficeHeld
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.relate.times import dated


def extract_offices(batch: Sequence[DocumentContext]) -> list[tuple[str, list[OfficeHeld]]]:
    """Return the id of each article with the offices that it states."""
    return [(article.document.id, article.offices()) for article in batch]


def extract(
    classifier: Callable[[], Trained] | None,
    least: float | None,
    without_rules: frozenset[str],
    batch: Sequence[DocumentContext],
) -> list[tuple[str, list[Extraction]]]:
    """Return the id of each article with its extractions.

    Args:
        classifier: Returns the trained classifier; None for rules only.
        least: Minimum probability (0–1); None for the defaults of `classifier.classified`.
        without_rules: Names of rules to leave out.
        batch: The articles.
    """
    return [(article.document.id, list(_of_article(article, classifier, least, without_rules))) for article in batch]


def _of_article(
    article: DocumentContext,
    classifier: Callable[[], Trained] | None,
    least: float | None,
    without_rules: frozenset[str],
) -> Iterator[Extraction]:
    trained = classifier() if classifier else None
    for sentence in extract_by_rules(article.views(), without_rules):
        found = classified_mentions(trained, sentence, least) if trained else sentence.extractions
        yield from without_lost_offices(sentence.view, found, sentence.quotations)


def extract_by_rules(
    article: Iterable[SentenceView], without_rules: frozenset[str] = frozenset()
) -> Iterator[RuleReading]:
    """Yield the sentences of an article with the extractions of the rules and the candidate arguments.

    Args:
        article: The sentences.
        without_rules: Names of rules to leave out.
    """
    speaker = None
    history = History()
    for number, view in enumerate(article):
        said = list(quotations(view, speaker))
        said += participles(view, said)
        spoke = speaker.entity if speaker else None
        speaker = last_speaker(view, said, speaker)
        extractions = tuple(dated(view, _of_sentence(view, said, without_rules)))
        yield RuleReading(view, number, tuple(said), extractions, tuple(candidates(view, history, spoke)))
        history.add(view)


def _of_sentence(view: SentenceView, said: Sequence[Quotation], without_rules: frozenset[str]) -> Iterator[Extraction]:
    clauses = verbal_clauses(view, said)
    verbal_events = (event for clause in clauses for event in clause.events)
    names = chain(offices(view), organization_names(view), locations(view))
    events = chain(verbal_events, nominal_events(view, said), allegiances(view))
    yield from apply_rules(view, names, said, without_rules)
    done = tuple(apply_rules(view, events, said, without_rules))
    yield from done
    # «التقيت فلانا» states a stronger relation than speaking about a person.
    more = {pair for each in done for pair in ((each.subject, each.object), (each.object, each.subject))}
    others = chain(quoted_topics(view, said), clauses, organizations_at_places(view, said))
    for each in apply_rules(view, others, said, without_rules):
        if each.predicate != "speaks_about" or (each.subject, each.object) not in more:
            yield each
