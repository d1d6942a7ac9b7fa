"""A database's refusal as a sentence for the person at the command line."""

import psycopg
from psycopg import errors


def database_fault(error: psycopg.Error) -> str:
    """What happened and what to do, without the driver's own lines below the first."""
    if isinstance(
        error, errors.UndefinedTable | errors.UndefinedFunction | errors.InvalidSchemaName
    ):
        return "That database holds no store of this Wedge. Make one with: wedge store start"
    if isinstance(error, errors.InsufficientPrivilege):
        return (
            "This login may not do that. Use the store's administrator or an auditor's login, or "
            "leave --store out on the store's own machine."
        )
    if isinstance(error, errors.DiskFull):
        return (
            "The disk that holds the store is full. What was saved before is untouched. "
            "Free some space on that disk and try again."
        )
    said = next((line.strip() for line in str(error).splitlines() if line.strip()), "it is silent")
    return f"The store does not answer: {said}"
