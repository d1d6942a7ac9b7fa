"""The back office's root view model: who is in, the link, the pages."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.people import Role
from app.services.ports import Store
from app.ui.manager.allergens_page import AllergensPage
from app.ui.manager.approvals_page import ApprovalsPage
from app.ui.manager.dashboard import Dashboard
from app.ui.manager.desk import Desk
from app.ui.manager.feedback_page import FeedbackPage
from app.ui.manager.guests_page import GuestsPage
from app.ui.manager.menu_page import MenuPage
from app.ui.manager.places_page import PlacesPage
from app.ui.manager.prices_page import PricesPage
from app.ui.manager.quality_page import QualityPage
from app.ui.manager.reviews_page import ReviewsPage
from app.ui.manager.rules_page import RulesPage
from app.ui.manager.stock_page import StockPage
from app.ui.manager.stock_tasks import StockTasks
from app.ui.manager.training_page import TrainingPage
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.demand_keeper import DemandKeeper
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

ROLES = (Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR)


class Office(QObject):
    """Owns the models of all pages; `page` is the one that is shown."""

    changed = Signal()

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell = shell
        self._page = "dashboard"
        self._desk = Desk(shell, store, self)
        self._sign_in = SignInModel(shell, store, roles=ROLES)
        self._status = StatusModel(shell, store, self)
        self._dashboard = Dashboard(self._desk, self)
        self._stock = StockPage(self._desk, self)
        self._tasks = StockTasks(self._desk, self)
        self._approval = ApprovalDialog(shell, store, self)
        self._menu = MenuPage(self._desk, self._approval, self)
        self._places = PlacesPage(self._desk, self)
        self._training = TrainingPage(self._desk, self)
        self._approvals = ApprovalsPage(self._desk, self)
        self._allergens = AllergensPage(self._desk, self._approval, self)
        self._reviews = ReviewsPage(self._desk, self)
        self._rules = RulesPage(self._desk, self._approval, self)
        self._prices = PricesPage(self._desk, self._approval, self)
        self._quality = QualityPage(self._desk, self._approval, self)
        self._guests = GuestsPage(self._desk, self._approval, self)
        self._feedback = FeedbackPage(self._desk, self)
        self._desk.session = lambda: self._sign_in.session
        self._demand = DemandKeeper(shell, store, self)
        self._sign_in.changed.connect(self._entered)
        for page in (self._menu, self._places, self._approvals, self._allergens, self._reviews,
                     self._rules, self._training):  # fmt: skip
            page.refresh()

    def stop(self) -> None:
        """Hear nothing more of the store."""
        self._desk.close()
        self._approvals.stop()
        self._feedback.stop()
        self._approval.stop()
        self._status.stop()
        self._sign_in.stop()

    @Slot()
    def _entered(self) -> None:
        self._demand.use(self._sign_in.session)
        if self._sign_in.session is not None:
            self._dashboard.refresh()
            self._approvals.refresh()
            self._feedback.refresh()
            self._allergens.refresh()
            self._reviews.refresh()

    @Slot(str)
    def go(self, page: str) -> None:
        """Show another page."""
        if page != self._page:
            self._page = page
            self._dashboard.show(page == "dashboard")
            self._stock.show(page == "stock")
            self._guests.show(page == "guests")
            self._feedback.show(page == "feedback")
            self._prices.show(page == "prices")
            self._quality.show(page == "quality")
            self._places.show(page == "places")
            self.changed.emit()

    page = Property(str, lambda self: self._page, notify=changed)
    signIn = Property(QObject, lambda self: self._sign_in, constant=True)  # noqa: N815
    status = Property(QObject, lambda self: self._status, constant=True)
    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    dashboard = Property(QObject, lambda self: self._dashboard, constant=True)
    stock = Property(QObject, lambda self: self._stock, constant=True)
    tasks = Property(QObject, lambda self: self._tasks, constant=True)
    menu = Property(QObject, lambda self: self._menu, constant=True)
    training = Property(QObject, lambda self: self._training, constant=True)
    places = Property(QObject, lambda self: self._places, constant=True)
    approval = Property(QObject, lambda self: self._approval, constant=True)
    approvals = Property(QObject, lambda self: self._approvals, constant=True)
    reviews = Property(QObject, lambda self: self._reviews, constant=True)
    allergens = Property(QObject, lambda self: self._allergens, constant=True)
    guests = Property(QObject, lambda self: self._guests, constant=True)
    feedback = Property(QObject, lambda self: self._feedback, constant=True)
    rules = Property(QObject, lambda self: self._rules, constant=True)
    prices = Property(QObject, lambda self: self._prices, constant=True)
    quality = Property(QObject, lambda self: self._quality, constant=True)
