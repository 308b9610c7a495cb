"""CoNLL-U round-trips, and what is malformed is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.core.values import Sentence, Token, Word
from graph_builder.io.conllu import ConlluError, blocks, read, write

_COLUMN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8).filter(
    lambda text: text != "_" and " ".join(text.split()) == text
)
_OPTIONAL = _COLUMN | st.just("")
_WORDS = st.builds(Word, _COLUMN, _OPTIONAL, _OPTIONAL, _OPTIONAL, st.integers(0, 99), _OPTIONAL)
_LABELS = st.sampled_from(["O", "B-PER", "I-ORG", "E-LOC", "S-MISC"])


@st.composite
def _sentences(draw: st.DrawFn) -> tuple[Sentence, ...]:
    offset = 0
    sentences = []
    for size in draw(st.lists(st.integers(1, 4), max_size=3)):
        tokens = []
        for _ in range(size):
            start = offset + draw(st.integers(0, 5))
            offset = start + draw(st.integers(1, 9))
            tokens.append(Token(start, offset, tuple(draw(st.lists(_WORDS, min_size=1, max_size=3))), draw(_LABELS)))
        sentences.append(Sentence(tokens[0].start, tokens[-1].end, tuple(tokens)))
    return tuple(sentences)


@settings(deadline=None)
@given(_sentences())
def test_conllu_round_trips(sentences: tuple[Sentence, ...]) -> None:
    assert read(write(sentences, ["newdoc id = 1"])) == sentences


@settings(deadline=None)
@given(st.text(max_size=12), st.text(max_size=12))
def test_conllu_form_breaks_no_line(form: str, lemma: str) -> None:
    words = (Word(form, lemma, "X", "", 0, "root"), Word(form, lemma, "X", "", 1, "dep"))
    single, pair = Token(0, 1, words[:1]), Token(2, 3, words)
    (sentence,) = read(write([Sentence(0, 3, (single, pair))]))
    assert [(token.start, token.end, len(token.words)) for token in sentence.tokens] == [(0, 1, 1), (2, 3, 2)]


def test_conllu_multiword_token_is_a_range_with_offsets_and_tag() -> None:
    words = (Word("و", "و", "CCONJ", "", 2, "cc"), Word("بغداد", "بغداد", "PROPN", "", 0, "root"))
    written = write([Sentence(4, 10, (Token(4, 10, words, "S-LOC"),))], ["text = وبغداد"])
    assert written == (
        "# text = وبغداد\n"
        "1-2\tوبغداد\t_\t_\t_\t_\t_\t_\t_\tstart_char=4|end_char=10|ner=S-LOC\n"
        "1\tو\tو\tCCONJ\t_\t_\t2\tcc\t_\t_\n"
        "2\tبغداد\tبغداد\tPROPN\t_\t_\t0\troot\t_\t_\n"
        "\n"
    )


def _row(number: str, form: str = "كلمة", head: str = "0", misc: str = "start_char=0|end_char=4") -> str:
    return "\t".join((number, form, "_", "X", "_", "_", head, "root", "_", misc))


def test_conllu_of_other_tools_is_read() -> None:
    text = "\r\n".join(
        ["# newdoc id = a", "# text = x", _row("1"), _row("1.1", "محذوف"), _row("2-3"), _row("2"), _row("3"), "", ""]
    )
    (block,) = blocks(text)
    assert block.comments == ("newdoc id = a", "text = x")
    assert [(len(token.words), misc["form"]) for token, misc in block.tokens] == [(1, "كلمة"), (2, "كلمة")]


def test_conllu_token_without_offsets_has_minus_one() -> None:
    (block,) = blocks(_row("1", misc="SpaceAfter=No"))
    token, misc = block.tokens[0]
    assert (token.start, token.end, token.label) == (-1, -1, "O")
    assert misc["SpaceAfter"] == "No"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["1\tكلمة"], "line 1 has 2 columns"),
        ([_row("1"), "نص عادي"], "line 2 has 1 columns"),
        ([_row("1"), _row("3")], "line 2 breaks the numbering"),
        ([_row("2")], "line 1 breaks the numbering"),
        ([_row("1-3"), _row("1"), _row("2")], "line 1 breaks the numbering"),
        ([_row("2-1"), _row("1")], "line 1 breaks the numbering"),
        ([_row("x")], "line 1 has 'x' where a number should be"),
        ([_row("1", head="رأس")], "line 1 has 'رأس' where a number should be"),
        ([_row("1", misc="start_char=a|end_char=4")], "line 1 has 'a' where a number should be"),
        ([_row("1"), "", _row("1.1")], "line 3 begins a sentence without words"),
    ],
)
def test_conllu_malformed_is_refused_with_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(ConlluError, match=message):
        list(blocks("\n".join(lines)))


@pytest.mark.parametrize("misc", ["_", "start_char=4|end_char=4", "start_char=5|end_char=4", "start_char=3"])
def test_conllu_cached_annotation_needs_offsets(misc: str) -> None:
    with pytest.raises(ConlluError):
        read(_row("1", misc=misc))


def test_conllu_of_empty_text_has_no_sentence() -> None:
    assert read("") == read("# newdoc id = 1\n\n\n") == ()
