from __future__ import annotations

from dataclasses import replace

from graph_builder.export.explorer.passages import Passage, mention_passages, names_in, trigger_spans
from graph_builder.values import Document, Entity, Evidence, Knowledge, Mention, Relation
from tests.samples import sample_knowledge


def _knowledge(text: str, *names: tuple[str, int]) -> Knowledge:
    """Each name is mentioned once, in the sentence of that number."""
    document = Document("d", "d.txt", "", text)
    entities = []
    for name, sentence in names:
        start = text.index(name)
        mention = Mention("d", start, start + len(name), name, "PER", sentence)
        entities.append(Entity(name, "PER", name, "", (name,), (mention,)))
    return Knowledge((document,), tuple(entities), (), ())


def _evident(knowledge: Knowledge, start: int, end: int) -> Knowledge:
    subject, target = (entity.id for entity in knowledge.entities[:2])
    evidence = (Evidence("d", start, end, "", "verb"),)
    relation = Relation("r", subject, "aid", target, evidence, "affirmed", "asserted", None, None, None, 1.0)
    return replace(knowledge, relations=(relation,))


def _sentences(knowledge: Knowledge) -> list[str]:
    text = knowledge.documents[0].text
    return [text[p.start : p.end] for p in sorted(set(mention_passages(knowledge).values()))]


def test_a_sentence_reaches_from_stop_to_stop() -> None:
    text = "هدأ البحر. زار سامر ليلى في بيتها! ثم سكت الجميع.\nعاد كريم"
    assert _sentences(_knowledge(text, ("سامر", 1), ("ليلى", 1), ("كريم", 3))) == [
        "زار سامر ليلى في بيتها!",
        "عاد كريم",
    ]


def test_a_point_inside_a_number_ends_nothing() -> None:
    text = "دفع سامر 3.5 ملايين. انتهى"
    assert _sentences(_knowledge(text, ("سامر", 0))) == ["دفع سامر 3.5 ملايين."]


def test_a_sentence_does_not_reach_into_the_next_ones_names() -> None:
    sentences = _sentences(_knowledge("وصل سامر ثم غادرت ليلى", ("سامر", 0), ("ليلى", 1)))
    assert len(sentences) == 2
    assert "ليلى" not in sentences[0]
    assert "سامر" not in sentences[1]


def test_a_sentence_that_is_evidence_has_its_bounds() -> None:
    text = "قال شاهد. عيان إن سامر أعان ليلى. كثيرا"
    knowledge = _evident(_knowledge(text, ("سامر", 0), ("ليلى", 0)), 4, len(text))
    assert _sentences(knowledge) == [text[4:]]


def test_a_text_without_stops_is_cut_around_its_names() -> None:
    text = "كلمة " * 1000 + "سامر" + " كلمة" * 1000
    (sentence,) = _sentences(_knowledge(text, ("سامر", 0)))
    assert "سامر" in sentence
    assert len(sentence) < 1000


def test_every_mention_of_the_sample_lies_in_its_sentence() -> None:
    knowledge = sample_knowledge()
    passages = mention_passages(knowledge)
    mentions = [mention for entity in knowledge.entities for mention in entity.mentions]
    assert set(passages) == set(mentions)
    for mention in mentions:
        assert passages[mention].start <= mention.start < mention.end <= passages[mention].end


def test_names_are_placed_from_the_start_of_the_passage() -> None:
    text = "غاب كريم. زار سامر ليلى."
    knowledge = _knowledge(text, ("كريم", 0), ("سامر", 1), ("ليلى", 1))
    passage = Passage("d", 10, len(text))
    names = names_in([passage], knowledge)[passage]
    assert [(text[10 + name.start : 10 + name.end], name.entity) for name in names] == [("سامر", 1), ("ليلى", 2)]


def test_of_several_triggers_the_one_nearest_to_both_names_is_meant() -> None:
    sentence = "دعم كثيرون الفكرة لكن سامر دعم ليلى"
    near = [[sentence.index("سامر")], [sentence.index("ليلى")]]
    second = sentence.rindex("دعم")
    assert trigger_spans(sentence, "دعم", near) == [(second, second + 3)]


def test_a_whole_word_is_preferred_to_a_part_of_one() -> None:
    assert trigger_spans("الدعم ثم دعم", "دعم", []) == [(9, 12)]


def test_a_trigger_inside_a_written_word_is_found() -> None:
    assert trigger_spans("ودعم سامر", "دعم", []) == [(1, 4)]


def test_the_words_of_a_trigger_may_stand_apart() -> None:
    assert trigger_spans("سيطر سامر على البيت", "سيطر على", []) == [(0, 4), (10, 13)]


def test_a_trigger_that_is_not_there_has_no_place() -> None:
    assert trigger_spans("زار سامر ليلى", "هاجم", []) == []
    assert trigger_spans("زار سامر ليلى", "", []) == []
