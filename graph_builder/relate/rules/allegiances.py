"""Allegiance of an organization, by the adjective after its name: «القوات الموالية لهادي», «فصائل مدعومة من تركيا»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import allegiance_frames
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.factuality.qualify import qualified
from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.arguments import participants
from graph_builder.relate.sentence.view import SentenceView


def allegiances(view: SentenceView, quotations: Sequence[Quotation]) -> Iterator[Extraction]:
    """Yield the allegiances expressed by adjectives after an organization, with other adjectives in between."""
    for actor in view.actors:
        if actor.kind == "PER":
            continue
        index = view.index_after(actor)
        while (
            index < len(view.tree)
            and view.tree[index].word.upos == "ADJ"
            and view.tree[index].lemma not in allegiance_frames()
        ):
            index += 1
        tie = allegiance_frames().get(view.tree[index].lemma) if index < len(view.tree) else None
        if tie is None or fold(view.tree[index + 1].word.form) not in tie.prepositions:
            continue
        proof = evidence(view, index, index + 1, "allegiance_adjective")
        for other in participants(view, index + 2):
            ends = (other.entity, actor.entity) if tie.inverse else (actor.entity, other.entity)
            extraction = Extraction(ends[0], tie.predicate, ends[1], proof)
            yield from qualified(view, view.tree[index], view.tree[index], extraction, quotations)
