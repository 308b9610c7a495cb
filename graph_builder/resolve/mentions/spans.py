"""Trim tagged spans to the name: remove clitics, quotation marks, formulas, titles and descriptions."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.punctuation import OPENING_QUOTES
from graph_builder.lexicon import countries, organizations, own_initials, people, personal_names, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name, nodes
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.cities import cities_by_name
from graph_builder.syntax import CLITICS, Node, Tree

CLOSED_CLASSES = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX", "DET", "PRON"})


def trim(article: ParsedDocument, candidate: Candidate) -> Candidate | None:
    """Return the candidate without the words at its ends that are not part of the name; None if no name remains."""
    before = None
    while candidate != before:
        before = candidate
        if not candidate or _is_empty(nodes(article, candidate)):
            return None
        tree = article.trees[candidate.sentence]
        # A dash has no letters and is no part of a name: «لقاء السراج -».
        if len(candidate) > 1 and not name(article, replace(candidate, first=candidate.last, skip=0)):
            candidate = replace(candidate, last=candidate.last - 1)
            continue
        if name(article, candidate) in gazetteer():
            candidate = _without_nationality(tree, candidate)
            break
        unclipped = replace(candidate, skip=1)
        folded = name(article, candidate)
        own_letter = _is_name(folded) or folded.partition(" ")[0] in own_initials()
        whole = candidate.skip or not tree.clitic_within(candidate.first) or own_letter
        if (not whole or _may_lack_article(tree, candidate)) and _is_name(name(article, unclipped)):
            return unclipped
        if not candidate.skip and not own_letter and _is_and(tree, tree[candidate.first]):
            return unclipped
        if _starts_before_name(tree, candidate):
            candidate = replace(candidate, first=candidate.first + 1)
        elif len(candidate) > 1 and _ends_after_name(article, candidate):
            candidate = replace(candidate, last=candidate.last - 1)
    return None if _names_nothing(article, candidate) else candidate


def _may_lack_article(tree: Tree, candidate: Candidate) -> bool:
    """Return whether the article of a name was restored after «ل», which may be the name's own letter: «لليبيا»."""
    return not candidate.skip and tree.has_restored_article(candidate.first) and candidate.kind == "LOC"


def _without_nationality(tree: Tree, candidate: Candidate) -> Candidate:
    """Return a known name without the nationality adjective of its head noun: «حزب الله اللبناني»."""
    shorter = replace(candidate, last=candidate.last - 1)
    if (
        len(candidate) < 2
        or tree[candidate.first].definite
        or not countries().of_adjective(tree[candidate.last].word.form)
    ):
        return candidate
    names = (tree.name(each.first, each.last, each.skip) for each in (candidate, shorter))
    known, same = map(gazetteer().get, names)
    return shorter if known and known == same else candidate


def proclitic(tree: Tree, node: Node) -> bool:
    """Return whether a word is a prefixed conjunction or preposition, not the first letter of a name."""
    if node.word.form not in CLITICS or node.index == len(tree) or tree[node.index + 1].token != node.token:
        return False
    whole = fold(tree.written(node.token))
    rest = fold(tree[node.index + 1].word.form)
    if tree[node.index + 1].word.upos in CLOSED_CLASSES:  # «وأن», although there is a city called وان
        return True
    if whole in people().like_clitics or whole in own_initials():
        return False
    if whole in cities_by_name() and rest not in cities_by_name():
        return False
    # In names of people, «ف» and «ك» are rarely clitics: names that begin with these letters are more frequent.
    person = node.word.form in "فك" and node.label.endswith("PER")
    return not person or rest.startswith("ال") or _is_name(rest)


def _is_name(folded: str) -> bool:
    return folded in gazetteer() or folded in cities_by_name()


def _is_and(tree: Tree, node: Node) -> bool:
    """Return whether an unsplit word is «و» and a name: after a name of its kind, or a head noun of organizations."""
    if not node.word.form.startswith("و") or not tree.clitic_within(node.index):
        return False
    kind = node.label.partition("-")[2]
    listed = node.index > 1 and tree[node.index - 1].label in (f"E-{kind}", f"S-{kind}")
    listed = listed and (kind != "PER" or is_and_given_name(tree, node))
    return listed or without_article(fold(node.word.form[1:])) in organizations().heads


def is_and_given_name(tree: Tree, node: Node) -> bool:
    """Return whether an unsplit word is «و» and a given name: «وعبدالعزيز», «وفهد»."""
    word = fold(node.word.form)
    if not word.startswith("و") or not tree.clitic_within(node.index) or word in people().like_clitics | own_initials():
        return False
    return word[1:].startswith("عبدال") or word[1:] in personal_names().given


def _begins_with_medium(tree: Tree, candidate: Candidate) -> bool:
    """Return whether a span begins with a noun for media, and a proper noun follows: «وكالة دوغان»."""
    first, second = tree[candidate.first], tree[candidate.first + 1]
    proper = second.word.upos in ("PROPN", "X") or second.word.form in OPENING_QUOTES
    return first.matches(organizations().media) and not first.definite and proper


def _is_empty(words: tuple[Node, ...]) -> bool:
    return all(node.word.upos == "PUNCT" or not any(c.isalnum() for c in node.word.form) for node in words)


def _starts_before_name(tree: Tree, candidate: Candidate) -> bool:
    first = tree[candidate.first]
    part = candidate.kind == "LOC" and len(candidate) > 1 and denotes_outskirts(tree, first)
    medium = candidate.kind == "ORG" and len(candidate) > 1 and _begins_with_medium(tree, candidate)
    title = candidate.kind == "PER" and len(candidate) > 1 and _begins_with_title(tree, candidate)
    return part or medium or title or first.word.upos == "PUNCT" or proclitic(tree, first)


def denotes_outskirts(tree: Tree, node: Node) -> bool:
    """Return whether a word denotes the outskirts of the place after it, also behind an unsplit clitic: «بريف حلب»."""
    if tree.clitic_within(node.index) and fold(node.word.form[1:]) in places().outskirts:
        return True
    return node.matches(places().outskirts) and not node.definite


def _begins_with_title(tree: Tree, candidate: Candidate) -> bool:
    """Return whether a person's name begins with a title, or a noun for a relative: «الدكتورة هدى», «نجل ترامب»."""
    first, second = tree[candidate.first], tree[candidate.first + 1]
    if first.token == second.token:  # «نجله أيمن»
        return first.form in people().kin and candidate.last > second.index
    own_token = first.index == 1 or tree[first.index - 1].token != first.token
    given = tree.name(first.index, first.index) in personal_names().given
    titled = own_token and first.definite and first.form in people().honorifics and not given
    return titled or first.form in people().kin


def _ends_after_name(article: ParsedDocument, candidate: Candidate) -> bool:
    words = nodes(article, candidate)
    tree = article.trees[candidate.sentence]
    if candidate.kind == "LOC" and candidate.first > 1 and denotes_outskirts(tree, tree[candidate.first - 1]):
        return words[-1].definite and words[-1].matches(places().directions)
    if candidate.kind != "PER" and not _is_name(name(article, candidate)) and _describes(candidate, words):
        return True
    # A dual or plural adjective describes several places, «كفريا المحاصرتين», and is part of no name.
    if candidate.kind == "LOC" and words[-1].word.upos == "ADJ" and words[-1].word.form.endswith(("ين", "ان", "ات")):
        return words[-1].definite and not words[-2].definite
    # A family name ends a person's name: «تميم بن حمد آل ثاني الضيف».
    behind_family = any(fold(each.word.form) == "ال" for each in words[1:-2])
    person = candidate.kind == "PER" and (behind_family or _in_formula(article, candidate))
    return person or words[-1].word.upos == "PUNCT"


def _describes(candidate: Candidate, words: tuple[Node, ...]) -> bool:
    """Return whether the last word of a body or place describes it, or is the title of a person named after it.

    A nationality adjective describes what a proper noun without article names: «دوغان التركية», «ميزوري الأمريكية».
    """
    *_, before, last = words
    if not last.definite:
        return False
    proper = before.word.upos in ("PROPN", "X")
    if last.matches(organizations().descriptions):
        # After a common noun the adjective may be part of the name: «مركز الدراسات الاستراتيجية».
        return candidate.kind == "LOC" or proper or len(words) == 2
    if last.form in people().ranks:
        return before.definite or proper
    return proper and not before.definite and countries().of_adjective(last.word.form) is not None


def _in_formula(article: ParsedDocument, candidate: Candidate) -> bool:
    """Return whether the last word belongs to a formula: «حفظه الله» after the name of a king, but not عبد الله."""
    words = nodes(article, candidate)
    form, before = fold(words[-1].word.form), fold(words[-2].word.form)
    # God's name ends formulas, but also many names: نصر الله.
    return form in people().formulas and (form != fold("الله") or before in people().formulas)


def _names_nothing(article: ParsedDocument, candidate: Candidate) -> bool:
    """Return whether a candidate is a single letter, a function word or a formula."""
    words = nodes(article, candidate)
    function_word = len(words) == 1 and words[0].word.upos in CLOSED_CLASSES
    return function_word or len(name(article, candidate)) < 2 or name(article, candidate) in people().formulas
