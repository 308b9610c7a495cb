"""Names of settlements and districts, recognized by the words before them: مدينة تدمر, حي بستان القصر, دمشق وحلب."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from graph_builder.arabic.punctuation import OPENING
from graph_builder.lexicon import countries, function_words, places
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.mentions.spans import denotes_outskirts, proclitic
from graph_builder.resolve.places.cities import cities_by_name, city, is_major_city, is_spelt_as_city
from graph_builder.syntax import Node, Tree


def places_after_head_noun(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the names that follow a head noun of settlements."""
    for head in tree.nodes[:-1]:
        if head.form not in places().settlements or head.definite or tree[head.index + 1].token == head.token:
            continue
        opening = tree[head.index + 1].word.form in OPENING and head.index + 1 < len(tree)
        first = tree[head.index + (2 if opening else 1)]
        # The genitive of an indefinite noun is the name, even if it is a common noun: بلدة الفوعة.
        governing = first.word.upos == "NOUN"
        if first.matches(places().generic) or denotes_outskirts(tree, first) or proclitic(tree, first):
            continue
        if not (
            first.word.upos in ("PROPN", "X") or governing or tree.name(first.index, first.index) in cities_by_name()
        ):
            continue
        last = first
        if not first.definite and first.index < len(tree):
            after = tree[first.index + 1]
            governed = after.definite and after.word.upos in ("PROPN", "NOUN") and after.token != first.token
            last = after if governed else first
        yield Candidate(sentence, first.index, last.index, "LOC", "headed_place")


def coordinated_places(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names of cities coordinated by «و» with a recognized place, repeatedly."""
    ends = {(c.sentence, c.last) for c in candidates if c.kind == "LOC"}
    for number, tree in enumerate(article.trees):
        for node in tree.nodes[2:]:
            tied = tree[node.index - 1].word.form == "و" and (number, node.index - 2) in ends
            if tied and _may_name(tree, node):
                ends.add((number, node.index))
                yield Candidate(number, node.index, node.index, "LOC", "listed_place")


def cities_of_countries(article: ParsedDocument, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield cities of countries that the article names, after a preposition: «من تدمر» in an article on Syria."""
    here = _countries(article, candidates)
    for number, tree in enumerate(article.trees):
        for node in tree.nodes[1:]:
            after_preposition = tree[node.index - 1].word.form in function_words().toponym_prepositions
            if (
                after_preposition
                and node.word.upos in ("PROPN", "X", "VERB")
                and len(node.word.form) > 2
                and tree.token_end(node.index) == node.index
            ):
                cities = (city(each) for each in cities_by_name().get(tree.name(node.index, node.index), ()))
                if any(each.place.country in here for each in cities):
                    yield Candidate(number, node.index, node.index, "LOC", "city_of_country")


def major_cities(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the proper nouns that are names of major cities."""
    for node in tree.nodes:
        whole = node.index == 1 or tree[node.index - 1].token != node.token or len(tree[node.index - 1].word.form) == 1
        # جدة is a city, جده his grandfather, and آب a month.
        alone = (
            whole
            and tree.token_end(node.index) == node.index
            and len(node.word.form) > 2
            and not node.word.form.endswith("ه")
        )
        named = node.word.upos == "PROPN" and alone and is_spelt_as_city(node.word.form)
        if named and is_major_city(tree.name(node.index, node.index)):
            yield Candidate(sentence, node.index, node.index, "LOC", "great_city")


def distinctive_cities(tree: Tree, sentence: int) -> Iterator[Candidate]:
    """Yield the names of cities that are no other words, whatever they are tagged as."""
    for node in tree.nodes:
        longest = max(_longest_distinctive().get(start, 0) for start in tree.starts(node.index))
        for last in range(node.index, min(node.index + longest, len(tree) + 1)):
            for skip in (0, 1) if tree.clitic_within(node.index) else (0,):
                if tree.token_end(last) == last and _is_distinctive(tree, node.index, last, skip):
                    yield Candidate(sentence, node.index, last, "LOC", "distinctive_city", skip)


def _is_distinctive(tree: Tree, first: int, last: int, skip: int) -> bool:
    written = places().distinctive.get(tree.name(first, last, skip))
    # «قفصة» is a city, «قفصه» his cage.
    return written is not None and not (written.endswith("ة") and tree[last].word.form.endswith("ه"))


@functools.cache
def _longest_distinctive() -> dict[str, int]:
    """Return the length in words of the longest distinctive name that begins with each word."""
    longest: dict[str, int] = {}
    for each in places().distinctive:
        words = each.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _countries(article: ParsedDocument, candidates: Sequence[Candidate]) -> set[str]:
    """Return the codes of the countries that an article refers to, by name or by adjective."""
    named = (gazetteer().get(name(article, candidate)) for candidate in candidates)
    country_references = (countries().of_adjective(node.word.form) for tree in article.trees for node in tree.nodes)
    return {each.country for each in named if each and each.country} | {
        each.code for each in country_references if each
    }


def _may_name(tree: Tree, node: Node) -> bool:
    """Return whether a word is the name of a city here: many names of cities in GeoNames are common words."""
    tagged = node.label.endswith("LOC")
    named = tagged or (node.word.upos in ("PROPN", "X") and is_spelt_as_city(node.word.form))
    return named and len(node.word.form) > 2 and tree.name(node.index, node.index) in cities_by_name()
