"""Extract offices and relations from articles, by rules and with the classifier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph_builder.relate.classifier import History, Trained, candidates
from graph_builder.relate.classifier.classified import RuleReading, classified_mentions
from graph_builder.relate.document_context import DocumentContext
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.factuality.lost_offices import without_lost_offices
from graph_builder.relate.factuality.quotations import Quotation, last_speaker, participles, quotations
from graph_builder.relate.rules.allegiances import allegiances
from graph_builder.relate.rules.locations import locations
from graph_builder.relate.rules.nominal_events import nominal_events
from graph_builder.relate.rules.offices import affiliations, offices
from graph_builder.relate.rules.presence import organizations_at_places, presence
from graph_builder.relate.rules.speech import spoken_about
from graph_builder.relate.rules.stance import stances
from graph_builder.relate.rules.undergone_events import passive_events
from graph_builder.relate.rules.verbal_events import verbal_events
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
        by_rules = (each for each in _of_sentence(view, said, without_rules) if each.evidence.rule not in without_rules)
        extractions = tuple(dated(view, by_rules))
        yield RuleReading(view, number, tuple(said), extractions, tuple(candidates(view, history, spoke)))
        history.add(view)


def _of_sentence(view: SentenceView, said: Sequence[Quotation], without_rules: frozenset[str]) -> Iterator[Extraction]:
    yield from offices(view)
    yield from affiliations(view)
    yield from locations(view)
    events = (
        *verbal_events(view, said),
        *passive_events(view, said),
        *nominal_events(view, said),
        *allegiances(view, said),
    )
    done = [extraction for extraction in events if extraction.evidence.rule not in without_rules]
    yield from done
    # «التقيت فلانا» states a stronger relation than speaking about a person.
    more = {(extraction.subject, extraction.object) for extraction in done} | {
        (extraction.object, extraction.subject) for extraction in done
    }
    for quotation in said:
        yield from (c for c in spoken_about(view, quotation, said) if (c.subject, c.object) not in more)
    yield from (extraction for extraction in stances(view) if (extraction.subject, extraction.object) not in more)
    yield from presence(view, said)
    yield from organizations_at_places(view, said)
