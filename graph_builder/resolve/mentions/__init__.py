"""Detect mentions: bound the tagged names, correct their kinds, and find those that the recognizer missed."""
