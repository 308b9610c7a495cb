"""Two names of the same entity, the second in parentheses: «حزب العمال الكردستاني (بي كيه كيه)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph_builder.arabic.punctuation import CLOSING_TOKENS, OPENING_BRACKETS, OPENING_TOKENS
from graph_builder.resolve.candidates import Candidate, ParsedDocument, name
from graph_builder.resolve.gazetteer import gazetteer
from graph_builder.resolve.places.cities import cities_by_name


def names_in_parentheses(
    article: ParsedDocument, candidates: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield each name with one of its kind in parentheses after it, unless they are known as two entities."""
    for first, second in pairwise(candidates):
        if first.sentence != second.sentence or first.kind != second.kind or first.kind is None:
            continue
        tree = article.trees[first.sentence]
        between = [node.word.form for node in tree.nodes[first.last : second.first - 1]]
        after = tree[second.last + 1].word.form if second.last < len(tree) else ""
        enclosed = bool(between) and between[0] in OPENING_BRACKETS and all(form in OPENING_TOKENS for form in between)
        if enclosed and after in CLOSING_TOKENS and not _two_things(article, first, second):
            yield first, second


def _two_things(article: ParsedDocument, first: Candidate, second: Candidate) -> bool:
    """Return whether both names are known, but not of one entity: «عروس البحر الأحمر (جدة)»."""
    names = [name(article, each) for each in (first, second)]
    one, other = map(gazetteer().get, names)
    if first.kind == "LOC":
        cities = [set(cities_by_name().get(each, ())) for each in names]
        known = [entry is not None or bool(own) for entry, own in zip((one, other), cities, strict=True)]
        return all(known) and not (cities[0] & cities[1] or (one and other and one.name == other.name))
    return one is not None and other is not None and one.name != other.name
