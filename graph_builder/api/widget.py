"""Widgets in Jupyter: the neighbourhood of an entity, and a timeline. A choice shows the sentences behind it.

Their script is a module of the package, so they need no network. Where no program runs, as on GitHub and in pages made
by nbconvert, a table takes their place.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from graph_builder.api import display, widget_data
from graph_builder.core.choices import chosen

_PACKAGE = files("graph_builder.api")


class Widget(anywidget.AnyWidget):
    """A neighbourhood or a timeline, in Arabic (right to left) or in English.

    Attributes:
        data: What is shown; its items are those that `widget_data` returns.
        language: `ar` or `en`; the reader can change it.
        selected: Ids of the relations whose sentences are shown: `kg.relations.loc[widget.selected]`.
    """

    _esm = _PACKAGE.joinpath("widget.js").read_text(encoding="utf-8")
    _css = _PACKAGE.joinpath("widget.css").read_text(encoding="utf-8")

    data = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("ar").tag(sync=True)
    selected = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, data: widget_data.Data, language: str) -> None:
        """Show data in a language.

        Raises:
            ChoiceError: The language is neither `ar` nor `en`.
        """
        chosen("language", language, widget_data.texts())
        super().__init__(data=data, texts=widget_data.texts(), language=language)

    def __repr__(self) -> str:
        return f"<{self.data['view'].capitalize()} of {len(self.data['statements']):,} relations, shown in Jupyter>"

    def _repr_html_(self) -> str:
        """Return the table that takes the place of the widget."""
        words = widget_data.texts()[self.language]
        template = display.template(self.data["view"])
        return template.render(data=self.data, texts=words, language=self.language)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        shown, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**shown, "text/html": self._repr_html_()}, metadata
