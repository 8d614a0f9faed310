"""`rasid worker` that freezes itself before a commit once a file is there: the commit is then released late."""

import os
import signal
import sys
from pathlib import Path

from agents.cli import main
from streams.table import Table

commit = Table.commit
stop_file = Path()


async def commit_late(table: Table[object]) -> None:
    """Commit what has gathered, after this process was stopped and let go on."""
    if table._changed:
        freeze_once()
    await commit(table)


def freeze_once() -> None:
    """Stop this process when the file is there."""
    if stop_file.is_file():
        stop_file.unlink()
        os.kill(os.getpid(), signal.SIGSTOP)


if __name__ == "__main__":
    stop_file = Path(sys.argv.pop(1))
    Table.commit = commit_late
    main()
