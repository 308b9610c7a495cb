"""Small corpora of our own, laid out as the recipe expects them."""

from __future__ import annotations

import lzma
import os
from pathlib import Path

import pytest

from graph_builder.training import corpora

# Sentences of the made-up corpora: each stands in a training part and in no other, but where `LEAK` is put.
LEAK = "وصل الوزير سامي الحداد إلى مدينة بغداد ثم عاد منها إلى بيروت في المساء"
_TEXTS = (
    "افتتح المدير الجسر الجديد فوق النهر الكبير بحضور أهل القرية جميعا",
    "زار الوفد التجاري معرض الكتاب السنوي ثم غادر إلى المطار قبل الظهر",
    "ناقش المجلس البلدي ميزانية العام المقبل في جلسة طويلة يوم الأحد",
    "أعلنت الشركة عن أرباحها الفصلية بعد اجتماع مجلس الإدارة في العاصمة",
)


def _rows(sentence: str) -> str:
    rows = []
    for number, word in enumerate(sentence.split(), start=1):
        head, relation = (0, "root") if number == 1 else (1, "dep")
        rows.append(f"{number}\t{word}\t{word}\tNOUN\t_\t_\t{head}\t{relation}\t_\t_")
    return f"# newpar\n# text = {sentence}\n" + "\n".join(rows) + "\n\n"


def _lattice(sentence: str) -> str:
    rows = []
    for number, word in enumerate(sentence.split()):
        rows += [f"{number}-{number + 1}\t{word}\t_", f"{number}\t{number + 1}\t{word}\t{word}\tNOUN\tNOUN\t_\t_\t_"]
    return f"# text = {sentence}\n" + "\n".join(rows) + "\n\n"


def _bio(sentence: str) -> str:
    return "".join(f"{word} O\n" for word in sentence.split()) + "\n"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpora, with one sentence of the tests in every training part."""
    root = tmp_path_factory.mktemp("corpora")
    for name in corpora.TEXTS:
        _put_xz(root / name, f"{_TEXTS[0]}\n{_TEXTS[1]}\n\nخبر عاجل\n{LEAK}.\n\n{_TEXTS[2]}\n")
    for name in corpora.TREES:
        _put(root / name, _rows(_TEXTS[0] if "train" in name else _TEXTS[1]) + (_rows(LEAK) if "train" in name else ""))
    for name in corpora.TREE_TESTS.values():
        _put(root / name, _rows(LEAK))
    _put_xz(root / corpora.LATTICES, _lattice(_TEXTS[2]) + _lattice(_TEXTS[1]) + _lattice(LEAK))
    for name in corpora.NAMES:
        _put(root / name, _bio(LEAK) + _bio(_TEXTS[3]))
    for name, _ in corpora.NAME_TESTS.values():
        _put(root / name, _bio(LEAK))
    return root


# The real corpora, where the machine has them: .ci/run says where.
_REAL = os.environ.get("GRAPH_BUILDER_CORPORA")


@pytest.fixture(scope="session", params=["small", *([pytest.param("real", marks=pytest.mark.slow)] if _REAL else [])])
def data(request: pytest.FixtureRequest, small: Path) -> Path:
    """The small corpora, and the real ones where they are."""
    return Path(_REAL) if _REAL and request.param == "real" else small


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _put_xz(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(text)
