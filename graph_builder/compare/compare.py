"""Compare two sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_builder.compare.chance import frequencies
from graph_builder.compare.matching import match
from graph_builder.compare.retold import retold
from graph_builder.compare.values import Both, Comparison, Difference, Match, Named, Side, Stated, T, Together
from graph_builder.compare.views import View, numbers
from graph_builder.core.errors import ChoiceError
from graph_builder.core.filters import in_articles
from graph_builder.core.values import Entity, Knowledge, Modality, Relation

# What determines what is found in a text, by its name in the manifest.
_DETERMINING = ("graph-builder", "models", "relations", "min_confidence", "stanza")


def compare(a: Side, b: Side) -> Comparison:
    """Compare two sides.

    Entities of the two are matched (`matching.match`). Numbers are those of articles, without copies of others of the
    same side, and are compared as shares of all articles of their side (`chance.frequencies`). An article on both sides
    counts on both, which makes differences look smaller, never larger.

    Raises:
        ChoiceError: A side has no article.
    """
    for side in (a, b):
        if not side.knowledge.documents:
            raise ChoiceError(f"{side.name} has no articles to compare; choose others.", name=side.name)
    a, b = (replace(side, knowledge=_without_copies(side.knowledge)) for side in (a, b))
    matches = match(a.knowledge, b.knowledge)
    views = (View(a.knowledge, numbers(matches, 0)), View(b.knowledge, numbers(matches, 1)))
    return Comparison(
        sides=(a, b),
        shared=len({each.id for each in a.knowledge.documents} & {each.id for each in b.knowledge.documents}),
        matches=matches,
        entities=_entities(*views, matches),
        pairs=_pairs(*views, matches),
        relations=_relations(*views, matches),
        retold=retold(views, matches),
        settings=tuple(
            name for name in _DETERMINING if a.settings and b.settings and a.settings.get(name) != b.settings.get(name)
        ),
    )


def _without_copies(knowledge: Knowledge) -> Knowledge:
    """Return each article once, the original rather than a copy, none of them marked as a copy.

    The original of a copy may be on the other side; then the copy is an article of this side like any other.
    """
    first: dict[str, str] = {}
    for document in sorted(knowledge.documents, key=lambda each: (bool(each.copy_of), each.id)):
        first.setdefault(document.copy_of or document.id, document.id)
    part = in_articles(knowledge, set(first.values()))
    return replace(part, documents=tuple(replace(each, copy_of="") for each in part.documents))


def _entities(a: View, b: View, matches: Sequence[Match]) -> tuple[Difference[Named], ...]:
    keys = sorted(a.articles.keys() | b.articles.keys())
    counts = [(a.articles.get(key, 0), b.articles.get(key, 0)) for key in keys]
    found = []
    for key, frequency in zip(keys, frequencies(counts, (a.total, b.total)), strict=True):
        each = matches[key]
        named = Named(each, (_mentions(each.a), _mentions(each.b)), (a.ranks.get(key), b.ranks.get(key)))
        found.append(Difference(named, frequency, (a.naming(key), b.naming(key))))
    return _clearest_first(found)


def _pairs(a: View, b: View, matches: Sequence[Match]) -> tuple[Difference[Together], ...]:
    keys = sorted(a.pairs.keys() | b.pairs.keys())
    edges = [(a.pairs.get(key, {}), b.pairs.get(key, {})) for key in keys]
    counts = [(one.get("documents", 0), other.get("documents", 0)) for one, other in edges]
    found = []
    for key, (one, other), frequency in zip(keys, edges, frequencies(counts, (a.total, b.total)), strict=True):
        sentences, npmi = (one.get("count", 0), other.get("count", 0)), (one.get("npmi"), other.get("npmi"))
        together = Together(matches[key[0]], matches[key[1]], sentences, npmi)
        found.append(Difference(together, frequency, (a.naming_both(key), b.naming_both(key))))
    return _clearest_first(found)


def _relations(a: View, b: View, matches: Sequence[Match]) -> tuple[Difference[Stated], ...]:
    keys = sorted(a.stated.keys() | b.stated.keys())
    stating = [(a.stated.get(key, []), b.stated.get(key, [])) for key in keys]
    counts = [(_articles(one), _articles(other)) for one, other in stating]
    found = []
    for key, (one, other), frequency in zip(keys, stating, frequencies(counts, (a.total, b.total)), strict=True):
        (subject, predicate, obj), polarity = key
        stated = Stated(
            matches[subject],
            predicate,
            matches[obj],
            polarity,
            (_sentences(one), _sentences(other)),
            (_modalities(one), _modalities(other)),
            (_confidence(one), _confidence(other)),
        )
        found.append(Difference(stated, frequency, (a.stating(one), b.stating(other))))
    return _clearest_first(found)


def _mentions(entity: Entity | None) -> int:
    return len(entity.mentions) if entity else 0


def _articles(relations: Iterable[Relation]) -> int:
    return len({each.document for relation in relations for each in relation.evidence})


def _sentences(relations: Iterable[Relation]) -> int:
    return len({(each.document, each.start) for relation in relations for each in relation.evidence})


def _modalities(relations: Iterable[Relation]) -> tuple[Modality, ...]:
    return tuple(sorted({relation.modality for relation in relations}))


def _confidence(relations: Iterable[Relation]) -> float | None:
    return max((relation.confidence for relation in relations), default=None)


def _clearest_first(found: Iterable[Difference[T]]) -> tuple[Difference[T], ...]:
    """Return the differences beyond chance first, then by G², then by the number of articles."""

    def order(each: Difference[T]) -> tuple[bool, float, int]:
        frequency: Both[int] = each.frequency.articles
        return not each.frequency.beyond_chance, -abs(each.frequency.g2), -sum(frequency)

    return tuple(sorted(found, key=order))
