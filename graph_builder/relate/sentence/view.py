"""Sentence view for relation rules: the words of a sentence, with its actors and places."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from graph_builder.arabic.fold import fold, without_article
from graph_builder.arabic.nouns import duals
from graph_builder.arabic.punctuation import CLOSING, OPENING
from graph_builder.core.values import Document, Entity, Kind, entity_id
from graph_builder.lexicon import (
    Country,
    countries,
    function_words,
    nominal_frames,
    organizations,
    people,
    places,
)
from graph_builder.relate.sentence.actor import Actor, Phrase
from graph_builder.relate.sentence.titles import before_spokesperson, before_titles, office_before
from graph_builder.relate.sentence.verbs import verbs_of
from graph_builder.syntax import Node, Tree


class SentenceView:
    """A sentence with its actors, in text order.

    Args:
        document: The document.
        tree: The parsed sentence.
        actors: The actors.
        entities: Entities of the corpus by id.
        named: Number of mentions in the document by entity id.
    """

    def __init__(
        self,
        document: Document,
        tree: Tree,
        actors: Sequence[Actor],
        entities: Mapping[str, Entity],
        named: Mapping[str, int],
    ) -> None:
        self.document = document
        self.tree = tree
        self.actors = tuple(actors)
        self._entities = entities
        self._named = named
        self._at = {index: actor for actor in actors for index in range(actor.first, actor.last + 1)}

    def with_actors(self, actors: Sequence[Actor]) -> SentenceView:
        """Return the same sentence with other actors."""
        return SentenceView(self.document, self.tree, actors, self._entities, self._named)

    def times(self, entity: str) -> int:
        """Return the number of mentions of an entity in the document."""
        return self._named.get(entity, 0)

    def at(self, index: int) -> Actor | None:
        """Return the actor whose name contains a word."""
        return self._at.get(index)

    def lexicon_entity(self, kind: Kind, name: str) -> str | None:
        """Return the id of the entity with a name of the lexicon, if it is in the corpus."""
        entity = entity_id(kind, fold(name))
        return entity if entity in self._entities else None

    def country(self, node: Node) -> str | None:
        """Return the id of the country if a word is its adjective."""
        country: Country | None = countries().of_adjective(node.word.form)
        return self.lexicon_entity("LOC", country.name) if country else None

    def state_or_organization(self, node: Node) -> str | None:
        """Return the id of the country or organization if a word is its adjective: الروسي, الأممي."""
        if country := self.country(node):
            return country
        organization = organizations().by_adjective.get(node.form)
        return self.lexicon_entity("ORG", organization.name) if organization else None

    def kind_of(self, entity: str) -> Kind:
        """Return the kind of an entity of the corpus."""
        return self._entities[entity].kind

    def is_country(self, actor: Actor) -> bool:
        """Return whether an actor is a country."""
        return fold(self._entities[actor.entity].name) in countries().by_name

    def organization_called(self, node: Node) -> str | None:
        """Return the article's only organization whose name begins with a word: اللجنة الدولية للصليب الأحمر."""
        called = [
            entity.id
            for entity in map(self._entities.__getitem__, self._named)
            if entity.kind == "ORG" and without_article(fold(entity.name.split()[0])) == node.form
        ]
        return called[0] if len(called) == 1 else None

    @functools.cached_property
    def verbs(self) -> tuple[Node, ...]:
        """The verbs, by parse or by letters."""
        return tuple(verbs_of(self))

    @functools.cached_property
    def phrases(self) -> dict[int, Phrase]:
        """The phrase of every actor by its first word."""
        return {phrase.first: phrase for phrase in map(self.phrase, self.actors)}

    def phrase(self, actor: Actor) -> Phrase:
        """Return an actor's name with the office, rank, honorific or head noun before it."""
        office = office_before(self, actor) if actor.kind == "PER" and actor.named else None
        if office:
            return Phrase(actor, before_titles(self, office), office)
        first = actor.first
        while (before := self._over_quotes_back(first - 1)) >= 1 and not self.at(before):
            if not self._introduces(before, actor):
                break
            first = before
        titled = before_titles(self, first) if actor.kind == "PER" else before_spokesperson(self, actor, first)
        return Phrase(actor, titled, None)

    def _over_quotes_back(self, index: int) -> int:
        while index > 1 and self.tree[index].word.form in OPENING:
            index -= 1
        return index

    def _introduces(self, index: int, actor: Actor) -> bool:
        """Return whether a word before a name is its title or head noun, or denotes those who act for it."""
        node, kind = self.tree[index], actor.kind
        if kind == "PER":
            titled = node.form in _ranks() or node.matches(people().professions) or self.country(node) is not None
            titled = node.definite and titled
            titled = titled or self._is_of_relative(node)
            # «ميليشيات صالح», «قوات حفتر» act for him.
            return titled or (not node.definite and node.matches(organizations().followers))
        if node.definite:
            # «المتمردين الحوثيين»: members, with the name in apposition.
            return kind == "ORG" and self.tree[index + 1].definite and node.matches(organizations().members)
        if kind == "LOC":
            # «وزراء خارجية روسيا» act for the country.
            ministers = node.matches(people().offices | organizations().ministries) and not self._named_after(actor)
            ministers = ministers and node.lemma not in nominal_frames()  # «بمساعدة الأردن» is help for it
            return node.matches(places().heads) or (ministers and self.is_country(actor))
        if node.word.form == "من":
            before = self.tree[index - 1] if index > 1 else node
            counted = before.word.upos == "NUM" or before.form in function_words().quantities
            return counted or before.matches(organizations().members)
        # «17 مسلحا من الحوثيين», «عشرات من عناصر داعش»
        after = self.tree[index + 1]
        counted = after.word.form == "من" or after.matches(organizations().members)
        if counted and (node.word.upos == "NUM" or node.form in function_words().quantities):
            return True
        return node.matches(organizations().generic | organizations().members)

    def _is_of_relative(self, node: Node) -> bool:
        """Return whether a word is a noun for a relative with its pronoun, or that pronoun: «سلفه», «زوجته»."""
        noun = self.tree[node.index - 1] if node.word.upos == "PRON" and node.index > 1 else node
        after = self.tree[noun.index + 1]
        return after.word.upos == "PRON" and after.token == noun.token and noun.matches(people().kin)

    def _named_after(self, actor: Actor) -> bool:
        """Return whether a person's name directly follows a country: the words before may be that person's office."""
        after = self.at(actor.last + 1)
        return after is not None and after.kind == "PER"

    def coordinated(self, actor: Actor) -> list[Actor]:
        """Return an actor and those coordinated by «و»: people with people, organizations and countries with both."""
        chain = [actor]
        while True:
            phrase = self._joined_to(chain[-1])
            if phrase is None or self._is_alone(phrase.actor) != self._is_alone(actor):
                return chain
            if self._begins_clause(phrase, self.phrase(actor).first):
                return chain
            chain.append(phrase.actor)

    def first_coordinated(self, actor: Actor) -> Actor:
        """Return the first of the actors with which an actor is coordinated, or the actor itself."""
        earlier = (each for each in self.actors if each.last < actor.first)
        return next((each for each in earlier if actor in self.coordinated(each)), actor)

    def opens_clause(self, actor: Actor) -> bool:
        """Return whether an actor after «و» is the subject of the verb after it: «ومصر تدعو»."""
        phrase = self.phrase(actor)
        joined = phrase.first > 1 and self.tree[phrase.first - 1].word.form == "و"
        return joined and self._begins_clause(phrase, phrase.first)

    def _begins_clause(self, phrase: Phrase, first: int) -> bool:
        """Return whether a phrase after «و» is the subject of the next verb, not coordinated with word `first`.

        «الصين تنتقد اليابان وكوريا الجنوبية تلتزم الصمت»: a verb in the singular follows, and one precedes.
        """
        index = phrase.last + 1
        particles = function_words().negations | function_words().future | function_words().adverbs | CLOSING
        while index < len(self.tree) and fold(self.tree[index].word.form) in particles:
            index += 1
        after = self.tree[index] if index <= len(self.tree) else None
        if after is None or after.word.upos != "VERB" or self.at(index) or "Number=Sing" not in after.word.feats:
            return False
        for node in reversed(self.tree.nodes[: first - 1]):
            if node.word.upos == "VERB" and not self.at(node.index):
                return True
            ends = node.word.upos in ("SCONJ", "PUNCT") and node.word.form != "،"
            if ends or fold(node.word.form) in function_words().complementizers:
                return False
        return False

    def _is_alone(self, actor: Actor) -> bool:
        """Return whether a person is meant and not their followers: «ميليشيات صالح»."""
        first = self.phrase(actor).first
        return actor.kind == "PER" and not (first < actor.first and self.tree[first].matches(organizations().followers))

    def places_from(self, place: Actor) -> list[Actor]:
        """Return a place and the places coordinated with it by «و»."""
        return [actor for actor in self.coordinated(place) if actor.kind == "LOC"]

    def index_after(self, actor: Actor) -> int:
        """Return the first word after a name that does not close its quotation marks or brackets."""
        index = actor.last + 1
        while index <= len(self.tree) and self.tree[index].word.form in CLOSING:
            index += 1
        return index

    def _is_nationality(self, node: Node) -> bool:
        """Return whether a word describes the name before it: «حزب الله اللبناني»; «السعودية» is a country, too."""
        describes = node.word.upos == "ADJ" and node.definite and not self.at(node.index)
        return describes and self.country(node) is not None

    def _joined_to(self, actor: Actor) -> Phrase | None:
        index = actor.last + 1
        if actor.named and index < len(self.tree) and self._is_nationality(self.tree[index]):
            index += 1
        while index <= len(self.tree) and self.tree[index].word.form in CLOSING | {"،"}:
            index += 1
        if index <= len(self.tree) and self.tree[index].word.form == "و":
            index += 1
            while index < len(self.tree) and fold(self.tree[index].word.form) in function_words().connectives | OPENING:
                index += 1
            return self.phrases.get(index)
        following = self.phrases.get(index)
        # An unsplit conjunction is inside the word, before the name.
        return following if following and _begins_with_and(self.tree, following) else None


@functools.cache
def _ranks() -> frozenset[str]:
    """Return ranks and honorifics and their duals: «الرئيسين السيسي والبشير»."""
    return people().honorifics | {dual for rank in people().honorifics for dual in duals(rank)}


def _begins_with_and(tree: Tree, phrase: Phrase) -> bool:
    return (
        phrase.first == phrase.actor.first
        and tree[phrase.first].word.form.startswith("و")
        and tree.clitic_within(phrase.first)
    )
