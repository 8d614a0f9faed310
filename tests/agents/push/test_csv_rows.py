"""Pages from tables, as databases and spreadsheets write them."""

import csv
import io

import orjson
import pytest

from agents.push import csv_rows
from agents.push.page import Failure, NoPagesError


def read(data, max_bytes=10_000):
    """Read a table's pages, as dicts; failures as they are."""
    items = csv_rows.read(io.BufferedReader(io.BytesIO(data)), "f", max_bytes)
    return [item if isinstance(item, Failure) else orjson.loads(item.value) for item in items]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_of_spreadsheets(encoding, delimiter):
    """Empty cells are left out, a cell may hold lines and the delimiter."""
    rows = [
        ["link", "headline", "body"],
        ["x.example/1", "", f'"سطر\nو{delimiter}سطر ""ثان"""'],
        ["x.example/2", "ع", "ن"],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert read(text.encode(encoding)) == [
        {"link": "x.example/1", "body": f'سطر\nو{delimiter}سطر "ثان"'},
        {"link": "x.example/2", "headline": "ع", "body": "ن"},
    ]


@pytest.mark.parametrize("header", [b"1,,2\n", b"a,a\n", b"<rss version='2.0'>,\n", b",".join([b"x"] * 300)])
def test_a_first_row_that_is_no_header_is_said(header):
    """Each column needs a name of its own."""
    with pytest.raises(NoPagesError):
        read(header + b"1,2,3\n")


def test_bad_rows_are_failures_and_their_neighbours_go():
    """A row with more cells than the header, a page too large."""
    assert read(b"text\n1\n1,2\n" + b"x" * 99 + b"\n2\n", max_bytes=100) == [
        {"text": "1"},
        Failure("f:3", "has 2 cells, the header 1"),
        Failure("f:4", "larger than 100 bytes"),
        {"text": "2"},
    ]


def test_a_quote_that_never_ends_is_bounded():
    """Neither one cell nor one line grows far past a page's size, whatever limit the process has."""
    csv.field_size_limit(max(csv.field_size_limit(), 2**22))
    endless = read(b'text\n1\n"' + b"x\n" * 200_000, max_bytes=1000)
    long_line = read(b"text\n1\n" + b"x" * 200_000, max_bytes=1000)
    assert [item["text"] for item in (endless[0], long_line[0])] == ["1", "1"]
    assert ["no CSV from here on" in item.why for item in (endless[1], long_line[1])] == [True, True]


@pytest.mark.parametrize("line", [b"sep=;\r\n", b'"sep=;"\n', b"\xef\xbb\xbfSEP=;\n"])
def test_a_line_may_tell_the_delimiter_in_front_of_the_header(line):
    """As spreadsheets are told it; the cells may then hold any other."""
    assert read(line + b"link;body\nx.example/1;a,b,c\n") == [{"link": "x.example/1", "body": "a,b,c"}]
