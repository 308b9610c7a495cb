"""Text that is hard to show rightly."""

from __future__ import annotations

from graph_builder.core.values import Document, Entity, Evidence, Kind, Knowledge, Mention, Relation, Span, content_id

# An emoji is two units of UTF-16; the others end lines, turn the direction of text, or are half a character.
AWKWARD = "😀 \u2028 \u202e </script><!-- \ud800"


def awkward_knowledge() -> Knowledge:
    """One sentence that holds AWKWARD before its two names, and a title that does."""
    text = f"{AWKWARD} التقى سامر ليلى."
    document = Document(content_id(text), "awkward.txt", AWKWARD, text)
    entities = tuple(sorted((_entity(document, name, "PER") for name in ("سامر", "ليلى")), key=lambda e: e.id))
    subject, target = (content_id("PER", name) for name in ("سامر", "ليلى"))
    evidence = Evidence(document.id, 0, len(text), text.index("التقى"), "التقى", "verb_order")
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
    return Knowledge((document,), (Span(document.id, 0, len(text)),), entities, (), (relation,))


def _entity(document: Document, name: str, kind: Kind) -> Entity:
    start = document.text.index(name)
    mention = Mention(document.id, start, start + len(name), name, kind, 0)
    return Entity(content_id(kind, name), kind, name, "", (name,), (mention,))
