"""The page put together: template, style, scripts, labels and data in one file that asks nothing of any network."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import msgspec
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from graph_builder.core.result import Result
from graph_builder.export.csp import content_security_policy
from graph_builder.export.explorer.parts import packed, parts
from graph_builder.export.explorer.payload import page_data
from graph_builder.export.explorer.vis import vis_script
from graph_builder.lexicon import labels, predicates

# In the order in which they need each other.
_SCRIPTS = (
    *("parts.js", "model.js", "state.js", "visible.js", "words.js", "dom.js", "actions.js", "search.js", "names.js"),
    *("spread.js", "canvas.js", "naming.js", "moving.js", "facets.js", "timeline.js", "map.js", "table.js"),
    "passages.js",
    *("evidence.js", "entity.js", "pair.js", "article.js", "home.js", "panel.js", "focus.js", "save.js", "help.js"),
    "explorer.js",
)

# What could end a script element or start a comment in one, the two line ends that JSON allows and scripts once did
# not, and halves of surrogate pairs, which UTF-8 cannot hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def page(result: Result) -> str:
    """The explorer of a build, as HTML."""
    texts = _texts()
    scripts = {"library": inline_script(vis_script()), "script": inline_script(_own_script())}
    style = _source("style.css").strip()
    data = {name: inline_json(part) for name, part in parts(page_data(result)).items()}
    if len(data) > 1:
        data = {name: packed(text) for name, text in data.items()}
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.from_string(_source("template.html")).render(
        label=texts["ar"],
        policy=content_security_policy([*scripts.values()], [style]),
        style=Markup(style),
        labels=Markup(inline_json(texts)),
        data=Markup(data.pop("data")),
        later={name: Markup(text) for name, text in data.items()},
        **{name: Markup(script) for name, script in scripts.items()},
    )


def inline_json(value: Any) -> str:
    """JSON that stays data inside a script element, whatever strings it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def inline_script(source: str) -> str:
    """A script that can stand inside a script element: nothing in it closes the element or opens a comment."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", source, flags=re.IGNORECASE)


def _texts() -> dict[str, Any]:
    """What the page says in each language: its own words, and those of the lexicon in a table of names each."""
    texts: dict[str, Any] = json.loads(_source("texts.json"))
    tables = msgspec.structs.asdict(labels()) | {"predicates": predicates()}
    for table, names in tables.items():
        texts["ar"][table] = {name: each.arabic for name, each in names.items()}
        texts["en"][table] = {name: each.english for name, each in names.items()}
    return texts


def _own_script() -> str:
    parts = "\n".join(_source(f"script/{name}").strip() for name in _SCRIPTS)
    return f'(async () => {{\n"use strict";\n{parts}\n}})();'


def _source(name: str) -> str:
    return (resources.files("graph_builder.export.explorer") / name).read_text(encoding="utf-8").replace("\r\n", "\n")
