"""Adjuncts between a verb and its arguments: adverbs, expressions of time, phrases of place."""

from __future__ import annotations

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import ENCLOSING
from graph_builder.lexicon import function_words, places
from graph_builder.relate.sentence.adverbs import is_adverbial
from graph_builder.relate.sentence.view import SentenceView


def over_adverbials(view: SentenceView, index: int) -> int:
    """Return the index of the next word that is no adverb and no expression of time."""
    while index <= len(view.tree) and is_adverbial(view.tree[index]) and not view.at(index):
        index += 1
    return index


def over_quotes(view: SentenceView, index: int) -> int:
    """Return the index of the next word that is no quotation mark or bracket."""
    while index <= len(view.tree) and view.tree[index].word.form in ENCLOSING:
        index += 1
    return index


def over_adjuncts(view: SentenceView, index: int) -> int:
    """Return the index of the first word after adverbs, expressions of time and phrases of place.

    A comma after them belongs to them if the phrase of an actor follows: «في مكتبه بجدة اليوم، وزير العدل».
    """
    first = index
    if index < len(view.tree) and view.tree[index].word.form == "،":  # «، اليوم،»
        after = over_adverbials(view, index + 1)
        enclosed = after > index + 1 and after < len(view.tree) and view.tree[after].word.form == "،"
        index = after if enclosed else index
    while (after := over_adverbials(view, _over_place(view, index))) > index:
        index = after
    if index > first and index < len(view.tree) and view.tree[index].word.form == "،":
        after = over_quotes(view, over_adverbials(view, index + 1))
        if after in view.phrases:
            return after
    return over_quotes(view, index)


def _over_place(view: SentenceView, index: int) -> int:
    """Return the index after a phrase of place: «في دمشق», «بمكتب سموه بجدة», «في مقر الحكومة المؤقت»."""
    if index >= len(view.tree) or fold(view.tree[index].word.form) not in function_words().locatives:
        return index
    place = view.phrases.get(index + 1)
    if place and place.actor.kind == "LOC":
        return place.last + 1
    if place or not view.tree[index + 1].matches(places().venues):
        return index
    index += 2
    while (
        index <= len(view.tree) and index not in view.phrases and view.tree[index].word.upos in ("NOUN", "ADJ", "PRON")
    ):
        index += 1
    owner = view.phrases.get(index)
    construct = not view.tree[index - 1].definite and view.tree[index - 1].word.upos == "NOUN"
    return owner.last + 1 if owner and construct and owner.actor.kind != "PER" else index
