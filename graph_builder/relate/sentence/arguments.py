"""Arguments of verbs, by word order and by parse."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ARGUMENT_BREAKS, ENCLOSING
from graph_builder.lexicon import DIRECT, cues, function_words, nominal_frames, verb_frames
from graph_builder.relate.sentence.actor import Actor, Phrase
from graph_builder.relate.sentence.adjuncts import over_adjuncts, over_adverbials, over_quotes
from graph_builder.relate.sentence.descriptions import end_of_description
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node


@dataclass(frozen=True, slots=True)
class Argument:
    """Actors in one role of a verb.

    Attributes:
        actors: The actors.
        by_order: Whether word order supports the role.
        by_parse: Whether the parse supports it.
        last: Last word of the argument.
    """

    actors: tuple[Actor, ...]
    by_order: bool
    by_parse: bool
    last: int


def subject(view: SentenceView, verb: Node) -> Argument | None:
    """Return the subject of a verb; `last` is its last word, or the verb if the subject precedes it."""
    if pronoun_subject(view, verb):
        return None
    ordered = _subject_by_order(view, verb)
    parsed = _by_parse(view, verb, "nsubj")
    found = argument_of(view, ordered, parsed, verb.index) or _shared(view, verb)
    return replace(found, last=end_of_description(view, found.last)) if found else None


def end_of_subject(view: SentenceView, verb: Node) -> int:
    """Return the last word of a verb and its subject, whichever comes last."""
    doer = subject(view, verb)
    return max(doer.last, verb.index) if doer else verb.index


def pronoun_subject(view: SentenceView, verb: Node) -> int | None:
    """Return the complementizer whose pronoun is the subject of a verb, across particles: «أنها لن تنسحب».

    Before two names in a row the pronoun is empty, and the first is the subject: «أنه سيزور بوتين أنقرة».
    """
    following = view.phrases.get(verb.index + 1)
    if following and following.last + 1 in view.phrases:
        return None
    index = verb.index - 1
    while index > 1 and _is_one(view.tree[index], _particles()) and not view.at(index):
        index -= 1
    if index >= 1 and fold(view.tree[index].word.form) in _complementizers_with_pronoun():
        return index
    if index < 2 or view.tree[index].word.upos != "PRON" or view.tree[index].token != view.tree[index - 1].token:
        return None
    return index - 1 if _is_one(view.tree[index - 1], function_words().complementizers) else None


@functools.cache
def _complementizers_with_pronoun() -> frozenset[str]:
    """Return the complementizers written together with their pronoun, which tokenization may have left whole."""
    return frozenset(form for form in function_words().complementizers if form.endswith(("ه", "ها", "هم")))


@functools.cache
def _particles() -> frozenset[str]:
    """Return the words that may stand between a subject and its verb."""
    return function_words().adverbs | function_words().negations | function_words().future


def _shared(view: SentenceView, verb: Node) -> Argument | None:
    """Return the subject shared with a coordinated verb that agrees: «وصل لافروف إلى دمشق والتقى»."""
    first = next((each for each in view.verbs if each.index == verb.word.head), None)
    if first is None or verb.word.deprel != "conj" or any(view.tree.dependents(verb.index, "nsubj", "csubj")):
        return None
    doer = subject(view, first)
    if doer is None or doer.actors[-1].last > verb.index or not agree(first, verb, several=len(doer.actors) > 1):
        return None
    return Argument(doer.actors, doer.by_order, False, verb.index)


def agree(first: Node, second: Node, several: bool) -> bool:
    """Return whether two verbs may share one subject or several; a verb before its subject is always singular."""
    one, other = (dict(f.split("=") for f in node.word.feats.split("|") if "=" in f) for node in (first, second))
    alike = all(one.get(name) == other.get(name) for name in ("Gender", "Person", "Voice"))
    return alike and (several or other.get("Number") in (one.get("Number"), "Sing"))


def direct_object(view: SentenceView, verb: Node, after: int) -> Argument | None:
    """Return the direct object of a verb; `after` is the end of its subject."""
    if _resumed(view, verb):
        return argument_of(view, _antecedent(view, verb), None, verb.index)
    index = over_adjuncts(view, after + 1)
    return argument_of(view, view.phrases.get(index), _by_parse(view, verb, "obj"), verb.index)


def prepositional_object(view: SentenceView, verb: Node, after: int, prepositions: frozenset[str]) -> Argument | None:
    """Return the object after the first of the given prepositions in the verb's clause.

    In a relative clause, it may be the antecedent, to which a pronoun refers: «طرابلس التي يسيطر عليها حفتر».
    """
    resumed = _resumed_after_preposition(view, verb) and fold(view.tree[verb.index + 1].word.form) in prepositions
    if resumed and (antecedent := _antecedent(view, verb)):
        return argument_of(view, antecedent, None, verb.index)
    ordered = None
    for node in view.tree.nodes[after:]:
        if node.word.upos in ("VERB", "SCONJ") or node.word.form in ARGUMENT_BREAKS:
            break
        if (
            node.word.upos == "NOUN"
            and node.lemma in nominal_frames()
            and verb.matches(cues().failing | cues().planning)
        ):
            return None  # «تراجعت واشنطن عن الانسحاب من سوريا»: the preposition belongs to the event noun
        # «ضد» may be tagged as a noun.
        if node.word.upos in ("ADP", "NOUN") and (last := _end_of_preposition(view, node, prepositions)):
            joined = view.phrases.get(last) if last > node.index else None  # «على حدود أوكرانيا»
            ordered = joined or view.phrases.get(over_quotes(view, last + 1))
            break
    parsed = None
    for dependent in view.tree.dependents(verb.index, "obl", "nmod"):
        case = {fold(node.word.form) for node in view.tree.dependents(dependent.index, "case")}
        if case & prepositions:
            parsed = parsed or _phrase_of(view, dependent)
    return argument_of(view, ordered, parsed, verb.index)


def _end_of_preposition(view: SentenceView, node: Node, prepositions: frozenset[str]) -> int | None:
    """Return the last word of one of the prepositions, which may consist of two words: «إلى جانب»."""
    if fold(node.word.form) in prepositions:
        return node.index
    after = view.tree[node.index + 1] if node.index < len(view.tree) else None
    return after.index if after and f"{fold(node.word.form)}_{fold(after.word.form)}" in prepositions else None


def objects(view: SentenceView, verb: Node, after: int, places: frozenset[str]) -> Argument | None:
    """Return the object of a verb in the position that its frame requires."""
    found = direct_object(view, verb, after) if DIRECT in places else None
    prepositions = places - {DIRECT}
    return found or (prepositional_object(view, verb, after, prepositions) if prepositions else None)


def denied(view: SentenceView, verb: Node) -> bool:
    """Return whether a particle negates a verb; the «ما» of فيما and بعدما does not."""
    before = view.tree[verb.index - 1] if verb.index > 1 else None
    if before is None or fold(before.word.form) not in function_words().negations:
        return False
    first = view.tree[before.index - 1] if before.index > 1 else None
    return first is None or first.token != before.token or first.word.upos == "CCONJ"


def place_of(view: SentenceView, verb: Node, after: int) -> Actor | None:
    """Return the place of an event: after «في» next to the verb, its subject or its object."""
    return place_after(view, verb.index) or place_after(view, after)


def place_after(view: SentenceView, last: int) -> Actor | None:
    """Return the place after «في» that follows a word, across commas and adverbs of time."""
    index = over_adverbials(view, last + 1)
    while index <= len(view.tree) and view.tree[index].word.form in ENCLOSING | {"،"}:
        index = over_adverbials(view, index + 1)
    if index < len(view.tree) and fold(view.tree[index].word.form) in function_words().locatives:
        phrase = view.phrases.get(over_quotes(view, index + 1))
        if phrase and phrase.actor.kind == "LOC":
            return phrase.actor
    return None


def _antecedent(view: SentenceView, verb: Node) -> Phrase | None:
    """Return the antecedent of a relative clause: the actor before «الذي» and the verb."""
    index = verb.index - 1
    if index < 1 or fold(view.tree[index].word.form) not in function_words().relatives:
        return None
    index -= 1
    while index >= 1 and view.tree[index].word.form in ENCLOSING | {"،"}:
        index -= 1
    before = view.at(index)
    return view.phrase(before) if before else None


def _resumed(view: SentenceView, verb: Node) -> bool:
    """Return whether a verb has an object pronoun: «حررها»."""
    after = verb.index + 1
    return after <= len(view.tree) and view.tree[after].token == verb.token and view.tree[after].word.upos == "PRON"


def _governs_antecedent(view: SentenceView, verb: Node) -> bool:
    """Return whether the object of a verb's frame is the antecedent of its clause: «طرابلس التي يسيطر عليها حفتر»."""
    if not _resumed_after_preposition(view, verb) or _antecedent(view, verb) is None:
        return False
    preposition = fold(view.tree[verb.index + 1].word.form)
    return any(preposition in frame.objects for frame in verb_frames().get(verb.lemma, ()))


def _resumed_after_preposition(view: SentenceView, verb: Node) -> bool:
    """Return whether a preposition with a pronoun follows a verb: «عليها» after «تسيطر»."""
    beside = view.tree.nodes[verb.index : verb.index + 2]
    return len(beside) == 2 and beside[0].word.upos == "ADP" and beside[1].word.upos == "PRON"


def _subject_by_order(view: SentenceView, verb: Node) -> Phrase | None:
    """Return the actor directly before the verb at the head of a clause, else the one directly after it."""
    if _resumed(view, verb):
        return view.phrases.get(over_quotes(view, over_adverbials(view, verb.index + 2)))
    if _governs_antecedent(view, verb) and (named := view.phrases.get(over_quotes(view, verb.index + 3))):
        return named
    following = view.phrases.get(over_quotes(view, over_adverbials(view, verb.index + 1)))
    return _subject_before(view, verb) or following or _subject_after_place(view, verb)


def _subject_after_place(view: SentenceView, verb: Node) -> Phrase | None:
    """Return the person after a verb and its place: «وصل إلى بيروت نادر المنصوري»."""
    index = verb.index + 1
    place = view.phrases.get(index + 1) if index < len(view.tree) else None
    if (
        place is None
        or place.actor.kind != "LOC"
        or fold(view.tree[index].word.form) not in function_words().place_prepositions
    ):
        return None
    phrase = view.phrases.get(over_adverbials(view, place.last + 1))
    return phrase if phrase and phrase.actor.kind == "PER" else None


def _subject_before(view: SentenceView, verb: Node) -> Phrase | None:
    index = verb.index - 1
    while index >= 1 and _is_one(view.tree[index], _particles()) and not view.at(index):
        index -= 1
    if antecedent := _antecedent(view, view.tree[index + 1]):
        return antecedent
    topic = index > 1 and view.tree[index].word.form == "ف"
    before = view.at(index - 1 if topic else index)
    if before is None:
        return None
    phrase = view.phrase(view.first_coordinated(before))
    if topic:  # «أما أديس أبابا فقد اتهمت القاهرة»
        opened = phrase.first > 1 and is_contrasting(view, phrase.first - 1)
        return phrase if opened else None
    opens = phrase.first == 1 or _opens_clause(view.tree[phrase.first - 1]) or is_contrasting(view, phrase.first - 1)
    return phrase if opens else None


def _opens_clause(node: Node) -> bool:
    """Return whether a subject may precede its verb after this word."""
    opens = node.word.upos in ("SCONJ", "CCONJ", "PUNCT", "AUX")
    return opens or _is_one(node, function_words().complementizers) or node.lemma in cues().auxiliaries


def is_contrasting(view: SentenceView, index: int) -> bool:
    """Return whether a word ends a conjunction of contrast, or a phrase that turns to another: «بينما», «من جهته»."""
    form = fold(view.tree[index].word.form)
    before = fold(view.tree[index - 1].word.form) if index > 1 else ""
    if {form, f"{before} {form}"} & function_words().contrasting:
        return True
    own = index < len(view.tree) and view.tree[index + 1].word.upos == "PRON"
    opens = index <= 2 or view.tree[index - 2].word.upos in ("PUNCT", "CCONJ")
    return own and opens and f"{before} {form}" in function_words().turning


def _by_parse(view: SentenceView, verb: Node, deprel: str) -> Phrase | None:
    for dependent in view.tree.dependents(verb.index, deprel):
        if not list(view.tree.dependents(dependent.index, "case")):
            phrase = _phrase_of(view, dependent)
            if phrase:
                return phrase
    return None


def _phrase_of(view: SentenceView, node: Node) -> Phrase | None:
    """Return the phrase of an actor that contains a word, in the name or the title."""
    holding = (p for p in view.phrases.values() if p.first <= node.index <= p.last)
    return next(holding, None)


def argument_of(view: SentenceView, ordered: Phrase | None, parsed: Phrase | None, verb: int) -> Argument | None:
    """Return the argument of a predicate that word order finds, else the one of the parse, with those coordinated."""
    chosen = ordered or parsed
    if chosen is None:
        return None
    agreed = ordered is not None and parsed is not None and parsed.actor in view.coordinated(ordered.actor)
    actors = tuple(view.coordinated(chosen.actor))
    last = actors[-1].last if chosen.first > verb else verb
    return Argument(actors, ordered is not None, agreed or ordered is None, last)


def _is_one(node: Node, words: frozenset[str]) -> bool:
    return fold(node.word.form) in words


def participants(view: SentenceView, first: int) -> Iterator[Actor]:
    """Yield the actors of the phrase that begins at a word, and those coordinated with it."""
    phrase = view.phrases.get(over_quotes(view, first))
    if phrase:
        yield from view.coordinated(phrase.actor)
