"""Inputs to a corpus, whatever is wrong with some of them."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from graph_builder.corpus import Corpus, read_corpus
from graph_builder.errors import InputError
from graph_builder.values import content_id

ONE, TWO, THREE = "عبرت السيارات الجسر.", "عاد الصيادون إلى المرفأ.", "افتتحت المدرسة أبوابها."
TREE = "# published = 2024-12-02\n1\tعبرت\tعبر\tVERB\t_\t_\t0\troot\t_\tner=O\n\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def fill(folder: Path, **files: str | bytes) -> Path:
    """Files by their names, `_` standing for the dot."""
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def problems(corpus: Corpus) -> list[str]:
    return [f"{problem.outcome} {problem}" for problem in corpus.problems]


def test_every_kind_of_file_is_read_and_sorted(seeds: Path) -> None:
    page = f"<html><body><article><p>{ONE} {TWO} {THREE}</p></article></body></html>"
    table = json.dumps({"text": THREE, "source": "المدرسة"})
    fill(seeds, b_txt=ONE, a_csv=f"text\n{TWO}\n", c_jsonl=table, d_html=page, e_HTM=page + "<p>", f_conllu=TREE)
    corpus = read_corpus([seeds])
    assert [(one.source, one.text) for one in corpus.documents] == [
        ("seeds/a.csv#2", TWO),
        ("seeds/b.txt", ONE),
        ("seeds/d.html", f"{ONE} {TWO} {THREE}"),
        ("المدرسة", THREE),
    ]
    assert [(one.document.source, one.document.text) for one in corpus.annotated] == [("seeds/f.conllu", "عبرت")]
    assert all(one.id == content_id(one.text) for one in corpus.documents)
    assert problems(corpus) == ["noted seeds/e.HTM: it holds the same text as seeds/d.html; the text is read once."]


def test_bad_files_are_named_with_a_remedy_and_the_rest_is_read(seeds: Path) -> None:
    fill(
        seeds, a_txt=b"", b_txt=" \n", c_txt=random.Random(0).randbytes(999), d_txt="The bridge.", e_txt="ا" * 1_000_001
    )
    fill(seeds, f_html="<p></p>", g_conllu="1\tx\n", h_jsonl="{", i_csv="body\nx\n", j_txt=ONE, k_txt=ONE)
    (seeds / "l.txt").symlink_to("nowhere")
    with (seeds / "m.txt").open("wb") as out:
        out.truncate(20_000_000)
    corpus = read_corpus([seeds])
    assert [one.source for one in corpus.documents] == ["seeds/j.txt"]
    no_text = "there is no text in it; put the article's text into it or remove it."
    assert problems(corpus) == [
        "skipped seeds/a.txt: the file is empty; put the article's text into it or remove it.",
        f"skipped seeds/b.txt: {no_text}",
        "skipped seeds/c.txt: it holds no text in UTF-8 or another encoding of Arabic; "
        "save its text as UTF-8 or remove it.",
        "skipped seeds/d.txt: there is not one Arabic letter in it; remove it, only Arabic articles can be read.",
        "skipped seeds/e.txt: it has 1,000,001 characters, and an article may have 1,000,000 characters; "
        "split it into its articles.",
        "skipped seeds/f.html: no article is found in this page; save the article's text as a .txt file.",
        "skipped seeds/g.conllu: it is not CoNLL-U (line 1 has 2 columns instead of 10); "
        "mend it or give the article as text.",
        "skipped seeds/h.jsonl#1: the line is not JSON; write one whole JSON object on it or remove it.",
        "skipped seeds/i.csv: line 2 has no column 'text'; "
        "if another of the columns body holds the text, say so with --column text=NAME.",
        "noted seeds/k.txt: it holds the same text as seeds/j.txt; the text is read once.",
        "skipped seeds/l.txt: it is a link to something that is not there; mend the link or remove it.",
        "skipped seeds/m.txt: the file has 20,000,000 bytes, and an article may have 4,000,000; "
        "split it into its articles.",
    ]


def test_a_file_that_may_not_be_read_is_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(seeds, a_txt=ONE, b_txt=TWO)
    read_bytes = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    corpus = read_corpus([seeds])
    assert [one.text for one in corpus.documents] == [TWO]
    assert problems(corpus) == [
        "skipped seeds/a.txt: you have no right to read it; ask its owner for the right, or leave it out."
    ]


def test_a_missing_input_does_not_keep_the_others_out(seeds: Path) -> None:
    fill(seeds, a_txt=ONE)
    corpus = read_corpus([str(seeds / "a.txt"), "nowhere/*.txt"])
    assert [one.source for one in corpus.documents] == ["a.txt"]
    assert problems(corpus) == [
        "skipped nowhere/*.txt: nothing that can be read matches it; "
        "give files, folders or patterns of .conllu, .csv, .htm, .html, .jsonl and .txt files."
    ]


def test_a_duplicate_with_its_own_source_is_named_by_its_line(seeds: Path) -> None:
    fill(
        seeds,
        a_jsonl=json.dumps({"text": ONE, "source": "صحيفة"}) + "\n" + json.dumps({"text": ONE, "source": "صحيفة"}),
    )
    assert problems(read_corpus([seeds])) == [
        "noted seeds/a.jsonl#2: it holds the same text as seeds/a.jsonl#1; the text is read once."
    ]


def test_nothing_to_read_is_an_error_that_says_what_would_do(seeds: Path) -> None:
    kinds = "give files, folders or patterns of .conllu, .csv, .htm, .html, .jsonl and .txt files."
    for inputs, message in (
        (
            [],
            "no input is given; name files, folders or patterns of .conllu, .csv, .htm, .html, .jsonl and .txt files.",
        ),
        (["nowhere"], f"there is no article to read: nowhere: there is no such file or folder; {kinds}"),
        ([seeds], f"there is no article to read: {seeds}: no file in this folder can be read; {kinds}"),
    ):
        with pytest.raises(InputError) as raised:
            read_corpus(inputs)
        assert str(raised.value) == message


def test_a_corpus_of_bad_files_alone_is_an_error_that_names_the_first(seeds: Path) -> None:
    fill(seeds, a_txt="", b_txt="The bridge.")
    with pytest.raises(InputError) as raised:
        read_corpus([seeds])
    assert str(raised.value) == (
        "there is no article to read, for 2 reasons; the first is: "
        "seeds/a.txt: the file is empty; put the article's text into it or remove it."
    )


def test_columns_are_mapped_and_others_are_refused(seeds: Path) -> None:
    fill(seeds, a_csv=f"body\n{ONE}\n")
    assert [one.text for one in read_corpus([seeds], {"text": "body"}).documents] == [ONE]
    with pytest.raises(InputError, match="no column 'txt' to map; the columns are text, title, published, source"):
        read_corpus([seeds], {"txt": "body"})


def test_the_order_of_inputs_changes_nothing(seeds: Path) -> None:
    fill(seeds, a_txt=ONE, b_txt=TWO, c_txt=ONE, d_txt="")
    inputs = [seeds / "d.txt", seeds / "c.txt", seeds]
    assert read_corpus(inputs) == read_corpus(list(reversed(inputs)))


def test_whatever_was_read_can_be_written(seeds: Path) -> None:
    fill(seeds, a_txt=ONE + "\x0c\x01", b_jsonl='{"text": "عبر\\ud800", "title": "\\udc00", "source": "\\ud900س"}')
    for one in read_corpus([seeds]).documents:
        for value in (one.source, one.title, one.text):
            assert value.encode("utf-8").decode("utf-8") == value
            assert not {"\x0c", "\x01", "\ud800"} & set(value)
