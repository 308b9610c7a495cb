"""The sentences of one side that stand behind a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph_builder.compare.values import Quote
from graph_builder.core.values import Entity, Knowledge, Relation, Span

_MOST = 3
_LONG = 400  # code points, beyond which a shorter sentence shows the same with less reading


class Sentences:
    """A view of the sentences of one side by who is named and what is stated in them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._sources = {document.id: document.source for document in knowledge.documents}
        self._spans: defaultdict[str, list[Span]] = defaultdict(list)
        for span in knowledge.sentences:
            self._spans[span.document].append(span)
        self._texts = {document.id: document.text for document in knowledge.documents}
        self._named: dict[str, dict[Span, list[tuple[int, int]]]] = {
            entity.id: self._by_sentence(entity) for entity in knowledge.entities
        }
        self._stating: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for relation in knowledge.relations:
            for end in {relation.subject, relation.object}:
                self._stating[end] |= {(each.document, each.start) for each in relation.evidence}

    def naming(self, entity: str) -> tuple[Quote, ...]:
        """Return sentences that name an entity, those first that state a relation of it."""
        named = self._named.get(entity, {})
        return self._chosen((self._quote(span, marks) for span, marks in named.items()), self._stating[entity])

    def naming_both(self, first: str, second: str) -> tuple[Quote, ...]:
        """Return sentences that name both entities, those first that state a relation of both."""
        one, other = self._named.get(first, {}), self._named.get(second, {})
        common = (self._quote(span, [*one[span], *other[span]]) for span in one.keys() & other.keys())
        return self._chosen(common, self._stating[first] & self._stating[second])

    def stating(self, relations: Sequence[Relation]) -> tuple[Quote, ...]:
        """Return sentences that state one of these relations, those of the most confident first."""
        surest = max((relation.confidence for relation in relations), default=0.0)
        quotes: dict[tuple[str, int], Quote] = {}
        first: set[tuple[str, int]] = set()
        for relation in sorted(relations, key=lambda each: (-each.confidence, each.id)):
            for each in relation.evidence:
                span = Span(each.document, each.start, each.end)
                marks = [(each.trigger_start, each.trigger_start + len(each.trigger))]
                for end in (relation.subject, relation.object):
                    marks += self._named.get(end, {}).get(span, [])
                quotes.setdefault((span.document, span.start), self._quote(span, marks))
                if relation.confidence == surest:
                    first.add((span.document, span.start))
        return self._chosen(quotes.values(), first)

    def _by_sentence(self, entity: Entity) -> dict[Span, list[tuple[int, int]]]:
        found: defaultdict[Span, list[tuple[int, int]]] = defaultdict(list)
        for mention in entity.mentions:
            found[self._spans[mention.document][mention.sentence]].append((mention.start, mention.end))
        return dict(found)

    def _chosen(self, quotes: Iterable[Quote], preferred: set[tuple[str, int]]) -> tuple[Quote, ...]:
        """Return the best quotes, of different articles as far as there are such, without repetitions."""

        def order(quote: Quote) -> tuple[bool, bool, str, str, int]:
            place = (quote.document, quote.start)
            return place not in preferred, quote.end - quote.start > _LONG, self._sources[quote.document], *place

        ranked = sorted(quotes, key=order)
        seen: set[str] = set()
        first, later = list[Quote](), list[Quote]()
        for quote in ranked:
            (later if quote.document in seen else first).append(quote)
            seen.add(quote.document)
        return tuple(self._distinct([*first, *later]))[:_MOST]

    def _distinct(self, quotes: Iterable[Quote]) -> Iterator[Quote]:
        texts: set[str] = set()
        for quote in quotes:
            text = " ".join(self._texts[quote.document][quote.start : quote.end].split())
            if text not in texts:
                texts.add(text)
                yield quote

    @staticmethod
    def _quote(span: Span, marks: Iterable[tuple[int, int]]) -> Quote:
        apart: list[tuple[int, int]] = []
        for start, end in sorted(set(marks), key=lambda mark: (mark[0], -mark[1])):
            if span.start <= start and end <= span.end and (not apart or start >= apart[-1][1]):
                apart.append((start, end))
        return Quote(span.document, span.start, span.end, tuple(apart))
