"""The tables of a knowledge graph, as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from graph_builder.api import frames
from graph_builder.core.extras import require
from graph_builder.core.values import Knowledge

if TYPE_CHECKING:
    import polars as pl


class Tables:
    """The tables of a knowledge graph. Each access makes a new DataFrame, which can be changed freely."""

    knowledge: Knowledge

    @property
    def entities(self) -> pd.DataFrame:
        """The entities, the most often mentioned first, indexed by `id` (16 hexadecimal digits).

        Columns:

        - `name`, `name_latin`: name in Arabic and in Latin letters
        - `kind`: PER, LOC or ORG
        - `aliases`: other names in the articles: a tuple of str
        - `mentions`: number of mentions
        - `articles`: number of articles that mention it
        - `statements`: number of relations of which it is subject or object
        - `lat`, `lon`: degrees of WGS 84, NaN if the place is not known
        - `country`: ISO 3166-1 alpha-2 code of the country that it lies in
        - `links`: IRIs of the same thing elsewhere: a tuple of str

        Examples:
            >>> kg.entities.loc[kg["لافروف"].id, ["name", "kind"]].to_list()
            ['سيرغي لافروف', 'PER']
        """
        return frames.entities(self.knowledge)

    @property
    def relations(self) -> pd.DataFrame:
        """The relations, in the order in which the articles state them, indexed by `id` (16 hexadecimal digits).

        Columns:

        - `subject`, `predicate`, `object`: two names, and a word of the closed list of predicates
        - `polarity`: affirmed or negated
        - `modality`: asserted, reported (in somebody's words) or future (announced)
        - `attributed_to`: the name of the speaker it is attributed to
        - `date`: a day, month, year or interval in ISO 8601, if stated
        - `since`, `until`: its first and last day
        - `published`: the day of the first article that states it, if known
        - `place`: the name of the place, if stated
        - `confidence`: from 0 to 1
        - `sentences`, `articles`: how many state it
        - `sentence`, `trigger`: the first sentence, on one line, and its words that express the relation
        - `subject_id`, `object_id`, …: ids in `entities`; so attributed_to_id and place_id

        Examples:
            >>> set(kg.relations["polarity"]) <= {"affirmed", "negated"}
            True
        """
        return frames.relations(self.knowledge)

    @property
    def evidence(self) -> pd.DataFrame:
        """The sentences that state relations, in the order of the texts.

        `relation` is the id of the relation; `document`, `start` and `end` are the bounds of the sentence in code
        points; `trigger`, at `trigger_start`, are its words that express the relation, and `rule` is the rule that
        read them. `sentence` is the sentence on one line.
        """
        return frames.evidence(self.knowledge, self.knowledge.relations)

    @property
    def mentions(self) -> pd.DataFrame:
        """The mentions of entities, in the order of the texts.

        `entity` is an id, `name` and `kind` are those of the entity; `document`, `start` and `end` are the bounds of
        `surface` in code points of the text of the article; `sentence` is the index of the sentence in the article,
        from 0, and `text` is that sentence on one line.
        """
        return frames.mentions(self.knowledge)

    @property
    def documents(self) -> pd.DataFrame:
        """The articles, sorted by source, indexed by `id`: the start of the SHA-256 of their text.

        `source`, `title`, `published` (a day, or NaT) and `text`; the numbers of `words`, `sentences`, `mentions`,
        `entities` and `relations`; `silent` is the number of sentences without any.
        """
        return frames.documents(self.knowledge)

    @property
    def merges(self) -> pd.DataFrame:
        """The merged names: `entity` (an id), its `name`, the names `left` and `right`, `rule` and `score` (0 to 1)."""
        return frames.merges(self.knowledge)

    def to_polars(self) -> dict[str, pl.DataFrame]:
        """Return all tables for Polars: entities, relations, evidence, mentions, documents and merges.

        They have the same rows and columns, with the index as the column `id`. Days are Date, tuples List(String),
        closed lists (`kind`, `predicate`, `polarity`, `modality`) Enum and rules Categorical; what is missing is null.

        Examples:
            >>> kg.to_polars()["relations"].schema["since"]
            Date

        Raises:
            MissingPackageError: Polars is not installed.
        """
        require("polars", "make its tables")
        from graph_builder.api.polars_frames import polars_frame

        tables = {
            "entities": self.entities,
            "relations": self.relations,
            "evidence": self.evidence,
            "mentions": self.mentions,
            "documents": self.documents,
            "merges": self.merges,
        }
        return {name: polars_frame(table) for name, table in tables.items()}
