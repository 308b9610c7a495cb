"""Knowledge of any size, made up by a seeded generator: what the benchmarks of all rooms measure on."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from graph_builder.lexicon import Predicate, predicates
from graph_builder.values import (
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
    Relation,
    Span,
    content_id,
    entity_id,
)

# A corpus has about as many statements for each entity, and of a hundred entities so many of each kind.
_STATEMENTS_FOR_EACH = 4
_KINDS: tuple[Kind, ...] = ("PER",) * 50 + ("ORG",) * 25 + ("LOC",) * 25

_SENTENCES_OF_ARTICLE = 12
_START = date(2020, 1, 1)

_FIRST = ("سامي", "ليلى", "نادر", "هدى", "رامي", "سلمى", "وليد", "منى", "طارق", "ريم", "ماهر", "دلال", "لبنى", "باسم")
_LAST = ("الحداد", "المنصوري", "النجار", "القاسم", "الحلبي", "الشامي", "الكاتب", "البستاني", "الصباغ", "العطار")
_BODIES = ("شركة", "جمعية", "هيئة", "رابطة", "نقابة", "مؤسسة", "لجنة", "مجلس")
_PLACES = ("بلدة", "قرية", "حي", "وادي", "جبل", "سهل")
_WORDS = ("الجسر", "النهر", "الربيع", "الشمال", "الجنوب", "الوادي", "السهل", "الميناء", "النور", "الأمل", "الكرمة")
_SPEECH = ("وبحسب", "مصادر", "مطلعة", "فإن", "الخطوة", "تأتي", "بعد", "أسابيع", "من", "التحضير", "في", "المنطقة")

_Statement = tuple[str, str, str, Polarity, Modality, str | None]


@dataclass(slots=True)
class _Draft:
    """Articles being written: their text so far, what they name, and what they state."""

    documents: list[Document]
    sentences: list[Span]
    mentions: dict[str, list[Mention]]
    evidence: dict[_Statement, list[Evidence]]


def synthetic_knowledge(relations: int, seed: int = 0) -> Knowledge:
    """About so many relations over a quarter as many entities, in articles of a dozen sentences, each stating one.

    As in a newspaper, a few entities are in most relations and most entities in a few.
    """
    random = Random(seed)
    names = _names(max(8, relations // _STATEMENTS_FOR_EACH), random)
    weights = list(itertools.accumulate(1 / (rank + 2) ** 0.8 for rank in range(len(names))))
    draft = _Draft([], [], defaultdict(list), defaultdict(list))
    stated = list(_statements(relations, names, weights, random))
    for start in range(0, len(stated), _SENTENCES_OF_ARTICLE):
        _write(stated[start : start + _SENTENCES_OF_ARTICLE], names, random, draft)
    return Knowledge(
        documents=tuple(sorted(draft.documents, key=lambda document: document.id)),
        sentences=tuple(sorted(draft.sentences)),
        entities=tuple(sorted(_entities(names, draft.mentions, random), key=lambda entity: entity.id)),
        merges=tuple(sorted(_merges(names, draft.mentions), key=lambda merge: (merge.entity, merge.left))),
        relations=tuple(sorted(_relations(draft.evidence, names, random), key=lambda relation: relation.id)),
    )


def _names(count: int, random: Random) -> dict[str, tuple[Kind, str]]:
    """Kind and name of every entity, by its id."""
    names: dict[str, tuple[Kind, str]] = {}
    while len(names) < count:
        kind = random.choice(_KINDS)
        number = len(names)
        name = {
            "PER": f"{random.choice(_FIRST)} {random.choice(_FIRST)} {random.choice(_LAST)} {number}",
            "ORG": f"{random.choice(_BODIES)} {random.choice(_WORDS)} {number}",
            "LOC": f"{random.choice(_PLACES)} {random.choice(_WORDS)} {number}",
        }[kind]
        names[entity_id(kind, name)] = (kind, name)
    return names


def _statements(
    count: int, names: dict[str, tuple[Kind, str]], weights: Sequence[float], random: Random
) -> Iterator[_Statement]:
    ids = list(names)
    known = list(predicates().values())
    fitting: dict[tuple[Kind, Kind], list[Predicate]] = {
        (a, b): [p for p in known if a in p.subject and b in p.object]
        for a in ("PER", "ORG", "LOC")
        for b in ("PER", "ORG", "LOC")
    }
    for _ in range(count):
        subject, obj = random.choices(ids, cum_weights=weights, k=2)
        if subject == obj:
            obj = ids[(ids.index(subject) + 1) % len(ids)]
        predicate = random.choice(fitting[names[subject][0], names[obj][0]])
        polarity: Polarity = "negated" if random.random() < 0.05 else "affirmed"
        modality: Modality = random.choices(("asserted", "reported", "future"), (80, 15, 5))[0]
        speaker = random.choice(ids) if modality == "reported" else None
        yield subject, predicate.name, obj, polarity, modality, speaker


def _write(batch: Sequence[_Statement], names: dict[str, tuple[Kind, str]], random: Random, draft: _Draft) -> None:
    """One article, of a sentence for each statement."""
    triggers = [predicates()[predicate].arabic for _, predicate, *_ in batch]
    lines = [
        f"{names[subject][1]} {trigger} {names[obj][1]} {' '.join(random.sample(_SPEECH, 6))}."
        for trigger, (subject, _, obj, *_) in zip(triggers, batch, strict=True)
    ]
    text = "\n".join(lines)
    document = Document(content_id(text), f"made-up-{len(draft.documents)}.txt", lines[0], text, _day(random))
    draft.documents.append(document)
    start = 0
    for index, (line, trigger, statement) in enumerate(zip(lines, triggers, batch, strict=True)):
        end = start + len(line)
        verb = start + len(names[statement[0]][1]) + 1
        for entity, at in ((statement[0], start), (statement[2], verb + len(trigger) + 1)):
            kind, name = names[entity]
            draft.mentions[entity].append(Mention(document.id, at, at + len(name), name, kind, index))
        draft.sentences.append(Span(document.id, start, end))
        draft.evidence[statement].append(Evidence(document.id, start, end, verb, trigger, "verb_order"))
        start = end + 1


def _entities(
    names: dict[str, tuple[Kind, str]], mentions: dict[str, list[Mention]], random: Random
) -> Iterator[Entity]:
    for identifier, (kind, name) in names.items():
        place: Place | None = None
        links: tuple[str, ...] = ()
        if kind == "LOC":
            place = Place(round(random.uniform(-60, 70), 5), round(random.uniform(-180, 180), 5), "SY")
            links = (f"https://sws.geonames.org/{random.randrange(10**6)}/",)
        own = sorted(mentions[identifier], key=lambda mention: (mention.document, mention.start))
        yield Entity(identifier, kind, name, f"Name {name.split()[-1]}", _aliases(kind, name), tuple(own), place, links)


def _merges(names: dict[str, tuple[Kind, str]], mentions: dict[str, list[Mention]]) -> Iterator[Merge]:
    for identifier, (kind, name) in names.items():
        for alias in _aliases(kind, name):
            if mentions[identifier]:
                yield Merge(identifier, name, alias, "shorter_name_in_article", 0.9)


def _aliases(kind: Kind, name: str) -> tuple[str, ...]:
    return (" ".join(name.split()[-2:]),) if kind == "PER" else ()


def _relations(
    evidence: dict[_Statement, list[Evidence]], names: dict[str, tuple[Kind, str]], random: Random
) -> Iterator[Relation]:
    places = [identifier for identifier, (kind, _) in names.items() if kind == "LOC"]
    for statement, found in evidence.items():
        subject, predicate, obj, polarity, modality, speaker = statement
        day = _day(random)
        ends = f"{day}/{day + timedelta(random.randrange(1, 9))}"
        yield Relation(
            id=content_id(subject, predicate, obj, polarity, modality, speaker or ""),
            subject=subject,
            predicate=predicate,
            object=obj,
            evidence=tuple(sorted(found)),
            polarity=polarity,
            modality=modality,
            attributed_to=speaker,
            date=random.choice((None, day.isoformat(), day.isoformat()[:7], ends)),
            place=random.choice(places) if places and random.random() < 0.3 else None,
            confidence=round(random.uniform(0.4, 0.99), 2),
        )


def _day(random: Random) -> date:
    return _START + timedelta(random.randrange(1500))
