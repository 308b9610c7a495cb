"""User decisions about entities, stored in a file that every later build applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import DecisionError, EntityError
from graph_builder.core.values import Entity, Kind, Mention, Merge, Problem, content_id, entity_id, is_iri
from graph_builder.resolve.latin_names import latin_name
from graph_builder.resolve.lookup import entities_named, entity_named

FILE = "decisions.yaml"
# Field that each decision needs in addition to the entity.
_NEEDS = {"merge": "into", "split": "name", "rename": "name", "drop": None, "kind": "kind", "link": "iri"}
_HEAD = "# Applied in this order by each build into this folder. An entity is given by its name, an alias or its id.\n"

Entities = tuple[Entity, ...]
Merges = tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about an entity.

    Attributes:
        act: `merge` (the entity is the same as `value`), `split` (mentions written `value` are another entity),
            `rename` (to `value`), `kind` (it is of kind `value`), `link` (it is the same as the IRI `value`) or `drop`.
        entity: Its name, alias, Latin name or id.
        value: The argument of the act; None for `drop`.
    """

    act: str
    entity: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The entities, sorted by id, and the merges after a decision.

    Attributes:
        entities: All of them, sorted by id.
        merges: All of them, sorted.
        entity: The id that the entity of the decision had before.
        successor: The id that stands for it now; None if it was dropped.
    """

    entities: Entities
    merges: Merges
    entity: str
    successor: str | None


def read(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file, in its order.

    Raises:
        DecisionError: The file cannot be read, or a decision in it is incomplete.
    """
    try:
        # Scalars stay text: a value that looks like a number or a date is a name all the same.
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        raise DecisionError(
            f"{path} cannot be read ({' '.join(str(error).split())}); correct or remove it.", path=path
        ) from error
    if content is None:
        return ()
    if not isinstance(content, list):
        raise DecisionError(f"{path} is not a list of decisions; correct or remove it.", path=path)
    return tuple(_decision(path, number, entry) for number, entry in enumerate(content, start=1))


def read_folder(folder: Path) -> tuple[Decision, ...]:
    """Return the decisions in the `decisions.yaml` of a folder; none if there is no such file.

    Raises:
        DecisionError: The file cannot be read, or a decision in it is incomplete.
    """
    path = folder / FILE
    return read(path) if path.is_file() else ()


def written(decisions: Sequence[Decision]) -> str:
    """Return the decisions as the text of a decisions file."""
    rows = []
    for each in decisions:
        need = _NEEDS[each.act]
        row = {"decide": each.act, "entity": each.entity} | ({need: each.value} if need else {})
        rows.append(yaml.safe_dump([row], allow_unicode=True, default_flow_style=None, sort_keys=False, width=1000))
    return _HEAD + "".join(rows)


def add_decisions(folder: Path, *decisions: Decision) -> Path:
    """Add decisions to the `decisions.yaml` of a folder, written aside and renamed, and return the path of the file.

    Raises:
        DecisionError: The file cannot be read or written.
    """
    path = folder / FILE
    every = (*read_folder(folder), *decisions)
    aside = path.with_suffix(".part")
    try:
        aside.write_text(written(every), encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise DecisionError(
            f"{path} cannot be written ({error.strerror}); change the folder's permissions.", path=path
        ) from error
    return path


def digest(decisions: Sequence[Decision]) -> str:
    """Return a digest of decisions, as the manifest of a build states it; nothing if there are none."""
    return content_id(written(decisions)) if decisions else ""


def apply_decisions(
    entities: Entities, merges: Merges, decisions: Sequence[Decision], source: str
) -> tuple[Entities, Merges, tuple[Problem, ...]]:
    """Return the entities and merges, sorted, after all decisions that can be applied, and a note for each other one.

    Args:
        entities: The entities before.
        merges: The merges before.
        decisions: Applied in this order.
        source: The file of the decisions, named in the notes.
    """
    problems: list[Problem] = []
    for decision in decisions:
        try:
            applied = apply_decision(entities, merges, decision)
        except (DecisionError, EntityError) as error:
            said = f"{decision.act} {decision.entity}" + (f" → {decision.value}" if decision.value else "")
            reason = f"«{said}» was not applied ({str(error).removesuffix('.')})"
            problems.append(Problem(source, reason, "correct or remove it", "noted"))
        else:
            entities, merges = applied.entities, applied.merges
    return _sorted_entities(entities), _sorted_merges(merges), tuple(problems)


def apply_decision(entities: Sequence[Entity], merges: Merges, decision: Decision) -> Applied:
    """Return what is different after a decision.

    Raises:
        UnknownEntityError: No entity has the name.
        AmbiguousEntityError: Several entities have the name.
        DecisionError: The entity cannot be changed in this way.
    """
    if fault := _fault(decision):
        raise DecisionError(f"{fault}.", name=decision.entity)
    entity = entity_named(entities, decision.entity)
    changed, changed_merges, successor = _ACTS[decision.act](tuple(entities), merges, entity, decision.value or "")
    return Applied(_sorted_entities(changed), _sorted_merges(changed_merges), entity.id, successor)


def _decision(path: Path, number: int, entry: Any) -> Decision:
    where = f"{path}, decision {number}"
    act = entry.get("decide") if isinstance(entry, dict) else None
    if not isinstance(act, str) or act not in _NEEDS:
        raise DecisionError(f"{where}: decide must be one of {', '.join(_NEEDS)}; correct it there.", path=path)
    need = _NEEDS[act]
    given = [entry.get(key) for key in ("entity", need) if key]
    if not all(isinstance(value, str) and value.strip() for value in given):
        wanted = " and ".join(key for key in ("entity", need) if key)
        raise DecisionError(f"{where}: {act} needs {wanted}; correct it there.", path=path)
    decision = Decision(act, *given)
    if fault := _fault(decision):
        raise DecisionError(f"{where}: {fault}; correct it there.", path=path)
    return decision


def _fault(decision: Decision) -> str:
    """Return what is wrong with the value of a decision, whatever the entities are; nothing if it can be used."""
    need, value = _NEEDS[decision.act], decision.value or ""
    if need and not value.strip():
        return f"{decision.act} needs {need}"
    if decision.act == "link" and not is_iri(value):
        return f"{value} is not an IRI such as http://www.wikidata.org/entity/Q858"
    if decision.act == "kind" and value not in get_args(Kind):
        return f"{value} is not a kind ({', '.join(get_args(Kind))})"
    return ""


# The entities and merges after an act, and the id that stands for the entity that it is about.
Change = tuple[Entities, Merges, str | None]


def _merge(entities: Entities, merges: Merges, entity: Entity, into: str) -> Change:
    others = tuple(each for each in entities if each != entity)
    if not entities_named(others, into) and entities_named([entity], into):
        raise DecisionError(f"{entity.name} and {into} are one entity already ({entity.id}).", name=into)
    target = entity_named(others, into)
    mentions = (*target.mentions, *(replace(mention, kind=target.kind) for mention in entity.mentions))
    whole = replace(
        target,
        aliases=tuple(sorted({*target.aliases, *entity.aliases, entity.name} - {target.name})),
        mentions=_ordered(mentions),
        same_as=tuple(sorted({*target.same_as, *entity.same_as})),
    )
    moved = tuple(replace(merge, entity=target.id) if merge.entity == entity.id else merge for merge in merges)
    rest = tuple(each for each in others if each != target)
    return (*rest, whole), (*moved, Merge(target.id, target.name, entity.name, "decided", 1.0)), target.id


def _split(entities: Entities, merges: Merges, entity: Entity, name: str) -> Change:
    apart = tuple(mention for mention in entity.mentions if fold(mention.surface) == fold(name))
    if not apart:
        aliases = "، ".join(entity.aliases) or "none"
        raise DecisionError(
            f"{entity.name} is nowhere written {name}; its aliases are: {aliases}.",
            name=name,
            suggestions=entity.aliases,
        )
    if len(apart) == len(entity.mentions):
        raise DecisionError(f"{entity.name} is written {name} everywhere; rename it instead.", name=name)
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
    return (*(each for each in entities if each != entity), rest, own), kept, entity.id


def _rename(entities: Entities, merges: Merges, entity: Entity, name: str) -> Change:
    aliases = tuple(sorted({*entity.aliases, entity.name} - {name}))
    name_latin, transliterated = latin_name(entity.kind, name)
    renamed = replace(entity, name=name, name_latin=name_latin, transliterated=transliterated, aliases=aliases)
    return (*(each for each in entities if each != entity), renamed), merges, entity.id


def _drop(entities: Entities, merges: Merges, entity: Entity, _: str) -> Change:
    return tuple(e for e in entities if e != entity), tuple(m for m in merges if m.entity != entity.id), None


def _kind(entities: Entities, merges: Merges, entity: Entity, kind: str) -> Change:
    chosen: Kind = next(each for each in get_args(Kind) if each == kind)
    mentions = tuple(replace(mention, kind=chosen) for mention in entity.mentions)
    own = entity_id(chosen, fold(entity.name))
    others = tuple(each for each in entities if each != entity)
    if any(each.id == own for each in others):
        raise DecisionError(
            f"{entity.name} of kind {chosen} exists already ({own}); merge the two instead.", name=entity.name
        )
    changed = replace(entity, id=own, kind=chosen, mentions=mentions, place=None, links=())
    moved = tuple(replace(merge, entity=own) if merge.entity == entity.id else merge for merge in merges)
    return (*others, changed), moved, own


def _link(entities: Entities, merges: Merges, entity: Entity, iri: str) -> Change:
    linked = replace(entity, same_as=tuple(sorted({*entity.same_as, iri})))
    return (*(each for each in entities if each != entity), linked), merges, entity.id


_ACTS: dict[str, Callable[[Entities, Merges, Entity, str], Change]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "drop": _drop,
    "kind": _kind,
    "link": _link,
}


def _ordered(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.document, mention.start)))


def _sorted_entities(entities: Sequence[Entity]) -> Entities:
    return tuple(sorted(entities, key=lambda entity: entity.id))


def _sorted_merges(merges: Sequence[Merge]) -> Merges:
    return tuple(sorted(merges, key=lambda merge: (merge.entity, merge.right, merge.rule)))
