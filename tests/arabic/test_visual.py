"""Lines in visual order."""

from __future__ import annotations

import pytest

from graph_builder.arabic.visual import is_visual, logical


def test_visual_order_is_reversed_but_numbers_and_latin() -> None:
    drawn = ".2016 يف (ةرم 12) احابص ةديدجلا ةنيدملا ةريزولا تراز\n.BBC عم ةمصاعلا ىلإ ةرئاطلا تداعو"
    assert is_visual(drawn)
    assert logical(drawn) == "زارت الوزيرة المدينة الجديدة صباحا (12 مرة) في 2016.\nوعادت الطائرة إلى العاصمة مع BBC."


def test_visual_order_is_detected_by_presentation_forms() -> None:
    assert is_visual("ﻞﺒﻘﺘﺳﺍ ﺪﺳﻷﺍ ﻑﻭﺮﻓﻻ ﻲﻓ ﻖﺸﻣﺩ ﻲﻐﻳﺮﻴﺳ")
    assert not is_visual("ﺍﺳﺘﻘﺒﻞ ﺑﺸﺎﺭ ﺍﻷﺳﺪ ﺳﻴﺮﻏﻲ ﻻﻓﺮﻭﻑ ﻓﻲ ﺩﻣﺸﻖ")


@pytest.mark.parametrize("text", ["", "قال", "زارت الوزيرة المدينة الجديدة.", "The bridge"])
def test_visual_order_logical_text_is_kept(text: str) -> None:
    assert not is_visual(text)


def test_visual_order_ligatures_are_restored() -> None:
    assert logical("دسلأا لبقتسا") == "استقبل الأسد"
