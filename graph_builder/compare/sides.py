"""The two sides that a reader names: two folders of builds, or conditions on the articles of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from graph_builder.compare.values import Both, Side
from graph_builder.core import articles
from graph_builder.core.choices import similar
from graph_builder.core.errors import ChoiceError
from graph_builder.core.filters import in_articles
from graph_builder.core.values import Knowledge
from graph_builder.io import build_files
from graph_builder.resolve.lookup import entity_named

THE_REST = "all other articles"


def _naming(knowledge: Knowledge, names: Sequence[str]) -> frozenset[str]:
    return articles.naming(knowledge, {entity_named(knowledge.entities, name).id for name in names})


# By the name of a condition, what chooses the articles that have one of some values.
CONDITIONS: Mapping[str, Callable[[Knowledge, Sequence[str]], frozenset[str]]] = {
    "source": lambda knowledge, values: articles.from_sources(knowledge.documents, values),
    "published": lambda knowledge, values: articles.published_in(knowledge.documents, values),
    "naming": _naming,
    "article": lambda knowledge, values: articles.called(knowledge.documents, values),
}


def sides(
    builds: Sequence[Path], conditions: Both[Sequence[str]], names: Both[str | None] = (None, None)
) -> Both[Side]:
    """Return the two sides of a comparison.

    Args:
        builds: The folders of two builds, or of one.
        conditions: For each side, conditions such as `source=example.org` on its articles. Several values of one
            condition are alternatives; different conditions must all be met. A side of a single build without
            conditions has the articles that the other one has not.
        names: What the reader calls the sides; by default the values of their conditions, or their folders.

    Raises:
        ChoiceError: The sides are not two, a condition is unknown, or no article meets the conditions of a side.
        EntityError: `naming` names no entity, or several.
        DamagedBuildError: A folder is not that of a build, or a file of it is missing, damaged or of another version.
    """
    first, second = builds[0], builds[-1]
    single = len(builds) == 1 or first.resolve() == second.resolve()
    if single and not any(conditions):
        raise ChoiceError(
            f"There is only one build to compare, {first}; name a second one, or two parts of it, as in "
            "--a source=NAME --b source=NAME.",
            name=str(first),
        )
    whole_a, settings_a = _loaded(first)
    whole_b, settings_b = (whole_a, settings_a) if single else _loaded(second)
    chosen_a, chosen_b = _chosen(whole_a, conditions[0]), _chosen(whole_b, conditions[1])
    every = frozenset(document.id for document in whole_a.documents)
    if single and not conditions[0]:
        chosen_a = every - chosen_b
    if single and not conditions[1]:
        chosen_b = every - chosen_a
    if single and chosen_a == chosen_b:
        raise ChoiceError("The conditions of --a and --b choose the same articles; let them differ.")
    called = _names(names, (first, second), conditions, single)
    return (
        Side(called[0], _part(whole_a, chosen_a, called[0]), settings_a),
        Side(called[1], _part(whole_b, chosen_b, called[1]), settings_b),
    )


def _loaded(folder: Path) -> tuple[Knowledge, dict[str, str]]:
    manifest = build_files.manifest(folder)
    with build_files.of_this_version(folder):
        settings: dict[str, str] = dict(manifest["settings"])
    return build_files.knowledge(folder), settings


def _chosen(knowledge: Knowledge, conditions: Sequence[str]) -> frozenset[str]:
    """Return the ids of the articles that meet all conditions."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals or not value or name not in CONDITIONS:
            near = [f"{each}=NAME" for each in similar(name, CONDITIONS)]
            raise ChoiceError(
                f"{condition!r} is not a condition on articles; write one of these: {', '.join(near)}.",
                name=condition,
                suggestions=near,
            )
        values[name].append(value)
    chosen = frozenset(document.id for document in knowledge.documents)
    for name, several in values.items():
        chosen &= CONDITIONS[name](knowledge, several)
    if not chosen:
        raise ChoiceError(f"No article meets all of {', '.join(conditions)}; leave one out.", name=conditions[-1])
    return chosen


def _part(knowledge: Knowledge, chosen: frozenset[str], name: str) -> Knowledge:
    if not chosen:
        raise ChoiceError(f"No article is left for {name}: all are on the other side.", name=name)
    return knowledge if len(chosen) == len(knowledge.documents) else in_articles(knowledge, chosen)


def _names(names: Both[str | None], folders: Both[Path], conditions: Both[Sequence[str]], single: bool) -> Both[str]:
    called = []
    for name, folder, own in zip(names, folders, conditions, strict=True):
        values = ", ".join(condition.partition("=")[2] for condition in own)
        by_default = THE_REST if single else folder.resolve().name or str(folder)
        called.append(name or values or by_default)
    if called[0] == called[1]:
        called = [f"{name} ({letter})" for name, letter in zip(called, "AB", strict=True)]
    return called[0], called[1]
