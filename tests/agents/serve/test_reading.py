"""The process that reads the topics beside the one that serves."""

import asyncio
import os
from contextlib import suppress
from pathlib import Path

import pytest

from agents.serve.reading import Reading, ReadingEndedError
from agents.serve.store.readers import Readers
from streams.settings import Settings
from streams.store.folder_lock import FolderLock, StoreTakenError

NOWHERE = Settings(broker="127.0.0.1:1", log_level="error")


def test_the_store_is_there_once_the_process_is(tmp_path: Path):
    """Whoever serves reads it from then on; and with its owner's end the process is gone."""
    with Reading(NOWHERE, tmp_path / "store", 30) as reading, Readers(tmp_path / "store") as readers:
        with readers.reading() as db:
            count = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        pid = reading.pid

    assert count == 0
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_second_dashboard_on_a_store_is_refused(tmp_path: Path):
    """The process that writes holds the folder's lock."""
    lock = FolderLock(tmp_path / "store")
    try:
        with pytest.raises(StoreTakenError):
            Reading(NOWHERE, tmp_path / "store", 30)
    finally:
        lock.release()
    with Reading(NOWHERE, tmp_path / "store", 30), pytest.raises(StoreTakenError):
        FolderLock(tmp_path / "store")

    assert (tmp_path / "store").is_dir()


def test_who_serves_learns_that_reading_has_failed(tmp_path: Path):
    """No broker is there: the process ends, and that is said."""

    async def follow() -> None:
        with Reading(NOWHERE, tmp_path / "store", 30) as reading:
            await reading.follow(lambda _: None)

    with pytest.raises(ReadingEndedError) as raised:
        asyncio.run(asyncio.wait_for(follow(), 60))
    assert "tells why" in str(raised.value)


def test_who_serves_can_stop_while_nothing_comes(tmp_path: Path):
    """The thread that waits for more is let go too."""

    async def stop() -> bool:
        with Reading(NOWHERE, tmp_path / "store", 30) as reading:
            following = asyncio.create_task(reading.follow(lambda _: None))
            await asyncio.sleep(0)
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
            return following.cancelled()

    assert asyncio.run(stop()) is True
