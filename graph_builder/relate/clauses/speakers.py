"""Speakers as subjects: who is meant by the first person, and by «أنه» after a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.relate.factuality.quotations import Quotation
from graph_builder.relate.sentence.arguments import Argument, pronoun_subject, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


def subject_or_speaker(view: SentenceView, verb: Node, quotations: Sequence[Quotation]) -> Argument | None:
    """Return the subject of a verb; in the first person or for «أنه», the speaker."""
    if "Person=1" in verb.word.feats:
        speakers = [each.speaker for each in quotations if each.opened < verb.index != each.verb]
    elif opened := pronoun_subject(view, verb):
        speakers = [each.speaker for each in quotations if _introduces(view, each, opened)]
    else:
        return subject(view, verb)
    return Argument((speakers[-1],), True, False, verb.index) if speakers else None


def _introduces(view: SentenceView, quotation: Quotation, opened: int) -> bool:
    """Return whether the pronoun of a complementizer, «أنه», may mean the speaker: no verb between, the same gender."""
    if quotation.opened > opened or any(quotation.opened < verb.index < opened for verb in view.verbs):
        return False
    feminine = view.tree[min(opened + 1, len(view.tree))].word.form == "ها"
    return f"Gender={'Masc' if feminine else 'Fem'}" not in view.tree[quotation.verb].word.feats
