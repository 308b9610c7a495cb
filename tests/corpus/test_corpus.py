"""read_corpus: inputs of every kind, and what is reported about them."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from graph_builder.core.errors import InputError, SettingsError
from graph_builder.core.settings import Selection
from graph_builder.core.values import InputSummary, content_id
from graph_builder.corpus import KINDS, Corpus, digest, read_corpus, readers

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


COUNTED = "copies do not add evidence; use --keep-duplicates to count them"


def problems(corpus: Corpus) -> list[str]:
    return [f"{problem.outcome} {problem}" for problem in corpus.problems]


def test_corpus_reads_every_kind_of_file_sorted(seeds: Path) -> None:
    page = f"<html><body><article><p>{ONE} {TWO} {THREE}</p></article></body></html>"
    table = json.dumps({"text": THREE, "source": "المدرسة"})
    fill(seeds, b_txt=ONE, a_csv=f"text\n{TWO}\n", c_jsonl=table, d_html=page, e_HTM=page + "<p>", f_conllu=TREE)
    corpus = read_corpus([seeds])
    assert [(one.source, one.text) for one in corpus.documents] == [
        ("seeds/a.csv#2", TWO),
        ("seeds/b.txt", ONE),
        ("seeds/d.html", f"{ONE} {TWO} {THREE}"),
        ("seeds/e.HTM", f"{ONE} {TWO} {THREE}"),
        ("المدرسة", THREE),
    ]
    assert [(one.document.source, one.document.text) for one in corpus.annotated] == [("seeds/f.conllu", "عبرت")]
    first, *_ = corpus.documents
    assert first.id == content_id(first.text)
    (copy,) = (one for one in corpus.documents if one.copy_of)
    assert (copy.source, copy.copy_of) == ("seeds/e.HTM", content_id(copy.text))
    assert copy.id == content_id(copy.text, "seeds/e.HTM")
    assert problems(corpus) == [
        f"noted seeds/e.HTM: its text is the same as that of seeds/d.html, or nearly; {COUNTED}."
    ]
    assert corpus.reading == InputSummary(
        kinds={"CoNLL-U": 1, "JSON lines": 1, "table": 1, "text": 1, "web page": 2}, undated=5, copies=1
    )


def test_corpus_names_bad_files_and_reads_the_rest(seeds: Path) -> None:
    fill(
        seeds, a_txt=b"", b_txt=" \n", c_txt=random.Random(0).randbytes(999), d_txt="The bridge.", e_txt="ا" * 1_000_001
    )
    fill(seeds, f_html="<p></p>", g_conllu="1\tx\n", h_jsonl="{", i_csv="body\nx\n", j_txt=ONE, k_txt=ONE)
    (seeds / "l.txt").symlink_to("nowhere")
    with (seeds / "m.txt").open("wb") as out:
        out.truncate(20_000_000)
    corpus = read_corpus([seeds])
    assert [(one.source, bool(one.copy_of)) for one in corpus.documents] == [
        ("seeds/j.txt", False),
        ("seeds/k.txt", True),
    ]
    no_text = "there is no text in it; put the article's text into it or remove it."
    assert problems(corpus) == [
        "skipped seeds/a.txt: the file is empty; put the article's text into it or remove it.",
        f"skipped seeds/b.txt: {no_text}",
        "skipped seeds/c.txt: it holds no text in UTF-8 or another encoding of Arabic; "
        "save its text as UTF-8 or remove it.",
        "skipped seeds/e.txt: it has 1,000,001 characters, and an article may have 1,000,000 characters; "
        "split it into its articles.",
        "skipped seeds/f.html: no article is found in this page; save the article's text as a .txt file.",
        "skipped seeds/g.conllu: it is not CoNLL-U (line 1 has 2 columns instead of 10); "
        "fix it or provide the article as text.",
        "skipped seeds/h.jsonl#1: the line is not JSON; write one whole JSON object on it or remove it.",
        "skipped seeds/i.csv: line 2 has no column 'text'; "
        "if another of the columns body holds the text, name it with --column text=NAME.",
        "skipped seeds/l.txt: it is a link to something that is not there; fix the link or remove it.",
        "skipped seeds/m.txt: the file has 20,000,000 bytes, and an article may have 4,000,000; "
        "split it into its articles.",
        "skipped seeds/d.txt: it is not in Arabic; use --any-language to read them anyway.",
        f"noted seeds/k.txt: its text is the same as that of seeds/j.txt, or nearly; {COUNTED}.",
    ]


def test_corpus_unreadable_file_is_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
        "skipped seeds/a.txt: you do not have permission to read it; ask its owner for access or leave it out."
    ]


def test_corpus_missing_input_leaves_the_others(seeds: Path) -> None:
    fill(seeds, a_txt=ONE)
    corpus = read_corpus([str(seeds / "a.txt"), "nowhere/*.txt"])
    assert [one.source for one in corpus.documents] == ["a.txt"]
    assert problems(corpus) == [
        f"skipped nowhere/*.txt: nothing that can be read matches it; give files, folders or patterns of {KINDS} files."
    ]


def test_corpus_duplicate_is_named_by_its_line(seeds: Path) -> None:
    fill(
        seeds,
        a_jsonl=json.dumps({"text": ONE, "source": "صحيفة"}) + "\n" + json.dumps({"text": ONE, "source": "صحيفة"}),
    )
    assert problems(read_corpus([seeds])) == [
        f"noted seeds/a.jsonl#2: its text is the same as that of seeds/a.jsonl#1, or nearly; {COUNTED}."
    ]


def test_corpus_without_readable_input_raises(seeds: Path) -> None:
    kinds = f"give files, folders or patterns of {KINDS} files."
    for inputs, message in (
        (
            [],
            f"no input is given; name files, folders or patterns of {KINDS} files.",
        ),
        (["nowhere"], f"there is no article to read: nowhere: there is no such file or folder; {kinds}"),
        ([seeds], f"there is no article to read: {seeds}: no file in this folder can be read; {kinds}"),
    ):
        with pytest.raises(InputError) as raised:
            read_corpus(inputs)
        assert str(raised.value) == message


def test_corpus_of_bad_files_raises_and_names_the_first(seeds: Path) -> None:
    fill(seeds, a_txt="", b_txt="The bridge.")
    with pytest.raises(InputError) as raised:
        read_corpus([seeds])
    assert str(raised.value) == (
        "there is no article to read, for 2 reasons; the first is: "
        "seeds/a.txt: the file is empty; put the article's text into it or remove it."
    )


def test_corpus_columns_are_mapped(seeds: Path) -> None:
    fill(seeds, a_csv=f"body\n{ONE}\n")
    assert [one.text for one in read_corpus([seeds], {"text": "body"}).documents] == [ONE]
    with pytest.raises(SettingsError, match="no column 'txt' to map; the columns are text, title, published, source"):
        read_corpus([seeds], {"txt": "body"})


def test_corpus_is_independent_of_the_order_of_inputs(seeds: Path) -> None:
    fill(seeds, a_txt=ONE, b_txt=TWO, c_txt=ONE, d_txt="")
    inputs = [seeds / "d.txt", seeds / "c.txt", seeds]
    assert read_corpus(inputs) == read_corpus(list(reversed(inputs)))


def test_corpus_texts_can_be_written(seeds: Path) -> None:
    fill(seeds, a_txt=ONE + "\x0c\x01", b_jsonl='{"text": "عبر\\ud800", "title": "\\udc00", "source": "\\ud900س"}')
    for one in read_corpus([seeds]).documents:
        for value in (one.source, one.title, one.text):
            assert value.encode("utf-8").decode("utf-8") == value
            assert not {"\x0c", "\x01", "\ud800"} & set(value)


def test_corpus_selects_by_date_and_number(seeds: Path) -> None:
    rows = [{"text": f"{ONE} {day}", "published": f"2024-12-{day:02}"} for day in range(1, 6)]
    fill(seeds, a_jsonl="\n".join(map(json.dumps, [*rows, {"text": TWO}])))
    days = Selection(since=date(2024, 12, 2), until=date(2024, 12, 4))
    corpus = read_corpus([seeds], selection=days)
    assert [one.published and one.published.day for one in corpus.documents] == [2, 3, 4]
    assert problems(corpus)[0].startswith("noted seeds/a.jsonl#1: 3 articles are outside the requested dates")
    assert len(read_corpus([seeds], selection=Selection(limit=2)).documents) == 2


def test_corpus_skips_other_languages_unless_asked(seeds: Path) -> None:
    persian = "رئیس جمهور که در تهران است این سفر را برای دیدار با وزیر خارجه از اهمیت برخوردار دانست."
    english = "The minister opened the new bridge in Aleppo (حلب) on Sunday after two years of work on it."
    mixed = f"{ONE} {TWO} {THREE}\n{english}"
    fill(seeds, a_txt=ONE, b_txt=persian, c_txt=english, d_txt=mixed)
    corpus = read_corpus([seeds])
    assert [one.source for one in corpus.documents] == ["seeds/a.txt", "seeds/d.txt"]
    assert corpus.reading.languages == {"other": 1, "persian": 1}
    told = "use --any-language to read them anyway."
    assert problems(corpus) == [
        f"skipped seeds/b.txt: it is in Persian, not in Arabic; {told}",
        f"skipped seeds/c.txt: it is not in Arabic; {told}",
    ]
    assert len(read_corpus([seeds], selection=Selection(any_language=True)).documents) == 4


def test_corpus_near_duplicates_are_copies_of_the_earliest(seeds: Path) -> None:
    body = " ".join(f"{ONE} {TWO} {THREE} وقال المتحدث إن العمل في الموقع {number} مستمر." for number in range(20))
    rows = [
        {"text": f"{body} (الصحيفة)", "published": "2024-12-03", "source": "b"},
        {"text": f"وكالة: {body}", "published": "2024-12-02", "source": "c"},
        {"text": f"{ONE} وهذا خبر آخر.", "published": "2024-12-01", "source": "a"},
    ]
    fill(seeds, a_jsonl="\n".join(map(json.dumps, rows)))
    other, late, early = read_corpus([seeds]).documents
    assert (other.copy_of, late.copy_of, early.copy_of) == ("", early.id, "")
    kept = read_corpus([seeds], selection=Selection(keep_duplicates=True))
    assert not any(one.copy_of for one in kept.documents) and kept.reading.copies == 0


def test_corpus_counts_what_was_normalized(seeds: Path) -> None:
    turned = "\n".join(line[::-1] for line in (f"{TWO} {THREE}", "زارت الوزيرة المدينة صباحا."))
    fill(seeds, a_txt=f"<p>{ONE}</p>", b_txt="#حلب: " + TWO, c_txt=turned)
    corpus = read_corpus([seeds])
    assert corpus.reading.mended == {"markup": 1, "reversed lines": 1, "social media": 1}
    assert corpus.documents[2].text == f"{TWO} {THREE}\nزارت الوزيرة المدينة صباحا."


@pytest.mark.parametrize(("name", "depends"), [("a.txt", False), ("a.html", True), ("a.zip", True)])
def test_digest_of_inputs_holds_the_version_of_what_reads_them(
    name: str, depends: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(b"x")
    before = digest([tmp_path])
    monkeypatch.setattr(readers, "installed_version", lambda _package: "0.1")
    assert (digest([tmp_path]) != before) is depends
