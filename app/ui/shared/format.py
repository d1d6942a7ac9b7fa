"""Numbers as people read them, in the store's currency, zone and locale (babel)."""

from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_skeleton
from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.services import wording
from app.ui.shared.translate import choose_language, in_use

_t = QCoreApplication.translate


def locale_of(settings: StoreSettings) -> Locale:
    """The locale to write in: the interface's language in the store's country.

    Years are those of the locale data's calendar, in Thai too (2026, not 2569): best-before dates
    on goods and receipts are read beside dates of suppliers' labels, which are Gregorian.
    """
    return wording.locale_for(in_use() or choose_language(settings.locale), settings.locale)


def money(amount_minor: int, settings: StoreSettings) -> str:
    """`฿1,234.50`, from minor units."""
    locale = locale_of(settings)
    return wording.money_text(amount_minor, settings.currency, locale, settings.locale)


def amount(amount_minor: int, settings: StoreSettings) -> str:
    """`1,234.50` without the currency's sign, from minor units."""
    return wording.amount_text(amount_minor, settings.currency, locale_of(settings))


def change(amount_minor: int, settings: StoreSettings) -> str:
    """A signed difference, `−10.00` or `+5.00`, from minor units.

    The figures are isolated behind the sign: after Thai words Qt breaks a line there, and a word
    joiner does not help, since the dictionary that breaks Thai decides for the whole run.
    """
    sign = "−" if amount_minor < 0 else "+"
    return f"{sign}\u2066{amount(abs(amount_minor), settings)}\u2069"


def weight(weight_mg: int) -> str:
    """`98 g` or `1.2 kg`, from milligrams."""
    return wording.weight_text(weight_mg, Locale("en"))


def clock(moment: datetime, settings: StoreSettings) -> str:
    """Time of day to the minute in the store's zone."""
    return wording.local_time_text(moment, settings.time_zone, locale_of(settings))


def date_time(moment: datetime, settings: StoreSettings) -> str:
    """Date and time to the minute in the store's zone."""
    return wording.date_time_text(moment, settings.time_zone, locale_of(settings))


def day(on: date, settings: StoreSettings) -> str:
    """`Nov 18, 2026` in the interface's language."""
    return format_date(on, format="medium", locale=locale_of(settings))


def day_short(on: date, settings: StoreSettings) -> str:
    """`Nov 18` in the interface's language, for axes and narrow columns."""
    return str(format_skeleton("MMMd", on, locale=locale_of(settings)))


def countdown(s: float) -> str:
    """Seconds left as `4:31`, never below `0:00`."""
    return wording.countdown_text(timedelta(seconds=s))


def duration(s: float) -> str:
    """A length of time in one or two words: `9 min`, `1 h 05`, `2 days`; seconds in."""
    minutes = int(max(0.0, s) // 60)
    if minutes < 60:
        return _t("Format", "{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        if hours >= 10 or rest == 0:
            return _t("Format", "{n} h").format(n=hours)
        return _t("Format", "{n} h {m}").format(n=hours, m=f"{rest:02d}")
    days = hours // 24
    if days == 1:
        return _t("Format", "1 day")
    return _t("Format", "{n} days").format(n=days)


def temperature(mc: int) -> str:
    """`63.2 °C`, from milli-degrees Celsius."""
    return f"{mc / 1000:.1f} °C".replace("-", "−")


def temperature_short(mc: int) -> str:
    """`63 °C` from 10 °C on, one decimal below, from milli-degrees Celsius."""
    return f"{mc / 1000:.0f} °C" if mc >= 10_000 else temperature(mc)
