"""Clauses: the predicates of a sentence with their arguments, worked out once and read by the rules."""
