"""Staff, terminals and sessions. The PIN verifier never leaves the database."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, BigInt, Created, Flag, Id, one_of, text_check
from app.domain.people import Mode, Role


class StaffRow(Base):
    """A person. `pin_verifier` = sha256(argon2id(pin, salt)); failures count until a success."""

    __tablename__ = "staff"
    __table_args__ = (
        text_check("name"),
        one_of("role", Role),
        CheckConstraint("octet_length(pin_salt) = 16", name="pin_salt"),
        CheckConstraint("octet_length(pin_verifier) = 32", name="pin_verifier"),
    )

    id: Mapped[Id]
    name: Mapped[str]
    role: Mapped[str]
    pin_salt: Mapped[bytes]
    pin_verifier: Mapped[bytes]
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    failed_attempts: Mapped[int] = mapped_column(server_default=text("0"))
    locked_until: Mapped[datetime | None]


class TerminalRow(Base):
    """One screen program, known by its login role; a display names its till's register."""

    __tablename__ = "terminals"
    __table_args__ = (
        text_check("name"),
        one_of("mode", Mode),
        CheckConstraint("mode <> 'pos' OR register IS NOT NULL", name="register_on_tills"),
        CheckConstraint("char_length(register) BETWEEN 1 AND 20", name="register_text"),
        Index(
            "uq_terminals_register",
            "register",
            unique=True,
            postgresql_where=text("mode = 'pos'"),
        ),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    mode: Mapped[str]
    register: Mapped[str | None]
    login_role: Mapped[str] = mapped_column(unique=True)
    revoked: Mapped[Flag]
    last_seen_at: Mapped[datetime | None]


class PinTryRow(Base):
    """The last PIN that a terminal announced: for one step of its sequence, once."""

    __tablename__ = "pin_tries"

    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"), primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    step: Mapped[BigInt]
    xid: Mapped[BigInt]
    at: Mapped[Created]
    waiting: Mapped[bool]


class StaffSessionRow(Base):
    """Somebody signed in at one terminal, until `ended_at`."""

    __tablename__ = "staff_sessions"
    __table_args__ = (
        Index(
            "ix_staff_sessions_terminal_open",
            "terminal_id",
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    started_at: Mapped[Created]
    ended_at: Mapped[datetime | None]
