"""Split spans that contain the names of several people, and find surnames beside those of others."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from graph_builder.lexicon import (
    DIRECT,
    countries,
    latin_words,
    nominal_frames,
    people,
    personal_names,
    verb_forms,
    verb_frames,
)
from graph_builder.resolve.candidates import Candidate, ParsedDocument
from graph_builder.resolve.gazetteer import is_known_person
from graph_builder.resolve.mentions.spans import proclitic
from graph_builder.syntax import Node, Tree

PERSON_MET = "person_met"
"""Rule of people named by one word beside another, after a noun for an event of two."""

# Minimum number of full names that end with a word for it to be a surname without a given name.
_SURE = 2


def surnames(full: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the surnames among the first and last words of full names: words that end more names than they begin."""
    pairs = list(full)
    begins, ends = Counter(first for first, _ in pairs), Counter(last for _, last in pairs)
    return frozenset(
        each
        for each, times in ends.items()
        if times >= _SURE and times > begins[each] and each not in personal_names().given and each not in latin_words()
    )


def split_names(tree: Tree, candidate: Candidate, corpus: Set[str]) -> list[Candidate]:
    """Return the people in a candidate if each is known to the lexicon or, as a surname, to the corpus; else none.

    After a word for an event of two, two known people may have been tagged as an organization.
    """
    met = _follows_event_of_two(tree, candidate)
    if (candidate.kind != "PER" and not met) or is_known_person(
        tree.name(candidate.first, candidate.last, candidate.skip)
    ):
        return []
    found = list(_known_people(tree, candidate))
    if len(found) > 1 and found[-1].last == candidate.last:
        return found
    if (
        met
        and len(candidate) == 2
        and not candidate.skip
        and all(tree.name(index, index) in personal_names().surnames for index in (candidate.first, candidate.last))
        and tree.name(candidate.last, candidate.last) not in personal_names().given
    ):
        return _apart(candidate)
    if candidate.kind != "PER":
        return []
    if apart := _full_name_at_end(tree, candidate):
        return apart
    first, last = (tree.name(index, index) for index in (candidate.first, candidate.last))
    if len(candidate) == 2 and is_surname(first, corpus) and (is_surname(last, corpus) or last in _known_surnames()):
        return _apart(candidate)
    alone = is_surname(first, corpus) or first in _known_surnames()
    if len(candidate) > 1 and alone and first not in personal_names().given and _follows_event_of_two(tree, candidate):
        second = replace(candidate, first=candidate.first + 1, rule="separated", skip=0)
        return [
            Candidate(candidate.sentence, candidate.first, candidate.first, "PER", "separated", candidate.skip),
            second,
        ]
    return []


def split_people_of_article(tree: Tree, candidate: Candidate, full: Set[tuple[str, ...]]) -> list[Candidate]:
    """Return the two people of a name after a word for an event of two if the article names each in full.

    Args:
        tree: The sentence.
        candidate: The name.
        full: The words of each full name of the article.
    """
    if candidate.kind != "PER" or len(candidate) != 2 or not _follows_event_of_two(tree, candidate):
        return []
    first, last = (tree.name(index, index) for index in (candidate.first, candidate.last))
    others = [words for words in full if words != (first, last)]
    one = any(first in words and last not in words for words in others)
    other = any(last in words and first not in words for words in others)
    if not one or not other or any(first in words and last in words for words in others):
        return []
    return _apart(candidate)


def people_met(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the unrecognized surnames beside a person's after a noun of two sides: «اجتماع السراج حفتر».

    A recognized person after them is yielded too, as one whose name does not continue theirs.
    """
    for number, tree in enumerate(article.trees):
        here = {
            index: each for each in candidates if each.sentence == number for index in range(each.first, each.last + 1)
        }
        for node in tree.nodes[:-2]:
            if node.word.upos != "NOUN" or not _has_two_sides(node) or node.index in here:
                continue
            first, second = here.get(node.index + 1), here.get(node.index + 2)
            if first is None and second and second.kind == "PER" and _may_be_surname(tree, node.index + 1):
                yield Candidate(number, node.index + 1, node.index + 1, "PER", PERSON_MET)
                yield replace(second, rule=PERSON_MET)
            elif second is None and first and _is_surname_alone(tree, first):
                end = node.index + 2
                following = tree[end + 1].word.upos if end < len(tree) else "PUNCT"
                if _may_be_surname(tree, end) and following in ("ADP", "PUNCT", "VERB", "CCONJ"):
                    yield Candidate(number, end, end, "PER", PERSON_MET)


def _is_surname_alone(tree: Tree, candidate: Candidate) -> bool:
    """Return whether a person is named by one word that is no given name."""
    given = tree.name(candidate.first, candidate.first, candidate.skip) in personal_names().given
    return candidate.kind == "PER" and len(candidate) == 1 and not given


def _may_be_surname(tree: Tree, index: int) -> bool:
    """Return whether a word of its own token is a proper noun or a surname of the lexicon."""
    node = tree[index]
    if tree.name(index, index) in personal_names().given:  # «لقاء ريكس تيلرسون»
        return False
    whole = tree.token_end(index) == index and tree[index - 1].token != node.token and len(node.word.form) > 2
    known = tree.name(index, index) in _known_surnames() and node.word.upos in ("NOUN", "ADJ", "X")
    return whole and (known or node.word.upos == "PROPN") and not node.matches(people().honorifics | people().offices)


def _has_two_sides(node: Node) -> bool:
    """Return whether a noun is an event of one with another: a meeting, an agreement, a conflict."""
    frames = nominal_frames().get(node.lemma, ()) if node.word.upos == "NOUN" else ()
    return any(frame.stated.collocated and (frame.stated.meeting or "مع" in frame.objects) for frame in frames)


def surname_of_article(tree: Tree, candidate: Candidate, full: Set[tuple[str, ...]]) -> list[Candidate]:
    """Return the surname after a verb that the article has in a long name, without a noun: «غادر هادي القصر»."""
    if candidate.kind != "PER" or len(candidate) != 2:
        return []
    first, noun = tree.name(candidate.first, candidate.first, candidate.skip), tree[candidate.last]
    known = any(words[-1] == first and len(words) > 2 and words[-2] not in people().particles for words in full)
    known = known and candidate.first > 1 and tree[candidate.first - 1].word.upos == "VERB"
    common = noun.definite and noun.word.upos == "NOUN" and noun.token != tree[candidate.first].token
    return [replace(candidate, last=candidate.first, rule="separated")] if known and common else []


def _apart(candidate: Candidate) -> list[Candidate]:
    """Return the two words of a name as the names of two people."""
    return [
        Candidate(candidate.sentence, index, index, "PER", "separated", skip)
        for index, skip in ((candidate.first, candidate.skip), (candidate.last, 0))
    ]


def _follows_event_of_two(tree: Tree, candidate: Candidate) -> bool:
    """Return whether a name follows a verb of meeting or a noun of two sides: «قمة ترامب كيم», «التقى ظريف كيري»."""
    before = tree[candidate.first - 1] if candidate.first > 1 else None
    if before is None:
        return False
    meets = any(frame.stated.meeting and DIRECT in frame.objects for frame in verb_frames().get(before.lemma, ()))
    return meets or _has_two_sides(before)


def _full_name_at_end(tree: Tree, candidate: Candidate) -> list[Candidate]:
    """Return the two people of a candidate that ends with a known full name, if the words before it are a full name.

    After a single given name it may be that of a parent: «خالد جمال عبد الناصر».
    """
    for cut in range(candidate.first + 1, candidate.last - 1):
        second = tree.name(cut + 1, candidate.last)
        links = {tree[index].form for index in (cut, cut + 1)} & people().particles
        parted = tree[cut].token != tree[cut + 1].token and not links
        before = {node.token for node in tree.nodes[candidate.first - 1 : cut] if node.form not in people().particles}
        if parted and second in personal_names().full and len(before) > 1:
            first = replace(candidate, last=cut, rule="separated")
            return [first, Candidate(candidate.sentence, cut + 1, candidate.last, "PER", "separated")]
    return []


@functools.cache
def _known_surnames() -> frozenset[str]:
    """Return the last words of full names in the lexicon that are no given names, verbs or countries."""
    last = {each.split()[-1] for each in personal_names().full}
    return frozenset(last - personal_names().given - verb_forms().keys() - countries().by_name.keys())


def is_surname(folded: str, corpus: Set[str]) -> bool:
    """Return whether a word denotes a person without a given name: in the lexicon, or as a surname in the corpus."""
    return folded in corpus or is_known_person(folded)


def _known_people(tree: Tree, candidate: Candidate) -> Iterator[Candidate]:
    """Yield the consecutive known names of a candidate, up to the first unknown word."""
    first, skip = candidate.first, candidate.skip
    while first <= candidate.last:
        if first > candidate.first and proclitic(tree, tree[first]):
            first += 1
        skips = (skip, 1) if tree.clitic_within(first) else (skip,)
        ends = range(candidate.last, first - 1, -1)
        found = next(((last, s) for last in ends for s in skips if is_known_person(tree.name(first, last, s))), None)
        if found is None:
            return
        yield Candidate(candidate.sentence, first, found[0], "PER", "separated", found[1])
        first, skip = found[0] + 1, 0
