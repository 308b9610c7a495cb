"""The command that tells what a build's files hold."""

from __future__ import annotations

import json

from graph_builder.cli.printing import echo


def schema() -> None:
    """Print what a build's JSON files hold, as JSON Schema."""
    from graph_builder.export.schema import schema as contract

    echo(json.dumps(contract(), indent=2))
