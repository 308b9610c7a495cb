"""The explorer's page: its language, its policy, and its data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from graph_builder.export.explorer.page import inline_json, inline_script, page
from graph_builder.lexicon import predicates
from tests.export.explorer.awkward import AWKWARD, awkward_knowledge
from tests.support.samples import HOSTILE, result_of, sample_result


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text right inside those of an id or, without one, a tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open = self.texts.setdefault(dict(attrs).get("id") or tag, [])
        self.open.append("")

    def handle_endtag(self, _: str) -> None:
        self.open = None

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.open[-1] += data


@pytest.fixture(scope="module")
def html() -> str:
    return page(sample_result())


def test_page_is_arabic_and_right_to_left(html: str) -> None:
    assert html.startswith('<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">')


def test_page_requests_nothing(html: str) -> None:
    elements = Elements(html)
    attributes = {name for _, found in elements.found for name in found}
    assert {found["href"] for _, found in elements.found if "href" in found} == {"#panel"}
    assert not attributes & {"src", "srcset", "action", "style", "data", "poster", "background"}
    assert not {name for name in attributes if name.startswith("on")}
    (style,) = elements.texts["style"]
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in html


def test_page_csp_allows_its_own_scripts_and_style_only(html: str) -> None:
    elements = Elements(html)
    (content_security_policy,) = [
        found["content"] for _, found in elements.found if found.get("http-equiv") == "Content-Security-Policy"
    ]
    assert content_security_policy is not None
    rules = dict(rule.split(" ", 1) for rule in content_security_policy.split("; "))
    assert rules["default-src"] == "'none'"

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert rules["script-src"].split() == [digest(text) for text in elements.texts["script"]]
    assert rules["style-src"].split() == [digest(text) for text in elements.texts["style"]]


def test_page_embeds_text_as_data_only(html: str) -> None:
    assert HOSTILE not in html
    assert html.count("</script>") == 4
    (data,) = Elements(html).texts["data"]
    assert not re.search("[<>&]", data)
    assert HOSTILE in {entity["name"] for entity in json.loads(data)["entities"]}


def test_page_keeps_awkward_text() -> None:
    html = page(result_of(awkward_knowledge()))
    (data,) = Elements(html.encode("utf-8").decode("utf-8")).texts["data"]
    assert json.loads(data)["documents"][0]["title"] == AWKWARD


def test_page_json_cannot_end_its_element() -> None:
    value = {"a": "</script><!-- & \u2028\u2029 \ud800 حلب"}
    text = inline_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029\ud800]", text)
    assert "حلب" in text


def test_page_script_cannot_end_its_element() -> None:
    assert inline_script("a = '</script>' + '<!--'; b = 1 < 2") == r"a = '\x3c/script>' + '\x3c!--'; b = 1 < 2"


def test_page_is_deterministic(html: str) -> None:
    assert page(sample_result()) == html


def test_page_languages_have_the_same_texts(html: str) -> None:
    (content,) = Elements(html).texts["labels"]
    labels = json.loads(content)

    def keys(tree: dict[str, object]) -> set[str]:
        return {f"{k}.{n}" for k, v in tree.items() for n in (keys(v) if isinstance(v, dict) else [""])}

    assert keys(labels["ar"]) == keys(labels["en"])
    assert labels["ar"]["predicates"] == {name: predicate.arabic for name, predicate in predicates().items()}
    assert labels["en"]["relation_rules"]["speech"] == "a verb of speech"
    places = [re.findall(r"\{\w+\}", json.dumps(labels[language])) for language in ("ar", "en")]
    assert places[0] == places[1]
