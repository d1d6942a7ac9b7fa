"""Port `Selling` and `PrintQueue` over the server-side functions."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.io_thread import IoThread
from app.data.link import Link
from app.domain.people import Session
from app.domain.price import Price, PriceStep
from app.domain.ticket import Service
from app.services.ports import Candidate, LinePrice, Paid, PriceMove, Reserved


class Caller:
    """Shared by the adapters: run one function on the I/O thread."""

    def __init__(self, io: IoThread, link: Link) -> None:
        self._io = io
        self._link = link

    async def _call(self, function: str, types: str, *arguments: Any) -> Any:
        return await self._io.ask(
            self._link.call(function, *arguments, types=types.split(",") if types else ())
        )


class PgSelling(Caller):
    """The till's actions."""

    async def reserve_first(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        candidates: Sequence[Candidate],
    ) -> Reserved:
        """Take the first candidate that is still free."""
        found = await self._call(
            "reserve_first",
            "uuid,uuid,uuid,uuid,text,jsonb",
            session.id,
            request,
            ticket_id,
            line_id,
            service.value,
            json.dumps([candidate_map(each) for each in candidates]),
        )
        return Reserved(
            UUID(found["portion_id"]),
            UUID(found["line_id"]),
            datetime.fromisoformat(found["reserved_until"]),
        )

    async def add_plain(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        product_id: UUID,
        quantity: int,
    ) -> None:
        """Put a plain product on the ticket."""
        await self._call(
            "add_plain",
            "uuid,uuid,uuid,uuid,text,uuid,int",
            session.id,
            request,
            ticket_id,
            line_id,
            service.value,
            product_id,
            quantity,
        )

    async def set_quantity(
        self, session: Session, *, request: UUID, line_id: UUID, quantity: int
    ) -> None:
        """Change a plain line's quantity."""
        await self._call(
            "set_quantity", "uuid,uuid,uuid,int", session.id, request, line_id, quantity
        )

    async def prepare_line(
        self, session: Session, *, request: UUID, line_id: UUID, options: Sequence[str], note: str
    ) -> None:
        """What the guest asks for with a line."""
        await self._call(
            "prepare_line",
            "uuid,uuid,uuid,text[],text",
            session.id,
            request,
            line_id,
            list(options),
            note,
        )

    async def remove_line(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        """Void the line and release its portion."""
        await self._call("remove_line", "uuid,uuid,uuid", session.id, request, line_id)

    async def extend_hold(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """Start the hold anew."""
        found = await self._call("extend_hold", "uuid,uuid,uuid", session.id, request, ticket_id)
        return datetime.fromisoformat(found["held_until"])

    async def void_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Void the ticket and release everything."""
        await self._call("void_ticket", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def pay_cash(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        expected_total_minor: int,
        tendered_minor: int,
    ) -> Paid:
        """Pay at the counter."""
        paid = await self._call(
            "pay_cash",
            "uuid,uuid,uuid,bigint,bigint",
            session.id,
            request,
            ticket_id,
            expected_total_minor,
            tendered_minor,
        )
        return Paid(**{**paid, "receipt_id": UUID(paid["receipt_id"])})

    async def tell_prices(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Keep that the guest was told."""
        await self._call("tell_prices", "uuid,uuid,uuid", session.id, request, ticket_id)

    async def reprice(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        rules: str,
        coupons: Sequence[str],
        order_inputs: Mapping[str, Any] | None,
        lines: Sequence[LinePrice],
    ) -> int:
        """Put an open order under the rules in force."""
        done = await self._call(
            "reprice_ticket",
            "uuid,uuid,uuid,text,text[],jsonb,jsonb",
            session.id,
            request,
            ticket_id,
            rules,
            list(coupons),
            None if order_inputs is None else json.dumps(dict(order_inputs)),
            json.dumps([_line_map(each) for each in lines]),
        )
        return int(done["total_minor"])

    async def discount_line(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        off_minor: int,
        reason: str,
        approval_id: UUID | None,
    ) -> None:
        """Take something off a line by hand."""
        await self._call(
            "discount_line",
            "uuid,uuid,uuid,bigint,text,uuid",
            session.id,
            request,
            line_id,
            off_minor,
            reason,
            approval_id,
        )

    async def log_prices(self, *, request: UUID, changes: Sequence[PriceMove]) -> None:
        """Write automatic steps down."""
        steps = [
            {
                "portion_id": str(each.portion_id),
                "old_minor": each.old_minor,
                "new_minor": each.new_minor,
                "reason": each.reason.value,
                "score_milli": each.score_milli,
                "left_s": each.left_s,
                "pace_milli": each.pace_milli,
            }
            for each in changes
        ]
        await self._call("log_prices", "uuid,jsonb", request, json.dumps(steps))

    async def keep_last_prices(self, *, request: UUID, prices: Mapping[UUID, Price | None]) -> None:
        """Tell the last valid prices of portions that have none now."""
        told = [
            {"portion_id": str(each), "breakdown": _steps(price.steps) if price else None}
            for each, price in prices.items()
        ]
        await self._call("keep_last_prices", "uuid,jsonb", request, json.dumps(told))

    async def reprint(self, session: Session, *, request: UUID, receipt_id: UUID) -> None:
        """Queue the receipt again."""
        await self._call("reprint", "uuid,uuid,uuid", session.id, request, receipt_id)


def candidate_map(each: Candidate) -> dict[str, Any]:
    """A candidate as the server-side functions read it."""
    return {
        "portion_id": str(each.portion_id),
        "epoch": each.epoch,
        "grade": each.grade.value,
        "unit_price_minor": each.unit_price_minor,
        "base_price_minor": each.base_price_minor,
        "breakdown": _steps(each.breakdown),
        "price_inputs": each.price_inputs.to_map() if each.price_inputs else None,
        "fallback": each.fallback,
        "reason": each.reason,
        "score_milli": each.score_milli,
        "sell_first": each.sell_first,
        "prefers": list(each.prefers),
    }


def _line_map(each: LinePrice) -> dict[str, Any]:
    return {
        "line_id": str(each.line_id),
        "product_id": str(each.product_id),
        "quantity": each.quantity,
        "unit_price_minor": each.price.amount_minor,
        "base_price_minor": each.price.base_minor,
        "breakdown": _steps(each.price.steps),
        "own_breakdown": _steps(each.own.steps),
        "price_inputs": None if each.price_inputs is None else dict(each.price_inputs),
    }


def _steps(steps: Sequence[PriceStep]) -> list[dict[str, Any]]:
    return [
        {
            "reason": step.reason.value,
            "amount_minor": step.amount_minor,
            "rule_version": step.rule_version,
            "code": step.code,
            "params": list(step.params),
        }
        for step in steps
    ]


class PgPrintQueue(Caller):
    """The register's receipts and shelf labels on their way to paper."""

    async def queue_label(
        self, session: Session, *, request: UUID, portion_id: UUID, price_minor: int | None
    ) -> None:
        """Queue a shelf label."""
        types = "uuid,uuid,uuid,int"
        await self._call("print_label", types, session.id, request, portion_id, price_minor)

    async def claim_job(self) -> UUID | None:
        """Claim the oldest waiting job."""
        job = await self._call("claim_job", "")
        return None if job is None else UUID(job["id"])

    async def voucher_code(self, job_id: UUID) -> str:
        """The whole code of the voucher that a claimed job prints."""
        return str((await self._call("voucher_to_print", "uuid", job_id))["code"])

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        """Report the outcome."""
        await self._call("finish_job", "uuid,text", job_id, error)
