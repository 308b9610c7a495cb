"""The nodes of both graphs: one per entity."""

from __future__ import annotations

from typing import Any

from graph_builder.core.values import Knowledge


def entity_nodes(knowledge: Knowledge) -> list[tuple[str, dict[str, Any]]]:
    """Return each entity's id with its attributes `name, name_latin, kind, mentions, documents`, sorted by id.

    `mentions` and `documents` are counts.
    """
    return [
        (
            entity.id,
            {
                "name": entity.name,
                "name_latin": entity.name_latin,
                "kind": entity.kind,
                "mentions": len(entity.mentions),
                "documents": len({mention.document for mention in entity.mentions}),
            },
        )
        for entity in sorted(knowledge.entities, key=lambda entity: entity.id)
    ]
