"""Notes about articles: marks, ids and errors."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from graph_builder.core.errors import TrainingError
from graph_builder.evaluation.gold import read_gold
from graph_builder.training import articles
from graph_builder.training import ner_corpora as names
from graph_builder.training.articles import Article

TEXT = (
    "رئيس الحكومة يزور بغداد\n"
    "وصل سامي الحدّاد إلى بغداد أمس. وقال الحداد للجيش إن وزارة الدفاع وفريق بغداد معه.\n"
    "ثم عاد الحداد إلى بيروت."
)
NOTE = (
    "E\tsami\tPER\tسامي الحداد\tسامي الحداد؛الحداد\n"
    "E\tbaghdad\tLOC\tبغداد\tبغداد@-3\n"
    "E\tbaghdad_club\tORG\tفريق بغداد\tبغداد@3\n"
    "E\tarmy\tORG\tالجيش\tالجيش\n"
    "E\tministry\tORG\tوزارة الدفاع\tوزارة الدفاع\n"
    "E\tbeirut\tLOC\tبيروت\tبيروت\n"
    "R\t2\tsami\tpresent_in\tbaghdad\tوصل\n"
    "R\t4\tsami\tpresent_in\tbeirut\tعاد\treported\n"
)


def _written(folder: Path, note: str = NOTE, text: str = TEXT) -> Path:
    """The corpus with one article before it, and the note."""
    (folder / articles.CORPUS).parent.mkdir(parents=True)
    with lzma.open(folder / articles.CORPUS, "wt", encoding="utf-8") as file:
        file.write(f"خبر أول\nلا شيء فيه\n\n{text}\n")
    notes = folder / "notes"
    notes.mkdir()
    head = f"# article 1 of {articles.CORPUS}, sha256 {articles.digest(TEXT)}\n"
    (notes / "n00001.note").write_text(head + note, encoding="utf-8")
    return notes


@pytest.fixture
def article(tmp_path: Path) -> Article:
    (found,) = articles.articles(tmp_path, _written(tmp_path))
    return found


def test_notes_mark_whole_words_after_clitics(article: Article) -> None:
    assert [(m.entity.id, TEXT[m.start : m.end]) for m in article.mentions] == [
        ("baghdad", "بغداد"),
        ("sami", "سامي الحدّاد"),
        ("baghdad", "بغداد"),
        ("sami", "الحداد"),
        ("army", "لجيش"),
        ("ministry", "وزارة الدفاع"),
        ("baghdad_club", "بغداد"),
        ("sami", "الحداد"),
        ("beirut", "بيروت"),
    ]


def test_notes_gold_is_read_by_evaluate(article: Article, tmp_path: Path) -> None:
    articles.write_gold([article], tmp_path / "gold")
    gold = read_gold(tmp_path / "gold", frozenset())
    assert gold.texts == {"n00001": TEXT}
    assert [(m.start, m.end, m.kind, m.entity) for m in gold.mentions] == [
        (m.start, m.end, m.entity.kind, m.entity.id) for m in article.mentions
    ]
    rows = (tmp_path / "gold" / "n00001.rel.tsv").read_text(encoding="utf-8").splitlines()
    start, end = TEXT.index("وصل"), TEXT.index(" وقال")
    assert rows[0].split("\t") == [
        *("sami", "present_in", "baghdad", "وصل", "وصل سامي الحدّاد إلى بغداد أمس.", ""),
        *(str(start), str(end)),
    ]
    assert rows[1].split("\t")[5] == "reported"


def test_notes_words_get_the_name_they_overlap(article: Article) -> None:
    third = names.of_article(article)[2]
    assert [(word, label) for word, label in third if label != "O"] == [
        ("الحداد", "B-PER"),
        ("للجيش", "B-ORG"),
        ("وزارة", "B-ORG"),
        ("الدفاع", "I-ORG"),
        ("بغداد", "B-ORG"),
    ]


@pytest.mark.parametrize(
    ("note", "text", "message"),
    [
        (NOTE, TEXT.replace("أمس", "اليوم"), "Article 1 of .* is not the one"),
        (NOTE.replace("بيروت\tبيروت", "دمشق\tدمشق"), TEXT, "lacks the name «دمشق»"),
        (NOTE + "X\n", TEXT, "n00001.note, line 10: it is neither"),
    ],
)
def test_notes_that_do_not_fit_are_refused(tmp_path: Path, note: str, text: str, message: str) -> None:
    notes = _written(tmp_path, note, text)
    with pytest.raises(TrainingError, match=message):
        articles.articles(tmp_path, notes)


def test_notes_of_the_recipe_are_readable() -> None:
    every = articles.notes()
    assert len(every) > 400
    for note in every:
        kinds = {entity.id: entity.kind for entity in note.entities}
        assert set(kinds.values()) <= {"PER", "LOC", "ORG"}, note.number
        assert len(kinds) == len(note.entities), note.number
        assert all(r.subject in kinds and r.object in kinds for r in note.relations), note.number


def test_notes_ids_have_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for note in articles.notes():
        for entity in note.entities:
            kinds.setdefault(entity.id, set()).add(entity.kind)
    assert {each: found for each, found in kinds.items() if len(found) > 1} == {}
