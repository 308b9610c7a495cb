"""From what was tagged to the name alone: clitics, quotes, titles and generic words stay outside."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import bodies, countries, people, places
from graph_builder.resolve.candidates import Article, Candidate, name, nodes
from graph_builder.resolve.cities import cities_by_name
from graph_builder.resolve.known import known_names
from graph_builder.syntax import CLITICS, Node, Tree

_CLOSED_CLASSES = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX", "DET", "PRON"})


def trimmed(article: Article, candidate: Candidate) -> Candidate | None:
    """The candidate reduced to its name; None if nothing of it names anything."""
    before = None
    while candidate != before:
        before = candidate
        if not candidate or _is_empty(nodes(article, candidate)):
            return None
        if name(article, candidate) in known_names():
            break
        unclipped = replace(candidate, skip=1)
        tree = article.trees[candidate.sentence]
        whole = candidate.skip or not tree.clitic_within(candidate.first) or _is_name(name(article, candidate))
        if not whole and _is_name(name(article, unclipped)):
            return unclipped
        if not candidate.skip and _is_and(tree, tree[candidate.first]):
            return unclipped
        if _drops_first(article, candidate):
            candidate = replace(candidate, first=candidate.first + 1)
        elif _drops_last(article, candidate):
            candidate = replace(candidate, last=candidate.last - 1)
    return None if _names_nothing(article, candidate) else candidate


def proclitic(tree: Tree, node: Node) -> bool:
    """Whether a word is a conjunction or preposition written on to the next, rather than a name's first letter."""
    if node.word.form not in CLITICS or node.index == len(tree) or tree[node.index + 1].token != node.token:
        return False
    token = tree.sentence.tokens[node.token]
    whole = fold(tree.text[token.start : token.end])
    rest = fold(tree[node.index + 1].word.form)
    if whole in people().like_clitics or (whole in cities_by_name() and rest not in cities_by_name()):
        return False
    # Before a person's name «ف» and «ك» are rarer than names that begin with them.
    person = node.word.form in "فك" and node.label.endswith("PER")
    return not person or rest.startswith("ال") or _is_name(rest)


def _is_name(folded: str) -> bool:
    return folded in known_names() or folded in cities_by_name()


def _is_and(tree: Tree, node: Node) -> bool:
    """Whether a word that was not cut is «و» with a name: behind one of its kind, or with the head of a body's."""
    if not node.word.form.startswith("و") or not tree.clitic_within(node.index):
        return False
    kind = node.label.partition("-")[2]
    listed = node.index > 1 and tree[node.index - 1].label in (f"E-{kind}", f"S-{kind}") and kind != "PER"
    return listed or without_article(fold(node.word.form[1:])) in bodies().heads


def _is_empty(words: tuple[Node, ...]) -> bool:
    return all(node.word.upos == "PUNCT" or not any(c.isalnum() for c in node.word.form) for node in words)


def _drops_first(article: Article, candidate: Candidate) -> bool:
    tree = article.trees[candidate.sentence]
    node = tree[candidate.first]
    if node.word.upos == "PUNCT" or proclitic(tree, node):
        return True
    if len(candidate) == 1:
        return False
    after = tree[candidate.first + 1]
    if candidate.kind == "PER":
        return node.definite and (
            node.form in people().honorifics or countries().of_adjective(node.word.form) is not None
        )
    if candidate.kind == "LOC":
        return node.is_a(places().heads) and not node.is_a(places().kept_heads)
    if candidate.kind == "ORG":
        acting = node.is_a(bodies().members) and not node.is_a(bodies().heads) and not node.definite
        return acting or (node.is_a(bodies().generic) and not after.is_a(bodies().needs_head))
    return False


def _drops_last(article: Article, candidate: Candidate) -> bool:
    node = nodes(article, candidate)[-1]
    if len(candidate) == 1:
        return False
    if node.word.upos in ("PUNCT", "VERB", "ADP", "CCONJ", "PART"):
        return True
    adjective = node.word.upos == "ADJ" and node.definite
    if candidate.kind == "PER":
        # A family's name ends the person's: «تميم بن حمد آل ثاني الضيف».
        behind_family = any(fold(each.word.form) == "ال" for each in nodes(article, candidate)[1:-2])
        return behind_family or (adjective and node.word.form.endswith("ة")) or _in_formula(article, candidate)
    if candidate.kind == "LOC":
        # «كفريا المحاصرتين»: what is said of an indefinite name is definite, and no part of it.
        said = (
            not nodes(article, candidate)[-2].definite
            and node.word.form.endswith(("ة", "ين", "ات"))
            and not _is_name(name(article, candidate))
        )
        return adjective and (said or node.is_a(places().directions) or _is_nisba(node))
    return candidate.kind == "ORG" and node.is_a(bodies().epithets)


def _is_nisba(node: Node) -> bool:
    return countries().of_adjective(node.word.form) is not None


def _in_formula(article: Article, candidate: Candidate) -> bool:
    """Whether a name's last word belongs to a formula: «حفظه الله» behind the name of a king, not عبد الله."""
    words = nodes(article, candidate)
    form, before = fold(words[-1].word.form), fold(words[-2].word.form)
    # God's name ends a formula, and many a name: نصر الله.
    return form in people().formulas and (form != fold("الله") or before in people().formulas)


def _names_nothing(article: Article, candidate: Candidate) -> bool:
    """A letter, a verb, a function word, or words that only together with a name would name something."""
    words = nodes(article, candidate)
    if len(name(article, candidate)) < 2 or name(article, candidate) in people().formulas:
        return True
    if len(words) == 1 and (words[0].word.upos in _CLOSED_CLASSES or words[0].word.upos == "VERB"):
        return True
    if candidate.kind == "PER" and words[0].token == words[-1].token and words[-1].word.upos == "PRON":
        return True
    if candidate.kind == "LOC":
        return all(node.is_a(places().generic) or node.word.upos in ("ADJ", "PUNCT", "ADP") for node in words)
    if candidate.kind == "ORG":
        headed = len(words) > 1 and words[0].is_a(bodies().heads)
        said = all(node.is_a(bodies().generic | bodies().heads) or _is_adjective(node) for node in words)
        return words[0].is_a(bodies().no_bodies) or (said and not headed)
    return all(node.is_a(people().honorifics | people().offices) for node in words)


def _is_adjective(node: Node) -> bool:
    return node.word.upos in ("ADJ", "PUNCT", "ADP") and not node.label.startswith(("B", "S"))
