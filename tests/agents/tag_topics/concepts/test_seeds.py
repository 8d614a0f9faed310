"""Seed files: what may stand in them, and what a phrase is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_topics.concepts import seeds, taxonomy
from agents.tag_topics.concepts.seeds import Seed, SeedError


def test_reads_blocks() -> None:
    """A heading names the topic of the lines below it; marks give the weight; slashes spell out."""
    lines = ["# a remark", "", "[20000639] diplomacy", "! السفارة الجديدة", "+ سفير/سفراء البلاد", "- سفير النوايا"]
    expected = [
        Seed("medtop:20000639", ("سفاره", "جديده"), 6),
        Seed("medtop:20000639", ("سفير", "بلاد"), 3),
        Seed("medtop:20000639", ("سفراء", "بلاد"), 3),
        Seed("medtop:20000639", ("سفير", "نوايا"), 0),
    ]
    assert seeds.parse(lines, "test") == expected


@pytest.mark.parametrize(
    "lines", [["+ سفير"], ["[20000639]", "سفير"], ["[20000639]", "+ ا ب ج د ه و ز"], ["[20000639]", "+ سفير,,"]]
)
def test_says_what_is_wrong(lines: list[str]) -> None:
    """A line without topic or mark, or with too many words or none, is an error that names file and line."""
    with pytest.raises(SeedError, match=r"test, line \d"):
        seeds.parse(lines, "test")


def test_longest_phrase_counts() -> None:
    """The shorter phrases in a longer one and the longer one itself add up to the weight of the longer one."""
    net = seeds.net_weights([Seed("a", ("حرب",), 3), Seed("a", ("حرب", "اهليه"), 6), Seed("a", ("حرب", "كلاميه"), 0)])
    assert net == {("حرب",): {"a": 3}, ("حرب", "اهليه"): {"a": 3}, ("حرب", "كلاميه"): {"a": -3}}


def test_longer_phrase_says_no_less() -> None:
    """A longer phrase that speaks for a topic never takes away what the shorter ones in it say together."""
    net = seeds.net_weights([Seed("a", ("قصف",), 3), Seed("a", ("مدفعي",), 6), Seed("a", ("قصف", "مدفعي"), 6)])
    assert net[("قصف", "مدفعي")] == {"a": 0}


def test_shipped_seeds_are_of_the_taxonomy() -> None:
    """Every shipped phrase belongs to a media topic in use; all 17 of the top level and many others have some."""
    concepts = taxonomy.load()
    topics = {seed.concept for seed in seeds.load()}
    assert topics - set(concepts) == set()
    assert {topic for topic, concept in concepts.items() if concept.broader is None} - topics == set()
    assert len(topics) > 300


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No line makes the reader fail in another way than by its own error."""
    try:
        found = seeds.parse(["[20000639]", text], "test")
    except SeedError:
        found = []
    assert all(seed.words for seed in found)
