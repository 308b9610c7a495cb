"""Relation rules, one module per construction: from a sentence to its extractions."""
