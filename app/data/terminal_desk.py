"""Registering terminals by hand: names, registers and what may not be confused."""

from app.data.shop_setup import SetupRefused, settings_of
from app.data.terminals import TerminalEntry, create_terminal, terminals
from app.domain.people import Mode

MOST_NAME = 80
MOST_REGISTER = 20


def register_terminal(
    admin_url: str, *, name: str, mode: Mode, register: str | None = None
) -> tuple[str, TerminalEntry]:
    """Register a terminal of an open store; returns its address and what was registered.

    The same name again gives it a new address and ends the old one. A till without `register` takes
    the next free number, a guest display that of the only till. Raises SetupRefused.
    """
    called = name.strip()
    if not called.isprintable() or not 1 <= len(called) <= MOST_NAME:
        raise SetupRefused(f"A terminal's name has 1 to {MOST_NAME} characters.")
    settings_of(admin_url)
    known = {each.name: each for each in terminals(admin_url)}
    before = known.get(called)
    if before is not None and before.mode is not mode:
        raise SetupRefused(f'"{called}" is another kind of terminal. Choose another name.')
    others = [each for each in known.values() if each.name != called and each.mode is Mode.POS]
    if register is None and before is not None:
        number = before.register
    else:
        number = _register(mode, register, others)
    url = create_terminal(admin_url, name=called, mode=mode, register=number)
    return url, TerminalEntry(called, mode, number, False, None)


def _register(mode: Mode, said: str | None, tills: list[TerminalEntry]) -> str | None:
    taken = {each.register: each for each in tills}
    if said is not None and mode not in (Mode.POS, Mode.CUSTOMER):
        raise SetupRefused("Only a till and its guest display have a register.")
    if said is not None and not (said.isprintable() and 1 <= len(said.strip()) <= MOST_REGISTER):
        raise SetupRefused(f"A register is named by 1 to {MOST_REGISTER} characters, such as 2.")
    if mode is Mode.POS:
        if said is None:
            return str(next(n for n in range(1, len(taken) + 2) if str(n) not in taken))
        if said.strip() in taken:
            raise SetupRefused(
                f'Register {said.strip()} is "{taken[said.strip()].name}". Receipts are numbered '
                "by register, so each till has its own."
            )
        return said.strip()
    if mode is Mode.CUSTOMER:
        return _till_of_display(said, [each for each in tills if not each.revoked])
    return None


def _till_of_display(said: str | None, tills: list[TerminalEntry]) -> str | None:
    registers = sorted(each.register for each in tills if each.register is not None)
    listed = ", ".join(registers) or "none yet; make the till first"
    if said is None and len(registers) == 1:
        return registers[0]
    if said is None or said.strip() not in registers:
        raise SetupRefused(
            f"Name the register of the till that this display belongs to with --register "
            f"(there are: {listed})."
        )
    return said.strip()
