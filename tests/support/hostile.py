"""A build in which entities, articles and sources are called by texts that would break out of some format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph_builder.export import write_all
from tests.support.samples import result_of, sample_knowledge

NAMES = (
    "=cmd|' /C calc'!A0",
    "'}) DETACH DELETE n //\\u0027})",
    "back\\slash\\",
    "two\nlines and\ttabs",
    "line\u2028separator\x85",
    'double "quotes"; {id: 1},[:LABEL]',
    "\x00\x1b[31m\ufffe<script>",
    "\u202eقلب",
)


def hostile_build(folder: Path) -> Path:
    """Write the sample with a hostile name for each of its entities, titles and sources, and return the folder."""
    sample = sample_knowledge()
    entities = [
        replace(each, name=name, name_latin=name, aliases=(name, "x"), links=(name,))
        for each, name in zip(sample.entities, NAMES, strict=True)
    ]
    documents = [
        replace(each, title=name, source=name) for each, name in zip(sample.documents, NAMES[1::3], strict=True)
    ]
    write_all(result_of(replace(sample, entities=tuple(entities), documents=tuple(documents))), folder)
    return folder
