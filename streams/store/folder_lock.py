"""Lets one owner at a time have a store's folder: a file beside it that the owner holds locked."""

import fcntl
import os
from pathlib import Path


class StoreTakenError(RuntimeError):
    """Another owner has the store open: a worker that was frozen, or one that is just letting go of it."""


class FolderLock:
    """A folder's lock, held until it is let go; a process that is gone holds nothing.

    Raises
    ------
    StoreTakenError
        When another owner holds it.
    OSError
        When the file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(f"{folder}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise StoreTakenError(f"another worker has the store in {folder} open") from error

    def release(self) -> None:
        """Let it go; the file stays, or one who opened it just now would hold what nobody else sees."""
        os.close(self._file)
