"""Who does what a verb says, and to whom: word order and parse each have a vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import DIRECT, cues, deeds, people
from graph_builder.relate.actor import Actor
from graph_builder.relate.scene import Phrase, Scene
from graph_builder.syntax import Node

_LONGEST_APPOSITION = 16
_QUOTES = frozenset('«»“”"()')


@dataclass(frozen=True, slots=True)
class Argument:
    """The actors in one role of a verb, where the word order says so, the parse, or both."""

    actors: tuple[Actor, ...]
    by_order: bool
    by_parse: bool
    last: int


def subject(scene: Scene, verb: Node) -> Argument | None:
    """The actors that are a verb's subject; `last` is the last word of theirs, or the verb if they stand before it."""
    ordered = _subject_by_order(scene, verb)
    parsed = _by_parse(scene, verb, "nsubj")
    found = _voted(scene, ordered, parsed, verb.index) or _shared(scene, verb)
    return replace(found, last=_over_apposition(scene, found.last)) if found else None


def _shared(scene: Scene, verb: Node) -> Argument | None:
    """The subject of the verb that this one is joined to with «و» and agrees with: «وصل لافروف إلى دمشق والتقى»."""
    first = next((each for each in scene.verbs if each.index == verb.word.head), None)
    if first is None or verb.word.deprel != "conj" or any(scene.tree.dependents(verb.index, "nsubj", "csubj")):
        return None
    doer = subject(scene, first)
    if doer is None or doer.actors[-1].last > verb.index or not _agree(first, verb, several=len(doer.actors) > 1):
        return None
    return Argument(doer.actors, doer.by_order, False, verb.index)


def _over_apposition(scene: Scene, last: int) -> int:
    """The last word of what is said of who was named: «، المتحدث باسم الحكومة،», «نجل الرئيس مبارك»; else `last`."""
    described = cues().kinship | people().offices | people().members
    after = scene.tree.nodes[last : last + 2]
    if len(after) < 2 or not scene.at(last):
        return last
    if after[0].word.form == "،" and after[1].is_a(described) and not scene.at(after[1].index):
        for node in scene.tree.nodes[last + 1 : last + _LONGEST_APPOSITION]:
            if node.word.form == "،":
                return node.index
            if node.word.upos in ("SCONJ", "VERB") and not node.is_a(described):
                return last
    phrase = scene.phrases.get(last + 2)
    return phrase.last if after[0].is_a(cues().kinship) and phrase and phrase.actor.kind == "PER" else last


def _agree(first: Node, second: Node, several: bool) -> bool:
    """Whether two verbs may have one subject, or several. A verb before its subject is singular, whatever it is."""
    one, other = (dict(f.split("=") for f in node.word.feats.split("|") if "=" in f) for node in (first, second))
    alike = all(one.get(name) == other.get(name) for name in ("Gender", "Person", "Voice"))
    return alike and (several or other.get("Number") in (one.get("Number"), "Sing"))


def direct_object(scene: Scene, verb: Node, after: int) -> Argument | None:
    """The actors that are a verb's direct object; `after` is where its subject ends."""
    if _resumed(scene, verb):
        return _voted(scene, _antecedent(scene, verb), None, verb.index)
    index = _over_place(scene, _over(scene, after + 1))
    return _voted(scene, scene.phrases.get(index), _by_parse(scene, verb, "obj"), verb.index)


def prepositional_object(scene: Scene, verb: Node, after: int, prepositions: frozenset[str]) -> Argument | None:
    """The actors behind the first of some prepositions in the verb's clause."""
    ordered = None
    for node in scene.tree.nodes[after:]:
        if node.word.upos in ("VERB", "SCONJ") or node.word.form in (":", "؛"):
            break
        if node.word.upos == "NOUN" and node.lemma in deeds() and verb.is_a(cues().failing | cues().planning):
            return None  # «تراجعت واشنطن عن الانسحاب من سوريا»: the preposition is the deed's
        if node.word.upos == "ADP" and fold(node.word.form) in prepositions:
            ordered = scene.phrases.get(_over_quotes(scene, node.index + 1))
            break
    parsed = None
    for dependent in scene.tree.dependents(verb.index, "obl", "nmod"):
        case = {fold(node.word.form) for node in scene.tree.dependents(dependent.index, "case")}
        if case & prepositions:
            parsed = parsed or _phrase_of(scene, dependent)
    return _voted(scene, ordered, parsed, verb.index)


def behind_deed(scene: Scene, verb: Node, after: int, places: frozenset[str]) -> Argument | None:
    """The actors whose deed is a verb's object: the army of «رحب بانتصارات الجيش»."""
    for index in (after + 1, after + 2):
        if index + 1 >= len(scene.tree):
            return None
        before, deed = scene.tree[index - 1], scene.tree[index]
        placed = (
            fold(before.word.form) in places if before.word.upos == "ADP" else DIRECT in places and index == after + 1
        )
        if placed and deed.word.upos == "NOUN" and not deed.definite and not scene.at(index):
            return _voted(scene, scene.phrases.get(_over_quotes(scene, index + 1)), None, verb.index)
    return None


def behind_thing(scene: Scene, after: int, places: frozenset[str]) -> Argument | None:
    """Whose the things are that a verb is done to: «استهدف مواقع داعش», «غادر اجتماع اللجنة»."""
    if DIRECT not in places or after + 2 > len(scene.tree):
        return None
    thing = scene.tree[after + 1]
    if thing.definite or not thing.is_a(cues().things) or scene.at(thing.index):
        return None
    index = thing.index + 1
    while index < len(scene.tree) and scene.tree[index].word.upos == "ADJ" and not scene.at(index):
        index += 1
    index += 1 if scene.tree[index].word.form == "ل" else 0
    return _voted(scene, scene.phrases.get(_over_quotes(scene, index)), None, thing.index)


def objects(scene: Scene, verb: Node, after: int, places: frozenset[str]) -> Argument | None:
    """The actors where a frame says that a verb's object stands."""
    found = direct_object(scene, verb, after) if DIRECT in places else None
    prepositions = places - {DIRECT}
    return found or (prepositional_object(scene, verb, after, prepositions) if prepositions else None)


def denied(scene: Scene, verb: Node) -> bool:
    """Whether a particle before a verb denies it. The «ما» of فيما and بعدما does not."""
    before = scene.tree[verb.index - 1] if verb.index > 1 else None
    if before is None or fold(before.word.form) not in cues().negations:
        return False
    first = scene.tree[before.index - 1] if before.index > 1 else None
    return first is None or first.token != before.token or first.word.upos == "CCONJ"


def place_of(scene: Scene, verb: Node, after: int) -> Actor | None:
    """Where it happens: the place behind «في» next to the verb, its subject or its object."""
    return place_behind(scene, verb.index) or place_behind(scene, after)


def place_behind(scene: Scene, last: int) -> Actor | None:
    """The place behind «في» that follows a word, over commas and adverbs of time."""
    index = _over(scene, last + 1)
    while index <= len(scene.tree) and scene.tree[index].word.form in _QUOTES | {"،"}:
        index = _over(scene, index + 1)
    if index < len(scene.tree) and fold(scene.tree[index].word.form) in ("في", "ب", "داخل"):
        phrase = scene.phrases.get(_over_quotes(scene, index + 1))
        if phrase and phrase.actor.kind == "LOC":
            return phrase.actor
    return None


def _antecedent(scene: Scene, verb: Node) -> Phrase | None:
    """What a relative clause is about: who stands before «الذي» and the verb."""
    index = verb.index - 1
    if index < 1 or fold(scene.tree[index].word.form) not in cues().relatives:
        return None
    index -= 1
    while index >= 1 and scene.tree[index].word.form in _QUOTES | {"،"}:
        index -= 1
    before = scene.at(index)
    return scene.phrase(before) if before else None


def _resumed(scene: Scene, verb: Node) -> bool:
    """Whether a verb carries an object pronoun: «حررها»."""
    after = verb.index + 1
    return after <= len(scene.tree) and scene.tree[after].token == verb.token and scene.tree[after].word.upos == "PRON"


def _subject_by_order(scene: Scene, verb: Node) -> Phrase | None:
    """Who stands right before the verb at the head of a clause, else who stands right behind it."""
    if _resumed(scene, verb):
        return scene.phrases.get(_over_quotes(scene, _over(scene, verb.index + 2)))
    behind = scene.phrases.get(_over_quotes(scene, _over(scene, verb.index + 1)))
    return _subject_before(scene, verb) or behind or _subject_behind_place(scene, verb)


def _subject_behind_place(scene: Scene, verb: Node) -> Phrase | None:
    """The person who stands behind a verb and where it happens: «وصل إلى بيروت نادر المنصوري»."""
    index = verb.index + 1
    place = scene.phrases.get(index + 1) if index < len(scene.tree) else None
    if place is None or place.actor.kind != "LOC" or fold(scene.tree[index].word.form) not in ("في", "الي", "من"):
        return None
    phrase = scene.phrases.get(_over(scene, place.last + 1))
    return phrase if phrase and phrase.actor.kind == "PER" else None


def _subject_before(scene: Scene, verb: Node) -> Phrase | None:
    particles = cues().adverbs | cues().negations | cues().future
    index = verb.index - 1
    while index >= 1 and _is_one(scene.tree[index], particles) and not scene.at(index):
        index -= 1
    if antecedent := _antecedent(scene, scene.tree[index + 1]):
        return antecedent
    before = scene.at(index)
    if before is None:
        return None
    phrase = scene.phrase(before)
    return phrase if phrase.first == 1 or _opens_clause(scene.tree[phrase.first - 1]) else None


def _opens_clause(node: Node) -> bool:
    """Whether a subject may stand before its verb behind this word."""
    opens = node.word.upos in ("SCONJ", "CCONJ", "PUNCT", "AUX")
    return opens or _is_one(node, cues().openers) or node.lemma in cues().auxiliaries


def _by_parse(scene: Scene, verb: Node, deprel: str) -> Phrase | None:
    for dependent in scene.tree.dependents(verb.index, deprel):
        if not list(scene.tree.dependents(dependent.index, "case")):
            phrase = _phrase_of(scene, dependent)
            if phrase:
                return phrase
    return None


def _phrase_of(scene: Scene, node: Node) -> Phrase | None:
    """The phrase of an actor that holds a word, be it in the name or in the office before it."""
    holding = (p for p in scene.phrases.values() if p.first <= node.index <= p.last)
    return next(holding, None)


def _voted(scene: Scene, ordered: Phrase | None, parsed: Phrase | None, verb: int) -> Argument | None:
    chosen = ordered or parsed
    if chosen is None:
        return None
    agreed = ordered is not None and parsed is not None and parsed.actor in scene.coordinated(ordered.actor)
    actors = tuple(scene.coordinated(chosen.actor))
    last = actors[-1].last if chosen.first > verb else verb
    return Argument(actors, ordered is not None, agreed or ordered is None, last)


def _is_one(node: Node, words: frozenset[str]) -> bool:
    return fold(node.word.form) in words


def _over(scene: Scene, index: int) -> int:
    """The next word that is no adverb of time."""
    while index <= len(scene.tree) and _is_adverbial(scene.tree[index]) and not scene.at(index):
        index += 1
    return index


def _is_adverbial(node: Node) -> bool:
    return _is_one(node, cues().adverbs) or node.is_a(cues().times)


def _over_quotes(scene: Scene, index: int) -> int:
    while index <= len(scene.tree) and scene.tree[index].word.form in _QUOTES:
        index += 1
    return index


def _over_place(scene: Scene, index: int) -> int:
    """The word behind «في» and a place, where these stand here."""
    if index < len(scene.tree) and fold(scene.tree[index].word.form) == "في":
        phrase = scene.phrases.get(index + 1)
        if phrase and phrase.actor.kind == "LOC":
            return _over(scene, phrase.last + 1)
    return _over_quotes(scene, index)


def participants(scene: Scene, first: int) -> Iterator[Actor]:
    """The actors of the phrase that begins at a word, and those joined to it."""
    phrase = scene.phrases.get(_over_quotes(scene, first))
    if phrase:
        yield from scene.coordinated(phrase.actor)
