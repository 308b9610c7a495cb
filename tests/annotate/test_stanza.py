"""The Stanza pipeline on the bundled weights."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from graph_builder.annotate import stanza
from graph_builder.annotate.stanza import Loaded, StanzaAnnotator, annotate_batch, fetch_official, load
from graph_builder.annotate.weights import BUNDLED, PROCESSORS, Weights, find_weights
from graph_builder.arabic.marks import without_marks
from graph_builder.core import batches
from graph_builder.core.errors import ModelsError
from graph_builder.core.values import Annotated, Document, Problem, Token
from tests.support.sentences import document

pytestmark = pytest.mark.model

_TEXT = (
    "وصلَ الوزيرُ سامي الحدّادُ إلى بغـــداد، وَالْتَقَى مُديرَ الجامعةِ.\n"
    "\n"
    "وزار الوفد روسيا وتركيا أمس.\n"
    "ـــــــــــ\n"
    "\u200fقال \u200fالحداد\u200f إن الجسر سيفتح أبوابه للناس قريبا."
)
_PLAIN = without_marks(_TEXT)
_BAD = document("هذا نص عجيب فيه عطل.", "bad.txt")


@pytest.fixture(scope="session")
def annotated(pipeline: Loaded) -> Annotated:
    """The text above."""
    (outcome,) = annotate_batch(pipeline, [document(_TEXT)])
    assert isinstance(outcome, Annotated)
    return outcome


def _tokens(annotated: Annotated) -> list[Token]:
    return [token for sentence in annotated.sentences for token in sentence.tokens]


def _surfaces(annotated: Annotated) -> list[str]:
    return [annotated.document.text[token.start : token.end] for token in _tokens(annotated)]


def test_stanza_loads_every_processor(pipeline: Loaded) -> None:
    assert set(pipeline.pipeline.processors) == set(PROCESSORS.split(","))
    assert "mwt" in pipeline.pipeline.processors


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("زار ولي العهد مدينة الجبيل.", "ولي"),
        ("استقبل الأمير فيصل بن فهد الوزير وفيصل الحربي.", "فيصل فهد فيصل"),
        ("قال وكيل الوزارة إن لاعبي الفريق شاركوا في البطولة.", "وكيل لاعبي"),
        ("زادت برامجها.", "برامج"),
    ],
)
def test_stanza_keeps_a_word_that_only_looks_like_clitic_and_word(pipeline: Loaded, text: str, whole: str) -> None:
    (outcome,) = annotate_batch(pipeline, [document(text)])
    assert isinstance(outcome, Annotated)
    words = [word.form for token in _tokens(outcome) for word in token.words]
    assert all(words.count(each) == whole.split().count(each) for each in whole.split()), words


def test_stanza_splits_clitics(pipeline: Loaded) -> None:
    (outcome,) = annotate_batch(pipeline, [document("قال لنا إنه سافر إلى لندن وباريس وفي يده كتاب لبنته.")])
    assert isinstance(outcome, Annotated)
    cut = [" ".join(word.form for word in token.words) for token in _tokens(outcome) if len(token.words) > 1]
    assert {"ل نا", "و باريس", "و في"} <= set(cut)


@pytest.mark.usefixtures("pipeline")
def test_stanza_uses_one_thread_per_process() -> None:
    assert torch.get_num_threads() == 1


def test_stanza_needs_no_network(
    pipeline: Loaded,
    refuse: Callable[[pytest.MonkeyPatch], None],
    connections: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refuse(monkeypatch)
    (outcome,) = annotate_batch(pipeline, [document("عاد الوفد إلى بغداد.")])
    assert isinstance(outcome, Annotated) and not connections


def test_stanza_offsets_point_into_the_given_text(annotated: Annotated) -> None:
    surfaces = _surfaces(annotated)
    assert {"وصلَ", "الحدّادُ", "بغـــداد", "وَالْتَقَى", "الجامعةِ", "الحداد", "قال"} <= set(surfaces)
    assert "".join("".join(surfaces).split()) == "".join(_TEXT.replace("ـ" * 11, "").replace("\u200f", "").split())


def test_stanza_tokens_are_ordered_within_their_sentence(annotated: Annotated) -> None:
    offsets = [offset for token in _tokens(annotated) for offset in (token.start, token.end)]
    assert offsets == sorted(offsets)
    for sentence in annotated.sentences:
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert "\n" not in _TEXT[sentence.start : sentence.end]


def test_stanza_is_given_text_without_marks(annotated: Annotated) -> None:
    words = [word for sentence in annotated.sentences for word in sentence.words]
    assert all(word.form == without_marks(word.form) for word in words)


def test_stanza_result_is_independent_of_marks(pipeline: Loaded, annotated: Annotated) -> None:
    (plain,) = annotate_batch(pipeline, [document(_PLAIN)])
    assert isinstance(plain, Annotated)
    assert [without_marks(surface) for surface in _surfaces(annotated)] == _surfaces(plain)
    assert [[(t.words, t.label) for t in s.tokens] for s in annotated.sentences] == [
        [(t.words, t.label) for t in s.tokens] for s in plain.sentences
    ]


def test_stanza_entity_excludes_its_clitic(annotated: Annotated) -> None:
    (token,) = [token for token in _tokens(annotated) if _TEXT[token.start : token.end] == "وتركيا"]
    assert [word.form for word in token.words] == ["و", "تركيا"]
    assert token.label.endswith("LOC")


def test_stanza_tags_entities_and_dependencies(annotated: Annotated) -> None:
    labels = dict(zip(_surfaces(annotated), (token.label for token in _tokens(annotated)), strict=True))
    assert labels["بغـــداد"] == "S-LOC" and labels["سامي"] == "B-PER" and labels["الحدّادُ"] == "E-PER"
    for sentence in annotated.sentences:
        words = list(sentence.words)
        assert [word.head for word in words].count(0) == 1
        assert all(0 <= word.head <= len(words) and word.upos and word.lemma and word.deprel for word in words)


@pytest.mark.parametrize("text", ["ـــــ", "\n \n", "\u200f", ""])
def test_stanza_text_without_words_has_no_sentences(pipeline: Loaded, text: str) -> None:
    assert annotate_batch(pipeline, [document(text)]) == [Annotated(document(text), ())]


class _Failing:
    """The pipeline, failing on one kind of text."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def bulk_process(self, texts: Sequence[str]) -> Any:
        if any("عطل" in text for text in texts):
            raise RuntimeError("shapes\n  do not match")
        return self._pipeline.bulk_process(texts)


def test_stanza_reads_the_arabic_parts_of_a_mixed_article(pipeline: Loaded) -> None:
    text = "The minister opened the bridge. زار سامي الحداد مدينة حلب.\nThe end of the text (حلب)."
    (outcome,) = annotate_batch(pipeline, [document(text)])
    assert isinstance(outcome, Annotated)
    assert [text[s.start : s.end] for s in outcome.sentences] == ["زار سامي الحداد مدينة حلب."]


def test_stanza_skips_what_is_no_text(pipeline: Loaded) -> None:
    text = "<p>زار <b>سامي الحداد</b> #مدينة_حلب&nbsp;أمس.</p>"
    (outcome,) = annotate_batch(pipeline, [document(text)])
    assert isinstance(outcome, Annotated)
    (sentence,) = outcome.sentences
    tokens = [text[token.start : token.end] for token in sentence.tokens]
    assert tokens == ["زار", "سامي", "الحداد", "مدينة", "حلب", "أمس", "."]


def test_stanza_batch_loses_only_the_failing_document(pipeline: Loaded) -> None:
    good = [document("عاد الوفد إلى بغداد."), document("زار سامي الحداد بيروت.")]
    failing = Loaded(_Failing(pipeline.pipeline), pipeline.usual, pipeline.readings)
    outcomes = annotate_batch(failing, [good[0], _BAD, good[1]])
    assert outcomes == [
        *annotate_batch(pipeline, good[:1]),
        Problem(
            "bad.txt",
            "Stanza failed on its text (RuntimeError: shapes do not match)",
            "check the text for anything unusual, or leave it out",
        ),
        *annotate_batch(pipeline, good[1:]),
    ]


def _documents() -> list[Document]:
    return [document(f"زار سامي الحداد مدينة {city} وعاد إلى بيروت.") for city in ("حلب", "حمص", "بغداد", "عدن")]


def _sorted(outcomes: Any) -> list[Annotated]:
    return sorted(outcomes, key=lambda outcome: str(outcome.document.id))


def _ended_but(pid: int | None) -> bool:
    """Whether within half a minute there is no child left but one."""
    end = time.monotonic() + 30
    while {child.pid for child in multiprocessing.active_children()} - {pid} and time.monotonic() < end:
        time.sleep(0.05)
    return {child.pid for child in multiprocessing.active_children()} == {pid}


def test_stanza_two_processes_annotate_as_one(pipeline: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "LONGEST", 60)
    bystander = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(300,))
    bystander.start()
    try:
        two = _sorted(StanzaAnnotator(find_weights(), "cpu", workers=2)(_documents()))
        assert bystander.is_alive(), "a process of somebody else was ended"
        assert _ended_but(bystander.pid), "a worker stayed"
    finally:
        bystander.kill()
        bystander.join()
    monkeypatch.setattr(stanza, "load", lambda *_: pipeline)
    one = _sorted(StanzaAnnotator(find_weights(), "cpu", workers=1)(_documents()))
    assert len(two) == 4 and two == one


def test_stanza_batches_are_independent_of_order(pipeline: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    class Noting:
        def bulk_process(self, texts: Sequence[str]) -> Any:
            asked.append(list(texts))
            return pipeline.pipeline.bulk_process(texts)

    monkeypatch.setattr(stanza, "load", lambda *_: Loaded(Noting(), pipeline.usual, pipeline.readings))
    annotator = StanzaAnnotator(find_weights(), "cpu")
    forwards, backwards = (list(annotator(each)) for each in (_documents(), _documents()[::-1]))
    assert forwards == backwards
    assert len(asked) == 2 and asked[0] == asked[1] and len(asked[0]) == 4


def test_stanza_damaged_weights_raise_with_remedy(tmp_path: Path) -> None:
    for path in BUNDLED.rglob("*.*"):
        copy = tmp_path / path.relative_to(BUNDLED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(path)
    damaged = tmp_path / "ar" / "tokenize" / "news.pt"
    content = damaged.read_bytes()
    damaged.unlink()
    damaged.write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelsError, match=rf"{tmp_path} cannot be loaded.*--models"):
        load(Weights(tmp_path, ""), "cpu")


def test_stanza_missing_device_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(ModelsError, match="--device cpu"):
        load(find_weights(), "cuda")


def test_stanza_fetch_without_network_raises(
    refuse: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(stanza, "official_directory", lambda: tmp_path / "stanza")
    refuse(monkeypatch)
    with pytest.raises(ModelsError, match=r"cannot be downloaded.*network connection"):
        fetch_official()


def test_stanza_endings_are_shown_as_usual_and_kept_as_typed(pipeline: Loaded) -> None:
    shown: list[str] = []

    class Noting:
        def bulk_process(self, texts: Sequence[str]) -> Any:
            shown.extend(texts)
            return pipeline.pipeline.bulk_process(texts)

    text = "زارت رئيسه الحكومه مدينه بغداد فى المساء."
    (outcome,) = annotate_batch(Loaded(Noting(), pipeline.usual, pipeline.readings), [document(text)])
    assert isinstance(outcome, Annotated) and "الحكومة مدينة بغداد في المساء" in shown[0]
    assert [text[t.start : t.end] for s in outcome.sentences for t in s.tokens] == text.replace(".", " .").split()
