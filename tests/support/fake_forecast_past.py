"""FakeStore's past forecasts: twelve hours a day from 10:00 on, and one sell-out a day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.forecast.history import OpenDay
from app.domain.forecast.judged import ForecastPast, KeptHour
from app.services.store_view import StoreView

HOURS = 12


def past_of(view: StoreView, now: datetime, first: date, last: date) -> ForecastPast:
    """Expected are 2 to 6 an hour; one too many is sold in every third, none in the sixth."""
    zone = ZoneInfo(view.settings.time_zone)
    kept, sold, days, spans = [], {}, [], []
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        opens = datetime.combine(day, time(10), tzinfo=zone).astimezone(UTC)
        for hour in (opens + timedelta(hours=n) for n in range(HOURS)):
            n = (hour - opens).seconds // 3600
            if hour > now:
                break
            expected = 2 + (n * (5 + ahead)) % 5
            kept.append(KeptHour(hour, 1_000 * expected, hour))
            sold[hour] = 0 if n == 6 else expected + (n % 3 == 1)
        closes = (opens + timedelta(hours=HOURS)).timestamp()
        out = opens.timestamp() + 6 * 3600
        days.append(OpenDay(day, (opens.timestamp(), closes)))
        spans += [(opens.timestamp(), out), (out + 3600, closes)]
    return ForecastPast(now, zone, kept, sold, days, spans)
