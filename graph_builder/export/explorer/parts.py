"""The data of a page in parts: what its first view needs, and what can stay packed until it is asked for.

The page of a small build holds its data in one piece. Of a large one everything is compressed; the sentences come in
blocks, and who is named with whom, and where, comes apart, since neither is needed to draw the relations.
"""

from __future__ import annotations

import base64
import gzip
from typing import Any

Json = dict[str, Any]

LARGEST_WHOLE = 5_000  # sentences of a page that stays in one piece
BLOCK = 500  # sentences that are unpacked at once: some milliseconds
_DETAILS = ("aliases", "merges", "links", "transliterated")  # of an entity, told only when it is chosen


def parts(data: Json) -> dict[str, Json]:
    """What `page_data` returns, in parts by their names.

    `data` alone holds all of it where there are few sentences. Else

    data
        all but what the others hold; of the sentences only the document of each. Beside that `blockSize`, which is
        BLOCK, and `pairCount`.
    together
        pairs, their network, as `named` the entities of each sentence, and columns of `details` of entities. Where
        there are no relations, it is the pairs that the page shows first, and all this stays in `data`.
    sentences-0, sentences-1, …
        the other columns of BLOCK sentences each.
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
    """A text compressed (gzip) and written in letters (Base64), the same for the same text."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 6, mtime=0)).decode("ascii")
