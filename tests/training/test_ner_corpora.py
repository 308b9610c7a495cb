"""NER corpora under one set of labels."""

from __future__ import annotations

import random
from pathlib import Path

from graph_builder.training import ner_corpora as names


def _file(folder: Path, text: str) -> Path:
    path = folder / "names.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_ner_corpora_have_common_labels(tmp_path: Path) -> None:
    path = _file(tmp_path, "سامي B-PERS\nالحداد I-PERS\n\nبغداد B-GPE B-LOC\nاليوم B-DATE\n$#$ O\nروسي B-NORP\n")
    assert names.read(path, "wojood") == [
        [("سامي", "B-PER"), ("الحداد", "I-PER")],
        [("بغداد", "B-LOC"), ("اليوم", "O")],
        [("روسي", "B-MISC")],
    ]


def test_ner_corpora_without_marks_have_well_formed_tags(tmp_path: Path) -> None:
    path = _file(tmp_path, "ـــ B-PER\nالحدّاد I-PER\n« O\n")
    assert names.read(path, "aqmar") == [[("الحداد", "B-PER"), ('"', "O")]]


def test_ner_corpora_round_trip(tmp_path: Path) -> None:
    sentences = [[("سامي", "B-PER"), ("عاد", "O")], [("بغداد", "B-LOC")]]
    names.write(sentences, tmp_path / "again.bio")
    assert names.read(tmp_path / "again.bio", "aqmar") == sentences


def test_ner_corpora_with_typing_noise_keep_labels() -> None:
    sentences = [[("إلى", "O"), ("القاهرة", "B-LOC")]] * 50
    retyped = list(names.retyped(sentences, 0.5, random.Random(1)))
    assert 10 < len(retyped) < 40
    assert all([label for _, label in sentence] == ["O", "B-LOC"] for sentence in retyped)
    assert any(sentence[0][0] == "الى" for sentence in retyped)
