"""`rasid enrich`: the chain with no broker."""

import gzip
import io

import orjson
from click.testing import CliRunner

from agents import stage
from agents.cli import main
from agents.commands.enrich import Run
from agents.push.page import Failure, Page
from streams.rejection import Reason, Reject

PAGE = {
    "id": "p1",
    "source": "مرصد الضفة",
    "title": "وزير الخارجية الروسي يزور القاهرة",
    "text": "وزير الخارجية الروسي يزور القاهرة\n"
    "وصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة اليوم الأربعاء في زيارة رسمية تستمر يومين.\n"
    "وقال لافروف إن المباحثات مع الجانب المصري تناولت الأوضاع في ليبيا وسوريا والتعاون الاقتصادي بين البلدين.",
    "published_at": "2026-01-28T10:00:00Z",
}


def lines(text):
    """Parse JSON Lines."""
    return [orjson.loads(line) for line in text.splitlines()]


def rasid(*arguments, stdin=None):
    """Call the command."""
    return CliRunner().invoke(main, arguments, input=stdin, prog_name="rasid")


class Fussy:
    """Refuses what says no, and fails on a whole batch that holds what it cannot bear."""

    def enrich(self, batch):
        """Return rejections, which say in their detail what became of the page."""
        if any(incoming.value == b"crash" for incoming in batch):
            raise ValueError("too much")
        details = [Reject(Reason.NO_TEXT, incoming.value.decode()) for incoming in batch]
        return [stage.rejected("t", i, d) for i, d in zip(batch, details, strict=True)]


def test_a_page_that_breaks_a_stage_goes_alone(capsys):
    """Its neighbours keep their order, and what could not be read is named."""
    bad = io.BytesIO()
    run = Run(Fussy().enrich, bytes, 0, io.BytesIO(), bad)
    run.take([Page(b"a", "f", 1), Failure("g", "unreadable"), Page(b"crash", "f", 2), Page(b"c", "f", 3)])
    assert [(r["id"], r["reason"], r["detail"]) for r in lines(bad.getvalue())] == [
        ("f-0-0", "no_text", "a"),
        ("f-0-1", "stage_failed", "ValueError: too much"),
        ("f-0-2", "no_text", "c"),
    ]
    assert (run.failed, capsys.readouterr().err) == (1, "cannot read g: unreadable\n")
    assert "rejected 3" in run.summary()


def test_pages_come_out_enriched_in_order_and_the_others_are_refused(tmp_path):
    """Files and pipes give the same bytes; a bad page stands in the other file."""
    pages = b"\n".join([orjson.dumps(PAGE), b"no json", orjson.dumps(PAGE | {"id": "p2"})])
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(pages))
    refused = tmp_path / "refused.jsonl"
    fixed = ("--received-at", "2026-01-29", "--rejected", str(refused))
    piped = rasid("enrich", *fixed, stdin=pages)
    filed = rasid("enrich", str(tmp_path / "a.jsonl.gz"), *fixed)
    assert (piped.exit_code, filed.exit_code) == (0, 0)
    articles = lines(filed.stdout)
    assert [article["id"] for article in articles] == [article["id"] for article in lines(piped.stdout)] == ["p1", "p2"]
    assert "per:sergey-lavrov" in [entity["id"] for entity in articles[0]["entities"]]
    assert [(r["reason"], r["origin"]["offset"]) for r in lines(refused.read_bytes())] == [("not_json", 1)]
    assert filed.stdout == rasid("enrich", str(tmp_path / "a.jsonl.gz"), *fixed).stdout


def test_a_file_that_cannot_be_read_fails_the_command(tmp_path):
    """What could be read is still enriched."""
    (tmp_path / "a.json").write_bytes(orjson.dumps(PAGE))
    ran = rasid("enrich", str(tmp_path / "missing.jsonl"), str(tmp_path / "a.json"))
    assert (ran.exit_code, len(lines(ran.stdout)), "cannot read" in ran.stderr) == (1, 1, True)


def test_names_of_a_crawlers_own_are_understood_or_said(tmp_path, monkeypatch):
    """Known ones by themselves, others by --map or the setting; outlet and address can be given beside them."""
    page = {"headline": PAGE["title"], "nass": PAGE["text"], "link": "https://x.example/1"}
    (tmp_path / "a.jsonl").write_bytes(orjson.dumps(page))
    unnamed = rasid("enrich", str(tmp_path / "a.jsonl"))
    assert (unnamed.exit_code, "--map text=NAME" in unnamed.stderr, unnamed.stdout) == (1, True, "")
    named = rasid("enrich", "--map", "text=nass", "--source", "الصباح", str(tmp_path / "a.jsonl"))
    monkeypatch.setenv("RASID_PUSH_MAP", "text=nass")
    (by_setting,) = lines(rasid("enrich", str(tmp_path / "a.jsonl")).stdout)
    (article,) = lines(named.stdout)
    assert (article["title"], article["url"], article["source"]["name"]) == (PAGE["title"], page["link"], "الصباح")
    assert (by_setting["paragraphs"], by_setting["id"]) == (article["paragraphs"], article["id"])


def test_an_address_is_that_of_one_page(tmp_path):
    """A .txt or .html file, named alone."""
    (tmp_path / "a.txt").write_text(PAGE["text"])
    (tmp_path / "b.jsonl").write_bytes(orjson.dumps(PAGE))
    ran = rasid("enrich", "--url", "https://x.example/7", str(tmp_path / "a.txt"))
    assert lines(ran.stdout)[0]["url"] == "https://x.example/7"
    others = ([str(tmp_path)], [str(tmp_path / "b.jsonl")], [str(tmp_path / "a.txt")] * 2, [])
    assert [rasid("enrich", "--url", "https://x.example/7", *paths).exit_code for paths in others] == [2] * 4


def test_a_name_that_is_written_wrong_is_said():
    """Before anything is read."""
    ran = rasid("enrich", "--map", "body=text", stdin=b"")
    assert (ran.exit_code, ran.stderr.startswith("Error: push_map: a raw page has no field 'body'")) == (1, True)


def test_tag_gives_a_line_for_each_line():
    """Offsets are characters of the line; an empty line stays one."""
    text = "زار لافروف دمشق أمس"
    ran = rasid("tag", "--published", "2026-01-28", stdin=f"{text}\r\n\nلا شيء".encode())
    tagged = lines(ran.stdout)
    assert [line["text"] for line in tagged] == [text, "", "لا شيء"]
    mentions = [mention for entity in tagged[0]["entities"] for mention in entity["mentions"]]
    assert {mention["surface"] for mention in mentions} == {"لافروف", "دمشق"}
    assert all(text[mention["start"] : mention["end"]] == mention["surface"] for mention in mentions)


def test_tag_reads_files_and_says_which_cannot_be_read(tmp_path):
    """One line, no traceback."""
    ran = rasid("tag", str(tmp_path / "missing.txt"))
    assert (ran.exit_code, "cannot read" in ran.stderr) == (1, True)


def test_tag_unpacks_gzip(tmp_path):
    """A packed text is read like another; half of one is an error of one line."""
    packed = gzip.compress("زار لافروف دمشق".encode())
    (tmp_path / "half.gz").write_bytes(packed[:20])
    ran, half = rasid("tag", stdin=packed), rasid("tag", str(tmp_path / "half.gz"))
    assert ([line["text"] for line in lines(ran.stdout)], half.exit_code) == (["زار لافروف دمشق"], 1)
    assert (half.stderr.startswith("Error: cannot read "), half.stderr.count("\n")) == (True, 1)
