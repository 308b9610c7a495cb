"""The documentation site: a few pages of Markdown, and pages generated from the package when the site is built.

`mkdocs build -f graph_builder/docs/mkdocs.yml --strict` in a clone writes it to site/.
"""
