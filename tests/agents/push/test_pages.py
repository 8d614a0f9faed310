"""Reading raw pages from files, folders and pipes."""

import gzip
import io

import orjson
import pytest

from agents.push import pages
from agents.push.pages import Failure, Page, Pages


def read(*paths, stdin=None, max_bytes=10_000):
    """Read everything from paths."""
    return list(Pages(map(str, paths), max_bytes, stdin))


def test_lines_go_as_they_are(tmp_path):
    """Bad JSON, spaces and bad UTF-8 travel untouched; blank lines and line ends do not."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"text": "x" }\r\n\n  \nnot json \xff\n{"last": 1}')
    assert read(file) == [
        Page(b'{"text": "x" }', str(file), 1),
        Page(b"not json \xff", str(file), 4),
        Page(b'{"last": 1}', str(file), 5),
    ]


def test_standard_input_plain_and_gzipped():
    """A pipe holds JSON Lines, compressed or not."""
    plain = read("-", stdin=io.BytesIO(b"{}\n[]\n"))
    zipped = read("-", stdin=io.BytesIO(gzip.compress(b"{}\n[]\n")))
    assert plain == zipped == [Page(b"{}", "-", 1), Page(b"[]", "-", 2)]


def test_a_line_too_long_is_a_failure_and_its_neighbours_go(tmp_path):
    """The line is passed over without being held in memory."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"1\n" + b"x" * 35 + b"\n2\n" + b"y" * 10 + b"\n")
    assert read(file, max_bytes=10) == [
        Page(b"1", str(file), 1),
        Failure(f"{file}:2", "larger than 10 bytes"),
        Page(b"2", str(file), 3),
        Page(b"y" * 10, str(file), 4),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{\n "text": "x"\n}\n', [b'{\n "text": "x"\n}\n']),
        (b'[{"a": 1 },\n {"b": [2]}]', [b'{"a": 1 }', b'{"b": [2]}']),
        (b'\xef\xbb\xbf[{"a": 1}]', [b'{"a": 1}']),
        (b'{"a": 1}\n{"b": 2}\n', [b'{"a": 1}', b'{"b": 2}']),
        (b"not json", [b"not json"]),
        (b"[" * 100_000, [b"[" * 100_000]),
    ],
    ids=["object", "list", "list with a mark", "lines", "no JSON", "deep"],
)
def test_a_json_file_holds_one_page_a_list_or_lines(tmp_path, content, expected):
    """Whatever it holds, each page's bytes are as they stand in the file."""
    file = tmp_path / "a.json"
    file.write_bytes(content)
    assert [page.value for page in read(file, max_bytes=200_000)] == expected


def test_text_and_html_files_become_pages_that_name_their_file(tmp_path):
    """The page says which file it was; an old page in windows-1256 is decoded."""
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    (tmp_path / "b.html").write_bytes("<meta charset=windows-1256><p>خبر".encode("cp1256"))
    assert [orjson.loads(page.value) for page in read(tmp_path)] == [
        {"text": "خبر", "file": "a.txt"},
        {"html": "<meta charset=windows-1256><p>خبر", "file": "b.html"},
    ]


def test_a_folder_is_read_in_order_and_other_files_are_left(tmp_path):
    """Folders within are entered; what is no page is not touched."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.jsonl.gz").write_bytes(gzip.compress(b"3\n"))
    (tmp_path / "a.ndjson").write_bytes(b"1\n2\n")
    (tmp_path / "README.md").write_bytes(b"no page")
    assert [page.value for page in read(tmp_path)] == [b"1", b"2", b"3"]


def test_what_cannot_be_read_is_a_failure_that_says_why(tmp_path):
    """One bad file does not stop the others."""
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"1\n" * 5000)[:-8])
    (tmp_path / "binary.jsonl").write_bytes(b"\x7fELF\0\0\0\0")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0\0\0\0\x01")
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.jsonl").write_bytes(b"2\n")
    names = ["missing.jsonl", "binary.jsonl", "binary.txt", "empty", "cut.jsonl.gz", "good.jsonl"]
    got = read(*(tmp_path / name for name in names))
    failures = [(f.where.removeprefix(f"{tmp_path}/"), f.why.split(":")[0]) for f in got if isinstance(f, Failure)]
    assert failures == [
        ("missing.jsonl", "No such file or directory"),
        ("binary.jsonl", "holds NUL bytes"),
        ("binary.txt", "holds NUL bytes"),
        ("empty", "no file in it ends in .jsonl, .ndjson, .jl, .json, .txt, .html, .htm"),
        ("cut.jsonl.gz", "broken gzip"),
    ]
    assert got[-1] == Page(b"2", f"{tmp_path}/good.jsonl", 1)


def test_progress_is_known_for_files_and_unknown_for_pipes(tmp_path):
    """The bytes read in the end are the bytes that there were, compressed ones too."""
    (tmp_path / "a.jsonl").write_bytes(b"1\n2\n")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"3\n"))
    reader = Pages([str(tmp_path)], 100)
    total = reader.total()
    assert len(list(reader)) == 3
    assert (reader.consumed(), Pages(["-"], 100).total()) == (total, None)


def test_a_large_json_file_is_refused_with_what_to_do(tmp_path, monkeypatch):
    """A .json file is read whole, so there is a limit to it."""
    monkeypatch.setattr(pages, "MAX_FILE_BYTES", 10)
    (tmp_path / "a.json").write_bytes(b"[1,2,3,4,5,6,7,8]")
    assert [f.why for f in read(tmp_path / "a.json")] == [
        "larger than 10 bytes; write one page a line, in a .jsonl file"
    ]
