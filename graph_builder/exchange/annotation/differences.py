"""What annotators changed: each exported name with what became of it, new names, and relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph_builder.exchange.annotation.articles import Article, Name, Statement, Trigger
from graph_builder.exchange.annotation.index import EntityIndex
from graph_builder.exchange.annotation.marked import Corrected


@dataclass(frozen=True, slots=True)
class Fate:
    """A name as it was exported, and as it was corrected; None if it was removed."""

    article: Article
    before: Name
    after: Name | None

    @property
    def surface(self) -> str:
        """The name as it was written in the text."""
        return self.article.text[self.before.start : self.before.end]

    @property
    def moved(self) -> bool:
        """Whether it has other bounds."""
        return self.after is not None and (self.after.start, self.after.end) != (self.before.start, self.before.end)


@dataclass(frozen=True, slots=True)
class Differences:
    """The differences in an article.

    Attributes:
        fates: Its exported names, with what became of them.
        lines: The differences that no decision can express, as sentences.
    """

    fates: tuple[Fate, ...]
    lines: tuple[str, ...]


def differences(corrected: Corrected, index: EntityIndex) -> Differences:
    """Return what an annotator changed in an article."""
    before, after = corrected.before, corrected.after
    match = _matched(before.names, after.names)
    fates = tuple(Fate(before, name, match.get(name)) for name in before.names)
    taken = set(match.values())
    added = tuple(name for name in after.names if name not in taken)
    describe = _Description(corrected, index)
    lines = [f"{describe.name(name)} was added" for name in added]
    for fate in fates:
        if fate.moved and fate.after:
            lines.append(f"{describe.name(fate.before)} is now {describe.words(fate.after)}")
        if fate.before.implied and fate.after is None:
            lines.append(f"{describe.name(fate.before)} was removed")
        elif fate.after and fate.before.implied and (fate.after.label, fate.after.entity) != _identity(fate.before):
            lines.append(f"{describe.name(fate.before)} is now {describe.name(fate.after)}")
    back = {changed: name for name, changed in match.items()}
    found = {_as_exported(each, back) for each in after.statements}
    lines += [f"{describe.statement(each)} was removed" for each in before.statements if each not in found]
    lines += [f"{describe.statement(each)} was added" for each in sorted(found.difference(before.statements))]
    lines += _triggers(corrected, back, describe)
    if corrected.marked.unread:
        lines.append(f"{corrected.marked.unread} annotations of other kinds were not read")
    if corrected.marked.versions > 1:
        lines.append(f"the last of {corrected.marked.versions} annotations was read")
    return Differences(fates, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Description:
    corrected: Corrected
    index: EntityIndex

    def words(self, name: Name) -> str:
        return f"«{' '.join(self.corrected.before.text[name.start : name.end].split())}»"

    def entity(self, entity: str) -> str:
        return self.index.written(entity) if entity in self.index.by_id else entity

    def name(self, name: Name) -> str:
        return f"{self.words(name)} ({name.label}, {self.entity(name.entity)})"

    def statement(self, each: Statement) -> str:
        marks = [each.polarity] * (each.polarity == "negated") + [each.modality] * (each.modality != "asserted")
        said = f" ({', '.join(marks)})" if marks else ""
        ends = self.entity(each.subject.entity), self.entity(each.object.entity)
        return f"the relation {ends[0]} — {each.predicate} — {ends[1]}{said}"


def _identity(name: Name) -> tuple[str, str]:
    return name.label, name.entity


def _triggers(corrected: Corrected, back: Mapping[Name, Name], describe: _Description) -> Iterator[str]:
    """Yield the differences in triggers; one whose source is the same name as before is no difference."""
    before = set(corrected.before.triggers)
    former = sorted({(changed.entity, name.entity) for changed, name in back.items()})
    after = set[Trigger]()
    for each in corrected.after.triggers:
        as_before = (replace(each, source=was) for now, was in former if now == each.source)
        after.add(next((trigger for trigger in as_before if trigger in before), each))
    for changed, what in ((before - after, "removed"), (after - before, "added")):
        for each in sorted(changed):
            words = " ".join(corrected.before.text[each.start : each.end].split())
            source = f" with the source {describe.entity(each.source)}" if each.source else ""
            yield f"the trigger «{words}»{source} was {what}"


def _matched(before: tuple[Name, ...], after: tuple[Name, ...]) -> dict[Name, Name]:
    """Return the corrected name of each exported name that is still there: same span, else the most in common."""
    match: dict[Name, Name] = {}
    taken: set[Name] = set()

    def rank(one: Name, other: Name) -> tuple[int, int, int]:
        return one.entity != other.entity, one.start, other.start

    pairs = [(one, other) for one in before for other in _near(one, after) if one.implied == other.implied]
    for one, other in sorted(pairs, key=lambda pair: (-_common(*pair), *rank(*pair))):
        if one not in match and other not in taken:
            match[one] = other
            taken.add(other)
    return match


def _near(name: Name, names: tuple[Name, ...]) -> Iterator[Name]:
    return (other for other in names if other.start < name.end and name.start < other.end)


def _common(one: Name, other: Name) -> float:
    """Return the intersection over union of two spans that overlap."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _as_exported(statement: Statement, back: dict[Name, Name]) -> Statement:
    """Return a relation between the names as they were exported, so that a change of a name is reported only once."""
    subject, object_ = (back.get(name, name) for name in (statement.subject, statement.object))
    return replace(statement, subject=subject, object=object_)
