"""Label Studio: tasks with predictions, and the configuration of its labelling page; annotated tasks read back.

Offsets of text regions are code points, as the editor counts them since version 1.6. It keeps one arrow between two
regions, which has several labels: the predicates, and whether they are negated, reported or in the future.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from graph_builder.core.errors import GoldError
from graph_builder.core.values import Modality, Polarity
from graph_builder.exchange.annotation.articles import LABELS, Article, Name, articles
from graph_builder.exchange.annotation.index import EntityIndex
from graph_builder.exchange.annotation.marked import Arrow, Marked, MarkedTrigger, Region
from graph_builder.io.build_files import knowledge
from graph_builder.io.text import write_text
from graph_builder.lexicon import labels, predicates

TASKS, CONFIG = "label-studio-tasks.json", "label-studio-config.xml"

_TRIGGER, _SOURCE = "TRIGGER", "source"
_FACTUALITY = ("negated", "reported", "future")
_COLOURS = {"PER": "#1f77b4", "LOC": "#2ca02c", "ORG": "#d62728", "deriv": "#9e9e9e", _TRIGGER: "#ff9f1c"}

Json = dict[str, Any]


def write(build: Path, folder: Path) -> None:
    """Write the tasks and the configuration of the labelling page.

    Raises:
        DamagedBuildError: A file of the build is missing or damaged.
        OSError: A file cannot be written.
    """
    known = knowledge(build)
    index = EntityIndex.of(build, known.entities)
    tasks = [_task(article, index) for article in articles(known)]
    write_text(folder / TASKS, json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
    write_text(folder / CONFIG, config())


def config() -> str:
    """Return the configuration of the labelling page, in XML."""
    view = etree.Element("View")
    etree.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; line-height: 2.2; }"
    names = etree.SubElement(view, "Labels", name="label", toName="text")
    for label in LABELS:
        etree.SubElement(names, "Label", value=label, background=_colour(label), hint=_hint(label))
    etree.SubElement(
        names, "Label", value=_TRIGGER, background=_COLOURS[_TRIGGER], hint="words that express a relation"
    )
    relations = etree.SubElement(view, "Relations", choice="multiple")
    for name in (*predicates(), *_FACTUALITY, _SOURCE):
        etree.SubElement(relations, "Relation", value=name)
    page = etree.SubElement(view, "View", style="direction: rtl; text-align: right")
    etree.SubElement(page, "Text", name="text", value="$text", granularity="symbol")
    etree.SubElement(
        view,
        "TextArea",
        {
            "name": "entity",
            "toName": "text",
            "perRegion": "true",
            "editable": "true",
            "maxSubmissions": "1",
            "displayMode": "region-list",
            "placeholder": "الكيان – entity",
        },
    )
    return etree.tostring(view, encoding="unicode", pretty_print=True)


def read(tasks: Sequence[Any], where: str) -> Iterator[Marked]:
    """Yield the articles of an export; those without an annotation have no regions at all.

    Args:
        tasks: The content of the file.
        where: The file, named in errors.

    Raises:
        GoldError: It is no export of tasks in JSON.
    """
    for number, task in enumerate(tasks, start=1):
        place = f"{where}, task {number}"
        try:
            data, submitted = task["data"], [each for each in task["annotations"] if not each.get("was_cancelled")]
            annotations = sorted(submitted, key=lambda each: str(each.get("updated_at", "")))
            text, hint = str(data["text"]), str(data.get("document", ""))
            results = annotations[-1]["result"] if annotations else None
            yield _marked(place, hint, text, results, len(annotations))
        except (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError) as error:
            raise GoldError(
                f"{place} is not a task with annotations ({error!r}); export from Label Studio as JSON, not JSON-MIN.",
                path=where,
            ) from error


def _task(article: Article, index: EntityIndex) -> Json:
    from graph_builder import __version__

    ids: dict[Name | tuple[int, int], str] = {name: f"name{number}" for number, name in enumerate(article.names)}
    results = [each for name in article.names for each in _name(ids[name], name, article, index)]
    arrows: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for each in article.statements:
        flags = [each.polarity] * (each.polarity == "negated") + [each.modality] * (each.modality != "asserted")
        arrows[ids[each.subject], ids[each.object]] |= dict.fromkeys((each.predicate, *flags))
        ends = (index.written(each.subject.entity), index.written(each.object.entity))
        notes[each.trigger].append(f"{ends[0]} — {each.predicate} — {ends[1]}")
    for span in dict.fromkeys((trigger.start, trigger.end) for trigger in article.triggers):
        ids[span] = f"trigger{len(ids)}"
        value = {**_value(article, *span), "labels": [_TRIGGER]}
        note = {"text": notes[article.text[slice(*span)]]}
        results.append({"id": ids[span], **_CONTROLS["labels"], "value": value, "meta": note})
    for trigger in article.triggers:
        if trigger.source:
            source = article.nearest(trigger.source, trigger.start)
            arrows[ids[trigger.start, trigger.end], ids[source]] = {_SOURCE: None}
    for (start, end), names in arrows.items():
        results.append({"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [*names]})
    data = {"text": article.text, "title": article.title, "source": article.source, "document": article.document}
    version = f"graph-builder {__version__}"
    return {"data": data, "predictions": [{"model_version": version, "result": results}]}


_CONTROLS = {
    "labels": {"type": "labels", "from_name": "label", "to_name": "text"},
    "textarea": {"type": "textarea", "from_name": "entity", "to_name": "text"},
}


def _name(region: str, name: Name, article: Article, index: EntityIndex) -> Iterator[Json]:
    """Yield the two results of a name: its span with its label, and the entity."""
    span = _value(article, name.start, name.end)
    yield {"id": region, **_CONTROLS["labels"], "value": {**span, "labels": [name.label]}}
    yield {"id": region, **_CONTROLS["textarea"], "value": {**span, "text": [index.written(name.entity)]}}


def _value(article: Article, start: int, end: int) -> Json:
    return {"start": start, "end": end, "text": article.text[start:end]}


def _colour(label: str) -> str:
    return _COLOURS["deriv" if label.endswith("deriv") else label]


def _hint(label: str) -> str:
    kind = labels().kinds[label.removesuffix("deriv")]
    return f"{kind.arabic} – {kind.english}" + (", implied, not named" if label.endswith("deriv") else "")


def _marked(place: str, hint: str, text: str, results: Sequence[Json] | None, annotations: int) -> Marked:
    """Return the regions and arrows of a task; `results` is None if nobody has annotated it."""
    spans: dict[str, Json] = {}
    entities: dict[str, str] = {}
    relations: list[Json] = []
    unread = 0
    for result in results or ():
        if result["type"] == "relation":
            relations.append(result)
        elif result["type"] == "labels":
            spans[result["id"]] = result["value"]
        elif result["from_name"] == _CONTROLS["textarea"]["from_name"]:
            entities[result["id"]] = str(result["value"]["text"][-1])
        else:
            unread += 1
    regions = {
        key: Region(
            *(int(span["start"]), int(span["end"]), " and ".join(span["labels"])),
            *(entities.get(key, ""), str(span.get("text", ""))),
        )
        for key, span in spans.items()
    }
    triggers = {key: region for key, region in regions.items() if region.label == _TRIGGER}
    arrows: list[Arrow] = []
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for relation in relations:
        names = relation.get("labels") or []
        for start, end in _ends(relation):
            if names == [_SOURCE] and start in triggers:
                sources[start].append(end)
            else:
                arrows += _arrows(start, end, names)
    return Marked(
        *(place, hint, text),
        {key: region for key, region in regions.items() if key not in triggers},
        tuple(arrows),
        tuple(MarkedTrigger(region, tuple(sources[key])) for key, region in triggers.items()),
        annotated=results is not None,
        unread=unread + len(triggers.keys() & entities.keys()),
        versions=annotations,
    )


def _ends(relation: Json) -> list[tuple[str, str]]:
    """Return the two ends of an arrow, in both orders if it points both ways."""
    ends = (relation["from_id"], relation["to_id"])
    return {"left": [ends[::-1]], "bi": [ends, ends[::-1]]}.get(relation.get("direction", "right"), [ends])


def _arrows(start: str, end: str, names: Sequence[str]) -> Iterator[Arrow]:
    """Yield an arrow for each predicate among the labels of an arrow; one without predicate if there is none."""
    polarity: Polarity = "negated" if "negated" in names else "affirmed"
    modality: Modality = "future" if "future" in names else "reported" if "reported" in names else "asserted"
    for name in [each for each in names if each not in _FACTUALITY] or [""]:
        yield Arrow(start, end, name, polarity, modality)
