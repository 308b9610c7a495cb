"""Names and relations of a build in annotation tools, and what their annotators correct."""
