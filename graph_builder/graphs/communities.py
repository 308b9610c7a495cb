"""The names of communities: a number says nothing to a reader, and changes from build to build."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx as nx

MEMBERS = 3  # number of members in a name
_ACTORS = 2  # maximum number of them that are no places, if the community has a place


def community_names(graph: nx.Graph[str]) -> dict[int, tuple[str, str]]:
    """Return the Arabic and the English name of each community of a measured graph.

    They are the two most central people or organizations of the community and its most central place, as in «بشار
    الأسد، سيرغي لافروف · سوريا»; without a place three people or organizations, and of places alone three places.
    Members without a Latin name, and nodes without any, are called by their Arabic name or their id.

    Args:
        graph: A graph whose nodes have `community` and `pagerank`, and, as a rule, `kind`, `name` and `name_latin`.
    """
    members: defaultdict[int, list[str]] = defaultdict(list)
    for node in sorted(graph, key=lambda node: (-graph.nodes[node]["pagerank"], node)):
        members[graph.nodes[node]["community"]].append(node)
    return {number: _name([graph.nodes[node] | {"id": node} for node in those]) for number, those in members.items()}


def _name(members: list[dict[str, Any]]) -> tuple[str, str]:
    """Return both names of a community, whose members come most central first."""
    places = [each for each in members if each.get("kind") == "LOC"]
    actors = [each for each in members if each.get("kind") != "LOC"][: _ACTORS if places else MEMBERS]
    groups = [actors, places[:1]] if actors else [places[:MEMBERS]]

    def written(name: str, comma: str) -> str:
        return " · ".join(
            comma.join(str(each.get(name) or each.get("name") or each["id"]) for each in group)
            for group in groups
            if group
        )

    return written("name", "، "), written("name_latin", ", ")
