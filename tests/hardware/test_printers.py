import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hardware.escpos_decode import read_paper
from app.hardware.network_printer import NetworkPrinter
from app.hardware.printer_fault import FaultKind, PrinterFault
from app.hardware.printer_simulator import PrinterSimulator
from app.hardware.printers import open_printer
from app.hardware.receipt_image import render_receipt
from tests.hardware import sample_receipts as sample
from tests.hardware.test_receipt_image import same_paper

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def simulator() -> Iterator[PrinterSimulator]:
    with PrinterSimulator() as simulator:
        yield simulator


def _impatient(simulator: PrinterSimulator) -> NetworkPrinter:
    return NetworkPrinter("127.0.0.1", simulator.port, width_px=576, timeout_s=0.3, drain_s=0.3)


def test_what_comes_out_of_a_network_printer_is_the_drawn_receipt(
    simulator: PrinterSimulator,
) -> None:
    image = render_receipt(sample.long_receipt(), sample.settings())
    open_printer(simulator.url).print(image, "A-000042")
    assert len(simulator.receipts) == 1, "print() returns when it is on paper"
    assert same_paper(simulator.receipts[0], image)


def test_each_job_has_its_own_connection(simulator: PrinterSimulator) -> None:
    printer = open_printer(simulator.url)
    for number in (1, 2, 3):
        printer.print(render_receipt(sample.numbered(number), sample.settings()), str(number))
    assert simulator.connections == 3
    assert len(simulator.receipts) == 3


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("paper_out", FaultKind.PAPER_OUT),
        ("cover_open", FaultKind.COVER_OPEN),
        ("offline", FaultKind.OFFLINE),
        ("mute", FaultKind.NO_ANSWER),
    ],
)
def test_a_printer_that_cannot_print_is_named_before_anything_is_sent(
    simulator: PrinterSimulator, fault: str, kind: FaultKind
) -> None:
    setattr(simulator.faults, fault, True)
    with pytest.raises(PrinterFault) as caught:
        _impatient(simulator).print(render_receipt(sample.slices(), sample.settings()), "x")
    assert caught.value.kind is kind
    assert caught.value.sentence.endswith(".")
    assert simulator.receipts == []


def test_a_roll_that_ends_in_the_middle_is_not_taken_for_printed(
    simulator: PrinterSimulator,
) -> None:
    simulator.faults.paper_ends_after_rows = 300
    with pytest.raises(PrinterFault) as caught:
        _impatient(simulator).print(render_receipt(sample.slices(), sample.settings()), "x")
    assert caught.value.kind is FaultKind.PAPER_OUT


def test_a_printer_that_dies_in_the_middle_is_not_taken_for_printed(
    simulator: PrinterSimulator,
) -> None:
    simulator.faults.dies_after_bytes = 9_000
    with pytest.raises(PrinterFault) as caught:
        _impatient(simulator).print(render_receipt(sample.slices(), sample.settings()), "x")
    assert caught.value.kind is FaultKind.BROKE_OFF
    assert simulator.receipts == []


def test_a_printer_that_is_off_cannot_be_reached(simulator: PrinterSimulator) -> None:
    simulator.switch_off()
    with pytest.raises(PrinterFault) as caught:
        open_printer(simulator.url).check()
    assert caught.value.kind is FaultKind.UNREACHABLE


def test_a_folder_keeps_bytes_and_picture_of_every_job(tmp_path: Path) -> None:
    image = render_receipt(sample.slices(), sample.settings())
    printer = open_printer(f"dir://{tmp_path}/receipts?width=576")
    printer.print(image, "A-000042")
    printer.print(image, "A-000042")
    names = sorted(path.name for path in (tmp_path / "receipts").iterdir())
    assert names == ["A-000042-2.bin", "A-000042-2.png", "A-000042.bin", "A-000042.png"]
    paper = read_paper((tmp_path / "receipts" / "A-000042.bin").read_bytes())
    assert same_paper(paper.receipts[0], image)


def test_a_folder_that_cannot_be_made_is_a_fault_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(PrinterFault) as caught:
        open_printer(f"dir://{tmp_path}/taken").check()
    assert caught.value.kind is FaultKind.NO_SPACE


def test_a_device_file_gets_the_same_bytes(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    image = render_receipt(sample.slices(), sample.settings(), width_px=384)
    open_printer(f"file://{device}?width=384").print(image, "x")
    assert same_paper(read_paper(device.read_bytes()).receipts[0], image)


def test_printing_leaves_nothing_in_the_systems_temporary_folder(tmp_path: Path) -> None:
    draw = "from app.hardware.escpos_raster import raster_bytes as draw"
    image = "from PySide6.QtGui import QImage; draw(QImage(8, 8, QImage.Format.Format_Mono))"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", f"{draw}; {image}"], env=environment, check=True)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_device_cannot_be_reached(tmp_path: Path) -> None:
    with pytest.raises(PrinterFault) as caught:
        open_printer(f"file://{tmp_path}/none").check()
    assert caught.value.kind is FaultKind.UNREACHABLE


@pytest.mark.parametrize(
    "url",
    ["", "printer", "http://a", "tcp://", "tcp://a:99999", "dir://?width=576", "tcp://a?width=7"],
)
def test_an_address_nobody_understands_is_refused_at_once(url: str) -> None:
    with pytest.raises(PrinterFault) as caught:
        open_printer(url)
    assert caught.value.kind is FaultKind.NOT_SET_UP
