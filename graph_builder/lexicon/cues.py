"""Cues of attribution and factuality: who says what, and how it is meant."""

from __future__ import annotations

import functools

from graph_builder.lexicon.load import Table, Words, load


class Cues(Table, frozen=True):
    """The lists of `cues.yaml`, which says what each holds."""

    speech: Words
    speech_if_opened: Words
    relaying: Words
    sourcing: Words
    speech_participles: Words
    stance_verbs: Words
    kinship: Words
    light_verbs: Words
    enabling: Words
    enabling_nouns: Words
    deaths: Words
    targeting: Words
    changing_hands: Words
    stopping: Words
    auxiliaries: Words
    lasting: Words
    denying: Words
    failing: Words
    preventing: Words
    foiling: Words
    planning: Words
    demanding: Words
    supposing: Words
    accusing: Words
    reporting: Words
    noting: Words
    contents: Words
    untrue: Words
    truth: Words
    unprecedented: Words
    stance_nouns: Words
    ceasing: Words
    resigning: Words
    resignations: Words
    dismissing: Words
    dismissals: Words
    receiving: Words
    enjoying: Words
    undergoing: Words
    dying: Words
    light_nouns: Words
    sourced: Words
    as_told: Words
    sites: Words
    substituting: Words
    appearing: Words
    informants: Words
    occurrence_verbs: Words
    possessed_nouns: Words
    agentive_nouns: Words
    proposals: Words
    proposing: Words
    sourced_behind_ala: Words


@functools.cache
def cues() -> Cues:
    """Return the cues of attribution and factuality.

    Raises:
        LexiconError: If `cues.yaml` does not hold what it should.
    """
    return load("cues.yaml", Cues)
