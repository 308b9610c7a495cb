"""Read the mentions and the relation sentences of a build, in the form of the gold annotation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph_builder.core.errors import GoldError
from graph_builder.evaluation.gold import Gold, Marked
from graph_builder.io.build_files import rows

_KINDS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class RelationSentence:
    """A sentence of an article, from `start` to `end`, that states a relation between two entities of the build.

    `confidence` is that of the relation, from 0 to 1; `rule` is the name of the rule that found the sentence.
    """

    article: str
    subject: str
    predicate: str
    object: str
    start: int
    end: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class ExtractedBuild:
    """The mentions and relation sentences in the annotated articles, and the name of every entity by its id."""

    mentions: tuple[Marked, ...]
    statements: tuple[RelationSentence, ...]
    names: dict[str, str]


def read_build(folder: Path, gold: Gold) -> ExtractedBuild:
    """Return the part of a build that covers the annotated articles.

    An article of the build belongs to the annotated article with the same text, whatever their names are.

    Raises:
        GoldError: An annotated article is missing in the build, or was built from another text.
        DamagedBuildError: A file of the build is missing or damaged.
    """
    articles = _articles(folder, gold)
    if missing := sorted(set(gold.texts) - set(articles.values())):
        raise GoldError(
            f"{folder} was not built from all annotated articles; missing: {', '.join(missing)}.", path=folder
        )
    entities = rows(folder, "entities.jsonl")
    mentions = tuple(
        Marked(articles[mention["document"]], mention["start"], mention["end"], entity["kind"], entity["id"])
        for entity in entities
        if entity["kind"] in _KINDS
        for mention in entity["mentions"]
        if mention["document"] in articles
    )
    statements = tuple(
        RelationSentence(
            *(articles[e["document"]], r["subject"], r["predicate"], r["object"]),
            *(e["start"], e["end"], r["confidence"], e["rule"]),
        )
        for r in rows(folder, "relations.jsonl")
        for e in r["evidence"]
        if e["document"] in articles
    )
    return ExtractedBuild(mentions, statements, {entity["id"]: entity["name"] for entity in entities})


def _articles(folder: Path, gold: Gold) -> dict[str, str]:
    """Return the annotated article of each document of the build that has one.

    A document with the name of an annotated article and another text is an error: the text has changed since.
    """
    documents = rows(folder, "documents.jsonl")
    by_text = {text: name for name, text in gold.texts.items()}
    articles = {each["id"]: by_text[each["text"]] for each in documents if each["text"] in by_text}
    missing = set(gold.texts).difference(articles.values())
    for document in documents:
        stem = PurePosixPath(document["source"]).name.removesuffix(".txt")
        name = next((each for each in sorted(missing) if stem == each or stem.endswith(f"_{each}")), None)
        if name is not None:
            raise GoldError(
                f"The text of {document['source']} in {folder} differs from the text annotated as {name}; "
                "build from the annotated text.",
                path=folder,
                name=name,
            )
    return articles
