"""The header `traceparent`: what is read of it, and what is handed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.traces import HEADER, MAX_TRACES, Parent, begun, joined, parents

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


def header(value: str) -> tuple[str, bytes]:
    return HEADER, value.encode()


def test_a_header_is_read_and_written():
    """What the W3C's example says, its flag of being sampled with it."""
    sampled, not_sampled = header(f"00-{TRACE}-{SPAN}-01"), header(f"00-{TRACE}-{SPAN}-00")
    assert parents([("other", b"x"), sampled]) == [Parent(TRACE, SPAN, sampled=True)]
    assert [parent.header for parent in parents([sampled, not_sampled])] == [sampled, not_sampled]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "00",
        f"ff-{TRACE}-{SPAN}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"00-{TRACE}-{SPAN}-01-more",
        f"00-{TRACE}-{SPAN}-01\n",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        "00-" + "٤" * 32 + f"-{SPAN}-01",
    ],
)
def test_what_is_no_header_is_passed_over(value: str):
    """Nothing is handed on that a collector would refuse."""
    assert parents([header(value), (HEADER, None)]) == []


@given(st.lists(st.tuples(st.sampled_from([HEADER, "other"]), st.none() | st.binary(max_size=80)), max_size=20))
def test_any_headers_can_be_read(headers: list[tuple[str, bytes | None]]):
    """Bytes of any kind give parents or none, and never an error."""
    assert all(isinstance(parent, Parent) for parent in parents(headers))


def test_the_span_of_a_stage_follows_from_what_it_read():
    """A record that is processed again gives the same span; another stage, place or parent gives another."""
    parent = Parent(TRACE, SPAN, sampled=True)
    spans = [
        parent.followed_by("clean", "rasid.pages 0 7"),
        parent.followed_by("clean", "rasid.pages 0 7"),
        parent.followed_by("count", "rasid.pages 0 7"),
        parent.followed_by("clean", "rasid.pages 0 8"),
        Parent(TRACE, SPAN[::-1], sampled=True).followed_by("clean", "rasid.pages 0 7"),
    ]
    assert {span.trace for span in spans} == {TRACE}
    assert (spans[0] == spans[1], len({span.span for span in spans})) == (True, 4)
    assert parents([spans[0].header]) == [spans[0]]


def test_a_share_of_places_begins_a_trace():
    """The same places each time, none of a share of 0, all of 1, and about so many as it says."""
    places = [f"rasid.pages 0 {offset} 1700000000000" for offset in range(2000)]
    found = [begun(place, 0.25) for place in places]
    assert found == [begun(place, 0.25) for place in places]
    assert 400 < sum(parent is not None for parent in found) < 600
    assert (any(begun(place, 0.0) for place in places), all(begun(place, 1.0) for place in places)) == (False, True)


def test_a_record_of_many_belongs_to_a_bounded_number_of_traces():
    """Each header stands once, the first ones stay."""
    headers = [Parent(f"{number:032x}", SPAN, sampled=True).header for number in range(1, 12)]
    assert joined([headers[:2], headers[:1], headers[2:]]) == tuple(headers[:MAX_TRACES])
    assert len(parents(headers)) == MAX_TRACES
