"""National organizations that are named without their country."""

from __future__ import annotations

import pytest

from graph_builder.arabic.fold import fold
from graph_builder.core.values import Annotated, Document, Sentence, Token, Word, content_id
from graph_builder.lexicon import countries
from graph_builder.resolve import Resolution, resolve
from graph_builder.resolve.gazetteer import citizenship, country_of_ruler
from graph_builder.resolve.national_organizations import full_name


def _annotated(text: str, **kinds: str) -> Annotated:
    """A text of one sentence, words apart; those of `kinds` are names of one word, or tagged in BIOES."""
    tokens, start = [], 0
    for form in text.split(" "):
        upos = "PUNCT" if form == "." else "ADJ" if countries().of_adjective(form) else "NOUN"
        lemma = form.removeprefix("ال")
        label = kinds.get(form, "O")
        label = f"S-{label}" if label in ("PER", "ORG", "LOC") else label
        tokens.append(Token(start, start + len(form), (Word(form, lemma, upos, "", 0, "dep"),), label))
        start += len(form) + 1
    return Annotated(Document(content_id(text), "a.txt", "", text), (Sentence(0, len(text), tuple(tokens)),))


def _names(resolution: Resolution) -> set[tuple[str, str]]:
    return {(entity.kind, entity.name) for entity in resolution.entities if entity.mentions}


def test_national_organization_gets_the_country_of_the_article() -> None:
    found = resolve([_annotated("قالت الحكومة في تونس إن الوزير التونسي استقال", الحكومة="ORG", تونس="LOC")])
    assert ("ORG", "الحكومة التونسية") in _names(found)
    assert [(m.left, m.right, m.rule) for m in found.merges] == [
        ("الحكومة التونسية", "الحكومة", "body_of_country_in_article")
    ]


def test_national_organization_in_doubt_stays_of_its_article() -> None:
    texts = ("قالت الحكومة في تونس و ليبيا", "قالت الحكومة إن ليبيا و تونس")
    found = resolve([_annotated(text, الحكومة="ORG", تونس="LOC", ليبيا="LOC") for text in texts])
    governments = [entity for entity in found.entities if entity.kind == "ORG"]
    assert [entity.name for entity in governments] == ["الحكومة", "الحكومة"]
    assert all(len(entity.mentions) == 1 for entity in governments)


def test_national_organization_bare_name_follows_the_full_one() -> None:
    text = "هاجم الجيش السوري الجيش التركي ثم انسحب الجيش من العراق و العراق و العراق"
    found = resolve([_annotated(text, الجيش="ORG", العراق="LOC")])
    turkish = next(e for e in found.entities if e.name == "الجيش التركي")
    assert len(turkish.mentions) == 2


@pytest.mark.parametrize(("country", "organization"), [("اليمن", "التحالف العربي"), ("العراق", "التحالف الدولي")])
def test_national_organization_short_name_by_country_of_its_action(country: str, organization: str) -> None:
    found = resolve([_annotated(f"قصف التحالف مواقع في {country}", التحالف="ORG", **{country: "LOC"})])
    assert ("ORG", organization) in _names(found)


def test_national_organization_full_name_agrees_with_its_head() -> None:
    sudan, chad = (countries().by_code[code] for code in ("SD", "TD"))
    assert full_name("وزارة العدل", sudan) == "وزارة العدل السودانية"
    assert full_name("مجلس الوزراء", sudan) == "مجلس الوزراء السوداني"
    assert full_name("القوات المسلحة", sudan) == "القوات المسلحة السودانية"
    assert chad.adjective or full_name("الجيش", chad) == f"الجيش ({chad.name})"


def test_national_organization_of_the_kingdom_that_is_named_most() -> None:
    for country, adjective in (("الأردن", "الأردنية"), ("السعودية", "السعودية")):
        text = f"قالت الحكومة في {country} إن المملكة و المملكة غير مصر"
        found = resolve([_annotated(text, الحكومة="ORG", **{country: "LOC"}, مصر="LOC")])
        assert ("ORG", f"الحكومة {adjective}") in _names(found)
    assert ("ORG", "الحكومة السعودية") in _names(
        resolve([_annotated("قالت الحكومة إن المملكة شكرت خادم الحرمين", الحكومة="ORG")])
    )
    moroccan = resolve([_annotated("قالت الحكومة إن المملكة المغربية و المغرب", الحكومة="ORG", المغرب="LOC")])
    assert ("ORG", "الحكومة المغربية") in _names(moroccan)


@pytest.mark.parametrize(
    ("text", "kinds", "country"),
    [
        ("زارت الحكومة القصرين أمس", {"الحكومة": "ORG", "القصرين": "LOC"}, "التونسية"),
        ("زارت الحكومة فرنسا أمس", {"الحكومة": "ORG", "فرنسا": "LOC"}, ""),
        ("قال الإيطالي إن الحكومة استقالت", {"الحكومة": "ORG"}, ""),
        ("قال التركي إن الحكومة في بريدة", {"التركي": "PER", "الحكومة": "ORG", "بريدة": "LOC"}, "السعودية"),
        ("زار السيسي الحكومة في ليبيا و تونس", {"السيسي": "PER", "الحكومة": "ORG"}, "المصرية"),
    ],
)
def test_national_organization_by_places_within_and_people_beside(
    text: str, kinds: dict[str, str], country: str
) -> None:
    assert ("ORG", f"الحكومة {country}".strip()) in _names(resolve([_annotated(text, **kinds)]))


def test_national_organization_of_few_countries_is_of_no_other() -> None:
    found = resolve([_annotated("زار بوتين الحكومة الشرعية", بوتين="PER", الحكومة="B-ORG", الشرعية="E-ORG")])
    assert ("ORG", "الحكومة الشرعية") in _names(found)


def test_national_organization_short_name_by_countries_named_most() -> None:
    text = "قصف التحالف سوريا و العراق و سوريا و العراق غير اليمن"
    found = resolve([_annotated(text, التحالف="ORG", سوريا="LOC", العراق="LOC", اليمن="LOC")])
    assert ("ORG", "التحالف الدولي") in _names(found)


def test_citizenship_is_that_of_the_person_known_by_the_name() -> None:
    known = ("السيسي", "محمد بن نايف بن عبد العزيز", "عبد الله بن عبد العزيز العثيم", "الحداد")
    assert [citizenship(fold(name)) for name in known] == ["EG", "SA", None, None]
    assert [country_of_ruler(fold(name)) for name in ("الأسد", "نتنياهو", "سامي")] == ["SY", "IL", None]
