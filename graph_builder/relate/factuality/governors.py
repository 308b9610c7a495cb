"""Governors of a word: the matrix verbs and nouns above it, by parse and by word order."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.arabic.punctuation import CLAUSE_BREAKS
from graph_builder.lexicon import cues, function_words, nominal_frames
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.syntax import Node

# Maximum number of words between a governor and its complement, without and with «أنّ» between them.
_NEAR, _FAR = 7, 25


def governors(view: SentenceView, node: Node) -> list[Node]:
    """Return the governors of a word by parse or word order, the nearest first."""
    above = dict.fromkeys(each.index for each in _by_order(view, node))
    above |= dict.fromkeys(each.index for each in _by_parse(view, node))
    return [as_verb(view, index) for index in sorted(above, key=lambda index: abs(index - node.index))]


def as_verb(view: SentenceView, index: int) -> Node:
    """Return the word at an index, with its verbal reading if it has one."""
    return next((verb for verb in view.verbs if verb.index == index), view.tree[index])


def is_verb(view: SentenceView, node: Node) -> bool:
    """Return whether a word is a verb by its letters or by the parse."""
    return any(verb.index == node.index for verb in view.verbs)


def is_matrix(node: Node) -> bool:
    """Return whether a word determines the factuality of its complement."""
    known = cues()
    return node.matches(
        known.denying | known.failing | known.preventing | known.planning | known.demanding | known.supposing
    ) or node.matches(known.accusing | known.reporting | known.unprecedented)


def auxiliaries(view: SentenceView, verb: Node) -> list[Node]:
    """Return the auxiliaries of a verb: «لم تكن روسيا تدعم», «قد يكون قصف».

    A name is denied by an auxiliary of which it is the subject, not as a complement: «لم تعد فرعا لتنظيم القاعدة».
    """
    found = {
        each.index: each for each in view.tree.dependents(verb.index, "aux", "cop") if each.lemma in cues().auxiliaries
    }
    for node in reversed(view.tree.nodes[: verb.index - 1]):
        if node.lemma in cues().auxiliaries and node.word.upos in ("AUX", "VERB"):
            found[node.index] = node
        elif (
            is_verb(view, node)
            or node.word.upos in ("SCONJ", "PUNCT")
            or (node.word.upos == "ADP" and view.at(verb.index))
            or fold(node.word.form) in function_words().relatives | function_words().open_relatives
            or verb.index - node.index > _NEAR
        ):
            break
    return list(found.values())


def noun_of_presence(view: SentenceView, name: Node) -> Node | None:
    """Return the noun before a name that states its presence: «وجود مقاتلين من حزب الله في حلب»."""
    for node in reversed(view.tree.nodes[max(name.index - _NEAR, 0) : name.index - 1]):
        if any(frame.predicate == "present_in" for frame in nominal_frames().get(node.lemma, ())):
            return node
        if view.at(node.index) or node.word.upos in ("VERB", "SCONJ", "CCONJ", "PUNCT"):
            return None
    return None


def _by_parse(view: SentenceView, node: Node) -> Iterator[Node]:
    """Yield the heads of a word, as long as each is a complement of the next."""
    current, seen = node, {node.index}
    while current.word.head and current.word.head not in seen:
        head = view.tree[current.word.head]
        seen.add(head.index)
        relation = current.word.deprel.split(":")[0]
        if relation != "conj":
            if not _is_complement(view, current, relation, current.index == node.index):
                return
            yield head
        elif head.index > current.index:
            return
        current = head


def _is_complement(view: SentenceView, node: Node, relation: str, own: bool) -> bool:
    """Return whether a word is a complement of its head; `own` is set for the first word of the chain."""
    head = view.tree[node.word.head]
    if relation == "acl":
        return head.matches(cues().contents)
    if relation in ("nsubj", "csubj"):
        return own or node.matches(cues().contents) or is_matrix(node)
    if relation in ("obl", "nmod"):
        # A preposed phrase is an adjunct: «بموجب الاتفاق يجب».
        return node.word.head < node.index and not _stands_beside(view, node)
    return relation in ("obj", "ccomp", "xcomp", "amod")


def _stands_beside(view: SentenceView, node: Node) -> bool:
    """Return whether a preposition makes a word an adjunct: «بعد القصف», «بسبب القصف»."""
    cases = list(view.tree.dependents(node.index, "case"))
    fixed = [each for case in cases for each in view.tree.dependents(case.index, "fixed")]
    return any(fold(each.word.form) in function_words().adjunct_heads for each in (*cases, *fixed))


def _by_order(view: SentenceView, node: Node) -> Iterator[Node]:
    """Yield the chain of matrix words before a word, each the nearest to the next."""
    current: Node | None = node
    while current is not None:
        current = _matrix_before(view, current)
        if current is not None:
            yield current


def _matrix_before(view: SentenceView, node: Node) -> Node | None:
    """Return the nearest word that may govern another from the left, across one «أنّ» and across relative clauses."""
    opened = 0
    carried = not is_verb(view, node)
    for before in reversed(view.tree.nodes[: node.index - 1]):
        form = fold(before.word.form)
        if node.index - before.index > (_FAR if opened else _NEAR) or before.word.form in CLAUSE_BREAKS:
            return None
        if _in_phrase(view, before.index):  # «وزير العدل» is not the verb «عدل عن»
            continue
        if form in function_words().complementizers or before.word.form == "أن":
            if opened or _follows_adjunct(view, before):
                return None
            opened = before.index
        elif is_verb(view, before) and before.lemma not in cues().auxiliaries:
            verb = as_verb(view, before.index)
            if opened or carried or verb.matches(cues().failing):
                return _governing_verb(view, verb, bool(opened))
            return None
        elif is_matrix(before) and before.word.upos in ("NOUN", "ADJ", "X") and (opened or carried):
            return before
        elif not opened and _ends_reach(before, carried):
            return None
    return None


def _in_phrase(view: SentenceView, index: int) -> bool:
    """Return whether a word belongs to a name or to the office or head noun before one."""
    return any(phrase.first <= index <= phrase.last for phrase in view.phrases.values())


def _governing_verb(view: SentenceView, verb: Node, opened: bool) -> Node | None:
    """Return a verb that may govern the words after it; for a verb of a relative clause, its antecedent."""
    known = cues()
    relative = view.tree[verb.index - 1] if verb.index > 1 else None
    if (
        relative
        and fold(relative.word.form) in function_words().relatives | function_words().open_relatives
        and relative.index > 1
    ):
        head = view.tree[relative.index - 1]
        return head if head.matches(known.contents) else None
    carries = is_matrix(verb) or verb.lemma in known.light_verbs | known.enabling | known.occurrence_verbs
    return verb if carries or (opened and verb.lemma in known.speech) else None


def _follows_adjunct(view: SentenceView, opener: Node) -> bool:
    """Return whether «أن» belongs to a conjunction of time or cause: «بعد أن»."""
    before = view.tree[opener.index - 1] if opener.index > 1 else None
    return before is not None and fold(before.word.form) in function_words().adjunct_heads


def _ends_reach(node: Node, carried: bool) -> bool:
    """Return whether a word before an event limits the scope of the words before it."""
    if fold(node.word.form) in function_words().adjunct_heads or node.word.upos == "SCONJ":
        return True
    if node.word.upos in ("PUNCT", "CCONJ"):
        return node.word.form not in '«»"“”()' or not carried
    return False
