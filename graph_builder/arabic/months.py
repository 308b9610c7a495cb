"""Month names: the Latin, Syriac and French ones of Arab countries, and the Hijri and Persian ones."""

from __future__ import annotations

from graph_builder.arabic.fold import fold

# In this order: Egypt, the Gulf and Sudan; the Levant and Iraq; Algeria and Tunisia; Morocco and Mauritania.
# Spellings with the same folded form are listed once. The Libyan names of 1969 to 2011 (ناصر, الماء, الصيف) are left
# out, as they are also everyday words and names of people.
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


_HIJRI = (
    ("محرم", "محرم الحرام"),
    ("صفر", "صفر الخير"),
    ("ربيع الأول", "ربيع أول"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع آخر"),
    ("جمادى الأولى", "جمادى الأول", "جماد الأول", "جماد أول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جماد الآخر", "جماد الثاني", "جماد ثاني"),
    ("رجب", "رجب المرجب"),
    ("شعبان",),
    ("رمضان", "رمضان المبارك"),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذوالقعدة", "ذيالقعدة"),
    ("ذو الحجة", "ذي الحجة", "ذوالحجة", "ذيالحجة"),
)
_PERSIAN = (
    ("فروردین",),
    ("اردیبهشت",),
    ("خرداد",),
    ("تیر",),
    ("مرداد", "امرداد"),
    ("شهریور",),
    ("مهر",),
    ("آبان",),
    ("آذر",),
    ("دی",),
    ("بهمن",),
    ("اسفند",),
)


def _numbered(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {fold(name): number for number, those in enumerate(names, start=1) for name in those}


MONTHS = _numbered(_NAMES)
"""The number of each month, from 1, by its folded name."""

HIJRI_MONTHS, PERSIAN_MONTHS = _numbered(_HIJRI), _numbered(_PERSIAN)
"""The numbers of the Hijri and the Persian months, likewise."""


def month_number(name: str) -> int | None:
    """Return the number of a month, from 1, or None if the name is not a month.

    >>> month_number("كانون الأول"), month_number("ديسمبر"), month_number("حلب")
    (12, 12, None)
    """
    return MONTHS.get(fold(name))
