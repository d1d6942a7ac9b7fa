"""What is being taken back of a sale: lines with their amounts or pieces, and the goods."""

from dataclasses import replace
from uuid import UUID

from app.domain.refund import (
    Goods,
    RefundableLine,
    RefundableSale,
    RefundFaulty,
    RefundItem,
    RefundLine,
    plan,
)


class RefundBasket:
    """The choice so far. `active` is the line that is being looked at; it is always chosen."""

    def __init__(self, sale: RefundableSale | None = None) -> None:
        self.sale = sale
        self.chosen: dict[UUID, RefundLine] = {}
        self.active: UUID | None = None
        lines = [line for line in self.lines if line.left_minor > 0]
        if len(lines) == 1:
            self._take(lines[0])

    @property
    def lines(self) -> tuple[RefundableLine, ...]:
        """The sale's lines."""
        return self.sale.lines if self.sale else ()

    @property
    def line(self) -> RefundableLine | None:
        """The line that is being looked at."""
        return self._line(self.active)

    @property
    def asked(self) -> RefundLine | None:
        """What is asked of it."""
        return self.chosen.get(self.active) if self.active else None

    def items(self) -> tuple[RefundItem, ...]:
        """What would be paid back; nothing while it is not possible so."""
        if self.sale is None or not self.chosen:
            return ()
        try:
            return plan(self.sale.lines, tuple(self.chosen.values()))
        except RefundFaulty:
            return ()

    def toggle(self, line_id: UUID) -> None:
        """Take a line in whole, look at it, or (looked at already) leave it out again."""
        line = self._line(line_id)
        if line is None or line.left_minor <= 0:
            return
        if line_id == self.active:
            del self.chosen[line_id]
            self.active = next(reversed(self.chosen), None)
        elif line_id in self.chosen:
            self.active = line_id
        else:
            self._take(line)

    def take_all(self) -> None:
        """Every line that has something left."""
        for line in self.lines:
            if line.left_minor > 0:
                self._take(line)

    def step(self, pieces: int) -> None:
        """So many pieces more or less of the line that is being looked at."""
        line, asked = self.line, self.asked
        if line is None or asked is None:
            return
        now = line.left_quantity if asked.quantity is None else asked.quantity
        wanted = min(max(now + pieces, 1), line.left_quantity)
        if wanted == line.left_quantity:
            self.chosen[line.id] = replace(asked, amount_minor=None, quantity=None)
            return
        # Nothing is half put back: what was not made is one line's goods.
        goods = Goods.DISCARDED if asked.goods is Goods.PUT_BACK else asked.goods
        self.chosen[line.id] = replace(asked, amount_minor=None, quantity=wanted, goods=goods)

    def part(self, amount_minor: int) -> None:
        """A part of the price, for goods the guest keeps; 0 takes all of it again."""
        line, asked = self.line, self.asked
        if line is None or asked is None:
            return
        if amount_minor and amount_minor != line.left_minor:
            self.chosen[line.id] = RefundLine(line.id, amount_minor=amount_minor)
        elif asked.amount_minor is not None:
            self._take(line)

    def goods(self, kind: Goods) -> None:
        """What becomes of the goods of the line that is being looked at."""
        if self.asked is not None:
            self.chosen[self.asked.line_id] = replace(self.asked, goods=kind)

    def look_again(self, sale: RefundableSale) -> None:
        """The sale as it is now: what has nothing left is no longer chosen."""
        self.sale = sale
        over = {line.id for line in sale.lines if line.left_minor <= 0}
        self.chosen = {key: asked for key, asked in self.chosen.items() if key not in over}
        if self.active in over:
            self.active = next(reversed(self.chosen), None)

    def _take(self, line: RefundableLine) -> None:
        # Untouched goods go back, others came back; the other is one tap away.
        goods = Goods.PUT_BACK if line.waits else Goods.DISCARDED
        self.chosen[line.id] = RefundLine(line.id, goods=goods)
        self.active = line.id

    def _line(self, line_id: UUID | None) -> RefundableLine | None:
        return next((line for line in self.lines if line.id == line_id), None)
