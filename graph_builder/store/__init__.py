"""A build's RDF and a triple store: asked, checked and sent."""
