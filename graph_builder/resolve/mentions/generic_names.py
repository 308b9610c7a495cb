"""Spans that name no particular actor or place: «مجلس الإدارة», «المحافظة», «مسعفون», and common words."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import function_words, organizations, people, personal_names, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.cities import cities_by_name
from graph_builder.syntax import Node, Tree

_TANWIN = "\u064b"
_PLURALS, _DUALS = ("ون", "ين"), ("ان", "ين")


def is_generic(article: ParsedDocument, candidate: Candidate) -> bool:
    """Return whether a tagged span denotes only a kind of actor or place."""
    folded, words = name(article, candidate), nodes(article, candidate)
    if folded in gazetteer():
        return False
    if candidate.kind == "ORG":
        bare = [without_article(word) for word in folded.split()]
        titled = words[0].form in people().offices and not words[0].definite  # «رئيسة الوزراء الإيطالية»
        return titled or bare[0] in organizations().attacks or " ".join(bare) in organizations().unnamed
    if candidate.kind == "LOC":
        adverb = article.text[words[0].start : words[-1].end].endswith((_TANWIN, f"{_TANWIN}ا"))
        return folded not in cities_by_name() and (_is_part(words) or adverb)
    return candidate.kind == "PER" and len(words) == 1 and (_is_title(words[0]) or _is_common_plural(words[0]))


def is_common_word(article: ParsedDocument, candidate: Candidate) -> bool:
    """Return whether the words around a name of a place show that it is a common word: «وهو مصر على», «صلاة المغرب»."""
    homonym = places().homonyms.get(name(article, candidate)) if candidate.kind == "LOC" else None
    if homonym is None:
        return False
    tree = article.trees[candidate.sentence]
    before, after = (
        {fold(tree[index].word.form), fold(tree.written(tree[index].token))} if 1 <= index <= len(tree) else set()
        for index in (candidate.first - 1, candidate.last + 1)
    )
    of_person = homonym.person and _is_predicate_of_person(tree, candidate.first)
    follows = of_person or not homonym.before or bool(homonym.before & before)
    return follows and (not homonym.after or bool(homonym.after & after))


def _is_predicate_of_person(tree: Tree, index: int) -> bool:
    """Return whether a word follows a person's name after «إن» or «أن»: «إن أردوغان مصر على»."""
    before = index - 1
    titles = people().offices | people().honorifics
    while before > 1 and (tree[before].label.endswith("PER") or tree[before].matches(titles)):
        before -= 1
    named = before < index - 1 and tree[index - 1].label.endswith("PER")
    return named and fold(tree[before].word.form) in function_words().complementizers


def _is_part(words: Sequence[Node]) -> bool:
    """Return whether a span is a noun for parts of a country, alone, or a side with its direction: «المدخل الشرقي»."""
    first, *others = words
    if not first.definite or first.matches(places().directions):
        return False
    directed = first.matches(places().sides) and all(each.matches(places().directions) for each in others)
    return first.matches(places().generic) if not others else directed


def _is_title(word: Node) -> bool:
    return word.definite and (word.matches(people().honorifics) or word.matches(people().unnamed))


def _is_common_plural(word: Node) -> bool:
    """Return whether a word is a common noun, indefinite in the plural, «مسعفون», or in the dual: «الرئيسان».

    A definite plural may be the name of a group, and many names end like a dual: حمدان.
    """
    name = word.form in personal_names().given | personal_names().families
    plural = not word.definite and "Number=Plur" in word.word.feats and word.form.endswith(_PLURALS)
    dual = not name and "Number=Dual" in word.word.feats and word.form.endswith(_DUALS)
    return word.word.upos in ("NOUN", "ADJ") and (plural or dual)
