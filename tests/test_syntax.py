"""Dependency trees with offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph_builder.core.values import Sentence, Token, Word
from graph_builder.syntax import Node, Tree
from tests.support.sentences import articles


def _word(form: str, *, lemma: str = "", upos: str = "NOUN", head: int = 0, deprel: str = "dep") -> Word:
    return Word(form, lemma or form, upos, "", head, deprel)


def _tree(*tokens: tuple[str, tuple[Word, ...]]) -> Tree:
    text, built = "", []
    for surface, words in tokens:
        text += " " if text else ""
        built.append(Token(len(text), len(text) + len(surface), words))
        text += surface
    return Tree(Sentence(0, len(text), tuple(built)), text)


def _surfaces(tree: Tree) -> list[str]:
    return [tree.text[node.start : node.end] for node in tree.nodes]


@pytest.mark.parametrize(
    ("surface", "forms", "parts"),
    [
        ("وبغداد", ("و", "بغداد"), ["و", "بغداد"]),
        ("وَبَغدادُ", ("و", "بغداد"), ["وَ", "بَغدادُ"]),
        ("وللجيش", ("و", "ل", "الجيش"), ["و", "ل", "لجيش"]),
        ("بيوتهم", ("بيوت", "هم"), ["بيوت", "هم"]),
        ("وجيشـــهم", ("و", "جيش", "هم"), ["و", "جيشـــ", "هم"]),
        ("فسيكتبها", ("ف", "س", "يكتب", "ها"), ["ف", "س", "يكتب", "ها"]),
        ("بغداد", ("بغداد",), ["بغداد"]),
    ],
)
def test_tree_clitics_and_word_share_their_token(surface: str, forms: tuple[str, ...], parts: list[str]) -> None:
    tree = _tree(("قبل", (_word("قبل"),)), (surface, tuple(_word(form) for form in forms)))
    assert _surfaces(tree)[1:] == parts
    assert [node.token for node in tree.nodes] == [0] + [1] * len(forms)


def test_tree_nodes_cover_their_tokens_in_order() -> None:
    for annotated in articles().values():
        for sentence in annotated.sentences:
            tree = Tree(sentence, annotated.document.text)
            assert [node.index for node in tree.nodes] == list(range(1, len(tree) + 1))
            for number, token in enumerate(sentence.tokens):
                nodes = [node for node in tree.nodes if node.token == number]
                assert (nodes[0].start, nodes[-1].end) == (token.start, token.end)
                assert all(left.end == right.start for left, right in pairwise(nodes))


def test_tree_forms_and_lemmas_are_folded_without_article() -> None:
    node = _tree(("الأُمَّةُ", (_word("الأمة", lemma="أمة"),)))[1]
    assert (node.form, node.lemma, node.definite) == ("امه", "امه", True)


def test_tree_verb_with_alif_lam_keeps_its_letters() -> None:
    node = _tree(("التقى", (_word("التقى", upos="VERB"),)))[1]
    assert (node.form, node.lemma, node.definite) == ("التقي", "التقي", False)


def test_tree_word_without_lemma_has_its_form() -> None:
    word = Word("بغداد", "", "PROPN", "", 0, "root")
    assert _tree(("بغداد", (word,)))[1].lemma == "بغداد"


def test_tree_word_matches_by_lemma_or_form() -> None:
    node = _tree(("الجيوش", (_word("الجيوش", lemma="جيش"),)))[1]
    assert (
        node.matches(frozenset({"جيش"}))
        and node.matches(frozenset({"جيوش"}))
        and not node.matches(frozenset({"الجيوش"}))
    )


def test_tree_dependents_by_relation_and_subtype() -> None:
    tree = _tree(
        ("زار", (_word("زار", upos="VERB"),)),
        ("سامي", (_word("سامي", head=1, deprel="nsubj:pass"),)),
        ("حلب", (_word("حلب", head=1, deprel="obj"),)),
    )

    def found(*deprels: str) -> list[int]:
        return [node.index for node in tree.dependents(1, *deprels)]

    assert found() == [2, 3]
    assert found("nsubj") == found("nsubj:pass") == [2]
    assert found("obj", "nsubj") == [2, 3]
    assert found("iobj") == [] and list(tree.dependents(3)) == []


def test_tree_surface_form_of_a_name() -> None:
    tree = _tree(("للأمم", (_word("ل", upos="ADP"), _word("الأمم", lemma="أمة"))), ("المتحـــدة", (_word("المتحدة"),)))
    assert tree.surface(2, 3) == "لأمم المتحـــدة"
    assert tree.surface_form(2, 3) == "الأمم المتحدة"
    assert tree.name(2, 3) == "الامم المتحده"
    assert tree.surface_form(1, 3) == "للأمم المتحدة"


def test_tree_surface_form_skips_an_unsplit_clitic() -> None:
    tree = _tree(("وَبغداد", (_word("وبغداد"),)))
    assert tree.clitic_within(1)
    assert tree.surface_form(1, 1, skip=1) == "بغداد"
    assert list(tree.starts(1)) == ["وبغداد", "بغداد"]


def test_tree_clitic_behind_a_conjunction() -> None:
    tree = _tree(("ولفنزويلا", (_word("و"), _word("لفنزويلا"))))
    assert tree.clitic_within(2) and tree.surface_form(2, 2, skip=1) == "فنزويلا"


def test_tree_letters_of_an_article_without_one() -> None:
    tree = _tree(("إلغاء", (_word("إلغاء", upos="NOUN", lemma="إلغاء"),)), ("الغارة", (_word("الغارة", lemma="غارة"),)))
    assert (tree[1].form, tree[1].lemma, tree[1].definite) == ("الغاء", "الغاء", False)
    assert (tree[2].form, tree[2].definite) == ("غاره", True)


def test_tree_alef_of_the_article_is_restored() -> None:
    tree = _tree(("للأمم", (_word("ل", upos="ADP"), _word("الأمم"))), ("أمم", (_word("أمم"),)))
    assert tree.has_restored_article(2) and not tree.has_restored_article(3)


@pytest.mark.parametrize(("surface", "forms"), [("ولد", ("ولد",)), ("حلب", ("حلب",)), ("وبغداد", ("و", "بغداد"))])
def test_tree_short_and_split_words_hide_no_clitic(surface: str, forms: tuple[str, ...]) -> None:
    tree = _tree((surface, tuple(_word(form) for form in forms)))
    assert not tree.clitic_within(len(tree))


def test_tree_name_at_a_split_word_holds_the_words_after_it() -> None:
    tree = _tree(("وبغداد", (_word("و"), _word("بغداد"))))
    assert list(tree.starts(1)) == ["وبغداد"] and list(tree.starts(2)) == ["بغداد"]


def test_tree_nodes_keep_the_tag_of_their_token() -> None:
    sentence = Sentence(0, 6, (Token(0, 6, (_word("و"), _word("بغداد")), "S-LOC"),))
    nodes: tuple[Node, ...] = Tree(sentence, "وبغداد").nodes
    assert [node.label for node in nodes] == ["S-LOC", "S-LOC"]
