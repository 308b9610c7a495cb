"""Values of a comparison of two sides, called A and B: two builds, or two parts of one.

Whatever is counted on both sides is a pair, A first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from graph_builder.core.values import Entity, Knowledge, Modality, Polarity

T = TypeVar("T")
Both: TypeAlias = tuple[T, T]

Change = Literal["new", "gone", "stronger", "weaker", "same"]
Reason = Literal["link", "id", "name", "alias", "ambiguous", ""]
Aspect = Literal["polarity", "modality", "source"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides.

    Attributes:
        name: What the reader calls it.
        knowledge: Its articles, and what was found in them.
        settings: The settings of its build, as in the manifest.
    """

    name: str
    knowledge: Knowledge
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """An entity of both sides, or of one.

    Attributes:
        a: The entity in A; None if A has none.
        b: The entity in B; None if B has none.
        reason: Why the two are the same: a common `link`, the same `id`, main `name` or `alias`. Of an entity on one
            side, `ambiguous` if it shares a name with the other side that does not identify it, else empty.
        detail: The link or name in common; empty for an id.
    """

    a: Entity | None
    b: Entity | None
    reason: Reason = ""
    detail: str = ""

    @property
    def shown(self) -> Entity:
        """The entity of the side that mentions it more often."""
        if self.a is None or self.b is None:
            entity = self.a or self.b
            assert entity is not None
            return entity
        return self.b if len(self.b.mentions) > len(self.a.mentions) else self.a


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that stands behind a difference.

    Attributes:
        document: Id of the article.
        start: Start of the sentence in the text, in code points.
        end: End of the sentence, exclusive.
        marks: Start and end of the names and the trigger in it, sorted and without overlap.
    """

    document: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Frequency:
    """In how many articles something occurs, and whether the two sides differ by more than chance.

    Attributes:
        articles: The numbers of articles with it.
        share: These as shares of all articles of the side, from 0 to 1.
        change: `new` if only B has it, `gone` if only A, `stronger` or `weaker` by the share in B, or `same`.
        g2: Log-likelihood ratio of the two numbers, negative if the share in B is lower.
        p: Probability of a difference at least as large by chance; 1 if there are too few articles for any test.
        q: `p` adjusted for the number of tests: the expected proportion of chance among all differences with at most
            this value.
        beyond_chance: Whether `q` is at most 0.05.
    """

    articles: Both[int]
    share: Both[float]
    change: Change
    g2: float
    p: float
    q: float
    beyond_chance: bool


@dataclass(frozen=True, slots=True)
class Difference(Generic[T]):
    """Something that occurs on either side.

    Attributes:
        of: What it is.
        frequency: In how many articles it occurs.
        quotes: One to three sentences of each side that has it.
    """

    of: T
    frequency: Frequency
    quotes: Both[tuple[Quote, ...]]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its numbers of mentions and its ranks by PageRank in the co-occurrence of each side, from 1."""

    match: Match
    mentions: Both[int]
    ranks: Both[int | None]


@dataclass(frozen=True, slots=True)
class Together:
    """Two entities with the numbers of sentences that name both, and their NPMI on each side."""

    first: Match
    second: Match
    sentences: Both[int]
    npmi: Both[float | None]


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation, affirmed or negated, with its numbers of sentences, modalities and highest confidences."""

    subject: Match
    predicate: str
    object: Match
    polarity: Polarity
    sentences: Both[int]
    modalities: Both[tuple[Modality, ...]]
    confidence: Both[float | None]


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """How a relation is told: affirmed or negated, asserted, reported or announced, and by whom.

    `speaker` is the number of a match, -1 if the articles themselves state it.
    """

    polarity: Polarity
    modality: Modality
    speaker: int


@dataclass(frozen=True, slots=True)
class Retold:
    """A relation that both sides state, but differently.

    Attributes:
        subject: Its subject.
        predicate: Its predicate.
        object: Its object.
        tellings: How each side tells it, sorted.
        differing: The aspects in which the two sides differ.
        opposed: The aspects of which the two sides have nothing in common.
        quotes: One to three sentences of each side.
    """

    subject: Match
    predicate: str
    object: Match
    tellings: Both[tuple[Telling, ...]]
    differing: tuple[Aspect, ...]
    opposed: tuple[Aspect, ...]
    quotes: Both[tuple[Quote, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two sides, the clearest first.

    Attributes:
        sides: The two sides, without copies of articles.
        shared: The number of articles on both sides.
        matches: The entities; `Telling.speaker` counts them from 0.
        entities: How often each entity is named.
        pairs: How often each pair is named in one sentence.
        relations: How often each relation is stated.
        retold: The relations that the two sides tell differently.
        settings: The settings in which the two builds differ.
    """

    sides: Both[Side]
    shared: int
    matches: tuple[Match, ...]
    entities: tuple[Difference[Named], ...]
    pairs: tuple[Difference[Together], ...]
    relations: tuple[Difference[Stated], ...]
    retold: tuple[Retold, ...]
    settings: tuple[str, ...]

    def beyond_chance(self) -> dict[str, int]:
        """Return how many entities, pairs and relations differ by more than chance."""
        kinds: dict[str, tuple[Difference[Any], ...]] = {
            "entities": self.entities,
            "pairs": self.pairs,
            "relations": self.relations,
        }
        return {name: sum(each.frequency.beyond_chance for each in found) for name, found in kinds.items()}
