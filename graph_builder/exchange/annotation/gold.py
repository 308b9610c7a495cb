"""Annotated articles in the form of tests/gold/GUIDELINES.md: NAME.ann.txt, NAME.rel.tsv and entities.tsv."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.core.values import Document, Entity
from graph_builder.exchange.annotation.articles import Article, Name, Statement
from graph_builder.io.text import encodable
from graph_builder.resolve.latin_names import latin_name

# What the markup of NAME.ann.txt is made of.
_MARKUP = re.compile(r"\[\[[A-Z]+:[a-z0-9_]+\|[^\[\]|]+\]\]")
_IN_NAMES = re.compile(r"[\[\]|]")
_SNIPPET = 6  # words


@dataclass(frozen=True, slots=True)
class Gold:
    """Files of annotation by their names, and as sentences what they cannot hold."""

    files: Mapping[str, str]
    lines: tuple[str, ...]


def gold(articles: Sequence[Article], documents: Mapping[str, Document], entities: Mapping[str, Entity]) -> Gold:
    """Return the annotation of articles.

    Args:
        articles: The articles, as corrected.
        documents: The documents of the build by their ids.
        entities: The entities of the build by their ids.
    """
    files: dict[str, str] = {}
    lines: list[str] = []
    marked: dict[str, tuple[str, list[Name]]] = {}
    for article in articles:
        text = documents[article.document].text
        if _MARKUP.search(text) or encodable(text) != text:
            lines.append(
                f"{article.name}: no gold, for its text has the markup of gold or letters that UTF-8 cannot hold"
            )
            continue
        names, left_out = _apart(article, text)
        marked[article.name] = text, names
        lines += [f"{article.name}: the gold has no {each.label} «{text[each.start : each.end]}»" for each in left_out]
    slugs = _slugs([name for _, names in marked.values() for name in names], articles, entities)
    for article in articles:
        if article.name in marked:
            files[f"{article.name}.ann.txt"] = _annotated(*marked[article.name], slugs)
            files[f"{article.name}.rel.tsv"] = _relations(article, slugs)
    named = {name.entity: name for _, names in marked.values() for name in names}
    rows = [_row(slugs[entity], name, entities.get(entity)) for entity, name in named.items()]
    files["entities.tsv"] = "".join(sorted(rows))
    return Gold(files, tuple(lines))


def _apart(article: Article, text: str) -> tuple[list[Name], list[Name]]:
    """Return the names that can be marked, and those that cannot: the shorter of two that overlap, and brackets."""
    kept: list[Name] = []
    left_out: list[Name] = []
    for name in sorted(article.names, key=lambda each: (each.start - each.end, each)):
        if name.implied:
            continue
        overlaps = any(other.start < name.end and name.start < other.end for other in kept)
        unmarkable = overlaps or _IN_NAMES.search(text[name.start : name.end])
        (left_out if unmarkable else kept).append(name)
    return sorted(kept), sorted(left_out)


def _slugs(names: Iterable[Name], articles: Iterable[Article], entities: Mapping[str, Entity]) -> dict[str, str]:
    """Return what identifies each entity in the files: its Latin name, with its id where that is ambiguous.

    An entity of the build that no article names is a question mark and its id, as `graph-builder evaluate` calls it.
    """
    latin = {entity: _ascii(each.name_latin) for entity, each in entities.items()}
    bearers = Counter(latin.values())
    slugs: dict[str, str] = {}
    for name in names:
        if name.entity not in entities:
            new = _of_new(name)
            others = bearers.get(new, 0) + sum(each == new for each in slugs.values())
            slugs.setdefault(name.entity, f"{new}_{others + 1}" if others else new)
            continue
        own = latin[name.entity]
        slugs[name.entity] = own if own and bearers[own] == 1 else f"{own}_{name.entity}".lstrip("_")
    for article in articles:
        for end in (end for each in article.statements for end in (each.subject, each.object)):
            slugs.setdefault(end.entity, f"?{end.entity}" if end.entity in entities else _of_new(end))
    return slugs


def _of_new(name: Name) -> str:
    """Return the Latin name of an entity that the build does not have, in the letters of ids."""
    return _ascii(latin_name(name.kind, name.entity)[0]) or "new"


def _ascii(text: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")


def _annotated(text: str, names: Sequence[Name], slugs: Mapping[str, str]) -> str:
    parts: list[str] = []
    cursor = 0
    for name in names:
        parts += [text[cursor : name.start], f"[[{name.kind}:{slugs[name.entity]}|{text[name.start : name.end]}]]"]
        cursor = name.end
    return "".join([*parts, text[cursor:]])


def _relations(article: Article, slugs: Mapping[str, str]) -> str:
    """Return one line for each distinct relation, in the order of the text."""
    lines: dict[tuple[str, str, str], str] = {}
    for each in sorted(article.statements, key=lambda each: (each.object.start, each)):
        key = (slugs[each.subject.entity], each.predicate, slugs[each.object.entity])
        start, end = article.sentence(each.object.start)
        snippet = " ".join(article.text[start:end].split()[:_SNIPPET])
        lines.setdefault(key, "\t".join([*key, " ".join(each.trigger.split()), snippet, _note(each)]))
    return "".join(f"{line}\n" for line in lines.values())


def _note(statement: Statement) -> str:
    if statement.predicate == "holds_position":
        return " ".join(statement.trigger.split())
    flags = [statement.polarity] * (statement.polarity == "negated")
    return ";".join([*flags, *[statement.modality] * (statement.modality != "asserted")])


def _row(slug: str, name: Name, entity: Entity | None) -> str:
    arabic = " ".join((entity.name if entity else name.entity).split())
    latin = entity.name_latin if entity else latin_name(name.kind, name.entity)[0]
    return f"{slug}\t{entity.kind if entity else name.kind}\t{arabic}\t{latin}\n"
