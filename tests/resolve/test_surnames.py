"""Names that were tagged as one and are several."""

from __future__ import annotations

import pytest

from graph_builder.core.values import Annotated, Document, Sentence, Token, Word, content_id
from graph_builder.resolve import resolve


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
        ("قال ترامب الابن", 1, 2, {("PER", "ترامب الابن")}),
        ("يزور فرنسيس العراق", 1, 2, {("PER", "فرنسيس"), ("LOC", "العراق")}),
        ("قالت نادية مراد", 1, 2, {("PER", "نادية مراد")}),
        ("زار محمد بن زايد الرياض", 1, 4, {("PER", "محمد بن زايد"), ("LOC", "الرياض")}),
        ("قال محمد أحمد سالم", 1, 3, {("PER", "محمد أحمد سالم")}),
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
