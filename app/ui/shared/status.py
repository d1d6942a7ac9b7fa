"""How current this screen's picture of the store is, in words (POS-A1, docs/feed.md)."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.services.ports import LinkRefusal, LinkState, LinkStatus, Store
from app.ui.shared.format import duration
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
_SECONDS_UP_TO = 120


@dataclass(frozen=True, slots=True)
class StatusProps:
    """What the pill and the notice show. `lost`: selling stops; `sentence`: what to do."""

    text: str
    tone: str
    lost: bool
    ready: bool
    sentence: str


def derive_status(
    status: LinkStatus, *, has_view: bool, unreadable: tuple[str, ...] = ()
) -> StatusProps:
    """The words for a link's state, and for rules that this program cannot read; pure."""
    match status.state:
        case LinkState.LIVE if unreadable:
            sentence = _t(
                "Status",
                "This program cannot read the rules of {sections} and goes by the last ones it "
                "could. Bring it up to date.",
            ).format(sections=", ".join(unreadable))
            return StatusProps(_t("Status", "Update needed"), "warning", False, has_view, sentence)
        case LinkState.LIVE if has_view:
            ms = status.round_trip_ms
            text = (
                _t("Status", "Live")
                if ms is None
                else _t("Status", "Live · {ms} ms").format(ms=max(1, round(ms)))
            )
            return StatusProps(text, "ok", False, has_view, "")
        case LinkState.STALE:
            return StatusProps(
                _t("Status", "Reconnecting"),
                "warning",
                False,
                has_view,
                _t("Status", "What you see may be a few seconds old."),
            )
        case LinkState.LOST:
            return StatusProps(
                _t("Status", "Store not reachable"),
                "danger",
                True,
                has_view,
                _t(
                    "Status",
                    "What was paid is safe. Check the store's computer and the network cable; "
                    "this screen comes back by itself.",
                ),
            )
        case LinkState.REFUSED:
            sentence = _refused()[status.refusal or LinkRefusal.UNKNOWN_TERMINAL]
            return StatusProps(
                _t("Status", "Store refuses this screen"), "danger", True, False, sentence
            )
        case LinkState.CONNECTING | LinkState.LIVE:
            return StatusProps(
                _t("Status", "Connecting"),
                "warning" if has_view else "neutral",
                not has_view,
                has_view,
                _t("Status", "Waiting for the store. This screen starts by itself."),
            )


def _refused() -> dict[LinkRefusal, str]:
    return {
        LinkRefusal.CREDENTIAL: _t(
            "Status",
            "Its name or password is not the store's. Nothing was changed; start this screen "
            "with the address it was registered with, or register it again.",
        ),
        LinkRefusal.UNKNOWN_TERMINAL: _t(
            "Status",
            "The store does not know it, or no longer. Nothing was changed; register this screen "
            "at the store's computer.",
        ),
        LinkRefusal.NEWER_STORE: _t(
            "Status",
            "The store's data are newer than this program. Nothing was changed; update the "
            "program of this screen.",
        ),
        LinkRefusal.OLDER_STORE: _t(
            "Status",
            "The store's data are older than this program. Nothing was changed; start the store "
            "once with the new program.",
        ),
    }


def derive_age(status: LinkStatus, now: datetime) -> str:
    """How old a picture is that is not current; empty while it is, or where there is none; pure."""
    if status.state is LinkState.LIVE or status.current_at is None:
        return ""
    age_s = max(0, int((now - status.current_at).total_seconds()))
    age = _t("Status", "{n} s").format(n=age_s) if age_s < _SECONDS_UP_TO else duration(age_s)
    return _t("Status", "What you see is {age} old.").format(age=age)


class StatusModel(QObject):
    """The link's state for QML: `text`, `tone`, `lost`, `ready`, `sentence`, `refused`, `age`."""

    changed = Signal()
    ageChanged = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent or shell)
        self._feed = store.feed
        self._props, self._age = self._derived(), ""
        self._off = (
            self._feed.on_status(lambda _status: self._again()),
            self._feed.on_view(lambda _view, _changes: self._again()),
        )
        shell.languageChanged.connect(self._again)
        shell.clock.tick.connect(self._again)

    def _derived(self) -> StatusProps:
        view = self._feed.view
        unreadable = view.unreadable if view is not None else ()
        return derive_status(self._feed.status, has_view=view is not None, unreadable=unreadable)

    @Slot()
    def _again(self) -> None:
        props = self._derived()
        if props != self._props:
            self._props = props
            self.changed.emit()
        age = derive_age(self._feed.status, self._feed.now())
        if age != self._age:
            self._age = age
            self.ageChanged.emit()

    def stop(self) -> None:
        """Stop listening to the feed."""
        for off in self._off:
            off()

    text = Property(str, lambda self: self._props.text, notify=changed)
    tone = Property(str, lambda self: self._props.tone, notify=changed)
    lost = Property(bool, lambda self: self._props.lost, notify=changed)
    ready = Property(bool, lambda self: self._props.ready, notify=changed)
    sentence = Property(str, lambda self: self._props.sentence, notify=changed)
    age = Property(str, lambda self: self._age, notify=ageChanged)
    refused = Property(
        bool, lambda self: self._feed.status.state is LinkState.REFUSED, notify=changed
    )
