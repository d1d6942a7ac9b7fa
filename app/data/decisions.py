"""Port `Decisions`: past days of choices, read for a replay."""

from datetime import date
from typing import Any

from app.data import rows
from app.data.selling import Caller
from app.domain.portion import Grade
from app.services.order_ports import PastChoice, PastChoices, PastLook
from app.services.store_view import Entity

_SPAN = """WITH z AS (SELECT document ->> 'time_zone' AS zone FROM wedge.settings
                       ORDER BY version DESC LIMIT 1),
     span AS (SELECT CAST(%(first)s AS date)::timestamp AT TIME ZONE zone AS since,
                     least((CAST(%(last)s AS date) + 1)::timestamp AT TIME ZONE zone,
                           clock_timestamp()) AS until FROM z)"""

_CHOICES = f"""{_SPAN}
SELECT d.at, d.ticket_id, l.product_id, w.portions_per_whole, d.document ->> 'grade',
       coalesce(d.document -> 'prefers', '[]')
  FROM span s, wedge.allocation_decisions d
  JOIN wedge.ticket_lines l ON l.id = d.line_id
  JOIN wedge.portions p ON p.id = d.portion_id JOIN wedge.wholes w ON w.id = p.whole_id
 WHERE d.kind = 'chosen' AND d.at >= s.since AND d.at < s.until AND NOT l.voided
 ORDER BY d.at, d.id"""

_PORTIONS = f"""{_SPAN}
SELECT to_jsonb(p) FROM span s, wedge.portions p
 WHERE p.cut_at < s.until AND p.expires_at > s.since"""

_WHOLES = f"""{_SPAN}
SELECT to_jsonb(w) FROM wedge.wholes w WHERE w.id IN (
    SELECT p.whole_id FROM span s, wedge.portions p
     WHERE p.cut_at < s.until AND p.expires_at > s.since)"""

_READINGS = f"""{_SPAN}
SELECT jsonb_build_object('holding_unit_id', r.holding_unit_id, 'readings', jsonb_agg(
           jsonb_build_array(extract(epoch FROM r.at), r.temperature_mc) ORDER BY r.at))
  FROM span s, wedge.temperature_readings r
 WHERE r.at >= s.since - interval '4 days' AND r.at < s.until GROUP BY r.holding_unit_id"""

_LOOKS = f"""{_SPAN}
SELECT DISTINCT ON (x.portion_id) x.portion_id, x.at, x.passed FROM span s, (
    SELECT portion_id, verified_at AS at, true AS passed FROM wedge.ticket_lines
     UNION ALL
    SELECT portion_id, at, false FROM wedge.inspections WHERE late
     UNION ALL
    SELECT portion_id, at, false FROM wedge.waste WHERE cause = 'past its limit') x
 WHERE x.portion_id IS NOT NULL AND x.at >= s.since AND x.at < s.until
 ORDER BY x.portion_id, x.at, x.passed"""
"""The first time each sold portion was looked at for its guest; one found bad has failed it."""

_UNTIL = f"{_SPAN} SELECT until FROM span"


class PgDecisions(Caller):
    """Reads under the back office's own role."""

    async def past(self, first: date, last: date) -> PastChoices:
        """One query for each kind of row; nothing is locked."""
        span = {"first": first, "last": last}

        async def read(query: str) -> list[Any]:
            return list(await self._io.ask(self._link.read(query, span)))

        whole = rows.DECODERS[Entity.WHOLE]
        return PastChoices(
            until=(await read(_UNTIL))[0][0],
            choices=tuple(
                PastChoice(
                    at, ticket, product, cut, Grade(grade) if grade else None, frozenset(prefers)
                )
                for at, ticket, product, cut, grade, prefers in await read(_CHOICES)
            ),
            portions=tuple(rows.portion(row) for (row,) in await read(_PORTIONS)),
            wholes=tuple(whole(row) for (row,) in await read(_WHOLES)),
            temperatures=tuple(rows.temperatures(row) for (row,) in await read(_READINGS)),
            looks=tuple(PastLook(*row) for row in await read(_LOOKS)),
        )
