"""Reading raw pages from files, folders and pipes."""

import gzip
import io

import orjson

from agents.push.field_map import Adapter
from agents.push.forms import ENDINGS, FORMS
from agents.push.page import Failure, Page
from agents.push.pages import Pages

ONE, TWO, THREE = (b'{"text": "%d" }' % number for number in (1, 2, 3))


def read(*paths, stdin=None, max_bytes=10_000, **options):
    """Read everything from paths."""
    return list(Pages(map(str, paths), max_bytes, stdin, **options))


def checked(*paths, stdin=None):
    """Return what is said before anything is sent, as file name and the first words."""
    failures = Pages(map(str, paths), 10_000, stdin).check()
    return [(failure.where.rpartition("/")[2], failure.why.split(":")[0]) for failure in failures]


def test_standard_input_plain_and_packed():
    """A pipe holds JSON Lines, packed or not, unless it is said to be something else."""
    lines = ONE + b"\n" + TWO + b"\n"
    plain, zipped = (read("-", stdin=io.BytesIO(data)) for data in (lines, gzip.compress(lines)))
    assert plain == zipped == [Page(ONE, "-", 1), Page(TWO, "-", 2)]
    assert orjson.loads(read("-", stdin=io.BytesIO(b"url,text\na,b"), form=FORMS["csv"])[0].value) == {
        "url": "a",
        "text": "b",
    }


def test_a_pipe_that_was_checked_loses_nothing():
    """What was looked at before is read after."""
    pages = Pages(["-"], 100, io.BytesIO(ONE + b"\n" + TWO))
    assert (pages.check(), [page.value for page in pages]) == ([], [ONE, TWO])


def test_text_and_html_files_become_pages_that_name_their_file(tmp_path):
    """The page says which file it was; an old page in windows-1256 is decoded."""
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    (tmp_path / "b.html").write_bytes("<meta charset=windows-1256><p>خبر".encode("cp1256"))
    assert [orjson.loads(page.value) for page in read(tmp_path)] == [
        {"text": "خبر", "file": "a.txt"},
        {"html": "<meta charset=windows-1256><p>خبر", "file": "b.html"},
    ]


def test_a_folder_is_read_in_order_and_other_files_are_left(tmp_path):
    """Folders within are entered; what is no page, and what is hidden, is not touched."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.jsonl.gz").write_bytes(gzip.compress(THREE))
    (tmp_path / "a.ndjson").write_bytes(ONE + b"\n" + TWO)
    (tmp_path / "README.md").write_bytes(b"no page")
    for hidden in (".git/config.json", "b/._c.jsonl"):
        (tmp_path / hidden).parent.mkdir(exist_ok=True)
        (tmp_path / hidden).write_bytes(b"no page")
    assert [page.value for page in read(tmp_path)] == [ONE, TWO, THREE]


def test_what_cannot_be_read_is_a_failure_that_says_why(tmp_path):
    """One bad file does not stop the others."""
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress((ONE + b"\n") * 5000)[:-8])
    (tmp_path / "binary.jsonl").write_bytes(b"\x7fELF\0\0\0\0")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0\0\0\0\x01")
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.jsonl").write_bytes(TWO)
    names = ["missing.jsonl", "binary.jsonl", "binary.txt", "empty", "cut.jsonl.gz", "good.jsonl"]
    got = read(*(tmp_path / name for name in names))
    failures = [(f.where.removeprefix(f"{tmp_path}/"), f.why.split(":")[0]) for f in got if isinstance(f, Failure)]
    assert failures == [
        ("missing.jsonl", "No such file or directory"),
        ("binary.jsonl", "holds NUL bytes"),
        ("binary.txt", "holds NUL bytes"),
        (
            "empty",
            f"no file in it ends in {', '.join(ENDINGS)}",
        ),
        ("cut.jsonl.gz", "broken, cut or badly packed"),
    ]
    assert got[-1] == Page(TWO, f"{tmp_path}/good.jsonl", 1)


def test_progress_is_known_for_files_and_unknown_for_pipes(tmp_path):
    """The bytes read in the end are the bytes that there were, compressed ones too."""
    (tmp_path / "a.jsonl").write_bytes(ONE + b"\n" + TWO)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(THREE))
    reader = Pages([str(tmp_path)], 100)
    assert reader.check() == []
    total = reader.total()
    assert len(list(reader)) == 3
    assert (reader.consumed(), Pages(["-"], 100).total()) == (total, None)


def test_what_is_no_page_is_said_before_anything_is_sent(tmp_path):
    """Paths that are missing, endings that say nothing, files that are not what they are called; good ones are not."""
    contents = {
        "good.jsonl": ONE,
        "good.txt": b"1",
        "app.log": b"started",
        "feed.jsonl": b"<rss>\n<channel>\n",
        "map.xml": b"<urlset/>",
        "page.warc": b"<html>",
        "numbers.csv": b"1,1\n2,2",
        "other.json": b'{"naam": "x", "tijd": 1}',
        "binary.jsonl": b"\x7fELF\0\0",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()
    failures = dict(checked(*(tmp_path / name for name in (*contents, "missing.jsonl", "empty"))))
    assert failures.keys() == {*contents, "missing.jsonl", "empty"} - {"good.jsonl", "good.txt"}
    assert failures["missing.jsonl"] == "No such file or directory"
    assert checked("-", stdin=io.BytesIO(b"not json\n")) == [
        ("-", "line 1 is no JSON object, but «not json»; write one page a line")
    ]


def test_a_first_page_without_text_says_how_to_name_it(tmp_path):
    """The message lists the fields that are there, and the name, once given, is taken."""
    (tmp_path / "a.jsonl").write_bytes(b'{"naam": "x", "tijd": 1}')
    failure, *_ = read(tmp_path / "a.jsonl")
    assert "Its fields are naam, tijd: say which holds the text with --map text=NAME" in failure.why
    [page] = read(tmp_path / "a.jsonl", adapter=Adapter({"text": "naam"}))
    assert orjson.loads(page.value) == {"text": "x", "tijd": 1}


def test_a_format_is_taken_for_files_whose_ending_says_nothing(tmp_path):
    """The ending goes before what is said."""
    (tmp_path / "export").write_bytes(b"text\n1")
    (tmp_path / "a.jsonl").write_bytes(ONE)
    pages = read(tmp_path / "export", tmp_path / "a.jsonl", form=FORMS["csv"])
    assert [page.value for page in pages] == [b'{"text":"1"}', ONE]


def test_a_page_that_grows_too_large_is_a_failure(tmp_path):
    """What is filled in counts."""
    (tmp_path / "a.jsonl").write_bytes(ONE)
    assert read(tmp_path / "a.jsonl", max_bytes=20, adapter=Adapter(source="x" * 20)) == [
        Failure(f"{tmp_path}/a.jsonl:1", "larger than 20 bytes")
    ]
