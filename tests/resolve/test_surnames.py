"""Names that were tagged as one and are several."""

from __future__ import annotations

import pytest

from graph_builder.core.values import Annotated, Document, Sentence, Token, Word, content_id
from graph_builder.resolve import resolve
from tests.support.sentences import article, shifted


def _article(words: str, first: int, last: int) -> Annotated:
    """An article of one sentence, in which the words from one to another were tagged as one person's name."""
    tokens: list[Token] = []
    start = 0
    for number, word in enumerate(words.split()):
        place = "S" if first == last else "B" if number == first else "E" if number == last else "I"
        label = f"{place}-PER" if first <= number <= last else "O"
        one = Word(word, word, "PROPN" if first <= number <= last else "NOUN", "", 0, "root")
        tokens.append(Token(start, start + len(word), (one,), label))
        start += len(word) + 1
    return Annotated(Document(content_id(words), "a.txt", "", words), (Sentence(0, len(words), tuple(tokens)),))


@pytest.mark.parametrize(
    ("text", "first", "last", "names"),
    [
        ("قمة نتنياهو ماكرون", 1, 2, {("PER", "نتنياهو"), ("PER", "ماكرون")}),
        ("قمة بوتين روحاني أردوغان", 1, 3, {("PER", "بوتين"), ("PER", "روحاني"), ("PER", "أردوغان")}),
        ("لقاء هيلاري كلينتون", 1, 2, {("PER", "هيلاري كلينتون")}),
        ("قمة بوتين الأسد", 1, 2, {("PER", "بوتين"), ("PER", "الأسد")}),
        ("محادثات ترامب كيم", 1, 2, {("PER", "ترامب"), ("PER", "كيم")}),
        ("لقاء عباس هنية", 1, 2, {("PER", "عباس"), ("PER", "هنية")}),
        ("مقتل عباس هنية", 1, 2, {("PER", "عباس هنية")}),
        ("قال ترامب الابن", 1, 2, {("PER", "ترامب الابن")}),
        ("يزور فرنسيس العراق", 1, 2, {("PER", "فرنسيس"), ("LOC", "العراق")}),
        ("قالت نادية مراد", 1, 2, {("PER", "نادية مراد")}),
        ("زار محمد بن زايد الرياض", 1, 4, {("PER", "محمد بن زايد"), ("LOC", "الرياض")}),
        ("قال محمد أحمد سالم", 1, 3, {("PER", "محمد أحمد سالم")}),
        ("تحالف علي صالح", 1, 2, {("PER", "علي صالح")}),
        ("عقد عمر سليمان", 1, 2, {("PER", "عمر سليمان")}),
        ("لقاء السراج -", 1, 2, {("PER", "السراج")}),
        ("عهد أبو ظبي محمد بن زايد", 1, 5, {("LOC", "أبو ظبي"), ("PER", "محمد بن زايد")}),
    ],
)
def test_surnames_known_names_tagged_as_one_are_split(
    text: str, first: int, last: int, names: set[tuple[str, str]]
) -> None:
    entities = resolve([_article(text, first, last)]).entities
    assert {(each.kind, each.name) for each in entities if each.mentions} == names


def test_surnames_of_the_corpus_are_people() -> None:
    corpus = [
        _article(text, first, 2)
        for text, first in (
            ("قال آدريان بيلمارش", 1),
            ("قال هنري بيلمارش", 1),
            ("قال هنري دوفالان", 1),
            ("قال لوك دوفالان", 1),
            ("لقاء بيلمارش دوفالان", 1),
        )
    ]
    assert "بيلمارش دوفالان" not in {each.name for each in resolve(corpus).entities}


def _sentences(*tagged: tuple[str, int, int]) -> Annotated:
    """An article of several sentences, in each of which some words were tagged as one person's name."""
    parts = [_article(*each) for each in tagged]
    text = "\n".join(part.document.text for part in parts)
    sentences, start = [], 0
    for part in parts:
        (sentence,) = part.sentences
        sentences.append(shifted(sentence, start))
        start += len(part.document.text) + 1
    return Annotated(Document(content_id(text), "a.txt", "", text), tuple(sentences))


def _people(annotated: Annotated) -> set[str]:
    entities = resolve([annotated]).entities
    return {mention.surface for each in entities if each.kind == "PER" for mention in each.mentions}


def test_surnames_two_people_of_the_article_met() -> None:
    first, second = ("قال آدريان بيلمارش", 1, 2), ("قال هنري دوفالان", 1, 2)
    assert "بيلمارش دوفالان" not in _people(_sentences(first, second, ("بعد لقاء بيلمارش دوفالان", 2, 3)))
    assert "آدريان دوفالان" not in _people(_sentences(first, second, ("بعد لقاء آدريان دوفالان", 2, 3)))
    # Another may be called so, and without a meeting the two words are one name.
    assert "بيلمارش دوفالان" in _people(_sentences(first, ("بعد لقاء بيلمارش دوفالان", 2, 3)))
    assert "آدريان دوفالان" in _people(_sentences(first, second, ("بعد مقتل آدريان دوفالان", 2, 3)))


def test_surnames_beside_one_who_is_met_are_people() -> None:
    assert _people(_article("بعد اجتماع السراج حفتر .", 3, 3)) == {"السراج", "حفتر"}
    assert _people(_article("بعد اجتماع الرئيس حفتر .", 3, 3)) == {"حفتر"}


def test_surnames_known_in_the_article_do_not_hold_the_noun_after_them() -> None:
    assert _people(article("surname_and_noun")) == {"عبد ربه منصور هادي", "هادي"}


def test_surnames_of_relatives_have_their_given_names() -> None:
    assert _people(article("relative")) == {"أسماء الأسد", "بشار الأسد"}
