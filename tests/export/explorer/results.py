"""Finished builds to make pages of."""

from __future__ import annotations

from graph_builder.export.result import Result
from graph_builder.graphs.cooccurrence import cooccurrence_graph
from graph_builder.graphs.layout import with_layout
from graph_builder.graphs.measures import with_measures
from graph_builder.graphs.relations import relation_graph
from graph_builder.values import Document, Entity, Evidence, Kind, Knowledge, Mention, Relation, content_id
from tests.samples import sample_knowledge

# An emoji is two units of UTF-16; the others end lines, turn the direction of text, or are half a character.
AWKWARD = "😀 \u2028 \u202e </script><!-- \ud800"


def result_of(knowledge: Knowledge) -> Result:
    """What a build makes of the knowledge."""
    cooccurrence = with_layout(with_measures(cooccurrence_graph(knowledge)))
    return Result(knowledge, cooccurrence, with_layout(with_measures(relation_graph(knowledge))))


def sample_result() -> Result:
    """A build of the sample."""
    return result_of(sample_knowledge())


def awkward_knowledge() -> Knowledge:
    """One sentence that holds AWKWARD before its two names, and a title that does."""
    text = f"{AWKWARD} التقى سامر ليلى."
    document = Document(content_id(text), "awkward.txt", AWKWARD, text)
    entities = tuple(sorted((_entity(document, name, "PER") for name in ("سامر", "ليلى")), key=lambda e: e.id))
    subject, target = (content_id("PER", name) for name in ("سامر", "ليلى"))
    evidence = Evidence(document.id, 0, len(text), "التقى", "verb")
    relation = Relation(
        id=content_id("meeting"),
        subject=subject,
        predicate="consult",
        object=target,
        evidence=(evidence,),
        polarity="affirmed",
        modality="asserted",
        attributed_to=None,
        date=None,
        place=None,
        confidence=1.0,
    )
    return Knowledge((document,), entities, (), (relation,))


def _entity(document: Document, name: str, kind: Kind) -> Entity:
    start = document.text.index(name)
    mention = Mention(document.id, start, start + len(name), name, kind, 0)
    return Entity(content_id(kind, name), kind, name, "", (name,), (mention,))
