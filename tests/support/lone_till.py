"""A till as a process of its own, to be killed: `python -m tests.support.lone_till URL TASK …`.

`pay TICKET REQUEST` reserves portion 1/0 on the ticket, says "held", and pays when told to on
its standard input. `sell` sells one portion after another and says each receipt's number.
"""

import sys
from uuid import UUID, uuid4

from tests.support.seed import Till, candidate, known_id, portion_ids


def main() -> None:
    """Do the task; whoever started this process ends it."""
    url, task, *words = sys.argv[1:]
    till = Till(url)
    if task == "pay":
        ticket, request = UUID(words[0]), UUID(words[1])
        till.reserve(ticket, candidate(known_id("portion 1/0")))
        say("held")
        sys.stdin.readline()
        till.act("pay_cash", ticket, 8900, 10000, request=request)
        say("paid")
        sys.stdin.readline()
    else:
        for portion in portion_ids():
            ticket = uuid4()
            till.reserve(ticket, candidate(portion))
            paid = till.act("pay_cash", ticket, 8900, 8900)
            say(str(paid["receipt_number"]))


def say(word: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
