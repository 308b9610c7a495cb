"""Rule for stances by verbs of opinion without a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import TOPIC_BREAKS
from graph_builder.lexicon import cues, function_words, people
from graph_builder.relate.clauses.verbal import VerbalClause
from graph_builder.relate.factuality.quotations import end_of_title, is_site
from graph_builder.relate.rules.registry import Match, rule
from graph_builder.relate.rules.speech import office_words
from graph_builder.relate.sentence.arguments import denied, place_of
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


@rule(VerbalClause)
def stance(clause: VerbalClause) -> Iterator[Match]:
    """Who takes a stance speaks about its topic: «ندد أردوغان بالهجوم على أنقرة», «رفض روحاني الاتهامات الأمريكية»."""
    view, verb, speaker = clause.view, clause.verb, clause.subject
    if verb.lemma not in cues().stance_verbs or "Voice=Pass" in verb.word.feats or denied(view, verb):
        return
    if speaker and speaker.by_order and not is_site(view, speaker.actors[0]):
        topic = _topic(view, verb, end_of_title(view, speaker))
        if topic:
            for actor in speaker.actors:
                yield Match(actor.entity, "speaks_about", topic, verb.index, verb.index)


def _topic(view: SentenceView, verb: Node, last: int) -> str | None:
    """Return the first entity named after a verb and its subject, before the next verb and adverbials."""
    after = view.tree[last + 1] if last < len(view.tree) else None
    if after is None or after.word.form == "و" or after.matches(people().offices | cues().kinship):
        return None
    place = place_of(view, verb, last)
    titles = office_words(view)
    for node in view.tree.nodes[last:]:
        actor = view.at(node.index)
        ends = any(other.index == node.index for other in view.verbs) or fold(
            node.word.form
        ) in function_words().occasion_prepositions - {"في"}
        if ends or node.word.form in TOPIC_BREAKS:
            return None
        found = actor.entity if actor else view.country(node)
        if found and (actor is None or actor != place) and node.index not in titles:
            from_there = actor and actor.kind == "LOC" and fold(view.tree[actor.first - 1].word.form) == "من"
            return None if from_there else found
    return None
