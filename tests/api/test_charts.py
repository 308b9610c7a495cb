"""Charts have Arabic as it is written: letters joined, from right to left."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import uharfbuzz as hb
from matplotlib import font_manager

from graph_builder import KnowledgeGraph


def test_matplotlib_draws_the_glyphs_of_harfbuzz(kg: KnowledgeGraph) -> None:
    names = kg.entities["name"].head(8)
    with mpl.rc_context(), plt.style.context("graph_builder.charts"):
        path = font_manager.findfont(mpl.rcParams["font.family"][0])
        for name in names:
            figure = plt.figure()
            figure.text(0, 0, name)
            drawn = io.BytesIO()
            figure.savefig(drawn, format="svg")
            plt.close(figure)
            glyphs = [
                int(each, 16) for each in re.findall(r'href="#DejaVuSans-([0-9a-f]+)"', drawn.getvalue().decode())
            ]
            assert glyphs == _glyphs(path, name)
            assert glyphs != _glyphs(path, name, joined=False) or len(name) < 3


def _glyphs(font: str, text: str, joined: bool = True) -> list[int]:
    """The glyphs of a text, in the order in which they are drawn, with or without the forms of joined letters."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    forms = {} if joined else dict.fromkeys(("init", "medi", "fina", "isol", "rlig", "liga"), False)
    hb.shape(hb.Font(hb.Face(hb.Blob.from_file_path(font))), buffer, forms)
    return [glyph.codepoint for glyph in buffer.glyph_infos]
