"""The `schema` command."""

from __future__ import annotations

import json

from graph_builder.cli.printing import echo


def schema() -> None:
    """Print the JSON Schema of the JSON files of a build."""
    from graph_builder.export.schema import schema as contract

    echo(json.dumps(contract(), indent=2))
