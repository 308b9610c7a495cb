"""The documents of the repository, README and others, as pages of the site."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

PAGES = {
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "README.md": "index.md",
    "graph_builder/models/README.md": "models.md",
}
"""Which page of the site holds a document of the repository."""

PICTURES = {"notebooks/02_network_analysis.png": "assets/network.png"}
"""Which file of the site holds a picture that these documents show."""

OWN = "graph_builder/docs/pages"
"""The folder of the pages that are written for the site."""

_LINK = re.compile(r"\[([^\]\[]*)\]\(([^)\s]+)\)")
_FENCED = re.compile(r"(^```.*?^```$)", flags=re.MULTILINE | re.DOTALL)


def paper(path: str) -> str:
    """Return a document of the repository, with links that hold on the site. Raises OSError if it cannot be read."""
    return relinked((ROOT / path).read_text(encoding="utf-8"), posixpath.dirname(path))


def relinked(text: str, folder: str = OWN) -> str:
    """Return a Markdown document of a folder of the repository with links to the pages of the site.

    Links to files that the site does not have become plain text.

    >>> relinked("see [the map](CONTRIBUTING.md), [seeds](seeds/) and [PLOVER](https://example.org)", "")
    'see [the map](contributing.md), seeds and [PLOVER](https://example.org)'
    """
    parts = _FENCED.split(text)  # every second one is code
    return "".join(
        part if number % 2 else _LINK.sub(lambda link: _linked(link, folder), part) for number, part in enumerate(parts)
    )


def _linked(link: re.Match[str], folder: str) -> str:
    words, target = link.groups()
    if "://" in target or target.startswith("#"):
        return link[0]
    path, hash_sign, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(folder, path))
    known = path.removeprefix(f"{OWN}/") if path.startswith(f"{OWN}/") else (PAGES | PICTURES).get(path)
    return f"[{words}]({known}{hash_sign}{anchor})" if known else words
