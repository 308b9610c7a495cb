"""Sources of statements: phrases such as «بحسب», «على ما أعلن», and speech of unnamed sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import SOURCE_BREAKS
from graph_builder.lexicon import cues, function_words
from graph_builder.relate.factuality.governors import is_verb
from graph_builder.relate.sentence.actor import Actor
from graph_builder.relate.sentence.arguments import denied, subject
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words between the start of a source phrase and the name of the source.
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase that attributes a statement to a source.

    Attributes:
        first: First word, counted from 1.
        last: Last word, inclusive.
        speaker: Id of the source; None if it has no name.
    """

    first: int
    last: int
    speaker: str | None


def sources(view: SentenceView) -> Iterator[Source]:
    """Yield the source phrases of a sentence, to which everything else that it states is attributed."""
    for node in view.tree.nodes:
        form = fold(node.word.form)
        if view.at(node.index):
            continue
        if form in cues().sourced:
            found = _by_preposition(view, node)
        elif form in cues().as_told or _opens_source_clause(view, node):
            found = _by_verb(view, node)
        elif node.word.form == "،":
            found = _by_closing_speech(view, node)
        else:
            found = None
        if found:
            yield found


def unnamed_speech(view: SentenceView, node: Node) -> bool:
    """Return whether a verb of speech before a word introduces the clause of that word: «قالت مصادر إنّ»."""
    for verb in view.verbs:
        speaks = verb.lemma in cues().speech | cues().reporting or _is_stated_in(view, verb)
        if verb.index < node.index and speaks and not denied(view, verb):
            between = view.tree.nodes[verb.index : node.index - 1]
            opened = [
                each
                for each in between
                if fold(each.word.form) in function_words().complementizers or each.word.form == ":"
            ]
            noted = fold(verb.word.form) in cues().noting
            if (
                opened
                and not noted
                and not any(is_verb(view, each) for each in view.tree.nodes[verb.index : opened[0].index])
            ):
                return True
    return False


def _is_stated_in(view: SentenceView, verb: Node) -> bool:
    """Return whether a verb introduces what a text says: «جاء في بيان أن»."""
    after = view.tree.nodes[verb.index : verb.index + 2]
    return (
        verb.lemma in cues().appearing
        and len(after) == 2
        and after[0].word.form == "في"
        and after[1].matches(cues().informants)
    )


def is_informant(view: SentenceView, verb: Node) -> bool:
    """Return whether the subject of a verb of speech is an unnamed source: «أعلن مصدر عسكري»."""
    after = view.tree[verb.index + 1] if verb.index < len(view.tree) else None
    subjects = [*view.tree.dependents(verb.index, "nsubj"), *([after] if after else [])]
    return any(each.matches(cues().informants) and not _is_of_name(view, each) for each in subjects)


def _is_of_name(view: SentenceView, node: Node) -> bool:
    """Return whether a word belongs to a name or its title: «وزير الخارجية الروسي سيرغي لافروف»."""
    return any(phrase.first <= node.index <= phrase.last for phrase in view.phrases.values())


def _by_preposition(view: SentenceView, node: Node) -> Source | None:
    """Return the source that a preposition introduces: «بحسب المرصد», «وفقا لصحيفة», «نقلا عن مصادر», «على لسان»."""
    behind_ala = node.index > 1 and view.tree[node.index - 1].word.form == "على"
    if fold(node.word.form) in cues().sourced_behind_ala and not behind_ala:
        return None
    index = node.index + 1
    while index < len(view.tree) and fold(view.tree[index].word.form) in function_words().relaying_prepositions:
        index += 1
    if index > len(view.tree):
        return None
    after = view.tree[index]
    speaker = _named(view, index)
    if speaker or after.matches(cues().informants) or is_verb(view, after):
        verb = next((v for v in view.verbs if index <= v.index <= index + 2 and v.lemma in cues().speech), None)
        doer = subject(view, verb) if verb else None
        speaker = doer.actors[0] if doer and doer.by_order else speaker
        last = speaker.last if speaker else index
        return Source(node.index, last, _speaks(view, speaker))
    return None


def _named(view: SentenceView, index: int) -> Actor | None:
    """Return the actor of a noun phrase: at its first word, or after nouns for the kind of source."""
    for each in range(index, min(index + _FARTHEST, len(view.tree) + 1)):
        phrase = view.phrases.get(each)
        if phrase:
            return phrase.actor
        inside = view.tree[each]
        links = function_words().source_links | {"«"}
        if view.at(each) or not (inside.matches(cues().informants) or inside.word.form in links):
            return None
    return None


def _opens_source_clause(view: SentenceView, node: Node) -> bool:
    """Return whether «على ما», «بحسب ما» begins here, after a comma or at the end of a clause."""
    after = view.tree[node.index + 1] if node.index < len(view.tree) else None
    parted = node.index > 1 and view.tree[node.index - 1].word.upos == "PUNCT"
    return parted and after is not None and fold(node.word.form) == "علي" and fold(after.word.form) == "ما"


def _by_verb(view: SentenceView, node: Node) -> Source | None:
    """Return the source after a conjunction and a verb of speech that does not introduce a statement itself."""
    index = node.index + 1
    while index < len(view.tree) and fold(view.tree[index].word.form) in function_words().speech_auxiliaries:
        index += 1
    verb = next((v for v in view.verbs if v.index == index), None)
    if verb is None or verb.lemma not in cues().speech | cues().reporting or node.index == 1:
        return None
    for each in view.tree.nodes[index:]:
        if each.word.upos == "PUNCT" and each.word.form in SOURCE_BREAKS:
            break
        if fold(each.word.form) in function_words().complementizers or each.word.form == ":":
            return None
    doer = subject(view, verb)
    speaker = doer.actors[0] if doer and doer.by_order and doer.actors[0].first > verb.index else None
    return Source(node.index, speaker.last if speaker else index, _speaks(view, speaker))


def _by_closing_speech(view: SentenceView, comma: Node) -> Source | None:
    """Return the source that a verb of speech and its subject at the end of a sentence name: «…، يقول الحوثيون»."""
    verb = next((v for v in view.verbs if v.index == comma.index + 1), None)
    if verb is None or verb.lemma not in cues().speech - cues().speech_if_opened:
        return None
    doer = subject(view, verb)
    last = doer.actors[-1].last if doer and doer.by_order and doer.actors[0].first > verb.index else verb.index + 1
    ends = all(each.word.upos == "PUNCT" for each in view.tree.nodes[last:])
    informed = doer is None and verb.index < len(view.tree) and view.tree[verb.index + 1].matches(cues().informants)
    if doer is None and not informed:
        return None
    return Source(comma.index, last, _speaks(view, doer.actors[0] if doer else None)) if ends else None


def _speaks(view: SentenceView, actor: Actor | None) -> str | None:
    """Return the entity that speaks; a place speaks only if it is a country."""
    return actor.entity if actor and (actor.kind != "LOC" or view.is_country(actor)) else None
