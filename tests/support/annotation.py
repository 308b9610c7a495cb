"""What annotators do in Label Studio: tasks submitted as they are, or changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph_builder.core.result import Result
from graph_builder.core.values import content_id
from graph_builder.exchange import export
from graph_builder.exchange.annotation.label_studio import TASKS
from tests.support.samples import result_of, sample_knowledge

Json = dict[str, Any]

# Emoji of two and of five code units, marks of direction, line separators, and what XML cannot hold.
STRANGE = "😀👨‍🚒\u200f\u202e\u2028\x01\x0b\ufffe\r\n<b>&amp; ]]> "


def strange_result() -> Result:
    """The sample, but that every article begins with strange text."""
    knowledge = sample_knowledge()
    shift = len(STRANGE)
    ids = {each.id: content_id(STRANGE + each.text) for each in knowledge.documents}

    def moved(each: Any) -> Any:
        changes = {"document": ids[each.document], "start": each.start + shift, "end": each.end + shift}
        if hasattr(each, "trigger_start"):
            changes["trigger_start"] = each.trigger_start + shift
        return replace(each, **changes)

    documents = [replace(each, id=ids[each.id], text=STRANGE + each.text) for each in knowledge.documents]
    return result_of(
        replace(
            knowledge,
            documents=tuple(sorted(documents, key=lambda each: each.id)),
            sentences=tuple(sorted(map(moved, knowledge.sentences))),
            entities=tuple(replace(each, mentions=tuple(map(moved, each.mentions))) for each in knowledge.entities),
            relations=tuple(replace(each, evidence=tuple(map(moved, each.evidence))) for each in knowledge.relations),
        )
    )


class Annotators:
    """The tasks of a build, submitted by annotators."""

    def __init__(self, build: Path, folder: Path) -> None:
        export(build, "label-studio", folder)
        self.folder = folder
        self.tasks: list[Json] = json.loads((folder / TASKS).read_text(encoding="utf-8"))
        for task in self.tasks:
            [prediction] = task.pop("predictions")
            task["annotations"] = [{"result": copy.deepcopy(prediction["result"]), "was_cancelled": False}]

    def copied(self, folder: Path) -> Annotators:
        """The same tasks, to be changed, in another folder."""
        other = copy.copy(self)
        other.folder, other.tasks = folder, copy.deepcopy(self.tasks)
        folder.mkdir()
        return other

    @property
    def results(self) -> Iterator[Json]:
        """The results of all tasks."""
        return (result for task in self.tasks for result in self.of(task))

    def of(self, task: Json) -> list[Json]:
        """The results of a task."""
        results: list[Json] = task["annotations"][0]["result"]
        return results

    def named(self, entity: str, surface: str = "") -> Iterator[tuple[Json, Json]]:
        """Yield the two results of each name of an entity: its label, and the entity."""
        for task in self.tasks:
            spans = {each["id"]: each for each in self.of(task) if each["type"] == "labels"}
            for each in list(self.of(task)):
                if each["type"] == "textarea" and each["value"]["text"] == [entity]:
                    label = spans[each["id"]]
                    if not label["value"]["labels"][0].endswith("deriv") and surface in ("", label["value"]["text"]):
                        yield label, each

    def call(self, entity: str, name: str, surface: str = "") -> None:
        """Write another name for all mentions of an entity, or those that are spelt like this."""
        for _, text in list(self.named(entity, surface)):
            text["value"]["text"] = [name]

    def label(self, entity: str, label: str) -> None:
        """Give another label to all mentions of an entity."""
        for span, _ in self.named(entity):
            span["value"]["labels"] = [label]

    def remove(self, regions: Iterable[str], task: Json) -> None:
        """Remove regions from a task, with the arrows from and to them."""
        gone = set(regions)
        task["annotations"][0]["result"] = [
            each for each in self.of(task) if not gone & {each.get("id"), each.get("from_id"), each.get("to_id")}
        ]

    def remove_entity(self, entity: str) -> None:
        """Remove all mentions of an entity."""
        gone = {id(task): [] for task in self.tasks}  # type: dict[int, list[str]]
        for span, _ in self.named(entity):
            for task in self.tasks:
                if any(span is each for each in self.of(task)):
                    gone[id(task)].append(span["id"])
        for task in self.tasks:
            self.remove(gone[id(task)], task)

    def exported(self, change: Callable[[list[Json]], Any] | None = None) -> Path:
        """Return what Label Studio exports."""
        content: Any = self.tasks
        if change:
            content = change(copy.deepcopy(self.tasks))
        path = self.folder / "export.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path
