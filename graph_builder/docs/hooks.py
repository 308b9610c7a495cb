"""The hooks of mkdocs for the site: generated parts of pages, and pages that are documents of the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from graph_builder.docs import contract, lexicon, ontology, reference
from graph_builder.docs import repository_pages as papers
from graph_builder.export.schema import schema

PARTS: dict[str, Callable[[], str]] = {
    "classes": ontology.classes,
    "commands": reference.commands,
    "definitions": contract.definitions,
    "files": contract.files,
    "json files": contract.json_files,
    "merge rules": lexicon.merge_rules,
    "names": reference.names,
    "predicate examples": lexicon.predicate_examples,
    "predicates": lexicon.predicate_table,
    "properties": ontology.properties,
    "questions": ontology.questions,
    "relation rules": lexicon.relation_rules,
}
"""What a page takes in with the line `<!-- generated: NAME -->`."""

_GENERATED = re.compile(r"^<!-- generated: (.+) -->$", flags=re.MULTILINE)


def on_config(config: MkDocsConfig) -> None:
    """Refuse to write the site into the package, which would be packed with it. Raises PluginError."""
    package = Path(__file__).parents[1]
    if Path(config.site_dir).is_relative_to(package):
        raise PluginError(f"{config.site_dir} lies inside the package; name a folder elsewhere, as an absolute path.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are documents of the repository, their pictures, and the JSON Schema. Raises PluginError."""
    contents = {page: _paper(path) for path, page in papers.PAGES.items()}
    contents["schema.json"] = json.dumps(schema(), indent=2) + "\n"
    for name, content in contents.items():
        files.append(File.generated(config, name, content=content))
    for path, name in papers.PICTURES.items():
        files.append(File.generated(config, name, abs_src_path=str(papers.ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Return the Markdown of a page with its generated parts, and with links that hold on the site."""
    if page.file.generated_by is None:
        markdown = papers.relinked(markdown)
    return _GENERATED.sub(lambda line: PARTS[line[1]](), markdown)


def _paper(path: str) -> str:
    try:
        return papers.paper(path)
    except OSError as error:
        raise PluginError(
            f"{papers.ROOT / path} cannot be read; build the site in a clone of the repository."
        ) from error
