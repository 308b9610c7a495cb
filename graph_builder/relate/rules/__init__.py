"""Relation rules, one module a construction: a sentence in, relation mentions out."""
