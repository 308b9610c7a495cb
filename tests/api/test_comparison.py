"""kg.compare and the conditions on articles of kg.where."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from graph_builder import ChoiceError, Comparison, KnowledgeGraph
from graph_builder.compare.tables import TABLES

AGENCIES, LEBANON = "002_38706147582cd873", "004_83f35adba166534f"


@pytest.fixture(scope="module")
def aleppo(kg: KnowledgeGraph) -> Comparison:
    return kg.where(article=AGENCIES).compare(kg.where(article=LEBANON), ("<b>وكالات</b>", "لبنان"))


def test_tables_have_the_columns_and_types_that_the_documentation_names(aleppo: Comparison) -> None:
    for name, table in TABLES.items():
        frame = getattr(aleppo, name)
        assert list(frame.columns) == list(table.columns)
        assert len(frame) == len(getattr(aleppo.found, name))
    entities = aleppo.entities
    assert entities["articles_a"].dtype == "int64" and entities["share_b"].dtype == "float64"
    assert entities["rank_a"].dtype == pd.Int64Dtype() and entities["beyond_chance"].dtype == bool
    assert entities["published_a"].dtype == "datetime64[s]"
    assert (entities["change"] == "new").sum() == (entities["articles_a"] == 0).sum() > 10


def test_retold_of_the_seeds(aleppo: Comparison) -> None:
    rows = aleppo.retold.to_dict("records")
    [retold] = [row for row in rows if (row["subject_name"], row["object_name"]) == ("جيش الفتح", "حلب")]
    assert (retold["modality_a"], retold["by_a"]) == ("asserted", "")
    assert (retold["modality_b"], retold["by_b"]) == ("reported", "محسن رضائي")
    assert "جيش الفتح" in retold["sentence_a"] and "حلب" in retold["sentence_b"]


def test_card_and_page_escape_names(aleppo: Comparison, tmp_path: Path) -> None:
    assert "&lt;b&gt;وكالات" in aleppo._repr_html_() and "<b>وكالات" not in aleppo._repr_html_()
    assert repr(aleppo).endswith("0 relations beyond chance, 5 retold>")
    shown = aleppo.show()
    assert "sandbox=" in shown._repr_html_() and "Told differently" in shown.html
    assert {path.name for path in aleppo.save(tmp_path)} == {path.name for path in tmp_path.iterdir()}


def test_articles_can_be_chosen_by_source_day_and_whom_they_name(kg: KnowledgeGraph) -> None:
    assert len(kg.where(source="seeds").documents) == 5
    assert len(kg.where(source=[f"{AGENCIES}.txt", LEBANON]).documents) == 2
    assert kg.where(published="2024-12-01/2024-12-31").documents["source"].to_list() == [
        "seeds/003_87b4613ce848539e.txt"
    ]
    naming = kg.where(naming="لافروف")
    assert naming.documents["source"].to_list() == ["seeds/001_fafdeb8cef18d3e0.txt", f"seeds/{LEBANON}.txt"]
    assert set(naming.mentions["document"]) == set(naming.documents.index)
    with pytest.raises(ChoiceError, match="No article is from 'x'"):
        kg.where(source="x")
    with pytest.raises(ChoiceError, match="No article was published in 2023"):
        kg.where(published="2023")
