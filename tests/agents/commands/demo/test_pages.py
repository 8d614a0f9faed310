"""The sample pages are what their README says they are."""

from collections import Counter
from importlib.resources import files
from itertools import combinations
from urllib.parse import urlsplit

import orjson
import pytest

from streams.fingerprint import fingerprint, similar

LINES = files("agents.commands.demo").joinpath("pages.jsonl").read_bytes().splitlines()
BAD_LINES = files("agents.commands.demo").joinpath("bad-pages.jsonl").read_bytes().splitlines()


@pytest.fixture(name="pages")
def _pages():
    return [orjson.loads(line) for line in LINES]


def test_there_are_52_pages_of_eight_outlets_and_seven_bad_lines(pages):
    """The README's counts."""
    counts = len(pages), len({page["source"] for page in pages}), len(BAD_LINES)

    assert counts == (52, 8, 7)


def test_each_page_has_text_or_html_under_an_example_address(pages):
    """No page could be mistaken for one of a real outlet."""
    odd = [
        page["url"]
        for page in pages
        if ("text" in page) == ("html" in page) or not urlsplit(page["url"]).hostname.endswith(".example")
    ]

    assert odd == []


def test_no_two_pages_share_an_address_or_an_id(pages):
    """Each page is counted once."""
    repeated = [
        value
        for field in ("url", "id")
        for value, count in Counter(page.get(field) for page in pages).items()
        if value is not None and count > 1
    ]

    assert repeated == []


def test_pairs_of_outlets_carry_the_same_story(pages):
    """Nine of the twelve pairs are near-duplicates with all their chrome, html aside."""
    sketches = [(page["source"], fingerprint(page["text"])) for page in pages if "text" in page]

    pairs = sum(a[0] != b[0] and similar(a[1], b[1]) for a, b in combinations(sketches, 2))

    assert pairs == 9
