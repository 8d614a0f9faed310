"""`rasid evaluate group` tells how many pairs were told apart."""

import os
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from agents.evaluate.group import command, compare, count, read_pairs
from agents.evaluate.scores import Hits
from streams.settings import Settings
from tests.agents.group.texts import edited, text

DATA = Path(os.environ.get("RASID_SHARED_DATA", Path(__file__).parents[4] / "shared/data"))


def _page(number: int, seed: int) -> dict[str, str]:
    words = edited(text(seed, 200), number, 10).split()
    lines = [" ".join(words[start : start + 40]) + "." for start in range(0, 200, 40)]
    title = f"عنوان الخبر رقم {number} في هذه النشرة"
    return {"source": f"outlet {number}", "url": f"https://o.example/{number}", "text": "\n".join([title, *lines])}


@pytest.fixture(name="folder")
def _folder(tmp_path):
    rows = [
        {"a": _page(1, 1), "b": _page(2, 1), "duplicate": True},
        {"a": _page(3, 2), "b": _page(4, 3), "duplicate": False},
        {"a": _page(5, 4), "b": {"source": "outlet 6", "text": ""}, "duplicate": True},
    ]
    (tmp_path / "duplicates.jsonl").write_bytes(b"\n".join(map(orjson.dumps, rows)))
    return tmp_path


def test_pairs_are_told_apart_and_a_refused_page_is_of_no_story(folder):
    """The copy is found, the others are not, nor is a page without text."""
    found = compare(list(read_pairs(folder)), Settings())

    assert [(each.same_story, each.similar) for each in found] == [(True, True), (False, False), (False, False)]


def test_the_command_prints_the_rates_and_the_errors(folder):
    """One of two true pairs is found, nothing is found that is not true."""
    result = CliRunner().invoke(command, [str(folder), "--errors"], catch_exceptions=False)

    assert "in one story          precision 1.000  recall 0.500  F1 0.667" in result.output


def test_pairs_are_counted_by_what_was_said_of_them():
    """One found, one missed, one taken for what it is not."""
    assert count([(True, True), (True, False), (False, True), (False, False)]) == Hits(right=1, wrong=1, missed=1)


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not there")
def test_near_duplicates_of_real_pages_are_found():
    """Agency copies partly reworded, cut and edited are of one story, other reports on the subject are not."""
    found = compare(list(read_pairs(DATA / "gold")), Settings())

    assert count([(each.pair.duplicate, each.same_story) for each in found]).f1 >= 0.97
