"""The cases that `make test` runs: nothing is lost and no count, story or trend is wrong, whatever happens."""

import asyncio
import time
from pathlib import Path

import pytest

from tests.faults.cases.listed import CASES
from tests.faults.scene import Run, play

pytestmark = [pytest.mark.kafka, pytest.mark.faults]

PAGES = 600
SEED = int(time.time()) % 100_000
"""A new one each run, printed with every failure; the faults' timing is the machine's anyhow."""


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.always])
def test_case(kafka: str, tmp_path: Path, name: str):
    """After the fault every page is in exactly one place, and all tables and outputs are as if nothing had happened."""
    result = asyncio.run(play(CASES[name], kafka, tmp_path, Run(SEED, PAGES)))
    print(result)
    assert result.verdict.wrong == {}
