"""Guests of the demo store who said yes, with visits, points, ratings and old complaints."""

import random
from datetime import datetime, timedelta
from uuid import UUID, uuid5

import psycopg

_SPACE = UUID("3b0d5f6e-58c4-4d2a-8f0e-6a6f6f1b7c21")
GUESTS = (
    ("Malee Srisuwan", "0812345678", "W-1001", ("profile", "marketing", "feedback"), 12, "18"),
    ("Somsak", "0898765432", None, ("profile", "marketing"), 11, "12"),
    ("Ploy", "0865551234", "W-1002", ("profile",), 19, "12"),
    ("Anna Lindqvist", None, "W-1003", ("profile", "feedback"), 14, "18"),
    ("Kittisak", "0823334455", None, ("profile", "marketing"), 25, "19"),
    ("Mrs. Wong", "0877001122", "W-1004", ("profile",), 9, "13"),
)
"""Name, phone, card, consents, how many visits at most, and the hour they come at."""

STARS = (5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 3, 5, 5, 4, 5, 5, 5, 5)


def insert_guests(connection: psycopg.Connection, now: datetime) -> None:
    """Give past sales to guests, and past sales stars; the same for the same trade."""
    said_at = now - timedelta(days=75)
    for name, phone, card, consents, visits, hour in GUESTS:
        key = uuid5(_SPACE, name)
        connection.execute(
            "INSERT INTO wedge.customers (id, name, phone, card, created_at)"
            " VALUES (%s, %s, %s, %s, %s)",
            (key, name, phone, card, said_at),
        )
        for kind in consents:
            connection.execute(
                "INSERT INTO wedge.consents (customer_id, kind, given, at)"
                " VALUES (%s, %s, true, %s)",
                (key, kind, said_at),
            )
        _give_sales(connection, key, visits, hour)
    _rate(connection, now)
    _complain(connection, now)


def _give_sales(connection: psycopg.Connection, key: UUID, visits: int, hour: str) -> None:
    """Every fourth day's sale at the guest's hour, with the points the rules give for it."""
    connection.execute(
        "WITH mine AS (SELECT DISTINCT ON ((paid_at AT TIME ZONE z.zone)::date) t.id"
        "   FROM wedge.tickets t,"
        "   (SELECT wedge.settings_document() ->> 'time_zone' AS zone) z"
        "  WHERE t.customer_id IS NULL AND t.state = 'closed'"
        "    AND extract(hour FROM t.paid_at AT TIME ZONE z.zone) = %(hour)s::int"
        "  ORDER BY (paid_at AT TIME ZONE z.zone)::date, t.id),"
        " picked AS (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM mine) m"
        "           WHERE n %% 3 = 0 LIMIT %(visits)s)"
        " UPDATE wedge.tickets SET customer_id = %(key)s, points_earned = total_minor / 100"
        " WHERE id IN (SELECT id FROM picked)",
        {"hour": hour, "visits": visits, "key": key},
    )
    connection.execute(
        "INSERT INTO wedge.loyal_sales (ticket_id, total_minor, portions, redeemed_points,"
        " redeemed_minor, rules)"
        " SELECT t.id, t.total_minor, (SELECT count(portion_id) FROM wedge.ticket_lines l"
        "  WHERE l.ticket_id = t.id), 0, 0, wedge.loyalty_rules()"
        " FROM wedge.tickets t WHERE t.customer_id = %s",
        (key,),
    )
    connection.execute(
        "INSERT INTO wedge.point_entries (customer_id, ticket_id, kind, points, owed,"
        " policy_version, at)"
        " SELECT customer_id, id, 'earn', points_earned, 0, 1, paid_at FROM wedge.tickets"
        " WHERE customer_id = %s AND points_earned > 0 ORDER BY paid_at",
        (key,),
    )


def _rate(connection: psycopg.Connection, now: datetime) -> None:
    """About every sixth sale of the last four weeks has stars."""
    rng = random.Random("stars")
    tickets = connection.execute(
        "SELECT t.id, t.paid_at, coalesce((SELECT array_agg(l.portion_code) FROM"
        " wedge.ticket_lines l WHERE l.ticket_id = t.id AND l.portion_code IS NOT NULL), '{}')"
        " FROM wedge.tickets t WHERE t.paid_at > %s AND t.state = 'closed' ORDER BY t.paid_at",
        (now - timedelta(days=28),),
    ).fetchall()
    for ticket, paid_at, codes in tickets:
        if rng.random() > 1 / 6:
            continue
        for about in ("product", "service"):
            connection.execute(
                "INSERT INTO wedge.ratings (id, ticket_id, about, stars, portion_codes, at)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                (uuid5(ticket, about), ticket, about, rng.choice(STARS), codes,
                 paid_at + timedelta(seconds=9)),
            )  # fmt: skip


GAVE_ANOTHER = "Gave another piece"
GAVE_VOUCHER = "Warmed a fresh one, gave a voucher"
COMPLAINTS = (
    (3, "Cold or dry", GAVE_VOUCHER, 95, 5),
    (5, "Cold or dry", GAVE_ANOTHER, 88, 4),
    (6, "Does not taste good", "Listened to, nothing wanted", 140, None),
    (9, "Does not taste good", GAVE_ANOTHER, 130, 5),
    (11, "Cold or dry", GAVE_ANOTHER, 72, 4),
    (14, "Not what was ordered", GAVE_ANOTHER, 101, 5),
    (17, "Cold or dry", GAVE_ANOTHER, 119, None),
    (20, "Does not taste good", GAVE_ANOTHER, 93, 3),
    (23, "Cold or dry", GAVE_ANOTHER, 84, 5),
    (26, "Cold or dry", GAVE_VOUCHER, 160, 4),
)
"""Days ago, what was said, what came of it, seconds it took, stars afterwards."""


def _complain(connection: psycopg.Connection, now: datetime) -> None:
    """Ten that were settled, those about cold food for a piece of the lowest grade."""
    for days, reason, outcome, took_s, stars in COMPLAINTS:
        connection.execute(
            "INSERT INTO wedge.complaints (id, line_id, ticket_id, kind, reason, facts, opened_at,"
            " opened_by, terminal_id, due_at, state, outcome, resolved_by, resolved_at, archived,"
            " follow_up_stars, follow_up_at, follow_up_by)"
            " SELECT gen_random_uuid(), l.id, t.id, 'quality', %(reason)s,"
            "  wedge.complaint_facts(l), t.paid_at + interval '10 minutes', t.staff_id,"
            "  t.terminal_id, t.paid_at + interval '130 minutes', 'resolved', %(outcome)s,"
            "  t.staff_id, t.paid_at + interval '10 minutes' + make_interval(secs => %(took)s),"
            "  true, %(stars)s, t.paid_at + interval '11 minutes', t.staff_id"
            " FROM wedge.tickets t JOIN wedge.ticket_lines l ON l.ticket_id = t.id"
            " JOIN wedge.portions o ON o.id = l.portion_id"
            " WHERE t.paid_at < %(until)s AND t.paid_at >= %(until)s - interval '1 day'"
            # Another piece was given where one was left.
            " ORDER BY %(again)s AND EXISTS (SELECT FROM wedge.waste w JOIN wedge.portions p"
            "   ON p.id = w.portion_id WHERE w.product_id = l.product_id"
            "   AND p.cut_at < t.paid_at AND p.expires_at > t.paid_at + interval '15 minutes'"
            "   AND w.at BETWEEN t.paid_at + interval '15 minutes'"
            "            AND t.paid_at + interval '1 day') DESC,"
            "  CASE WHEN %(poor)s THEN l.grade ELSE '' END DESC NULLS LAST,"
            "  md5(l.id::text) LIMIT 1",
            {"reason": reason, "outcome": outcome, "took": took_s, "stars": stars,
             "again": outcome == GAVE_ANOTHER, "poor": reason == "Cold or dry",
             "until": now - timedelta(days=days)},
        )  # fmt: skip
