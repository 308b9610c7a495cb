"""Split the data of a page into the part that its first view needs and parts that are unpacked on demand.

The page of a small build has its data in one piece. For a large one everything is compressed; sentences are in blocks,
and co-occurrence is separate, since neither is needed to draw the relations.
"""

from __future__ import annotations

import base64
import gzip
from typing import Any

Json = dict[str, Any]

LARGEST_WHOLE = 5_000  # maximum number of sentences of a page in one piece
BLOCK = 500  # number of sentences that are unpacked at once, in some milliseconds
_DETAILS = ("aliases", "merges", "links", "transliterated")  # of an entity, shown only when it is selected


def parts(data: Json) -> dict[str, Json]:
    """Return the data of `page_data` split into named parts.

    For few sentences, or without relations, when pairs are shown first, it is the single part `data`. Else the parts
    are

    - `data`: everything not in the other parts, of the sentences only the document of each, and `blockSize` (BLOCK) and
      `pairCount`;
    - `together`: the pairs, their network, the entities of each sentence (`named`), and columns of `details` of
      entities;
    - `sentences-0`, `sentences-1`, …: the other columns of BLOCK sentences each.
    """
    sentences = data["sentences"]
    count = len(sentences["document"])
    if count <= LARGEST_WHOLE or not data["relations"]["subject"]:
        return {"data": data}
    pairs, networks = data["pairs"], data["networks"]
    first = data | {
        "sentences": {"document": sentences["document"]},
        "entities": [{key: row[key] for key in row if key not in _DETAILS} for row in data["entities"]],
        "networks": {"relations": networks["relations"]},
        "pairCount": len(pairs["from"]),
        "blockSize": BLOCK,
    }
    del first["pairs"]
    together = {
        "pairs": pairs,
        "network": networks["cooccurrence"],
        "named": [names[2::3] for names in sentences["names"]],
        "details": {key: [row[key] for row in data["entities"]] for key in _DETAILS},
    }
    blocks = {
        f"sentences-{at // BLOCK}": {key: sentences[key][at : at + BLOCK] for key in ("text", "opens", "names")}
        for at in range(0, count, BLOCK)
    }
    return {"data": first, "together": together} | blocks


def packed(text: str) -> str:
    """Return a text compressed with gzip, deterministically, as Base64."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 6, mtime=0)).decode("ascii")
