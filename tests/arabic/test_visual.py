"""Lines whose letters stand as they are drawn."""

from __future__ import annotations

import pytest

from graph_builder.arabic.visual import is_visual, logical


def test_lines_are_turned_and_numbers_and_latin_words_stay() -> None:
    drawn = ".2016 يف (ةرم 12) احابص ةديدجلا ةنيدملا ةريزولا تراز\n.BBC عم ةمصاعلا ىلإ ةرئاطلا تداعو"
    assert is_visual(drawn)
    assert logical(drawn) == "زارت الوزيرة المدينة الجديدة صباحا (12 مرة) في 2016.\nوعادت الطائرة إلى العاصمة مع BBC."


def test_presentation_forms_show_the_order() -> None:
    assert is_visual("ﻞﺒﻘﺘﺳﺍ ﺪﺳﻷﺍ ﻑﻭﺮﻓﻻ ﻲﻓ ﻖﺸﻣﺩ ﻲﻐﻳﺮﻴﺳ")
    assert not is_visual("ﺍﺳﺘﻘﺒﻞ ﺑﺸﺎﺭ ﺍﻷﺳﺪ ﺳﻴﺮﻏﻲ ﻻﻓﺮﻭﻑ ﻓﻲ ﺩﻣﺸﻖ")


@pytest.mark.parametrize("text", ["", "قال", "زارت الوزيرة المدينة الجديدة.", "The bridge"])
def test_other_text_is_as_it_is_read(text: str) -> None:
    assert not is_visual(text)


def test_ligatures_that_were_not_turned_are_mended() -> None:
    assert logical("دسلأا لبقتسا") == "استقبل الأسد"
