"""The demo's training: who was taught what, and six weeks of looks that show what it did."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import psycopg

from app.data.demo.load import insert
from app.data.demo.menu import Menu
from app.domain.training import TrainingKind

_COURSE_AGO = 24
"""Days since the cook's course."""
_YEAR = 365
_RECORDS = (
    # name, what, held so many days ago, counts for so many days, what the paper says
    ("Ploy", TrainingKind.QUALITY, _COURSE_AGO + _YEAR - 9, _YEAR, "In house"),
    ("Ploy", TrainingKind.QUALITY, _COURSE_AGO, _YEAR, "Course, two days"),
    ("Ploy", TrainingKind.PORTIONING, _COURSE_AGO, _YEAR, "Course, two days"),
    ("Ploy", TrainingKind.FOOD_HANDLING, 210, 2 * _YEAR, "Certificate FH-2291"),
    ("Ploy", TrainingKind.ALLERGENS, 95, _YEAR, ""),
    ("Kanda", TrainingKind.QUALITY, _YEAR - 10, _YEAR, "In house"),
    ("Kanda", TrainingKind.PORTIONING, 120, _YEAR, "In house"),
    ("Kanda", TrainingKind.FOOD_HANDLING, 400, 2 * _YEAR, "Certificate FH-1874"),
    ("Kanda", TrainingKind.ALLERGENS, 95, _YEAR, ""),
    ("Dr. Siri", TrainingKind.FOOD_HANDLING, 150, 3 * _YEAR, "Certificate FH-0410"),
    ("Dr. Siri", TrainingKind.ALLERGENS, 95, _YEAR, "Trainer"),
    ("Anan", TrainingKind.FOOD_HANDLING, 90, 2 * _YEAR, "Certificate FH-2380"),
    ("Anan", TrainingKind.ALLERGENS, 95, _YEAR, ""),
    ("Mali", TrainingKind.FOOD_HANDLING, 30, 2 * _YEAR, "Certificate FH-2410"),
    ("Mali", TrainingKind.ALLERGENS, 95, _YEAR, ""),
    ("Dr. Siri", TrainingKind.QUALITY, 60, _YEAR, "Trainer"),
    ("Dr. Siri", TrainingKind.PORTIONING, 60, _YEAR, "Trainer"),
    ("Anan", TrainingKind.QUALITY, _YEAR + 12, _YEAR, "In house"),
)
_LOOKS = """
SELECT count(wedge.keep_look(id, cut_at, product_id, staff, score, score >= 7, n %% 27 <> 0))
  FROM (
    SELECT id, cut_at, product_id, n, CASE WHEN n %% 3 = 0 THEN %(lead)s ELSE %(cook)s END AS staff,
           CASE WHEN n %% 41 = 5 THEN 6.5
                WHEN n %% 3 <> 0 AND cut_at > %(course)s THEN 9.0 + (n / 64 %% 3 - 1) * 0.5
                ELSE 8.5 + (n / 64 %% 5 - 2) * 0.5 END::double precision AS score
      FROM (SELECT id, cut_at, product_id, abs(hashtext(code)) AS n FROM wedge.wholes
             WHERE state = 'cut' AND cut_at > %(since)s) w) x"""
_INSPECTED = """
SELECT count(wedge.keep_look(id, at, product_id, staff_id, score, passed,
                             CASE WHEN kind = 'recheck' THEN true END))
  FROM wedge.inspections"""


def insert_trainings(connection: psycopg.Connection, menu: Menu, now: datetime) -> None:
    """Records of training, one of them ending soon and one over, and the looks around them."""
    people = {person.name: person.id for person in menu.staff}
    today = now.astimezone(ZoneInfo(menu.store["time_zone"])).date()
    for name, kind, ago, valid, note in _RECORDS:
        _insert(connection, people, today, name, kind, ago, valid, note)
    connection.execute(_INSPECTED)
    connection.execute(
        _LOOKS,
        {"cook": people["Ploy"], "lead": people["Kanda"],
         "course": now - timedelta(days=_COURSE_AGO),
         "since": now - timedelta(days=_COURSE_AGO + 21)},
    )  # fmt: skip


def _insert(
    connection: psycopg.Connection, people: dict[str, UUID], today: date, name: str,
    kind: TrainingKind, ago: int, valid: int, note: str,
) -> None:  # fmt: skip
    held = today - timedelta(days=ago)
    insert(connection, "trainings", id=uuid5(people[name], f"{kind.value}/{ago}"),
           staff_id=people[name], kind=kind.value, held_on=held,
           valid_until=held + timedelta(days=valid - 1), note=note,
           recorded_by=people["Dr. Siri" if name == "Mali" else "Mali"])  # fmt: skip
