"""Treebanks: read, typed with noise, written."""

from __future__ import annotations

import lzma
from pathlib import Path

from graph_builder.training import lattices, treebank
from graph_builder.training.treebank import FORM, LEMMA, UPOS
from graph_builder.training.typing_noise import final_ha, no_hamza

_UNIT = """# newpar
# text = وللحكومةِ «رأي»، إذن.
1-3\tوللحكومةِ\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\tو\tCCONJ\t_\t_\t3\tcc\t_\t_
2\tل\tل\tADP\t_\t_\t3\tcase\t_\t_
3\tالحكومةِ\tحكومة\tNOUN\t_\t_\t0\troot\t_\t_
4\t«\t«\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
5\tرأي\tرأي\tNOUN\t_\t_\t3\tnsubj\t_\tSpaceAfter=No
6\t»\t»\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
7\t،\t،\tPUNCT\t_\t_\t3\tpunct\t_\t_
8-9\tلرئيسته\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
8\tلرئيسة\tرئيسة\tNOUN\t_\t_\t3\tdep\t_\t_
9\tه\tهو\tPRON\t_\t_\t8\tnmod\t_\t_
10\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

"""


def _read(folder: Path) -> treebank.Tree:
    path = folder / "unit.conllu"
    path.write_text(_UNIT, encoding="utf-8")
    (tree,) = treebank.read(path)
    return tree


def test_treebank_unit_is_normalized(tmp_path: Path) -> None:
    tree = _read(tmp_path)
    assert tree.opens and tree.text() == 'وللحكومة "رأي", لرئيسته.'
    assert [row[FORM] for row in tree.tokens()] == ["وللحكومة", '"', "رأي", '"', ",", "لرئيسته", "."]
    assert [row[LEMMA] for row in tree.words()][2] == "حكومة"


def test_treebank_round_trips(tmp_path: Path) -> None:
    tree = _read(tmp_path)
    treebank.write([tree, tree], tmp_path / "again.conllu")
    assert [each.rows for each in treebank.read(tmp_path / "again.conllu")] == [tree.rows, tree.rows]


def test_treebank_typing_noise_changes_forms_only(tmp_path: Path) -> None:
    tree = treebank.retype(treebank.retype(_read(tmp_path), final_ha), no_hamza)
    assert tree.text() == 'وللحكومه "راي", لرئيسته.'
    assert [row[FORM] for row in tree.words()][2] == "الحكومه"
    assert [row[FORM] for row in tree.words()][7] == "لرئيسة"  # its last letter is inside the token
    assert [row[LEMMA] for row in tree.words()][4] == "رأي"


def test_treebank_paragraphs_are_separated_by_blank_lines(tmp_path: Path) -> None:
    tree = _read(tmp_path)
    inner = treebank.Tree(tree.rows, opens=False)
    assert treebank.paragraphs([tree, inner, tree]).count("\n\n") == 2  # one between, one at the end


_LATTICES = """# newpar
# text = وعاد إلى باول اليوم.
0-2\tوعاد\t_
0\t1\tو\tوَ\tCCONJ\tCCONJ\t_\t_\t_
1\t2\tعاد\tعَاد\tVERB\tVERB\t_\t_\t_
2-3\tإلى\t_
2\t3\tإلى\tإِلَى\tADP\tADP\t_\t_\t_
2\t3\tإلى\tآلَى\tVERB\tVERB\t_\t_\t_
3-5\tباول\t_
3\t5\tباول\tباول\tX\tX\t_\t_\t_
3\t4\tب\tبِ\tADP\tADP\t_\t_\t_
4\t5\tاول\tأَوَّل\tADJ\tADJ\t_\t_\t_
5-6\tاليوم\t_
5\t6\tاليوم\tيَوم\tNOUN\tNOUN\t_\t_\t_
6-7\t.\t_
6\t7\t.\t.\tPUNCT\tPUNCT\t_\t_\t_

"""


def _lattices(folder: Path, known: list[treebank.Tree]) -> list[treebank.Tree]:
    with lzma.open(folder / "units.xz", "wt", encoding="utf-8") as file:
        file.write(_LATTICES)
    return lattices.read(folder / "units.xz", known)


def _tree(*forms: str) -> treebank.Tree:
    return treebank.Tree(
        tuple((str(n), form, form, "X", "_", "_", "0", "root", "_", "_") for n, form in enumerate(forms, start=1)), True
    )


def test_lattice_with_forks_follows_the_trees_or_is_dropped(tmp_path: Path) -> None:
    assert _lattices(tmp_path, []) == []
    (unit,) = _lattices(tmp_path, [_tree("باول")])
    assert [row[FORM] for row in unit.words()] == ["و", "عاد", "إلى", "باول", "اليوم", "."]
    assert unit.text() == "وعاد إلى باول اليوم."


def test_lattice_gives_analyses_and_certain_lemmas(tmp_path: Path) -> None:
    (unit,) = _lattices(tmp_path, [_tree("باول")])
    assert [(row[LEMMA], row[UPOS]) for row in unit.words()][:3] == [("و", "CCONJ"), ("عاد", "VERB"), ("_", "ADP/VERB")]


def test_lattice_ambiguity_is_resolved_by_the_tagger(tmp_path: Path) -> None:
    (unit,) = _lattices(tmp_path, [_tree("باول")])
    for said, tag in (("ADP", "ADP"), ("VERB", "VERB"), ("AUX", "AUX"), ("NOUN", "ADP")):
        chosen = lattices.tagged(unit, ["CCONJ", "NOUN", said, *["X"] * 3])
        assert [row[UPOS] for row in chosen.words()][:3] == ["CCONJ", "VERB", tag]


def test_treebank_unit_is_respelt_as_its_text() -> None:
    rows = [
        ("1-2", "والقوه", "_", "SpaceAfter=No"),
        ("1", "و", "و", "_"),
        ("2", "القوه", "قوة", "_"),
        ("3", "فى", "في", "_"),
    ]
    tree = treebank.Tree(tuple((n, form, lemma, *["_"] * 6, misc) for n, form, lemma, misc in rows), True)
    changed = treebank.respelt(tree, lambda text: text.replace("القوه", "القوة").replace("فى", "في"))
    assert [row[FORM] for row in changed.rows] == ["والقوة", "و", "القوة", "في"]
