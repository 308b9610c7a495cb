"""Corrections of names as decisions about entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import DecisionError, EntityError
from graph_builder.core.values import Entity, Merge
from graph_builder.exchange.annotation.differences import Fate
from graph_builder.resolve.decisions import Decision, apply_decision
from graph_builder.resolve.lookup import reference


class Verdict(NamedTuple):
    """What annotators say that a name is.

    Attributes:
        kind: Its kind; empty if it is no name.
        entity: The id of an entity of the build, or a new name.
    """

    kind: str
    entity: str


_NO_NAME = Verdict("", "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Decisions, and what no decision can express.

    Attributes:
        decisions: Each with the number of mentions that it concerns in articles that nobody annotated.
        undecided: Corrected names that the decisions do not cover, with the reason.
        unlinked: Entities that the build does not have, with the IRIs that annotators wrote for them.
    """

    decisions: tuple[tuple[Decision, int], ...]
    undecided: tuple[tuple[Fate, str], ...]
    unlinked: tuple[tuple[str, str], ...]


def decide(
    entities: Sequence[Entity], fates: Iterable[Fate], links: Iterable[tuple[str, str]], annotated: frozenset[str]
) -> Outcome:
    """Return the decisions that corrections amount to.

    A correction is a decision if all annotated mentions of an entity, or all that are spelt alike, are corrected
    alike: these spellings are split off first.

    Args:
        entities: The entities of the build.
        fates: The exported names of all annotated articles.
        links: Entities with IRIs of the same entity elsewhere.
        annotated: Ids of the annotated articles.
    """
    case = _Case(tuple(entities), annotated)
    of_entity: defaultdict[str, list[Fate]] = defaultdict(list)
    for fate in fates:
        if not fate.before.implied:
            of_entity[fate.before.entity].append(fate)
    parts = [part for entity in sorted(of_entity) for part in case.parts(entity, of_entity[entity])]
    for part in parts:
        case.set_kind(part)
    for part in parts:
        case.rename(part)
    for part in parts:
        case.merge(part)
    unlinked = tuple(each for each in sorted(set(links)) if not case.apply("link", *each))
    for part in parts:
        if part.verdict == _NO_NAME:
            case.apply("drop", part.entity, None, part.fates)
    return Outcome(tuple(case.decisions), tuple(case.undecided), unlinked)


@dataclass(frozen=True, slots=True)
class _Part:
    """Mentions of an entity that are corrected alike; `entity` is the key of the entity that they are now."""

    entity: str
    verdict: Verdict
    fates: tuple[Fate, ...]


@dataclass(slots=True)
class _Case:
    """The entities while decisions are applied to them; `ids` maps the entities of the build to their present ids."""

    entities: tuple[Entity, ...]
    annotated: frozenset[str]
    merges: tuple[Merge, ...] = ()
    decisions: list[tuple[Decision, int]] = field(default_factory=list)
    undecided: list[tuple[Fate, str]] = field(default_factory=list)
    ids: dict[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = {entity.id: entity.id for entity in self.entities}

    def parts(self, entity: str, fates: Sequence[Fate]) -> Iterator[_Part]:
        """Yield the parts of an entity that are corrected, each split off unless it is the whole entity."""
        if len({_verdict(fate) for fate in fates}) == 1:
            if _is_changed(fates[0]) and self._may_follow(entity, fates):
                yield _Part(entity, _verdict(fates[0]), tuple(fates))
            return
        by_spelling: defaultdict[str, list[Fate]] = defaultdict(list)
        for fate in fates:
            by_spelling[fold(fate.surface)].append(fate)
        for spelling, alike in sorted(by_spelling.items()):
            changed = tuple(fate for fate in alike if _is_changed(fate))
            if len({_verdict(fate) for fate in alike}) > 1:
                reason = "other mentions that are spelt alike were not corrected alike"
                self.undecided += [(fate, reason) for fate in changed]
            elif (
                changed
                and self._may_follow(entity, changed, spelling)
                and (part := self._split(entity, alike[0].surface, spelling, changed))
            ):
                yield part

    def _may_follow(self, entity: str, fates: Sequence[Fate], spelling: str = "") -> bool:
        """Return whether mentions in other articles may follow; that words here are no name says nothing of others."""
        mentions = next(each.mentions for each in self.entities if each.id == self.ids[entity])
        others = [each for each in mentions if each.document not in self.annotated]
        left = sum(spelling in ("", fold(each.surface)) for each in others)
        if left and _verdict(fates[0]) == _NO_NAME:
            reason = (
                f"it has {left} mentions in articles that were not annotated: drop it yourself if it is never a name"
            )
            self.undecided += [(fate, reason) for fate in fates]
            return False
        return True

    def _split(self, entity: str, surface: str, spelling: str, fates: tuple[Fate, ...]) -> _Part | None:
        known = {each.id for each in self.entities}
        if self.apply("split", entity, surface, fates):
            new = next(each.id for each in self.entities if each.id not in known)
            key = f"{entity} {spelling}"
            self.ids[key] = new
            return _Part(key, _verdict(fates[0]), fates)
        return None

    def set_kind(self, part: _Part) -> None:
        """Decide the kind of a part, unless it is merged into an entity that has it."""
        entity = self._entity(part.entity)
        other = self._entity(part.verdict.entity)
        if entity and part.verdict.kind not in ("", entity.kind) and (other is None or _keeps(part)):
            self.apply("kind", part.entity, part.verdict.kind, part.fates)

    def rename(self, part: _Part) -> None:
        """Decide the name of a part that is an entity that the build does not have."""
        name = part.verdict.entity
        if part.verdict == _NO_NAME or name in self.ids:
            return
        entity = self._entity(part.entity)
        if (entity and entity.name == name) or self.apply("rename", part.entity, name, part.fates):
            self.ids[name] = self.ids[part.entity]

    def merge(self, part: _Part) -> None:
        """Decide which other entity a part is."""
        entity, other = self._entity(part.entity), self._entity(part.verdict.entity)
        if part.verdict == _NO_NAME or _keeps(part) or entity is None or entity == other:
            return
        if other is None:
            self.undecided += [(fate, "the entity that it should be is dropped") for fate in part.fates]
            return
        merged = self.apply("merge", part.entity, reference(self.entities, other), part.fates)
        if merged and other.kind != part.verdict.kind:
            reason = f"it has the kind {other.kind} of the entity that it is merged into"
            self.undecided += [(fate, reason) for fate in part.fates]

    def apply(self, act: str, key: str, value: str | None, fates: Sequence[Fate] = ()) -> bool:
        """Record a decision and apply it; return whether it can be applied."""
        entity = self._entity(key)
        if entity is None:
            self.undecided += [(fate, "its entity is dropped or merged") for fate in fates]
            return False
        decision = Decision(act, reference(self.entities, entity), value)
        try:
            applied = apply_decision(self.entities, self.merges, decision)
        except (DecisionError, EntityError) as error:
            self.undecided += [(fate, str(error).removesuffix(".")) for fate in fates]
            return False
        concerned = [each for each in entity.mentions if act != "split" or fold(each.surface) == fold(value or "")]
        elsewhere = sum(each.document not in self.annotated for each in concerned)
        self.decisions.append((decision, elsewhere))
        self.entities, self.merges = applied.entities, applied.merges
        self.ids = {each: applied.successor if now == applied.entity else now for each, now in self.ids.items()}
        return True

    def _entity(self, key: str) -> Entity | None:
        now = self.ids.get(key)
        return next((each for each in self.entities if each.id == now), None) if now else None


def _verdict(fate: Fate) -> Verdict:
    return Verdict(fate.after.kind, fate.after.entity) if fate.after else _NO_NAME


def _is_changed(fate: Fate) -> bool:
    return _verdict(fate) != (fate.before.kind, fate.before.entity)


def _keeps(part: _Part) -> bool:
    """Return whether a part is still its entity, so that only its kind is corrected."""
    return part.verdict.entity == part.fates[0].before.entity
