"""On-disk cache of extractions: an article is read again only if something its extractions depend on has changed."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph_builder.core.errors import CacheError
from graph_builder.core.values import Document, Entity, Evidence, Mention, content_id
from graph_builder.io.text_cache import TextCache
from graph_builder.relate.extractions import Extraction
from graph_builder.relate.sentence.coreference import OfficeHeld

Mentioned = Sequence[tuple[Mention, Entity]]


class ExtractionCache:
    """Extractions and stated offices of each article.

    The extractions of an article depend on its text, on the entities of its names, on the countries and organizations
    of the lexicon in the corpus, and on the offices that its entities hold anywhere in the corpus. They are stored
    under a digest of all of these and recomputed when it differs.

    Args:
        directory: Directory of the cache.
        fingerprint: Digest of what affects every article: models, settings, versions and code.
    """

    def __init__(self, directory: Path, fingerprint: str) -> None:
        self._texts = TextCache(directory, "extractions")
        self._fingerprint = fingerprint

    def offices(self, document: Document, key: str) -> Sequence[OfficeHeld] | None:
        """Return the offices of an article stored under the key; None if there are none."""
        kept = self._kept(document, "offices", key)
        return None if kept is None else [(lemma, country, entity) for lemma, country, entity in kept]

    def keep_offices(self, document: Document, key: str, found: Sequence[OfficeHeld]) -> None:
        """Store the offices of an article, dropping its stored extractions."""
        self._keep(document, {"offices": [key, found]})

    def extractions(self, document: Document, key: str) -> Sequence[Extraction] | None:
        """Return the extractions of an article stored under the key; None if there are none."""
        kept = self._kept(document, "extractions", key)
        return (
            None
            if kept is None
            else [Extraction(**{**each, "evidence": Evidence(**each["evidence"])}) for each in kept]
        )

    def keep_extractions(self, document: Document, key: str, found: Sequence[Extraction]) -> None:
        """Store the extractions of an article next to its offices."""
        self._keep(
            document,
            {**self._record(document), "extractions": [key, [asdict(extraction) for extraction in found]]},
        )

    def key(self, document: Document, mentioned: Mentioned, lexicon_entities: str) -> str:
        """Return a digest of what the offices of an article depend on."""
        names = (f"{m.start} {m.end} {m.sentence} {e.id} {e.kind} {e.name}" for m, e in mentioned)
        return content_id(self._fingerprint, lexicon_entities, str(document.published), *names)

    def _record(self, document: Document) -> dict[str, Any]:
        try:
            record = json.loads(self._texts.get(document.id) or "{}")
        except ValueError:
            return {}
        return record if isinstance(record, dict) else {}

    def _kept(self, document: Document, part: str, key: str) -> Any:
        match self._record(document).get(part):
            case [of, kept] if of == key:
                return kept
        return None

    def _keep(self, document: Document, record: Mapping[str, Any]) -> None:
        # Failing to write the cache only costs the next build time.
        with contextlib.suppress(CacheError):
            self._texts.put(document.id, json.dumps(record, ensure_ascii=False))


def lexicon_digest(entities: Mapping[str, Entity]) -> str:
    """Return a digest of the countries and organizations of the lexicon in a corpus."""
    return content_id(*(f"{each} {entity.name}" for each, entity in entities.items()))
