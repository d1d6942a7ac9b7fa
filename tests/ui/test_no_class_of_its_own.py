"""No object of a window has a meta-object of its own.

PySide gives an object one when a signal is connected to a method of it that is no Slot. QML knows
classes by the address of their meta-object: when such an object is gone and another's comes to
stand at its address, QML reads the new one's properties by the old one's list.
"""

import gc
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from app.ui.customer import program as customer
from app.ui.kds import program as kds
from app.ui.manager import program as manager
from app.ui.pos import program as pos
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


def objects_of_ours() -> list[QObject]:
    """Those that live; Python may still know some that have ended."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, QObject)
        and type(each).__module__.startswith("app.")
        and Shiboken.isValid(each)
    ]


def has_its_own(each: QObject) -> bool:
    """Whether its meta-object only derives from its class's."""
    beneath = each.metaObject().superClass()
    return beneath is not None and beneath.className() == each.metaObject().className()


@pytest.mark.qt_log_ignore("QRhiGles2: Failed to create", extend=True)
@pytest.mark.parametrize(
    "build",
    [pos.build, kds.build, manager.build, customer.build],
    ids=["till", "kitchen", "office", "customer"],
)
def test_every_method_that_a_signal_calls_is_a_slot(
    shell: Shell, build: Callable[..., object]
) -> None:
    before = objects_of_ours()
    program = build(shell, FakeStore(sample_view(NOW), NOW))
    known = {id(each) for each in before}
    made = [shell, *(each for each in objects_of_ours() if id(each) not in known)]
    assert len(made) > 3
    assert {type(each).__name__ for each in made if has_its_own(each)} == set()
    assert program is not None
