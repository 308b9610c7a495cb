"""Decisions of a person about the entities of a finished build: applied at once, and kept for the next build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph_builder.core.values import Knowledge, mentioned_or_related
from graph_builder.io.build_files import entities
from graph_builder.relate.reassign import reassign_relations
from graph_builder.resolve.decisions import Decision, add_decisions, apply_decision


def decide(folder: Path, decision: Decision) -> Path:
    """Add a decision to `decisions.yaml` in the folder of a build, and return the path of the file.

    Raises:
        EntityError: The build has no such entity, or several.
        DecisionError: The entity cannot be changed in this way, or the file cannot be read or written.
        DamagedBuildError: The build cannot be read.
    """
    apply_decision(entities(folder), (), decision)
    return add_decisions(folder, decision)


def decided(knowledge: Knowledge, decision: Decision) -> Knowledge:
    """Return the knowledge after a decision; relations are reassigned as their sentences name the entities.

    Raises:
        EntityError: There is no such entity, or several.
        DecisionError: The entity cannot be changed in this way.
        DamagedBuildError: A relation was read by a rule that this version does not have.
    """
    applied = apply_decision(knowledge.entities, tuple(knowledge.merges), decision)
    successors = {applied.entity: applied.successor}
    relations = reassign_relations(knowledge.relations, knowledge.entities, applied.entities, successors)
    return replace(
        knowledge,
        entities=mentioned_or_related(applied.entities, relations),
        merges=applied.merges,
        relations=relations,
    )
