"""Sentences of the explorer."""

from __future__ import annotations

from graph_builder.core.values import Document, Entity, Evidence, Knowledge, Mention, Span
from graph_builder.export.explorer.sentences import evidence_sentence, names_in

# Two sentences without a stop between them, and one that is nobody's.
TEXT = "غاب كريم زار سامر ليلى. هدأ البحر."
SENTENCES = (Span("d", 0, 8), Span("d", 9, 23), Span("d", 24, 34))


def _knowledge(*names: tuple[str, int]) -> Knowledge:
    """Each name is mentioned once, in the sentence of that number."""
    entities = []
    for name, sentence in names:
        start = TEXT.index(name)
        mention = Mention("d", start, start + len(name), name, "PER", sentence)
        entities.append(Entity(name, "PER", name, "", (name,), (mention,)))
    return Knowledge((Document("d", "d.txt", "", TEXT),), SENTENCES, tuple(entities), (), ())


def test_sentences_of_evidence() -> None:
    assert evidence_sentence(Evidence("d", 9, 23, 9, "زار", "verb_order")) == SENTENCES[1]


def test_sentences_names_are_ordered_offsets_from_the_start() -> None:
    names = names_in(SENTENCES, _knowledge(("كريم", 0), ("ليلى", 1), ("سامر", 1)))
    assert [(TEXT[9 + name.start : 9 + name.end], name.entity) for name in names[SENTENCES[1]]] == [
        ("سامر", 2),
        ("ليلى", 1),
    ]
    assert len(names[SENTENCES[0]]) == 1 and names[SENTENCES[2]] == []
