"""Knowledge of any size, made up by a seeded generator: what the benchmarks of all rooms measure on."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

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
    Relation,
    Span,
    content_id,
    entity_id,
)
from graph_builder.lexicon import Predicate, predicates

T = TypeVar("T")

# A corpus has about as many statements for each entity, and of a hundred entities so many of each kind.
_STATEMENTS_FOR_EACH = 4
_KINDS: tuple[Kind, ...] = ("PER",) * 50 + ("ORG",) * 25 + ("LOC",) * 25

_SENTENCES_OF_ARTICLE = 12
# What news is like: names that an article brings, how long a sentence is, and how many of them state a relation.
_NAMES_OF_ARTICLE = 4.5
_WORDS_OF_SENTENCE = 18
_STATING = 0.5
_LETTERS = "ابتجحدرزسشصطعفقكلمنهوي"
_START = date(2020, 1, 1)

_FIRST = ("سامي", "ليلى", "نادر", "هدى", "رامي", "سلمى", "وليد", "منى", "طارق", "ريم", "ماهر", "دلال", "لبنى", "باسم")
_LAST = ("الحداد", "المنصوري", "النجار", "القاسم", "الحلبي", "الشامي", "الكاتب", "البستاني", "الصباغ", "العطار")
_BODIES = ("شركة", "جمعية", "هيئة", "رابطة", "نقابة", "مؤسسة", "لجنة", "مجلس")
_PLACES = ("بلدة", "قرية", "حي", "وادي", "جبل", "سهل")
_WORDS = ("الجسر", "النهر", "الربيع", "الشمال", "الجنوب", "الوادي", "السهل", "الميناء", "النور", "الأمل", "الكرمة")
_SPEECH = ("وبحسب", "مصادر", "مطلعة", "فإن", "الخطوة", "تأتي", "بعد", "أسابيع", "من", "التحضير", "في", "المنطقة")

_Statement = tuple[str, str, str, Polarity, Modality, str | None]
_Said = tuple[_Statement | None, str, tuple[tuple[str, int], ...]]


@dataclass(slots=True)
class _Draft:
    """Articles being written: their text so far, what they name, and what they state."""

    documents: list[Document]
    sentences: list[Span]
    mentions: dict[str, list[tuple[str, int, int]]]  # of each entity: article, start, number of the sentence
    evidence: dict[_Statement, list[Evidence]]


def synthetic_knowledge(relations: int, seed: int = 0) -> Knowledge:
    """About so many relations over a quarter as many entities, in articles of a dozen sentences, each stating one.

    As in a newspaper, a few entities are in most relations and most entities in a few.
    """
    random = Random(seed)
    names = _names(max(8, relations // _STATEMENTS_FOR_EACH), random)
    draft = _Draft([], [], defaultdict(list), defaultdict(list))
    stated = list(_statements(relations, names, _weights(names), random))
    for batch in _batches(stated):
        _write([_stating(each, names, random.sample(_SPEECH, 6)) for each in batch], random, draft)
    return _knowledge(draft, names, random)


def synthetic_news(articles: int, seed: int = 0) -> Knowledge:
    """So many articles with the counts of news: in 10,000, 45,000 names, 120,000 sentences and 60,000 relations.

    Half of the sentences state a relation, in a dozen and a half words; the others name somebody, or nobody.
    """
    random = Random(seed)
    names = _names(int(articles * _NAMES_OF_ARTICLE), random)
    weights = _weights(names)
    vocabulary = ["".join(random.choices(_LETTERS, k=random.randint(2, 7))) for _ in range(8_000)]
    often = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(vocabulary))))
    draft = _Draft([], [], defaultdict(list), defaultdict(list))
    count = articles * _SENTENCES_OF_ARTICLE
    statements = _statements(int(count * _STATING), names, weights, random)
    named = (random.choices(list(names), cum_weights=weights, k=random.randrange(5)) for _ in itertools.count())
    stating = [True] * int(count * _STATING) + [False] * (count - int(count * _STATING))
    random.shuffle(stating)
    for batch in _batches(stating):
        said = []
        for states in batch:
            words = random.choices(vocabulary, cum_weights=often, k=_WORDS_OF_SENTENCE)
            said.append(_stating(next(statements), names, words) if states else _naming(next(named), names, words))
        _write(said, random, draft)
    return _knowledge(draft, names, random)


def _batches(sentences: Sequence[T]) -> Iterator[Sequence[T]]:
    return (sentences[at : at + _SENTENCES_OF_ARTICLE] for at in range(0, len(sentences), _SENTENCES_OF_ARTICLE))


def _weights(names: Mapping[str, tuple[Kind, str]]) -> Sequence[float]:
    return list(itertools.accumulate(1 / (rank + 2) ** 0.8 for rank in range(len(names))))


def _knowledge(draft: _Draft, names: dict[str, tuple[Kind, str]], random: Random) -> Knowledge:
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


def _stating(statement: _Statement, names: Mapping[str, tuple[Kind, str]], words: Sequence[str]) -> _Said:
    subject, predicate, obj, *_ = statement
    start = f"{names[subject][1]} {predicates()[predicate].arabic} "
    return statement, f"{start}{names[obj][1]} {' '.join(words)}.", ((subject, 0), (obj, len(start)))


def _naming(entities: Sequence[str], names: Mapping[str, tuple[Kind, str]], words: Sequence[str]) -> _Said:
    text = ""
    places = []
    for entity, word in zip(entities, words, strict=False):
        text += f"{word} "
        places.append((entity, len(text)))
        text += f"{names[entity][1]} "
    return None, f"{text}{' '.join(words[len(entities) :])}.", tuple(places)


def _write(said: Sequence[_Said], random: Random, draft: _Draft) -> None:
    """One article of these sentences."""
    text = "\n".join(line for _, line, _ in said)
    document = Document(content_id(text), f"made-up-{len(draft.documents)}.txt", said[0][1], text, _day(random))
    draft.documents.append(document)
    start = 0
    for index, (statement, line, places) in enumerate(said):
        end = start + len(line)
        draft.sentences.append(Span(document.id, start, end))
        for entity, at in places:
            draft.mentions[entity].append((document.id, start + at, index))
        if statement is not None:
            trigger = predicates()[statement[1]].arabic
            verb = start + places[1][1] - len(trigger) - 1
            draft.evidence[statement].append(Evidence(document.id, start, end, verb, trigger, "verb_order"))
        start = end + 1


def _entities(
    names: dict[str, tuple[Kind, str]], mentions: dict[str, list[tuple[str, int, int]]], random: Random
) -> Iterator[Entity]:
    for identifier, (kind, name) in names.items():
        place: Place | None = None
        links: tuple[str, ...] = ()
        if kind == "LOC":
            place = Place(round(random.uniform(-60, 70), 5), round(random.uniform(-180, 180), 5), "SY")
            links = (f"https://sws.geonames.org/{random.randrange(10**6)}/",)
        own = tuple(Mention(each, at, at + len(name), name, kind, n) for each, at, n in sorted(mentions[identifier]))
        yield Entity(identifier, kind, name, f"Name {name.split()[-1]}", _aliases(kind, name), own, place, links)


def _merges(names: dict[str, tuple[Kind, str]], mentions: dict[str, list[tuple[str, int, int]]]) -> Iterator[Merge]:
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
