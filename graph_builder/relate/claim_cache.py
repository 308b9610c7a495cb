"""What articles state kept on disk, so that an article whose names mean the same is not read for relations again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph_builder.arabic.fold import fold
from graph_builder.cache import TextCache
from graph_builder.errors import CacheError
from graph_builder.lexicon import bodies, countries
from graph_builder.relate.cast import Held
from graph_builder.relate.claim import Claim
from graph_builder.values import Document, Entity, Evidence, Mention, content_id, entity_id

Mentioned = Sequence[tuple[Mention, Entity]]


class ClaimCache:
    """The claims of articles, and the offices that they say who holds, made with one set of rules and settings.

    A claim depends on its article, on whom the names there mean, on which countries and bodies of the lexicon the
    corpus has, and on the offices that those named hold anywhere in it. Where any of these is another, it is none.
    """

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory, "claims")
        self._fingerprint = fingerprint

    def offices(self, key: str, document: Document, find: Callable[[], Sequence[Held]]) -> Sequence[Held]:
        """Return the offices that an article of a key says who holds: those kept, or else found and kept."""
        kept = self._kept(document, "offices", key)
        if kept is not None:
            return [(lemma, country, entity) for lemma, country, entity in kept]
        found = find()
        self._keep(document, {"offices": [key, found]})
        return found

    def claims(self, key: str, document: Document, find: Callable[[], Sequence[Claim]]) -> Sequence[Claim]:
        """Return the claims of an article of a key: those kept, or else found and kept."""
        kept = self._kept(document, "claims", key)
        if kept is not None:
            return [Claim(**{**each, "evidence": Evidence(**each["evidence"])}) for each in kept]
        found = find()
        self._keep(document, {**self._record(document), "claims": [key, [asdict(claim) for claim in found]]})
        return found

    def key(self, document: Document, mentioned: Mentioned, known: str) -> str:
        """Return what stands for all that the offices of an article depend on."""
        names = (f"{m.start} {m.end} {m.sentence} {e.id} {e.kind} {e.name}" for m, e in mentioned)
        return content_id(self._fingerprint, known, str(document.published), *names)

    def _record(self, document: Document) -> dict[str, Any]:
        try:
            record = json.loads(self._texts.get(document.id) or "{}")
        except ValueError:
            return {}
        return record if isinstance(record, dict) else {}

    def _kept(self, document: Document, part: str, key: str) -> Any:
        of, kept = self._record(document).get(part, (None, None))
        return kept if of == key else None

    def _keep(self, document: Document, record: Mapping[str, Any]) -> None:
        # What cannot be kept is found anew the next time.
        with contextlib.suppress(CacheError):
            self._texts.put(document.id, json.dumps(record, ensure_ascii=False))


def known(entities: Mapping[str, Entity]) -> str:
    """Return what stands for the countries and bodies of the lexicon among entities."""
    lands = {entity_id("LOC", fold(country.name)) for country in countries().by_code.values()}
    own = {entity_id("ORG", fold(body.name)) for body in bodies().by_adjective.values()}
    return content_id(*(f"{each} {entities[each].name}" for each in sorted(lands | own) if each in entities))
