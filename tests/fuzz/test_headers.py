"""Headers of any names and values, which any producer writes: a record is read whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from streams.traces import HEADER, MAX_TRACES, parents
from tests.streams.test_header_names import VALUES, batch, read

names = st.lists(st.binary(max_size=12), max_size=len(VALUES))
digits = st.text(alphabet="0f9aAgـ-", max_size=33)
values = st.one_of(
    st.none(),
    st.binary(max_size=60),
    st.tuples(
        st.sampled_from(("00", "ff", "0", "")), st.just("a" * 32) | digits, st.just("b" * 16) | digits, digits
    ).map(lambda parts: "-".join(parts).encode()),
    st.integers(0, 255).map(lambda flags: f"00-{'a' * 32}-{'b' * 15}{flags % 10}-{flags:02x}".encode()),
)


@given(st.lists(names, min_size=1, max_size=4), st.sampled_from((0, 1, 4)))
def test_a_record_of_any_headers_is_read_once(of_records, compression):
    """Names that are UTF-8 stay as they are, others are read with marks in them, and no record is lost or doubled."""
    found = read(batch(of_records, compression))
    assert [offset for offset, _ in found] == list(range(len(of_records)))
    for given_names, (_, headers) in zip(of_records, found, strict=True):
        assert [value for _, value in headers] == list(VALUES[: len(given_names)])
        for raw, (name, _) in zip(given_names, headers, strict=True):
            expected = raw.decode("utf-8", "replace")
            assert name == expected or "\ufffd" in expected


@given(st.lists(st.tuples(st.sampled_from((HEADER, "Traceparent", "")), values), max_size=12))
def test_a_trace_is_one_or_is_passed_over(headers):
    """What is read of a header is written as the very same header, each once, and never more than may be carried."""
    found = parents(headers)
    ids = {(name, value[:53]) for name, value in headers if value is not None}
    assert len(found) == len(set(found)) <= MAX_TRACES
    assert [parent for parent in found if (HEADER, parent.header[1][:53]) not in ids] == []
    assert [parent.header for parent in parents(parent.header for parent in found)] == [p.header for p in found]
