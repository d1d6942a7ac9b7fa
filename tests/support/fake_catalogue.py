"""The menu in memory."""

from datetime import timedelta
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.catalog import PortionConfiguration, Product
from app.domain.people import Session
from app.services.ports import NewProduct, PolicyVersion
from app.services.product_curve import curve_subject, document_of, needs_approval
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_approvals import FakeApprovals, FakePolicies
from tests.support.fake_feed import FakeFeed


class FakeCatalogue:
    """Implements ports.Catalogue for the plain cases."""

    def __init__(self, feed: FakeFeed, approvals: FakeApprovals, policies: FakePolicies) -> None:
        self._feed, self._approvals, self._policies = feed, approvals, policies

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        def work() -> None:
            row = self._row(product)
            self.change_curve(session, product)
            self._feed.put((Entity.PRODUCT, product.id, row))

        self._feed.run(request, work)

    def change_curve(self, session: Session, new: NewProduct) -> None:
        """Another curve uses its approval and is kept as a version."""
        view = self._feed.known
        if not needs_approval(new, view):
            return
        known = view.products[new.id]
        subject = curve_subject(new, known)
        action = ApprovalAction.POLICY_CHANGE.value
        used = self._approvals.use(new.curve_approval_id, action, subject)
        assert used.decided_by is not None
        versions = self._policies.versions
        count = sum(1 for each in versions if each.section == subject["section"])
        versions.insert(
            0,
            PolicyVersion(
                subject["section"], count + 2, subject["document"], document_of(known),
                used.reason, session.staff_name, view.staff[used.decided_by].name,
                self._feed.now(),
            ),
        )  # fmt: skip

    def _row(self, new: NewProduct) -> Product:
        known = self._feed.known.products.get(new.id)
        if not 1 <= len(new.name.strip()) <= 200:
            raise Refused(RefusalCode.BAD_TEXT, "name")
        limit_s = new.after_cut_limit_s
        ways = sorted(new.configurations, key=lambda way: way.portions_per_whole)
        return Product(
            id=new.id,
            code_prefix=known.code_prefix if known else new.name[:1].upper(),
            name=new.name.strip(),
            category_id=new.category_id,
            kind=new.kind,
            base_price_minor=new.base_price_minor,
            whole_price_minor=new.whole_price_minor,
            whole_of_id=new.whole_of_id,
            cost_minor=new.cost_minor,
            tax_rate_bp=new.tax_rate_bp,
            allergens=new.allergens,
            station_id=new.station_id,
            after_cut_limit=timedelta(seconds=limit_s) if limit_s else None,
            quality=new.quality,
            configurations=tuple(
                PortionConfiguration(
                    way.id, new.id, way.name, way.portions_per_whole, way.standard_weight_mg,
                    way.is_default, way.approval_id, way.per_row,
                )
                for way in ways
            ),
            active=new.active,
            base_unit=new.base_unit,
            min_portion_bp=new.min_portion_bp,
            max_portion_bp=new.max_portion_bp,
            size=new.size,
            tool_id=new.tool_id,
            checklist=new.checklist,
            preparations=new.preparations,
            preparation_s=new.preparation_s,
        )  # fmt: skip
