"""User decisions about entities, stored in a file that every later build applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import DecisionError
from graph_builder.core.values import Entity, Kind, Mention, Merge, Problem, entity_id, is_iri
from graph_builder.resolve.latin_names import latin_name

FILE = "decisions.yaml"
# Field that each decision needs in addition to the entity.
_NEEDS = {"merge": "into", "split": "name", "rename": "name", "drop": None, "kind": "kind", "link": "iri"}
_HEAD = "# What the builds of this folder obey, in this order. An entity is told by its name, an alias or its id.\n"

Entities = tuple[Entity, ...]
Merges = tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction of one entity.

    Attributes:
        act: `merge` (`entity` is the same as `value`), `split` (the name `value` does not denote `entity`), `rename`
            (`value` is the new name), `drop` (`entity` is removed), `kind` (`value` is the new kind) or `link` (the IRI
            `value` denotes `entity`).
        entity: Name, alias or id of the entity.
        value: Operand of the action; None for drop.
    """

    act: str
    entity: str
    value: str | None = None


def read(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file, in its order.

    Raises:
        DecisionError: When the file cannot be read or an entry is invalid.
    """
    try:
        # Scalars stay text: a value that looks like a number or a date is a name all the same.
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        raise DecisionError(f"{path} cannot be read ({' '.join(str(error).split())}); mend or remove it.") from error
    if content is None:
        return ()
    if not isinstance(content, list):
        raise DecisionError(f"{path} is no list of decisions; mend or remove it.")
    return tuple(_decision(path, number, entry) for number, entry in enumerate(content, start=1))


def written(decisions: Sequence[Decision]) -> str:
    """Return the decisions as the text of a decisions file."""
    rows = []
    for each in decisions:
        need = _NEEDS[each.act]
        row = {"decide": each.act, "entity": each.entity} | ({need: each.value} if need else {})
        rows.append(yaml.safe_dump([row], allow_unicode=True, default_flow_style=None, sort_keys=False, width=1000))
    return _HEAD + "".join(rows)


def named(entities: Sequence[Entity], name: str) -> list[Entity]:
    """Return the entities that a name denotes: by id, else by name, else by alias."""
    folded = fold(name)
    by_id = [entity for entity in entities if entity.id == name]
    by_name = [entity for entity in entities if fold(entity.name) == folded]
    by_alias = [entity for entity in entities if folded in map(fold, entity.aliases)]
    return by_id or by_name or by_alias


def apply_decisions(
    entities: Entities, merges: Merges, decisions: Sequence[Decision], source: str
) -> tuple[Entities, Merges, tuple[Problem, ...]]:
    """Return the entities and merges, sorted, with the decisions applied, and the problems found.

    A decision that matches no entity, or several, is skipped and reported.

    Args:
        entities: The entities.
        merges: The merges.
        decisions: The decisions, applied in order.
        source: Path of the decisions, named in the problems.
    """
    problems: list[Problem] = []
    for decision in decisions:
        about = named(entities, decision.entity)
        if len(about) != 1:
            problems.append(_unclear(decision, decision.entity, len(about), source))
            continue
        changed = _ACTS[decision.act](entities, merges, about[0], decision.value or "")
        if changed is None:
            found = len(named(entities, decision.value or "")) if decision.act == "merge" else 0
            problems.append(_unclear(decision, decision.value or "", found, source))
        else:
            entities, merges = changed
    ordered = tuple(sorted(entities, key=lambda entity: entity.id))
    return ordered, tuple(sorted(merges, key=lambda m: (m.entity, m.right, m.rule))), tuple(problems)


def _decision(path: Path, number: int, entry: Any) -> Decision:
    act = entry.get("decide") if isinstance(entry, dict) else None
    if not isinstance(act, str) or act not in _NEEDS:
        raise DecisionError(f"{path}, decision {number}: decide is none of {', '.join(_NEEDS)}; mend it there.")
    need = _NEEDS[act]
    given = [entry.get(key) for key in ("entity", need) if key]
    if not all(isinstance(value, str) and value.strip() for value in given):
        wanted = " and ".join(key for key in ("entity", need) if key)
        raise DecisionError(f"{path}, decision {number}: {act} needs {wanted}; mend it there.")
    if act == "link" and not is_iri(entry["iri"]):
        raise DecisionError(f"{path}, decision {number}: {entry['iri']} is no IRI; mend it there.")
    if act == "kind" and entry["kind"] not in get_args(Kind):
        raise DecisionError(f"{path}, decision {number}: {entry['kind']} is no kind (PER, LOC, ORG); mend it there.")
    return Decision(act, *given)


def _merge(entities: Entities, merges: Merges, entity: Entity, into: str) -> tuple[Entities, Merges] | None:
    targets = named([each for each in entities if each != entity], into)
    if len(targets) != 1:
        return None
    target = targets[0]
    mentions = (*target.mentions, *(replace(mention, kind=target.kind) for mention in entity.mentions))
    whole = replace(
        target,
        aliases=tuple(sorted({*target.aliases, *entity.aliases, entity.name} - {target.name})),
        mentions=_ordered(mentions),
        same_as=tuple(sorted({*target.same_as, *entity.same_as})),
    )
    moved = tuple(replace(merge, entity=target.id) if merge.entity == entity.id else merge for merge in merges)
    rest = tuple(each for each in entities if each not in (entity, target))
    return (*rest, whole), (*moved, Merge(target.id, target.name, entity.name, "decided", 1.0))


def _split(entities: Entities, merges: Merges, entity: Entity, name: str) -> tuple[Entities, Merges] | None:
    apart = tuple(mention for mention in entity.mentions if fold(mention.surface) == fold(name))
    if not apart or len(apart) == len(entity.mentions):
        return None
    taken = {each.id for each in entities}
    free = (entity_id(entity.kind, each) for each in (fold(name), f"{fold(name)} {entity.id}"))
    name_latin, transliterated = latin_name(entity.kind, name)
    own = replace(
        entity,
        id=next(each for each in free if each not in taken),
        name=name,
        name_latin=name_latin,
        transliterated=transliterated,
        aliases=(),
        mentions=apart,
    )
    rest = replace(
        entity,
        aliases=tuple(alias for alias in entity.aliases if fold(alias) != fold(name)),
        mentions=tuple(mention for mention in entity.mentions if mention not in apart),
    )
    kept = tuple(m for m in merges if m.entity != entity.id or fold(m.right) != fold(name))
    return (*(each for each in entities if each != entity), rest, own), kept


def _rename(entities: Entities, merges: Merges, entity: Entity, name: str) -> tuple[Entities, Merges]:
    aliases = tuple(sorted({*entity.aliases, entity.name} - {name}))
    name_latin, transliterated = latin_name(entity.kind, name)
    renamed = replace(entity, name=name, name_latin=name_latin, transliterated=transliterated, aliases=aliases)
    return (*(each for each in entities if each != entity), renamed), merges


def _drop(entities: Entities, merges: Merges, entity: Entity, _: str) -> tuple[Entities, Merges]:
    return tuple(e for e in entities if e != entity), tuple(m for m in merges if m.entity != entity.id)


def _kind(entities: Entities, merges: Merges, entity: Entity, kind: str) -> tuple[Entities, Merges] | None:
    chosen: Kind = next(each for each in get_args(Kind) if each == kind)
    mentions = tuple(replace(mention, kind=chosen) for mention in entity.mentions)
    own = entity_id(chosen, fold(entity.name))
    if any(each.id == own for each in entities if each != entity):
        return None
    changed = replace(entity, id=own, kind=chosen, mentions=mentions, place=None, links=())
    moved = tuple(replace(merge, entity=own) if merge.entity == entity.id else merge for merge in merges)
    return (*(each for each in entities if each != entity), changed), moved


def _link(entities: Entities, merges: Merges, entity: Entity, iri: str) -> tuple[Entities, Merges]:
    linked = replace(entity, same_as=tuple(sorted({*entity.same_as, iri})))
    return (*(each for each in entities if each != entity), linked), merges


_ACTS: dict[str, Callable[[Entities, Merges, Entity, str], tuple[Entities, Merges] | None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "drop": _drop,
    "kind": _kind,
    "link": _link,
}


def _ordered(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.document, mention.start)))


def _unclear(decision: Decision, name: str, found: int, source: str) -> Problem:
    said = f"{decision.act} {decision.entity}" + (f" → {decision.value}" if decision.value else "")
    reason = f"«{said}» was not obeyed, because {'several entities are' if found > 1 else 'no entity is'} called {name}"
    remedy = "tell the one you mean by its id in entities.csv" if found > 1 else "mend or remove it"
    return Problem(source, reason, remedy, "noted")
