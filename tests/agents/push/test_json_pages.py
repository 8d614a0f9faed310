"""Pages written as JSON, in all the ways that crawlers write it."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.push import json_pages
from agents.push.page import Failure, NoPagesError, Page


def read(data, max_bytes=10_000):
    """Read a file's pages."""
    return list(json_pages.read(io.BufferedReader(io.BytesIO(data)), "f", max_bytes))


def values(data):
    """Read a file's pages, their bytes alone."""
    return [page.value for page in read(data)]


def test_lines_go_as_they_are():
    """Bad JSON, spaces and bad UTF-8 travel untouched; blank lines and line ends do not."""
    assert read(b'{"text": "x" }\r\n\n  \nnot json \xff\n{"last": 1}') == [
        Page(b'{"text": "x" }', "f", 1),
        Page(b"not json \xff", "f", 4),
        Page(b'{"last": 1}', "f", 5),
    ]


def test_a_line_too_long_is_a_failure_and_its_neighbours_go():
    """The line is passed over without being held in memory, the first one too."""
    assert read(b"{}\n" + b"x" * 35 + b"\n{ }\n" + b'{"y": 123}\n', max_bytes=10) == [
        Page(b"{}", "f", 1),
        Failure("f:2", "larger than 10 bytes"),
        Page(b"{ }", "f", 3),
        Page(b'{"y": 123}', "f", 4),
    ]
    assert read(b'{"x": "' + b"x" * 20 + b'"}\n{}\n', max_bytes=10) == [
        Failure("f:1", "larger than 10 bytes"),
        Page(b"{}", "f", 2),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{\n "text": "x"\n}\n', [b'{\n "text": "x"\n}']),
        (b'[{"a": 1 },\n {"b": [2]}]', [b'{"a": 1 }', b'{"b": [2]}']),
        (b'\xef\xbb\xbf[{"a": 1}]', [b'{"a": 1}']),
        (b'\xef\xbb\xbf{"a": 1}\n{"b": 2}', [b'{"a": 1}', b'{"b": 2}']),
        (b'{\n"a": "}{\\""\n}\n{\n"b": 2\n}', [b'{\n"a": "}{\\""\n}', b'{\n"b": 2\n}']),
        (b'\n\n[\n{"a": 1}\n]\n', [b'{"a": 1}']),
        (b'{"a": "\\ud800"}', [b'{"a": "\\ud800"}']),
        (b'{"a": "\xff"}', [b'{"a": "\xff"}']),
        (b"[]", []),
        (b"", []),
    ],
    ids=[
        "object",
        "list",
        "marked list",
        "marked lines",
        "objects",
        "blank lines",
        "half a pair",
        "bad UTF-8",
        "no item",
        "nothing",
    ],
)
def test_lists_and_objects_over_several_lines(content, expected):
    """Each page's bytes are as they stand in the file."""
    assert values(content) == expected


@pytest.mark.parametrize(
    "content", [b"not json", b"<rss>\n</rss>", b'"text"', b"[1, 2]", b'{"cut": "in', b'{"nan": NaN}', b"\x7fELF\0"]
)
def test_a_first_value_that_is_no_object_is_said(content):
    """The file is none of pages, and nothing of it is read."""
    with pytest.raises(NoPagesError):
        read(content)


def test_later_items_that_are_no_objects_are_failures():
    """The others go."""
    assert read(b'[{"a": 1}, 2,\n{"b": "' + b"x" * 20 + b'"}, {"c": 3}]', max_bytes=12) == [
        Page(b'{"a": 1}', "f", 1),
        Failure("f:2", "no JSON object, but «2,»"),
        Failure("f:3", "larger than 12 bytes"),
        Page(b'{"c": 3}', "f", 4),
    ]


JSON = st.recursive(
    st.none() | st.integers() | st.text('a"\\{}[],ن'),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('a"{'), inner),
    max_leaves=8,
)


@settings(max_examples=40)
@given(
    st.lists(st.dictionaries(st.text("ab{", min_size=1), JSON, min_size=1), min_size=1, max_size=5),
    st.sampled_from([1, 2, 3, 7]),
)
def test_however_it_is_written_the_same_pages_come_out(pages, chunk):
    """Wherever the chunks end in which it is read."""
    forms = (json.dumps(pages, indent=1), json.dumps(pages), "\n".join(json.dumps(page, indent=2) for page in pages))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pages, "CHUNK_BYTES", chunk)
        for form in forms:
            assert [json.loads(value) for value in values(form.encode())] == pages
