"""Work out what the next hours will want, once a day, and put it in force for every screen."""

import asyncio
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.forecast.engine import forecast_shop
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Store
from app.services.store_view import StoreView

Edition = tuple[date, int]
"""The local day a forecast is made for, and the version of the rules it is made by."""


def edition_due(view: StoreView, now: datetime) -> Edition | None:
    """What should be in force at `now` (server clock) and is not; None while it is."""
    settings = view.settings
    today = now.astimezone(ZoneInfo(settings.time_zone)).date()
    due = (today, settings.forecast.version)
    known = {(each.made_for, each.policy_version) for each in view.demand.values()}
    return None if known == {due} else due


async def renew_forecast(store: Store, session: Session) -> int:
    """Read the closed days, work in a thread of its own, store; returns how many products.

    Without any history nothing is stored. Refused: CHANGED when the day has just ended.
    """
    view = store.feed.view
    if view is None:
        return 0
    policy = view.settings.forecast
    history = await store.forecasts.history(session, policy.history_days)
    if not history.sales:
        return 0
    found = await asyncio.to_thread(forecast_shop, history, policy)
    if found:
        await store.forecasts.save(
            session,
            request=new_id(),
            made_for=history.today,
            policy_version=policy.version,
            demand=tuple(found.values()),
        )
    return len(found)
