"""Entities of FollowTheMoney, the data model of Aleph and OpenAleph, one JSON object a line.

Only schemata and properties are used that both know (https://followthemoney.tech/explorer/): people, organizations,
addresses and articles, and between them interests, each with its sentences. `proof`, the articles that prove an
interest, is new in FollowTheMoney 4, and older versions leave it out; so the description names the articles, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph_builder.arabic.fold import fold, without_article
from graph_builder.core.sources import web_host
from graph_builder.core.values import content_id
from graph_builder.exchange.statements import Actor, Statement, actors, each, one_line, statements
from graph_builder.io.build_files import Row, of_this_version
from graph_builder.io.tables import write_jsonl
from graph_builder.lexicon import organizations

Entity = dict[str, Any]

_DATASET = "graph_builder"

_OFFICES = ("office_before_name", "office_after_name")  # rules whose trigger is the title of an office
_OF_COUNTRY = ("nationality_in_name", "government_organization", "place_within_place", "capital_of")  # in the name
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def write(build: Path, folder: Path) -> None:
    """Write entities.ftm.json, one entity a line: articles, actors with their mentions, then interests.

    Raises:
        DamagedBuildError: When a file of the build is missing or damaged.
        OSError: When the file cannot be written.
    """
    with of_this_version(build):
        write_jsonl(folder / "entities.ftm.json", _entities(build))


def _entities(build: Path) -> Iterator[Entity]:
    known = actors(build)
    countries = _countries(build, known)
    yield from map(_article, each(build, "documents.jsonl"))
    for row in each(build, "entities.jsonl"):
        actor = known[row["id"]]
        yield _actor(actor, row, countries[actor.id])
        if actor.kind != "LOC":
            yield from _mentions(actor, row)
    posts = set[str]()
    for statement in statements(build, known):
        for entity in _interest(statement):
            if entity["schema"] != "Position" or entity["id"] not in posts:
                yield entity
            if entity["schema"] == "Position":
                posts.add(entity["id"])


def _countries(build: Path, known: Mapping[str, Actor]) -> defaultdict[str, set[str]]:
    """Return the codes of the countries that each actor is or lies in, or that stand in its name."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for actor in known.values():
        if actor.country:
            codes[actor.id].add(actor.country.lower())
    for row in each(build, "relations.jsonl"):
        code = known[row["object"]].country.lower()
        if code and any(item["rule"] in _OF_COUNTRY for item in row["evidence"]):
            codes[row["subject"]].add(code)
    return codes


def _article(row: Row) -> Entity:
    source = one_line(row["source"])
    return _entity(
        "Article",
        row["id"],
        title=[one_line(row["title"])],
        fileName=[source.rpartition("/")[2] or row["id"]],
        sourceUrl=[source] if web_host(source) else [],
        publishedAt=[row["published"]],
        language=["ara"],
        bodyText=[row["text"]],
    )


def _actor(actor: Actor, row: Row, countries: set[str]) -> Entity:
    names = {"name": [actor.name], "alias": [actor.name_latin, *map(one_line, row["aliases"])]}
    links = (*row["links"], *row["same_as"])
    more: dict[str, list[Any]] = {
        "country": sorted(countries),
        "wikidataId": [id for link in links if (id := _wikidata(link))],
        "sourceUrl": [link for link in links if web_host(link) and not _wikidata(link)],
    }
    if actor.kind == "LOC":
        place = row["place"] or {}
        more |= {"full": [actor.name], "latitude": [place.get("lat")], "longitude": [place.get("lon")]}
    return _entity(_schema(actor), actor.id, **names, **more)


def _schema(actor: Actor) -> str:
    if actor.kind != "ORG":
        return {"PER": "Person", "LOC": "Address"}[actor.kind]
    words = [without_article(word) for word in fold(actor.name).split()]
    if words and words[0] in organizations().companies:
        return "Company"
    if fold(actor.name) in organizations().by_name:  # «جيش الفتح» is not an army of a state
        return "Organization"
    starts = {" ".join(words[:length]) for length in range(1, len(words) + 1)}
    public = starts & (organizations().national - organizations().not_public)
    return "PublicBody" if public or starts & organizations().public_bodies else "Organization"


def _mentions(actor: Actor, row: Row) -> Iterator[Entity]:
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mention in row["mentions"]:
        names[mention["document"]][one_line(mention["surface"])] = None
    for article, surfaces in sorted(names.items()):
        yield _entity(
            "Mention",
            content_id("mention", article, actor.id),
            document=[article],
            resolved=[actor.id],
            name=list(surfaces),
            detectedSchema=[_schema(actor)],
        )


def _interest(statement: Statement) -> Iterator[Entity]:
    """Yield the entity of a statement, after the position that it needs, if any.

    A negated statement is never an employment or a membership, whose names would state the contrary.
    """
    subject, obj, title = statement.subject, statement.object, _title(statement)
    ends: dict[str, list[Any]] = {"subject": [subject.id], "object": [obj.id]}
    schema, role = "UnknownLink", f"{statement.label}{statement.doubt}"
    affirmed = statement.polarity == "affirmed"
    if affirmed and statement.predicate == "holds_position" and title and subject.kind == "PER":
        if obj.kind == "ORG":
            schema, ends, role = "Employment", {"employee": [subject.id], "employer": [obj.id]}, title
        else:
            post = content_id("position", obj.id, fold(title))
            yield _entity("Position", post, name=[title], country=[obj.country.lower()])
            schema, ends, role = "Occupancy", {"holder": [subject.id], "post": [post]}, ""
    elif affirmed and statement.predicate == "affiliated_with" and obj.kind == "ORG" and subject.kind != "LOC":
        schema, ends = "Membership", {"member": [subject.id], "organization": [obj.id]}
    speaker = statement.attributed_to
    facts = [f"Confidence: {statement.confidence}."]
    facts += [f"Source named in the article: {speaker.name}."] if speaker else []
    facts += [f"Place: {statement.place.name}."] if statement.place else []
    articles = [", ".join(filter(None, (quote.title, quote.source, quote.published))) for quote in statement.quotes]
    start, _, end = statement.date.partition("/")
    yield _entity(
        schema,
        statement.id,
        **ends,
        role=[role],
        status=[statement.polarity, statement.modality],
        date=[] if end else [start],
        startDate=[start] if end else [],
        endDate=[end],
        summary=[quote.sentence for quote in statement.quotes],
        description=[" ".join(facts), *articles],
        proof=sorted({quote.article for quote in statement.quotes}),
        sourceUrl=sorted({quote.source for quote in statement.quotes if web_host(quote.source)}),
        recordId=[statement.id],
    )


def _title(statement: Statement) -> str:
    """Return the title of the office that a sentence gives; empty if a rule did not find it by its title."""
    return next((quote.trigger for quote in statement.quotes if quote.rule in _OFFICES), "")


def _entity(schema: str, key: str, **properties: Iterable[Any]) -> Entity:
    """Return an entity with those of its properties that have values, each value once."""
    values = {
        name: list(dict.fromkeys(_clean(v) for v in given if v is not None)) for name, given in properties.items()
    }
    told = {name: kept for name, given in values.items() if (kept := [value for value in given if value])}
    return {"id": key, "schema": schema, "properties": told, "datasets": [_DATASET]}


def _clean(value: Any) -> str:
    """Return a value as FollowTheMoney would make it on loading."""
    return unicodedata.normalize("NFC", _CONTROL.sub("\ufffd", str(value)).strip())


def _wikidata(link: str) -> str:
    """Return the identifier of an item of Wikidata, given its address; empty for other addresses."""
    item = link.rpartition("/")[2] if web_host(link) in ("www.wikidata.org", "wikidata.org") else ""
    return item if re.fullmatch(r"Q[0-9]+", item) else ""
