"""Render the page: template, style, scripts, labels and data in one file without network access."""

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

# Characters that could end a script element or start a comment in it, the two line ends that are valid in JSON but not
# in older JavaScript, and lone surrogates, which UTF-8 cannot represent.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def page(result: Result) -> str:
    """Return the explorer of a build as HTML."""
    texts = _texts()
    scripts = {"library": inline_script(vis_script()), "script": inline_script(_source("bundle/script.js").strip())}
    style = _source("bundle/style.css").strip()
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
    """Return JSON that is safe inside a script element, whatever its strings."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def inline_script(source: str) -> str:
    """Return a script that neither closes its script element nor opens a comment."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", source, flags=re.IGNORECASE)


def _texts() -> dict[str, Any]:
    """Return the texts of the page in each language: its own, and the labels of the lexicon in tables."""
    texts: dict[str, Any] = json.loads(_source("texts.json"))
    tables = msgspec.structs.asdict(labels()) | {"predicates": predicates()}
    for table, names in tables.items():
        texts["ar"][table] = {name: each.arabic for name, each in names.items()}
        texts["en"][table] = {name: each.english for name, each in names.items()}
    return texts


def _source(name: str) -> str:
    return (resources.files("graph_builder.export.explorer") / name).read_text(encoding="utf-8").replace("\r\n", "\n")
