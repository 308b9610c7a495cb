"""Items of Wikidata for countries and large organizations."""

from __future__ import annotations

import functools

from graph_builder.lexicon.load import Table, load


class WikidataItems(Table, frozen=True):
    """The tables of `wikidata.yaml`: items by the ISO code of a country, and by the name of an organization."""

    countries: dict[str, str]
    organizations: dict[str, str]


@functools.cache
def wikidata_items() -> WikidataItems:
    """Return the items of Wikidata, which `graph_builder/training/wikidata.py` collects.

    Raises:
        LexiconError: If `wikidata.yaml` does not hold what it should.
    """
    return load("wikidata.yaml", WikidataItems)
