"""`rasid rejected list` on terminals of any width."""

import io

import pytest
from rich.console import Console

from agents.commands.rejected import print_list
from agents.stage import Incoming, rejected
from streams.rejection import Reason, Reject

PAGE = Incoming("demo-20261130024132.pages", 3, 1207, 1_700_000_000_000, None, b"{")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 10_000])
def test_what_is_copied_and_looked_up_stays_whole(width: int):
    """However narrow the terminal is, an id, a stage and a reason stand there as they are."""
    out = Console(file=io.StringIO(), width=width)
    print_list(out, [rejected("tag_entities", PAGE, Reject(Reason.STAGE_FAILED, "a detail of some length " * 3))])
    assert {"demo-20261130024132.pages-3-1207", "tag_entities", "stage_failed"} <= set(out.file.getvalue().split())
