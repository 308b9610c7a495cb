"""A small, hand-built piece of knowledge with one of everything that an exporter has to get right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph_builder.core.result import Result
from graph_builder.core.values import (
    Document,
    Entity,
    Evidence,
    Kind,
    Knowledge,
    Mention,
    Merge,
    Modality,
    Place,
    Polarity,
    Problem,
    Relation,
    Span,
    content_id,
)
from graph_builder.graphs import cooccurrence_graph, relation_graph, with_layout, with_measures

HOSTILE = "=<script>alert(\"x\")</script> & 'y'"

_ARTICLES = (
    (
        "market.txt",
        "افتتاح سوق جديد في حلب",
        date(2021, 3, 4),
        (
            ("زارت الوزيرة ليلى المنصوري مدينة حلب والتقت سامي الحداد.", "\n\n"),
            ("وقالت المنصوري إن سامي الحداد سيدعم شركة الجسر في سوريا.", "\n"),
            ("ونفى الحداد أن تكون شركة الجسر قد اتهمت ليلى المنصوري.", "\n"),
        ),
    ),
    (
        "folder/bridge.html",
        "شركة الجسر تعود إلى حلب",
        None,
        (
            ("عادت شركة الجسر إلى حلب بعد لقاء ليلى المنصوري وسامي الحداد.", " "),
            (f"وكتب {HOSTILE} عن حلب.", "\n"),
        ),
    ),
    (
        "river.jsonl#7",
        "الفرات",
        date(2021, 5, 6),
        (("يمر نهر الفرات في هدوء.", "\n"), ("تقع حلب في سوريا.", "\n"), ("سافر نادر وحده.", "")),
    ),
)

# name, kind, Latin name, other surfaces, place, links
_NAMES: tuple[tuple[str, Kind, str, tuple[str, ...], Place | None, tuple[str, ...]], ...] = (
    ("ليلى المنصوري", "PER", "Layla al-Mansuri", ("المنصوري",), None, ()),
    ("سامي الحداد", "PER", "Sami al-Haddad", ("الحداد",), None, ()),
    ("حلب", "LOC", "Aleppo", (), Place(36.20124, 37.16117, "SY"), ("https://sws.geonames.org/170063/",)),
    ("سوريا", "LOC", "Syria", (), None, ()),
    ("شركة الجسر", "ORG", 'The "Bridge" Company', (), None, ()),
    (HOSTILE, "ORG", "", (), None, ()),
    ("نهر الفرات", "LOC", "Euphrates", (), None, ("https://www.wikidata.org/wiki/Q34589", "not an <IRI>")),
    ("نادر", "PER", "Nadir", (), None, ()),
)

# subject, predicate, object, polarity, modality, attributed to, place, confidence, (article, sentence, trigger, rule)
_FACTS: tuple[
    tuple[str, str, str, Polarity, Modality, str | None, str | None, float, tuple[tuple[int, int, str, str], ...]], ...
] = (
    (
        *("ليلى المنصوري", "consult", "سامي الحداد", "affirmed", "asserted", None, "حلب", 0.9),
        ((0, 0, "والتقت", "verb_order"), (1, 0, "لقاء", "nominal_between")),
    ),
    ("ليلى المنصوري", "present_in", "حلب", "affirmed", "asserted", None, None, 0.8, ((0, 0, "زارت", "verb_order"),)),
    (
        *("سامي الحداد", "support", "شركة الجسر", "affirmed", "future", "ليلى المنصوري", None, 0.7),
        ((0, 1, "سيدعم", "verb_order"),),
    ),
    (
        *("سامي الحداد", "support", "شركة الجسر", "affirmed", "reported", "ليلى المنصوري", None, 0.6),
        ((0, 1, "سيدعم", "speech"),),
    ),
    (
        *("شركة الجسر", "accuse", "ليلى المنصوري", "negated", "reported", "سامي الحداد", None, 0.5),
        ((0, 2, "اتهمت", "verb_order"),),
    ),
    ("شركة الجسر", "present_in", "حلب", "affirmed", "asserted", None, None, 0.75, ((1, 0, "عادت", "verb_order"),)),
    (HOSTILE, "speaks_about", "حلب", "affirmed", "asserted", None, None, 0.4, ((1, 1, "وكتب", "speech"),)),
    ("حلب", "located_in", "سوريا", "affirmed", "asserted", None, None, 0.95, ((2, 1, "تقع", "place_within_place"),)),
)

_SENTENCES = [
    [
        (sum(len(text) + len(gap) for text, gap in sentences[:index]), sentences[index][0])
        for index in range(len(sentences))
    ]
    for _, _, _, sentences in _ARTICLES
]
_TEXTS = ["".join(text + gap for text, gap in sentences) for _, _, _, sentences in _ARTICLES]
_DOCUMENTS = [
    Document(content_id(text), source, title, text, published)
    for text, (source, title, published, _) in zip(_TEXTS, _ARTICLES, strict=True)
]
ENTITY_IDS = {name: content_id(kind, name) for name, kind, *_ in _NAMES}


def sample_knowledge() -> Knowledge:
    """Three articles, eight entities and eight relations: one negated, two reported, one of them to come.

    One entity has a place; one is called HOSTILE; one shares no sentence and no relation with another. The relation
    `consult` has evidence in two articles.
    """
    relations = [_relation(*fact) for fact in _FACTS]
    entities = [_entity(*name) for name in _NAMES]
    merges = [
        Merge(ENTITY_IDS["ليلى المنصوري"], "ليلى المنصوري", "المنصوري", "shorter_name_in_article", 0.9),
        Merge(ENTITY_IDS["سامي الحداد"], "سامي الحداد", "الحداد", "shorter_name_in_article", 0.85),
    ]
    return Knowledge(
        documents=tuple(sorted(_DOCUMENTS, key=lambda document: document.id)),
        sentences=tuple(sorted(_spans())),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        merges=tuple(sorted(merges, key=lambda merge: (merge.entity, merge.left, merge.right))),
        relations=tuple(sorted(relations, key=lambda relation: relation.id)),
    )


def contradicting_knowledge() -> Knowledge:
    """The sample with one relation more: what one of its sentences denies is stated outright."""
    knowledge = sample_knowledge()
    denied = next(relation for relation in knowledge.relations if relation.polarity == "negated")
    stated = replace(denied, id="0" * 16, polarity="affirmed", modality="asserted", attributed_to=None)
    return replace(knowledge, relations=(stated, *knowledge.relations))


def result_of(knowledge: Knowledge) -> Result:
    """What a build makes of the knowledge."""
    cooccurrence = with_layout(with_measures(cooccurrence_graph(knowledge)))
    return Result(knowledge, cooccurrence, with_layout(with_measures(relation_graph(knowledge))))


def sample_result() -> Result:
    """The sample's knowledge with its graphs, an input that was skipped, and one that was noted."""
    problems = (
        Problem("empty.txt", "it is empty", "put an article into it"),
        Problem("<b>old</b>.txt", "it is in Windows-1256", "save it as UTF-8", "noted"),
    )
    return replace(result_of(sample_knowledge()), problems=problems, settings={"window": "sentence", "version": "0"})


def _spans() -> Iterator[Span]:
    for document, sentences in zip(_DOCUMENTS, _SENTENCES, strict=True):
        for start, sentence in sentences:
            yield Span(document.id, start, start + len(sentence))


def _entity(
    name: str, kind: Kind, latin: str, others: tuple[str, ...], place: Place | None, links: tuple[str, ...]
) -> Entity:
    mentions = []
    for document, sentences in zip(_DOCUMENTS, _SENTENCES, strict=True):
        for index, (offset, sentence) in enumerate(sentences):
            surface = next((form for form in (name, *others) if form in sentence), None)
            if surface is not None:
                start = offset + sentence.index(surface)
                mentions.append(Mention(document.id, start, start + len(surface), surface, kind, index))
    mentions.sort(key=lambda mention: (mention.document, mention.start))
    return Entity(ENTITY_IDS[name], kind, name, latin, (name, *others), tuple(mentions), place, links)


def _relation(  # one parameter a column of _FACTS
    subject: str,
    predicate: str,
    obj: str,
    polarity: Polarity,
    modality: Modality,
    speaker: str | None,
    place: str | None,
    confidence: float,
    found: tuple[tuple[int, int, str, str], ...],
) -> Relation:
    evidence = []
    for article, index, trigger, rule in found:
        start, sentence = _SENTENCES[article][index]
        trigger_start = start + sentence.index(trigger)
        evidence.append(Evidence(_DOCUMENTS[article].id, start, start + len(sentence), trigger_start, trigger, rule))
    return Relation(
        id=content_id(ENTITY_IDS[subject], predicate, ENTITY_IDS[obj], polarity, modality, speaker or ""),
        subject=ENTITY_IDS[subject],
        predicate=predicate,
        object=ENTITY_IDS[obj],
        evidence=tuple(sorted(evidence)),
        polarity=polarity,
        modality=modality,
        attributed_to=ENTITY_IDS[speaker] if speaker else None,
        date={"consult": "2021-03-03", "speaks_about": "2021-03-01/2021-03-02"}.get(predicate),
        place=ENTITY_IDS[place] if place else None,
        confidence=confidence,
    )
