"""Repairs of spans that the recognizer ended within a name, extended over a second one, or tagged as a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph_builder.arabic.names import is_father
from graph_builder.arabic.punctuation import CLOSING_QUOTES, OPENING_QUOTES
from graph_builder.core.values import Kind
from graph_builder.lexicon import function_words, organizations, people
from graph_builder.resolve.candidates import Candidate, ParsedDocument
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.mentions.spans import is_and_given_name
from graph_builder.resolve.places.cities import cities_by_name
from graph_builder.syntax import Node, Tree


def join_patronyms(article: ParsedDocument, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates, with a person's name that begins with «بن» joined to the one before it."""
    waiting: Candidate | None = None
    for candidate in candidates:
        if waiting and _continues(article.trees[candidate.sentence], waiting, candidate):
            waiting = replace(waiting, last=candidate.last)
            continue
        if waiting:
            yield waiting
        waiting = candidate
    if waiting:
        yield waiting


def _continues(tree: Tree, first: Candidate, second: Candidate) -> bool:
    adjacent = first.sentence == second.sentence and first.last + 1 == second.first
    return adjacent and first.kind == second.kind == "PER" and is_father(tree.name(second.first, second.last))


def with_hyphenated(tree: Tree, candidate: Candidate) -> Candidate:
    """Return a person's name with the parts after a hyphen: «جان-إيف لودريان», «كيم جونغ-أون»."""
    last = candidate.last
    while candidate.kind == "PER" and last + 1 < len(tree) and _joins_parts(tree, candidate, tree[last + 1]):
        last = tree.token_end(last + 2)
        while tree[last].label[:1] in ("B", "I") and last < len(tree) and tree[last + 1].label[:1] in ("I", "E"):
            last = tree.token_end(last + 1)
    return replace(candidate, last=last)


def with_given_name(tree: Tree, candidate: Candidate) -> Candidate:
    """Return a surname with the unrecognized given name before it if a noun for a relative follows.

    «أسماء الأسد، زوجة الرئيس» is not Bashar al-Assad: who is called a relative of another has a name of her own.
    """
    index = candidate.last + 1
    index += index <= len(tree) and tree[index].word.form == "،"
    if candidate.kind != "PER" or len(candidate) > 1 or candidate.first == 1 or index > len(tree):
        return candidate
    given = tree[candidate.first - 1]
    may_name = given.word.upos in ("NOUN", "PROPN", "X") and given.label == "O" and len(given.word.form) > 2
    alone = given.index == 1 or tree[given.index - 1].token != given.token
    described = given.matches(people().offices | people().members | people().honorifics | people().kin)
    if tree[index].form not in people().kin or not may_name or not alone or given.definite or described:
        return candidate
    return replace(candidate, first=given.index)


def _joins_parts(tree: Tree, candidate: Candidate, hyphen: Node) -> bool:
    """Return whether a word is a hyphen between parts of a name, not between two names: «لقاء عون-جعجع»."""
    part = tree[hyphen.index + 1]
    if not tree.is_hyphen(hyphen) or hyphen.end != part.start:  # «علي حفول- سبق- نجران»
        return False
    one_word = tree[candidate.first].label == "S-PER"
    return part.label == "B-PER" or (part.label in ("O", "S-PER") and not one_word)


def apart_at_and(tree: Tree, candidate: Candidate) -> Iterator[Candidate]:
    """Yield the names of people in a span within which «و» was not split off: «عبدالله وعبدالعزيز»."""
    for index in range(candidate.first + 1, candidate.last + 1):
        if candidate.kind == "PER" and is_and_given_name(tree, tree[index]):
            yield replace(candidate, last=index - 1)
            yield from apart_at_and(tree, replace(candidate, first=index, skip=1))
            return
    yield candidate


def without_followers(tree: Tree, candidate: Candidate) -> Candidate:
    """Return the actor that forces without a name of their own are loyal to: «هادي» of «القوات الموالية لهادي».

    «القوات الموالية للشرعية» is itself a name.
    """
    first, after = candidate.first, candidate.first + 2
    if candidate.kind != "ORG" or candidate.last <= after or not tree[first].matches(organizations().armies):
        return candidate
    loyal = tree[first + 1].matches(organizations().loyal) and tree[after].word.form == "ل"
    if not loyal or tree[after + 1].matches(organizations().legitimacy):
        return candidate
    rest = replace(candidate, first=after + 1, skip=0)
    return replace(rest, kind=_kind(tree, rest))


def _kind(tree: Tree, candidate: Candidate) -> Kind:
    known = gazetteer().get(tree.name(candidate.first, candidate.last))
    if known:
        return known.kind
    proper = all(tree[index].word.upos in ("PROPN", "X") for index in range(candidate.first, candidate.last + 1))
    return "PER" if proper else "ORG"


def is_medium(tree: Tree, candidate: Candidate) -> bool:
    """Return whether a span is the name of a medium that is called like a place: «لـ«الرياض»», «صحيفة «الخليج»».

    It stands in quotation marks, and either the recognizer tagged it as an organization, or «لـ» or a noun for media
    precedes it.
    """
    before, after = candidate.first - 1, candidate.last + 1
    if before < 1 or after > len(tree):
        return False
    if tree[before].word.form not in OPENING_QUOTES or tree[after].word.form not in CLOSING_QUOTES:
        return False
    folded = tree.name(candidate.first, candidate.last, candidate.skip)
    known = gazetteer().get(folded)
    place = known.kind == "LOC" if known else folded in cities_by_name()
    introduction = tree[before - 1] if before > 1 else None
    if not place or (introduction and introduction.word.form in function_words().toponym_prepositions):
        return False
    told = introduction and (introduction.word.form == "ل" or introduction.matches(organizations().media))
    return candidate.kind == "ORG" or (candidate.kind == "LOC" and bool(told))
