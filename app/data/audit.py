"""`wedge audit verify`: walk every terminal's journal chain, and name the first broken link."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

import psycopg


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first event of a terminal's journal that does not follow from the one before."""

    terminal: str
    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What was checked and what is wrong; `ok` when nothing is."""

    terminals: int
    events: int
    broken: tuple[BrokenLink, ...]
    unbalanced_wholes: tuple[str, ...]
    missing_receipts: tuple[tuple[str, int], ...]
    """(register, number) of receipt numbers that are not there."""
    odd_refunds: tuple[str, ...] = ()
    """Refunds that do not add up with their lines and receipts."""

    @property
    def ok(self) -> bool:
        """True when nothing is broken."""
        return not (
            self.broken or self.unbalanced_wholes or self.missing_receipts or self.odd_refunds
        )

    def lines(self) -> tuple[str, ...]:
        """The report for a person: what is wrong first, then what was checked."""
        return (
            *(f"{each.terminal}, event {each.seq}: {each.reason}" for each in self.broken),
            *(f"whole {code}: its portions do not add up" for code in self.unbalanced_wholes),
            *(
                f"register {register}: receipt {n} is missing"
                for register, n in self.missing_receipts
            ),
            *self.odd_refunds,
            f"{self.terminals} terminals, {self.events} events: "
            + ("all links hold" if self.ok else "NOT in order"),
        )


_EVENTS = """
SELECT seq, (extract(epoch FROM at) * 1000000)::bigint, staff_id::text, action, body::text,
       prev_hash, hash, changes::text
  FROM wedge.journal WHERE terminal_id = %s ORDER BY seq
"""

_RECEIPT_GAPS = """
SELECT c.register, n
  FROM (SELECT register, min(number) AS low FROM wedge.receipts GROUP BY register) r
  JOIN wedge.register_counters c USING (register),
       LATERAL generate_series(r.low, c.last_number) n
 WHERE NOT EXISTS (SELECT FROM wedge.receipts x WHERE x.register = c.register AND x.number = n)
 ORDER BY 1, 2 LIMIT 100
"""


def verify(url: str) -> AuditReport:
    """Check chains, conservation and receipt numbers, as administrator or auditor."""
    with psycopg.connect(url) as link:
        link.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        heads = link.execute(
            "SELECT t.id, t.name, coalesce(h.seq, 0), h.hash FROM wedge.terminals t"
            " LEFT JOIN wedge.journal_heads h ON h.terminal_id = t.id ORDER BY t.name"
        ).fetchall()
        events, broken = 0, []
        for terminal_id, name, head_seq, head_hash in heads:
            count, fault = _walk(link, terminal_id, name, head_seq, head_hash)
            events += count
            if fault is not None:
                broken.append(fault)
        wholes = link.execute("SELECT code FROM wedge.check_conservation()").fetchall()
        gaps = link.execute(_RECEIPT_GAPS).fetchall()
        refunds = link.execute("SELECT number, fault FROM wedge.check_refunds()").fetchall()
    return AuditReport(
        terminals=len(heads),
        events=events,
        broken=tuple(broken),
        unbalanced_wholes=tuple(code for (code,) in wholes),
        missing_receipts=tuple((register, number) for register, number in gaps),
        odd_refunds=tuple(f"number {number}: {fault}" for number, fault in refunds),
    )


def _walk(
    link: psycopg.Connection, terminal_id: UUID, name: str, head_seq: int, head_hash: bytes | None
) -> tuple[int, BrokenLink | None]:
    before = hashlib.sha256(str(terminal_id).encode()).digest()
    expected = 1
    with link.cursor(name="journal") as cursor:
        cursor.execute(_EVENTS, (terminal_id,))
        for seq, at_us, staff, action, body, prev_hash, found, changes in cursor:
            if seq != expected:
                return expected - 1, BrokenLink(name, expected, "the event is missing")
            if prev_hash != before:
                return expected - 1, BrokenLink(name, seq, "it does not follow from the one before")
            fields = (terminal_id, seq, at_us, staff or "-", action, body, before.hex())
            content = "\n".join([str(each) for each in fields] + ([changes] if changes else []))
            if hashlib.sha256(content.encode()).digest() != found:
                return expected - 1, BrokenLink(name, seq, "its content was changed")
            before, expected = found, expected + 1
    if expected - 1 != head_seq or (head_hash is not None and head_hash != before):
        return expected - 1, BrokenLink(name, expected, "the end of the journal is missing")
    return expected - 1, None
