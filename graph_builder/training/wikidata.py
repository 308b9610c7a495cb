"""Make lexicon/wikidata.yaml: `python -m graph_builder.training.wikidata BORDERS.json NSI.json > wikidata.yaml`.

The items come from two data sets of the OpenStreetMap community, which their authors keep in step with Wikidata (whose
own data is CC0), as these packages of npm contain them:

- countries by ISO code from `src/data/borders.json` of @rapideditor/country-coder (ISC licence);
- organizations by English name from `dist/json/nsi.json` of name-suggestion-index (BSD 3-clause licence).

Neither has capitals, other cities, or people, so these get no item.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph_builder.lexicon import countries, organizations

# Tags of name-suggestion-index that name an organization: whose flag it is, and who runs a place.
_NAMING = ("subject", "operator")

# English names of the lexicon, and those of name-suggestion-index, where they differ.
_IN_FULL = {"NATO": "North Atlantic Treaty Organization"}

_COMMENT = """\
# Items of Wikidata: countries by ISO 3166-1 alpha-2 code, and organizations by their name in organizations.yaml.
# graph_builder/training/wikidata.py has collected them from country-coder {coder} (ISC licence) and
# name-suggestion-index {index} (BSD 3-clause licence).
"""


def country_items(borders: Mapping[str, Any]) -> dict[str, str]:
    """Return the item of each country of the lexicon that country-coder has, by ISO code.

    Of a kingdom with several countries, the code has the kingdom's item, and news mean the country of the same name:
    its item is preferred.
    """
    features = [feature["properties"] for feature in borders["features"]]
    items = {each["iso1A2"]: each["wikidata"] for each in features if "iso1A2" in each}
    named = {(each.get("country"), each["nameEn"]): each["wikidata"] for each in features}
    every = countries().by_code.values()
    return {each.code: named.get((each.code, each.latin), items[each.code]) for each in every if each.code in items}


def organization_items(index: Mapping[str, Any]) -> dict[str, str]:
    """Return the item of each organization of the lexicon on which all of name-suggestion-index agrees, by its name."""
    items: dict[str, set[str]] = {}
    for name, item in _named(index):
        items.setdefault(name, set()).add(item)
    known = {each.name: _IN_FULL.get(each.latin, each.latin) for each in organizations().by_name.values()}
    found = {name: sorted(items.get(latin, ())) for name, latin in known.items()}
    return {name: those[0] for name, those in found.items() if len(those) == 1}


def _named(index: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for category in index["nsi"].values():
        for tags in (entry["tags"] for entry in category["items"]):
            for tag in _NAMING:
                if tag in tags and f"{tag}:wikidata" in tags:
                    yield tags[tag], tags[f"{tag}:wikidata"]


def table(borders: Mapping[str, Any], index: Mapping[str, Any], coder: str) -> str:
    """Return the table as YAML; `coder` is the version of country-coder, whose data does not state it."""
    parts = (("countries", country_items(borders)), ("organizations", organization_items(index)))
    lines = (line for key, items in parts for line in (f"{key}:", *_lines(items.items())))
    return _COMMENT.format(coder=coder, index=index["_meta"]["version"]) + "\n".join(lines) + "\n"


def _lines(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f'  "{name}": {item}' for name, item in sorted(items))  # quoted: NO is a truth value in YAML


if __name__ == "__main__":
    path, other = map(Path, sys.argv[1:])
    package = json.loads((path.parents[2] / "package.json").read_text(encoding="utf-8"))
    given, index = (json.loads(each.read_text(encoding="utf-8")) for each in (path, other))
    sys.stdout.write(table(given, index, package["version"]))
