"""`wedge audit prices`: every stored price worked out again from what was kept with it."""

import psycopg

from app.data.decoding import price_steps
from app.domain.policy import StoreSettings
from app.services.policy_codec import from_document
from app.services.price_audit import PriceAudit, StoredPrice, audit

_LINES = """
SELECT coalesce(portion_code, name), coalesce(own_breakdown, breakdown), breakdown,
       unit_price_minor, price_inputs
  FROM wedge.ticket_lines WHERE NOT voided ORDER BY id
"""


def audit_prices(url: str) -> PriceAudit:
    """Check all lines that were not voided, as administrator or auditor."""
    with psycopg.connect(url) as link:
        link.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        documents = link.execute("SELECT document FROM wedge.settings ORDER BY version").fetchall()
        versions = [from_document(StoreSettings, document) for (document,) in documents]
        stored = [
            StoredPrice(name, price_steps(own), price_steps(steps), minor, inputs)
            for name, own, steps, minor, inputs in link.execute(_LINES)
        ]
    return audit(
        stored,
        {each.quality.version: each.quality for each in versions},
        {each.pricing.version: each.pricing for each in versions},
    )
