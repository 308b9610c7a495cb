"""What is known as pandas tables."""

from __future__ import annotations

import pandas as pd

from graph_builder.api import frames
from graph_builder.core.values import Knowledge


class Tables:
    """The tables of a knowledge graph, made anew whenever they are asked for: to change one changes nothing else."""

    knowledge: Knowledge

    @property
    def entities(self) -> pd.DataFrame:
        """Who and what is named, the most often named first, by `id`: 16 hexadecimal digits.

        ================ ====================================================================
        name, name_latin what it goes by, in Arabic and in Latin letters
        kind             PER, LOC or ORG
        aliases          what else the articles call it: a tuple of str
        mentions         places in the texts that name it
        articles         articles that name it
        statements       statements of which it is subject or object
        lat, lon         degrees of WGS 84, NaN where it is no known place
        country          ISO 3166-1 alpha-2 code of the country that it lies in
        links            IRIs of what is held to be the same thing elsewhere: a tuple of str
        ================ ====================================================================

        >>> kg.entities.loc[kg["لافروف"].id, ["name", "kind"]].to_list()
        ['سيرغي لافروف', 'PER']
        """
        return frames.entities(self.knowledge)

    @property
    def relations(self) -> pd.DataFrame:
        """The statements, in the order in which the articles make them, by `id`: 16 hexadecimal digits.

        =========================== =====================================================================
        subject, predicate, object  names, and a word of the closed list of predicates between them
        polarity                    affirmed or negated
        modality                    asserted, reported (in somebody's words) or future (announced)
        attributed_to               the name of the one in whose words it stands
        date                        a day, month, year or two with a slash, in ISO 8601, if the text tells
        since, until                its first and last day
        published                   the day of the first article that states it, if known
        place                       the name of where
        confidence                  from 0 to 1
        sentences, articles         how many state it
        sentence, trigger           the first sentence, on one line, and the words in it that tie the two
        subject_id, object_id, …    ids in `entities`; so attributed_to_id and place_id
        =========================== =====================================================================

        >>> set(kg.relations["polarity"]) <= {"affirmed", "negated"}
        True
        """
        return frames.relations(self.knowledge)

    @property
    def evidence(self) -> pd.DataFrame:
        """Every sentence that makes a statement, in the order of the texts.

        `relation` is the statement's id; `document`, `start` and `end` say where the sentence stands, in code points;
        `trigger`, from `trigger_start`, are the words in it that tie the two, and `rule` read them. `sentence` is the
        sentence on one line.
        """
        return frames.evidence(self.knowledge, self.knowledge.relations)

    @property
    def mentions(self) -> pd.DataFrame:
        """Every place in a text that names an entity, in the order of the texts.

        `entity` is an id, `name` and `kind` are the entity's; `document`, `start` and `end` say where `surface`
        stands, in code points of the article's text; `sentence` counts the article's sentences from 0, `text` is that
        sentence on one line.
        """
        return frames.mentions(self.knowledge)

    @property
    def documents(self) -> pd.DataFrame:
        """The articles, sorted by source, by `id`: the start of the SHA-256 of their text.

        `source`, `title`, `published` (a day, or NaT) and `text`; how many `words`, `sentences`, `mentions`, `entities`
        and `relations` were found in it; `silent` sentences gave nothing.
        """
        return frames.documents(self.knowledge)

    @property
    def merges(self) -> pd.DataFrame:
        """Which names were held to be one entity's: `entity` (an id), its `name`, `left`, `right`, `rule`, `score`."""
        return frames.merges(self.knowledge)
