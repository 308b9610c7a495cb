"""List the misses and false positives in one article, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.evaluation.extracted import ExtractedBuild
from graph_builder.evaluation.score import Compared

# So much of the text is shown on either side of a mention.
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between gold and build.

    Attributes:
        sort: `missed` (only in the gold), `false` (only in the build), `split` (an entity of the gold that is several
            in the build) or `joined` (the reverse).
        what: The mention, entity or relation.
        sentence: The sentence, or the text around it.
    """

    sort: str
    what: str
    sentence: str


def differences(compared: Compared, build: ExtractedBuild, article: str) -> Iterator[Difference]:
    """Yield the differences in mentions, in the order of the text, then those in entities and relations."""
    text = compared.gold.texts[article]
    exact = {(m.start, m.end, m.kind) for m in compared.gold.mentions if m.article == article}
    found = {(m.start, m.end, m.kind) for m in compared.mentions if m.article == article}
    for start, end, kind in sorted(exact ^ found):
        sort = "missed" if (start, end, kind) in exact else "false"
        yield Difference(sort, f"{kind} {text[start:end]}", _around(text, start, end))
    yield from _clusters(compared, build.names, article)
    names = {f"?{entity}": f"?{name}" for entity, name in build.names.items()}
    gold = {each: sentence for each, sentence in compared.gold.relations.items() if each.article == article}
    for each in sorted(gold.keys() - compared.relations.keys()):
        yield Difference("missed", f"{each.subject} {each.predicate} {each.object}", gold[each])
    for each in sorted(compared.relations.keys() - gold.keys()):
        if each.article == article:
            what = f"{names.get(each.subject, each.subject)} {each.predicate} {names.get(each.object, each.object)}"
            start, end = compared.relations[each][0]
            yield Difference("false", what, " ".join(text[start:end].split()))


def _clusters(compared: Compared, names: dict[str, str], article: str) -> Iterator[Difference]:
    """Yield entities of the gold that are several in the build, and the reverse."""
    match = {marked: found for marked, found in compared.match.items() if marked.article == article}
    parts: dict[str, set[str]] = {}
    wholes: dict[str, set[str]] = {}
    for marked, found in match.items():
        parts.setdefault(marked.entity, set()).add(names[found.entity])
        wholes.setdefault(found.entity, set()).add(marked.entity)
    for entity, several in sorted(parts.items()):
        if len(several) > 1:
            yield Difference("split", entity, "، ".join(sorted(several)))
    for entity, several in sorted(wholes.items()):
        if len(several) > 1:
            yield Difference("joined", names[entity], ", ".join(sorted(several)))


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
