"""CoNLL-U as input: annotated articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.core.values import Annotated, Problem
from graph_builder.corpus.article import Article, Item, Unreadable
from graph_builder.corpus.conllu import read
from graph_builder.corpus.file import File
from graph_builder.io.conllu import write

Read: TypeAlias = "Callable[[str], list[Item]]"


@pytest.fixture
def conllu(tmp_path: Path) -> Read:
    def reading(content: str) -> list[Item]:
        path = tmp_path / "news.conllu"
        path.write_bytes(content.encode())
        return list(read(File(path, "news.conllu"), {}))

    return reading


def line(number: int | str, form: str, misc: str = "_", head: int | str = 0) -> str:
    return f"{number}\t{form}\t{form}\tNOUN\t_\t_\t{head}\tdep\t_\t{misc}\n"


def sentence(*tokens: tuple[str, str]) -> str:
    return "".join(line(number, form, misc) for number, (form, misc) in enumerate(tokens, start=1)) + "\n"


def annotated(items: list[Item]) -> list[Annotated]:
    return [
        Annotated(item.document, item.sentences)
        for item in items
        if isinstance(item, Article) and item.sentences is not None
    ]


def forms(article: Annotated) -> list[list[str]]:
    text = article.document.text
    return [[text[token.start : token.end] for token in sentence.tokens] for sentence in article.sentences]


BRIDGE = (
    sentence(("عبرت", "_"), ("السيارات", "_"), ("الجسر", "SpaceAfter=No"), (".", "_"))
    + "# newpar id = p2\n"
    + sentence(("قال", "_"), ("سامي", "SpacesAfter=\\s\\s"), ("الحداد", "SpacesAfter=\\n\\n"))
    + sentence(("عاد", "_"), ("«", "SpaceAfter=No"), ("الوفد", "SpaceAfter=No"), ("»", "SpaceAfter=No"))
    + sentence(("انتهى", "_"))
)


def test_corpus_conllu_text_follows_space_after(conllu: Read) -> None:
    (article,) = annotated(conllu(BRIDGE))
    assert article.document.text == "عبرت السيارات الجسر.\nقال سامي  الحداد\n\nعاد «الوفد» انتهى"
    assert forms(article) == [
        ["عبرت", "السيارات", "الجسر", "."],
        ["قال", "سامي", "الحداد"],
        ["عاد", "«", "الوفد", "»"],
        ["انتهى"],
    ]
    assert [(one.start, one.end) for one in article.sentences] == [(0, 20), (21, 37), (39, 50), (51, 56)]
    assert article.document.title == "عبرت السيارات الجسر."
    assert article.document.source == "news.conllu"


def test_corpus_conllu_multiword_token_has_its_written_form(conllu: Read) -> None:
    range_ = "1-2\tوللجسر\t_\t_\t_\t_\t_\t_\t_\tner=S-LOC|SpaceAfter=No\n"
    (article,) = annotated(conllu(range_ + line(1, "و", head=2) + line(2, "الجسر") + line(3, ".", head=2) + "\n"))
    assert article.document.text == "وللجسر."
    token, stop = article.sentences[0].tokens
    assert [word.form for word in token.words] == ["و", "الجسر"]
    assert (token.start, token.end, token.label, stop.start) == (0, 6, "S-LOC", 6)


def test_corpus_conllu_adjacent_offsets_have_no_space_between(conllu: Read) -> None:
    (article,) = annotated(conllu(sentence(("الجسر", "start_char=7|end_char=12"), (".", "start_char=12|end_char=13"))))
    assert article.document.text == "الجسر."


def test_corpus_conllu_round_trips(conllu: Read) -> None:
    (article,) = annotated(conllu(BRIDGE))
    (again,) = annotated(conllu(write(article.sentences, ["title = جسر"])))
    assert forms(again) == forms(article)
    assert again.document.title == "جسر"


def test_corpus_conllu_newdoc_is_an_article_with_its_comments(conllu: Read) -> None:
    first = "# newdoc id = AFP.1\n# title = جسر = حلب\n# published = 2024-12-02\n# source = صحيفة\n"
    items = conllu(first + sentence(("عبرت", "_")) + "# newdoc\n# sent_id = 2\n" + sentence(("عاد", "_")))
    one, two = (item for item in items if isinstance(item, Article))
    assert (one.place, one.document.source) == ("news.conllu#AFP.1", "صحيفة")
    assert (one.document.title, one.document.published) == ("جسر = حلب", date(2024, 12, 2))
    assert (two.place, two.document.source, two.document.text) == ("news.conllu#2", "news.conllu#2", "عاد")


def test_corpus_conllu_bad_article_leaves_the_others(conllu: Read) -> None:
    items = conllu("# newdoc\n" + sentence(("5", "_")) + "# newdoc\n# published = أمس\n" + sentence(("عاد", "_")))
    assert [one.document.text for one in annotated(items)] == ["عاد"]
    assert [f"{item.outcome} {item}" for item in items if isinstance(item, Problem)] == [
        "skipped news.conllu#1: it contains no letters; put the article's text into it or remove it.",
        "noted news.conllu#2: the date 'أمس' is ignored: it cannot be read; write dates as in 2024-12-31.",
    ]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("B-PER I-PER O B-LOC", "B-PER E-PER O S-LOC"),
        ("B-PER I-PER I-PER B-PER", "B-PER I-PER E-PER S-PER"),
        ("B-PER E-PER S-PER S-LOC", "B-PER E-PER S-PER S-LOC"),
        ("I-PER I-PER I-LOC O", "B-PER E-PER S-LOC O"),
        ("B-PER I-ORG O E-LOC", "S-PER S-ORG O S-LOC"),
        ("S-PER I-PER E-PER I-PER", "S-PER B-PER E-PER S-PER"),
        ("_ PER B- X-PER", "O O O O"),
    ],
)
def test_corpus_conllu_entity_tags_become_bioes(conllu: Read, given_: str, expected: str) -> None:
    (article,) = annotated(conllu(sentence(*(("جسر", f"ner={label}") for label in given_.split()))))
    assert " ".join(token.label for token in article.sentences[0].tokens) == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("# newdoc\n\n", "there is no sentence in it"),
        ("1\tعبرت\n\n", r"not CoNLL-U \(line 1 has 2 columns instead of 10\)"),
        (line("x", "عبرت"), r"not CoNLL-U \(line 1 has 'x' where a number should be\)"),
        (line(2, "عبرت"), r"not CoNLL-U \(line 1 breaks the numbering of its sentence\)"),
        (line("1.1", "عبرت"), r"not CoNLL-U \(line 1 begins a sentence without words\)"),
        (line("1-0", "جسر") + line(1, "عبرت"), r"not CoNLL-U \(line 1 breaks the numbering of its sentence\)"),
    ],
)
def test_corpus_conllu_malformed_is_refused_with_its_line(conllu: Read, content: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        conllu(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (line(1, "عبرت", head=2) + line(2, "جسر", head=1), "the heads of sentence 1 form a cycle"),
        (line(1, "عبرت", head=1), "the heads of sentence 1 form a cycle"),
        (line(1, "عبرت", head=2), "a head of sentence 1 lies outside it"),
        (line(1, "عبرت", head=-1), "a head of sentence 1 lies outside it"),
        (line(1, " "), "a token of sentence 1 has no form"),
    ],
)
def test_corpus_conllu_sentence_that_is_no_tree_is_refused(conllu: Read, content: str, reason: str) -> None:
    items = conllu("# newdoc\n" + content + "\n# newdoc\n" + sentence(("عاد", "_")))
    assert [one.document.text for one in annotated(items)] == ["عاد"]
    (problem,) = (item for item in items if isinstance(item, Problem))
    assert (problem.source, problem.reason, problem.outcome) == ("news.conllu#1", reason, "skipped")


def test_corpus_conllu_long_chain_of_heads_is_a_tree(conllu: Read) -> None:
    (article,) = annotated(conllu("".join(line(number, "جسر", head=number - 1) for number in range(1, 5001)) + "\n"))
    assert len(article.sentences[0].tokens) == 5000


@dataclass(frozen=True)
class Written:
    """A token as hypothesis makes it up."""

    form: str
    misc: str


# Whatever a column of text may hold.
FORMS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).filter(str.strip)
SPACES = st.sampled_from(
    ["_", "SpaceAfter=No", r"SpacesAfter=\s\s", r"SpacesAfter=\n", r"SpacesAfter=\t", "SpacesAfter=x"]
)
SENTENCES = st.lists(st.builds(Written, FORMS, SPACES), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.booleans(), SENTENCES), min_size=1, max_size=5))
def test_corpus_conllu_offsets_match_forms(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[bool, list[Written]]]
) -> None:
    blocks = (
        ("# newpar\n" if par else "") + sentence(*((one.form, one.misc) for one in tokens)) for par, tokens in made
    )
    path = tmp_path_factory.getbasetemp() / "made.conllu"
    path.write_bytes(("".join(blocks) + "# newpar\n" + sentence(("حلب", "_"))).encode())
    (item,) = read(File(path, "a.conllu"), {})
    assert isinstance(item, Article)
    assert item.sentences is not None
    text, end = item.document.text, 0
    for (_, tokens), read_ in zip([*made, (True, [Written("حلب", "_")])], item.sentences, strict=True):
        for one, token in zip(tokens, read_.tokens, strict=True):
            assert text[token.start : token.end] == token.words[0].form
            assert len(one.form) == token.end - token.start
            assert text[end : token.start].strip() == ""
            end = token.end
        assert (read_.start, read_.end) == (read_.tokens[0].start, read_.tokens[-1].end)
    assert end == len(text)
