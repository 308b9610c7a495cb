"""Names found in plain text are made to agree."""

from __future__ import annotations

from graph_builder.training import names, silver

_SILENT = "أعلنت الشركة عن خسائر كبيرة خلال هذا العام بسبب الحرب"


def _sentence(*words: str) -> names.Sentence:
    return [(word, label or "O") for word, _, label in (each.partition("/") for each in words)]


def test_a_name_is_what_it_mostly_is_wherever_it_stands() -> None:
    sure = [_sentence("في", "حلب/B-LOC", "اليوم")] * 5
    doubtful = [_sentence("قال", "حلب/B-PER", "ذلك"), _sentence("عاد", "إلى", "حلب")]
    assert silver.agreed([*sure, *doubtful])[5:] == [
        _sentence("قال", "حلب/B-LOC", "ذلك"),
        _sentence("عاد", "إلى", "حلب/B-LOC"),
    ]


def test_the_longer_of_two_names_goes_first() -> None:
    known = [_sentence("الجيش/B-ORG", "السوري/I-ORG", "في", "حلب/B-LOC")] * 5
    cut = [_sentence("الجيش/B-ORG", "السوري", "في", "حلب/B-LOC")]
    assert silver.agreed([*known, *cut])[-1] == known[0]


def test_a_name_of_two_kinds_makes_its_sentence_too_doubtful() -> None:
    both = [_sentence("عاد", "النصر/B-ORG"), _sentence("عاد", "النصر/B-LOC")] * 3
    assert silver.agreed([*both, _sentence("لا", "أحد")]) == []


def test_sentences_are_taken_whole_and_from_the_first_articles() -> None:
    articles = [f"{_SILENT}. قصير جدا. {_SILENT}؟", _SILENT]
    assert silver.plain_sentences(articles, 2) == [[*_SILENT.split(), "."], [*_SILENT.split(), "?"]]
    assert len(silver.plain_sentences(articles, 9)) == 3
