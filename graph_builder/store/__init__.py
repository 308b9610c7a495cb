"""Query and validate the RDF of a build, and push it to a triple store."""
