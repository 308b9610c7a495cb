"""A sentence as relation rules see it: its words, and the actors and places among them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph_builder.arabic.fold import fold, without_article
from graph_builder.lexicon import DIRECT, Country, bodies, countries, cues, deeds, frames, people, places
from graph_builder.syntax import Node, Tree
from graph_builder.values import Annotated, Document, Entity, Kind, Mention, entity_id


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in a sentence: words `first` to `last`, counted from 1, of an entity; `named` if by its name."""

    entity: str
    kind: Kind
    first: int
    last: int
    named: bool = True


class Scene:
    """One sentence of a document with its actors, in their order.

    `entities` are those of the corpus, `bodies_here` the organisations that the document mentions, by id.
    """

    def __init__(
        self,
        document: Document,
        tree: Tree,
        actors: Sequence[Actor],
        entities: Mapping[str, Entity],
        bodies_here: Mapping[str, Entity],
    ) -> None:
        self.document = document
        self.tree = tree
        self.actors = tuple(actors)
        self._entities = entities
        self._bodies_here = bodies_here
        self._at = {index: actor for actor in actors for index in range(actor.first, actor.last + 1)}

    def at(self, index: int) -> Actor | None:
        """The actor whose name holds a word."""
        return self._at.get(index)

    def known(self, kind: Kind, name: str) -> str | None:
        """The id of the entity of a name of the lexicon, if the corpus has it."""
        entity = entity_id(kind, fold(name))
        return entity if entity in self._entities else None

    def country(self, node: Node) -> str | None:
        """The id of the country whose adjective a word is."""
        country: Country | None = countries().of_adjective(node.word.form)
        return self.known("LOC", country.name) if country else None

    def is_country(self, actor: Actor) -> bool:
        """Whether an actor is a country."""
        return fold(self._entities[actor.entity].name) in countries().by_name

    def body_called(self, node: Node) -> str | None:
        """The one body of the article whose name begins with a word: اللجنة for اللجنة الدولية للصليب الأحمر."""
        called = [
            entity.id
            for entity in self._bodies_here.values()
            if without_article(fold(entity.name.split()[0])) == node.form
        ]
        return called[0] if len(called) == 1 else None

    @functools.cached_property
    def verbs(self) -> tuple[Node, ...]:
        """The verbs, and what opens the sentence where a verb does: فرض and قصف are verbs and nouns, unvowelled."""
        opening = next((node for node in self.tree.nodes if node.word.upos not in ("CCONJ", "PUNCT")), None)
        first = opening and self._as_verb(opening)
        verbs = [n for n in self.tree.nodes if n.word.upos == "VERB" and not (first and n.token == first.token)]
        return tuple(sorted([*verbs, *([first] if first else [])], key=lambda node: node.index))

    def _as_verb(self, node: Node) -> Node | None:
        """A word read as the verb that its letters spell, if a subject and a direct object follow it at once."""
        tokens = self.tree.sentence.tokens
        letters = fold(self.document.text[tokens[node.token].start : tokens[node.token].end])
        known = any(DIRECT in frame.objects for frame in frames().get(letters, ())) or letters in cues().light_verbs
        last = max(n.index for n in self.tree.nodes if n.token == node.token)
        subject = self.phrases.get(last + 1)
        if (node.word.upos == "VERB" and node.lemma in frames()) or not known or subject is None:
            return None
        behind = self.coordinated(subject.actor)[-1].last + 1
        follows = behind in self.phrases or (behind <= len(self.tree) and self.tree[behind].lemma in deeds())
        verb = replace(node.word, upos="VERB", lemma=letters, feats="Aspect=Perf|Voice=Act")
        return replace(node, index=last, word=verb, lemma=letters) if follows else None

    @functools.cached_property
    def phrases(self) -> dict[int, Phrase]:
        """The phrase of every actor, by the word that it begins with."""
        return {phrase.first: phrase for phrase in map(self.phrase, self.actors)}

    def phrase(self, actor: Actor) -> Phrase:
        """An actor's name with the office, rank, courtesy or kind of place or body that stands before it."""
        office = office_before(self, actor) if actor.kind == "PER" and actor.named else None
        if office:
            return Phrase(actor, office, office)
        first = actor.first
        while first > 1 and self._introduces(first - 1, actor.kind) and not self.at(first - 1):
            first -= 1
        return Phrase(actor, first, None)

    def _introduces(self, index: int, kind: Kind) -> bool:
        """Whether a word stands before a name of a kind and says what it is, or who of it acts."""
        node = self.tree[index]
        if kind == "PER":
            return node.definite and (node.form in people().honorifics or self.country(node) is not None)
        if node.definite:
            return False
        if kind == "LOC":
            return node.is_a(places().heads)
        part = node.word.form == "من" and index > 1 and self.tree[index - 1].is_a(bodies().members)
        return part or node.is_a(bodies().generic | bodies().members)

    def coordinated(self, actor: Actor) -> list[Actor]:
        """An actor and those of its kind that follow it with «و»."""
        chain = [actor]
        while True:
            phrase = self._joined_to(chain[-1])
            if phrase is None or phrase.actor.kind != actor.kind:
                return chain
            chain.append(phrase.actor)

    def _joined_to(self, actor: Actor) -> Phrase | None:
        index = actor.last + 1
        while index <= len(self.tree) and self.tree[index].word.form in ("،", "»", "”", '"', ")"):
            index += 1
        if index <= len(self.tree) and self.tree[index].word.form == "و":
            return self.phrases.get(index + 1)
        following = self.phrases.get(index)
        # A conjunction that was left on the word stands inside it, in front of the name.
        return following if following and _begins_with_and(self.tree, following) else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor with what introduces it, from word `first` on; `office` is the first word of an office, if any."""

    actor: Actor
    first: int
    office: int | None

    @property
    def last(self) -> int:
        """Its last word, which is the last of the name."""
        return self.actor.last


def cast(entities: Iterable[Entity]) -> dict[str, list[tuple[Mention, Entity]]]:
    """Every mention with its entity, by document and in the order of the text."""
    mentioned: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            mentioned[mention.document].append((mention, entity))
    return {each: sorted(pairs, key=lambda pair: pair[0].start) for each, pairs in mentioned.items()}


def scenes(
    annotated: Annotated, mentioned: Sequence[tuple[Mention, Entity]], entities: Mapping[str, Entity]
) -> Iterator[Scene]:
    """Every sentence of a document, with its actors: by name, and by an office that one person of the article holds."""
    document = annotated.document
    spans: dict[int, list[tuple[Mention, Entity]]] = defaultdict(list)
    for mention, entity in mentioned:
        spans[mention.sentence].append((mention, entity))
    bodies_here = {entity.id: entity for _, entity in mentioned if entity.kind == "ORG"}
    by_name = []
    for number, sentence in enumerate(annotated.sentences):
        tree = Tree(sentence, document.text)
        actors = []
        for mention, entity in spans[number]:
            words = [node.index for node in tree.nodes if node.start < mention.end and mention.start < node.end]
            actors.append(Actor(entity.id, entity.kind, words[0], words[-1]))
        by_name.append(Scene(document, tree, actors, entities, bodies_here))
    holders = _holders(by_name)
    for scene in by_name:
        bare = list(_bare_offices(scene, holders))
        actors = sorted((*scene.actors, *bare), key=lambda actor: actor.first)
        yield Scene(document, scene.tree, actors, entities, bodies_here) if bare else scene


def _holders(article: Sequence[Scene]) -> dict[tuple[str, str], set[str]]:
    """Who in an article holds an office of a country, by the office's lemma and the country."""
    holders: dict[tuple[str, str], set[str]] = {}
    for scene in article:
        last_office = ""
        for actor in scene.actors:
            office = scene.phrase(actor).office
            if office:
                # A counterpart (نظير) holds the office of whoever was named before.
                lemma = scene.tree[office].lemma
                last_office = lemma if lemma != "نظير" else last_office
                for node in scene.tree.nodes[office : actor.first - 1]:
                    if country := scene.country(node):
                        holders.setdefault((last_office, country), set()).add(actor.entity)
    return holders


def _bare_offices(scene: Scene, holders: Mapping[tuple[str, str], set[str]]) -> Iterator[Actor]:
    """Offices that stand for who holds them: «الرئيس السوري», where the article names one president of Syria."""
    taken = {i for p in scene.phrases.values() if p.office for i in range(p.office, p.last + 1)}
    for node, adjective in pairwise(scene.tree.nodes):
        if node.definite and node.is_a(people().offices) and adjective.definite and node.index not in taken:
            country = scene.country(adjective)
            held = holders.get((node.lemma, country), set()) if country else set()
            if len(held) == 1 and not scene.at(node.index) and not scene.at(adjective.index):
                yield Actor(min(held), "PER", node.index, adjective.index, named=False)


def office_before(scene: Scene, actor: Actor) -> int | None:
    """Where the office of a person begins that stands before the name: «وزير الخارجية الروسي» before «سيرغي لافروف»."""
    head = None
    index = _before_ranks(scene, actor.first - 1)
    ranked = index < actor.first - 1
    while index >= 1:
        inside = scene.at(index)
        node = scene.tree[index]
        if inside:
            if inside.kind == "PER" or head:
                break
            index = inside.first - 1
        elif node.is_a(people().offices) and (head is None or not node.definite):
            head = index
            index -= 1
        elif head is None and _within_office(scene, node) and not (ranked and node.word.upos == "ADP"):
            index -= 1
        else:
            break
    another = head is not None and head > 1 and scene.tree[head - 1].is_a(cues().kinship)
    if head is None and ranked and scene.tree[actor.first - 1].is_a(people().offices):
        return actor.first - 1
    return None if another else head


def _before_ranks(scene: Scene, index: int) -> int:
    """The word before the ranks and courtesies that end at one: before «الأمير» in «ولي العهد الأمير»."""
    while index >= 1 and scene.tree[index].definite and scene.tree[index].form in people().honorifics:
        index -= 1
    return index


def _within_office(scene: Scene, node: Node) -> bool:
    """Whether a word may stand between an office and its holder."""
    if node.word.upos == "PRON":
        return node.index > 1 and scene.tree[node.index - 1].is_a(people().offices)
    if node.word.upos in ("VERB", "PUNCT", "CCONJ", "SCONJ", "AUX"):
        return False
    if node.word.upos == "ADP":
        after = scene.tree[node.index + 1]
        return scene.at(after.index) is not None or after.definite or after.is_a(people().qualifiers)
    return node.definite or node.is_a(people().qualifiers | bodies().ministries | bodies().heads)


def _begins_with_and(tree: Tree, phrase: Phrase) -> bool:
    return (
        phrase.first == phrase.actor.first
        and tree[phrase.first].word.form.startswith("و")
        and tree.clitic_within(phrase.first)
    )
