"""What can go wrong with the store's own server, in words for the person in the shop."""

from __future__ import annotations


class StoreServerError(Exception):
    """The store's server cannot do what was asked; the text says what to do."""

    def __init__(self, happened: str, safe: str, todo: str) -> None:
        super().__init__(" ".join(part for part in (happened, safe, todo) if part))
        self.happened = happened
        self.safe = safe
        self.todo = todo


class ForeignFolderError(StoreServerError):
    """The folder holds something that Wedge did not make."""


class FolderInUseError(StoreServerError):
    """Another Wedge is using the folder."""


NO_SPACE_TEXTS = ("No space left on device", "File too large", "Disk quota exceeded")


def no_space(folder: object, detail: str = "") -> StoreServerError:
    """Return the error for a disk (or quota) that is full."""
    return StoreServerError(
        f"The disk that holds {folder} is full{detail}.",
        "What was saved before is untouched.",
        "Free some space on that disk and start Wedge again.",
    )


def from_os_error(error: OSError, folder: object) -> StoreServerError:
    """Return the error for a failed file operation below `folder`."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return no_space(folder)
    return StoreServerError(
        f"Wedge cannot write to {folder}: {error.strerror or error}.",
        "Nothing was changed.",
        "Give this user the right to write there, or name another folder with --folder.",
    )
