"""Arguments that the classifier ties across a clause boundary are dropped."""

from __future__ import annotations

import pytest

from graph_builder.core.annotations import Annotations
from graph_builder.relate.classifier.boundaries import crosses_boundary
from graph_builder.relate.document_context import CorpusContext
from graph_builder.relate.extractions import Extraction, evidence
from graph_builder.relate.sentence.coreference import mentions_by_document, views_of_names
from graph_builder.relate.sentence.view import SentenceView
from graph_builder.resolve import resolve
from tests.support.sentences import article

_ARTICLE = article("clauses")
_ENTITIES = {entity.id: entity for entity in resolve([_ARTICLE]).entities}
_IDS = {name: entity.id for entity in _ENTITIES.values() for name in (entity.name, *entity.aliases)}


def _scenes() -> list[SentenceView]:
    return list(views_of_names(_ARTICLE, mentions_by_document(_ENTITIES.values())[_ARTICLE.document.id], _ENTITIES))


@pytest.mark.parametrize(
    ("sentence", "trigger", "subject", "predicate", "object_", "dropped"),
    [
        (0, "زار", "فلاديمير بوتين", "present_in", "بكين", False),
        (0, "زار", "إيمانويل ماكرون", "present_in", "بكين", True),
        (0, "زار", "إيمانويل ماكرون", "speaks_about", "بكين", False),
        (0, "استقبل", "إيمانويل ماكرون", "consult", "أنغيلا ميركل", False),
        (0, "زار", "فلاديمير بوتين", "consult", "أنغيلا ميركل", True),
        (1, "دعا", "سيرغي لافروف", "request", "طهران", False),
        (1, "دعا", "سيرغي لافروف", "request", "واشنطن", True),
        (1, "رفضت", "واشنطن", "reject", "حسن روحاني", False),
        (1, "رفضت", "سيرغي لافروف", "reject", "واشنطن", True),
        (2, "في", "حامد كرزاي", "present_in", "قندهار", True),
        (4, "تقصف", "إسرائيل", "assault", "غزة", False),
        (4, "تقصف", "إسرائيل", "assault", "مصر", True),
        (5, "سيطر", "الحوثيون", "control", "صنعاء", False),
        (5, "انسحبت", "الحوثيون", "control", "عدن", True),
        (7, "بقي", "فلاديمير بوتين", "present_in", "موسكو", False),
        (7, "بقي", "شي جين بينغ", "present_in", "موسكو", True),
        (8, "يصل", "جون كيري", "present_in", "الرياض", False),
    ],
)
def test_boundaries_drop_argument_of_another_clause(
    sentence: int, trigger: str, subject: str, predicate: str, object_: str, dropped: bool
) -> None:
    view = _scenes()[sentence]
    node = next(node for node in view.tree.nodes if node.word.form == trigger)
    extraction = Extraction(
        _IDS[subject], predicate, _IDS[object_], evidence(view, node.index, node.index, "classifier")
    )
    assert crosses_boundary(view, node, extraction, ()) is dropped


def test_boundaries_drop_office_of_another_person() -> None:
    corpus = Annotations.of([_ARTICLE])
    context = CorpusContext(corpus, _ENTITIES.values())
    view = list(context.article(corpus.documents[0]).views())[3]  # with who is meant by an office alone
    office = next(node for node in view.tree.nodes if node.word.form == "الرئيس")
    proof = evidence(view, office.index, office.index, "classifier")
    assert crosses_boundary(view, office, Extraction(_IDS["سلمان"], "holds_position", _IDS["مصر"], proof), ())
    assert not crosses_boundary(view, office, Extraction(_IDS["سلمان"], "support", _IDS["مصر"], proof), ())


def test_boundaries_keep_the_possessor_as_subject() -> None:
    view = _scenes()[6]
    help_ = next(node for node in view.tree.nodes if node.word.form == "دعم")
    proof = evidence(view, help_.index, help_.index, "nominal_with_verb")
    by_rule, found = (Extraction(_IDS[name], "support", _IDS["تركيا"], proof) for name in ("قطر", "رجب طيب أردوغان"))
    assert crosses_boundary(view, help_, found, (by_rule,))
    assert crosses_boundary(view, help_, found, ()) and not crosses_boundary(view, help_, by_rule, (by_rule,))
