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

from app.ui.customer import program as customer
from app.ui.kds import program as kds
from app.ui.manager import program as manager
from app.ui.pos import program as pos
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view

NOW = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)


def own_meta_objects() -> set[str]:
    """The classes of living objects of ours whose meta-object only derives from their class's."""
    found = set()
    for each in gc.get_objects():
        if isinstance(each, QObject) and type(each).__module__.startswith("app."):
            beneath = each.metaObject().superClass()
            if beneath is not None and beneath.className() == each.metaObject().className():
                found.add(type(each).__name__)
    return found


@pytest.mark.qt_log_ignore("QRhiGles2: Failed to create", extend=True)
@pytest.mark.parametrize(
    "build",
    [pos.build, kds.build, manager.build, customer.build],
    ids=["till", "kitchen", "office", "customer"],
)
def test_every_method_that_a_signal_calls_is_a_slot(
    shell: Shell, build: Callable[..., object]
) -> None:
    program = build(shell, FakeStore(sample_view(NOW), NOW))
    assert own_meta_objects() == set()
    assert program is not None
