"""Decisions of a person about a build's entities, added to the file that the next build obeys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph_builder.arabic.fold import fold
from graph_builder.core.errors import ReviewError
from graph_builder.core.values import Entity, is_iri
from graph_builder.io.build_files import entities
from graph_builder.resolve.decisions import FILE, Decision, named, read, written


def decide(folder: Path, decision: Decision) -> Path:
    """Add a decision about what the build in a folder has to the folder's file; the file.

    Raises ReviewError if the build has no such entity or several, or the file cannot be written, and DecisionError if
    it cannot be read.
    """
    check(entities(folder), decision)
    return keep(folder, decision)


def check(every: Sequence[Entity], decision: Decision) -> None:
    """Raise ReviewError for a decision about what is not, or not alone, among the entities."""
    entity = the_one(every, decision.entity)
    if decision.act == "merge":
        into = the_one(every, decision.value or "")
        if into == entity:
            raise ReviewError(f"{decision.entity} and {decision.value} are one entity already ({entity.id}).")
    if decision.act == "link" and not is_iri(decision.value or ""):
        raise ReviewError(f"{decision.value!r} is no IRI; give one, such as http://www.wikidata.org/entity/Q858.")
    if decision.act == "split" and fold(decision.value or "") not in map(fold, entity.aliases):
        spelt = "، ".join(entity.aliases) or "none"
        raise ReviewError(f"{entity.name} is nowhere written {decision.value}; its other spellings: {spelt}.")


def keep(folder: Path, *decisions: Decision) -> Path:
    """Add decisions to the folder's file, written aside and renamed; the file.

    Raises ReviewError if the file cannot be written, DecisionError if it cannot be read.
    """
    path = folder / FILE
    every = (*(read(path) if path.is_file() else ()), *decisions)
    aside = path.with_suffix(".part")
    try:
        aside.write_text(written(every), encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise ReviewError(f"{path} cannot be written ({error.strerror}); change the folder's permissions.") from error
    return path


def the_one(every: Sequence[Entity], name: str) -> Entity:
    """The entity of a name.

    Raises ReviewError if there is none, or if there are several.
    """
    found = named(every, name)
    if not found:
        near = [each for each in every if fold(name) in fold(each.name)]
        hint = f" Do you mean {'، '.join(each.name for each in near[:5])}?" if near else ""
        raise ReviewError(f"The build has no entity called {name}.{hint}")
    if len(found) > 1:
        several = ", ".join(f"{each.name} ({each.kind}, {each.id})" for each in found)
        raise ReviewError(f"Several entities are called {name}: {several}; tell the one you mean by its id.")
    return found[0]
