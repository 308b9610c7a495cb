"""A sentence with its actors: names, titles, coreference, and the arguments of its verbs."""
