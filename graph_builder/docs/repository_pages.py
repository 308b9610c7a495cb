"""The papers of the repository, README and others, as pages or parts of pages of the site."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[2]

PAGES = {
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "README.md": "index.md",
    "graph_builder/models/README.md": "models.md",
}
"""Which page of the site holds a paper."""

PICTURES = {"tests/browser/screenshots/start-ar-light.jpg": "assets/explorer.jpg"}
"""Where the site has a picture that papers show."""

_OWN = PurePosixPath("graph_builder/docs/pages")

_LINK = re.compile(r"\[([^\]\[]*)\]\(([^)\s]+)\)")
_FENCED = re.compile(r"(^```.*?^```$)", flags=re.MULTILINE | re.DOTALL)


def paper(path: str) -> str:
    """A paper of the repository, with links that hold on the site. Raises OSError where there is none."""
    return relinked((ROOT / path).read_text(encoding="utf-8"))


def section(text: str, title: str) -> str:
    """What stands below a heading, up to the next.

    >>> section("# A\\none\\n\\n## B\\ntwo", "A")
    'one'

    Raises KeyError where there is no such heading.
    """
    headings = list(re.finditer(r"^#+ (.*)$", _FENCED.sub(lambda fence: " " * len(fence[0]), text), re.MULTILINE))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    found = {heading[1]: text[heading.end() : end].strip() for heading, end in zip(headings, ends, strict=True)}
    return found[title]


def relinked(text: str) -> str:
    """The text, its links to papers leading to their pages, and links to what the site does not have taken out.

    >>> relinked("see [the map](CONTRIBUTING.md), [seeds](seeds/) and [PLOVER](https://example.org)")
    'see [the map](contributing.md), seeds and [PLOVER](https://example.org)'
    """
    parts = _FENCED.split(text)  # every second one is code
    return "".join(part if number % 2 else _LINK.sub(_linked, part) for number, part in enumerate(parts))


def _linked(link: re.Match[str]) -> str:
    words, target = link.groups()
    if "://" in target or target.startswith("#"):
        return link[0]
    path = PurePosixPath(target)
    known = path.name if path.parent == _OWN else (PAGES | PICTURES).get(path.as_posix())
    return f"[{words}]({known})" if known else words
