"""What can be wrong with a printer, as kinds for programs and sentences for people."""

from enum import StrEnum


class FaultKind(StrEnum):
    """Why nothing was printed; each has a sentence that says what to do."""

    UNREACHABLE = "unreachable"
    NO_ANSWER = "no_answer"
    OFFLINE = "offline"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    BROKE_OFF = "broke_off"
    NO_SPACE = "no_space"
    NOT_SET_UP = "not_set_up"


_SENTENCES = {
    FaultKind.UNREACHABLE: "The printer cannot be reached. Check that it is on and connected.",
    FaultKind.NO_ANSWER: "The printer does not answer. Switch it off and on again.",
    FaultKind.OFFLINE: "The printer is offline. Check its lights and press its feed button.",
    FaultKind.PAPER_OUT: "The printer has no paper. Put in a new roll.",
    FaultKind.COVER_OPEN: "The printer's cover is open. Close it.",
    FaultKind.CUTTER: "The printer's cutter is stuck. Open the cover and free the paper.",
    FaultKind.BROKE_OFF: "The printer stopped in the middle of a receipt. It is printed again.",
    FaultKind.NO_SPACE: "The receipt could not be written to its folder. Check the disk.",
    FaultKind.NOT_SET_UP: "The printer's address is not understood. Check the settings.",
}


class PrinterFault(Exception):
    """The job did not come out; nothing is lost, it can be sent again."""

    def __init__(self, kind: FaultKind, detail: str = "") -> None:
        super().__init__(f"{kind.value}: {detail}" if detail else kind.value)
        self.kind = kind
        self.detail = detail

    @property
    def sentence(self) -> str:
        """What happened and what to do, in English."""
        return _SENTENCES[self.kind]
