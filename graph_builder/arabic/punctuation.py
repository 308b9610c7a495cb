"""Punctuation of news, in the sets in which it is looked for."""

from __future__ import annotations

OPENING_QUOTES = frozenset('«“"')
CLOSING_QUOTES = frozenset('»”"')
OPENING = OPENING_QUOTES | {"("}
"""Opens a quotation or a parenthesis."""
CLOSING = CLOSING_QUOTES | {")"}
"""Closes a quotation or a parenthesis."""
ENCLOSING = OPENING | CLOSING
QUOTES = OPENING_QUOTES | CLOSING_QUOTES

QUESTION_MARKS = frozenset("؟?")
SEMICOLON = "؛"
CLAUSE_BREAKS = frozenset(".؛:!") | QUESTION_MARKS
"""Ends a clause that governs what follows; a comma does not."""
LOCATION_BREAKS = frozenset(":؛") | OPENING_QUOTES
"""Ends the words that can say where a name before them is."""
TOPIC_BREAKS = frozenset("،؛:«“")
"""Ends the words that can say what a verb of opinion is about."""
ARGUMENT_BREAKS = frozenset(":؛")
"""Ends the words in which the arguments of a verb are looked for."""
VERB_BREAKS = frozenset(":؛.")
"""Ends, backwards, the words in which the verb before a noun is looked for."""
SOURCE_BREAKS = frozenset("،؛.")
"""Ends a clause that names a source."""
DENIAL_BREAKS = frozenset("،؛")
"""Ends the words that a word of untruth before them denies."""
SPEECH_STARTS = frozenset(":؛«“")
"""Ends the clause that introduces what is said."""
COUNTRY_SEPARATORS = frozenset("(،,")
"""Stands between a place and the country that it lies in."""

OPENING_BRACKETS = ("(", "((", "[")
OPENING_TOKENS = (*OPENING_BRACKETS, "«", '"', "“")
CLOSING_TOKENS = (")", "))", "]", "»", '"', "”")

NAME_EDGES = " \u00a0.,:;!?؟،؛«»“”\"'()[]{}<>-–—…*/|_•·"
"""Stripped from both ends of a name."""
WORD_ENDS = ".…,،:;؛!?؟"
"""Stripped from the end of a word."""

HYPHENS = frozenset("-‐‑–")
"""Within a name, what is attached to the part before it and no part of the name: «جان-إيف», «فرانك- فالتر»."""
