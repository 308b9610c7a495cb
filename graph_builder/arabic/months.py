"""Month names as Arab countries write them: the Latin, the Syriac and the French ones."""

from __future__ import annotations

from graph_builder.arabic.fold import fold

# In this order: Egypt, the Gulf and Sudan; the Levant and Iraq; Algeria and Tunisia; Morocco and Mauritania.
# Spellings that fold together stand here once. The Libyan names of 1969 to 2011 (ناصر, الماء, الصيف) are everyday
# words and names of people, so they are left out.
_NAMES = (
    ("يناير", "كانون الثاني", "كانون ثاني", "كانون ثان", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "آذار"),
    ("أبريل", "نيسان", "أفريل"),
    ("مايو", "أيار", "ماي", "ماية"),
    ("يونيو", "يونية", "حزيران", "جوان"),
    ("يوليو", "يولية", "تموز", "جويلية", "يوليوز"),
    ("أغسطس", "آب", "أوت", "غشت", "أغشت"),
    ("سبتمبر", "أيلول", "شتنبر", "شتمبر"),
    ("أكتوبر", "تشرين الأول", "تشرين أول"),
    ("نوفمبر", "تشرين الثاني", "تشرين ثاني", "تشرين ثان", "نونبر"),
    ("ديسمبر", "كانون الأول", "كانون أول", "دجنبر", "دجمبر"),
)

MONTHS = {fold(name): number for number, names in enumerate(_NAMES, start=1) for name in names}
"""The number of each month, from 1, by its folded name."""


def month_number(name: str) -> int | None:
    """The month of that name, from 1; None if there is none.

    >>> month_number("كانون الأول"), month_number("ديسمبر"), month_number("حلب")
    (12, 12, None)
    """
    return MONTHS.get(fold(name))
