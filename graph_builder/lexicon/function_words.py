"""Function words: particles, prepositions, pronouns."""

from __future__ import annotations

import functools

from graph_builder.lexicon.load import Table, Words, load


class FunctionWords(Table, frozen=True):
    """The lists of `function_words.yaml`, which says what each holds."""

    negations: Words
    future: Words
    postponing: Words
    lacking: Words
    before_absent: Words
    conditional: Words
    conditional_nouns: Words
    counterfactual: Words
    averting: Words
    polar_interrogatives: Words
    content_interrogatives: Words
    possibly: Words
    agency_phrases: Words
    possession_phrases: Words
    causal_prepositions: Words
    adjunct_heads: Words
    joining: Words
    contrasting: Words
    instead: Words
    turning: Words
    singling_out: Words
    quantifiers: Words
    quantities: Words
    several: Words
    relatives: Words
    open_relatives: Words
    complementizers: Words
    adverbs: Words
    occasion_prepositions: Words
    connectives: Words
    locatives: Words
    leaving_prepositions: Words
    place_prepositions: Words
    toponym_prepositions: frozenset[str]
    country_prepositions: Words
    relaying_prepositions: Words
    representing_words: Words
    reason_prepositions: Words
    on_behalf: Words
    quotation_prepositions: Words
    interrogative_prefixes: Words
    speech_auxiliaries: Words
    dateline_exclusions: Words
    sides: Words
    side_adjectives: frozenset[str]
    amounts: Words
    event_links: Words
    source_links: Words
    case_prepositions: Words
    inna: frozenset[str]
    an: frozenset[str]
    seat_prepositions: Words


@functools.cache
def function_words() -> FunctionWords:
    """Return the function words.

    Raises:
        LexiconError: If `function_words.yaml` does not hold what it should.
    """
    return load("function_words.yaml", FunctionWords)
