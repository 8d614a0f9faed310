"""The user's own file: what it adds, merges and silences, and when it is read."""

import os

import pytest

from agents.tag_entities.lexicon import user_file
from agents.tag_entities.lexicon.entry import EntryError, known_of
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched, parse
from agents.tag_entities.tagger import Tagger
from streams.settings import Settings

ENTRY = '{"id": "org:zarqun-press", "ar": "زرقون برس", "en": "Zarqun Press", "type": "ORG", "kind": "outlet"}\n'


@pytest.fixture
def file(tmp_path):
    """Give a user's file that adds one outlet."""
    path = tmp_path / "extra.jsonl"
    path.write_text(ENTRY, encoding="utf-8")
    return path


def ids(tagger, text):
    """Give the ids of what is tagged in a text."""
    return [entity.id for entity in tagger.tag_text(text)[0]]


def test_adds_an_entity(file):
    """An entity of the file is found and known."""
    tagger = Tagger.load(Settings(lexicon_extra=str(file)))
    assert ids(tagger, "نقلت زرقون برس الخبر") == ["org:zarqun-press"]


def test_accepts_what_is_not_read():
    """A file may have the fields that nothing reads: its entities are those of the same lines without them."""
    old = '"kind": "outlet", "section": ["sport"], "since": 1990, "until": 2000'
    (entry,) = parse(ENTRY.replace('"kind": "outlet"', old).encode(), "extra.jsonl").entries
    (plain,) = parse(ENTRY.encode(), "extra.jsonl").entries
    assert known_of(entry) == known_of(plain)


def test_is_read_anew_when_it_changes(file, article):
    """A change takes effect at the next batch, under another version."""
    tagger = Tagger.load(Settings(lexicon_extra=str(file)))
    before = tagger.tag([article("نقلت زرقون برس الخبر")])[0]
    file.write_text(ENTRY + '{"silence": "org:zarqun-press"}\n', encoding="utf-8")
    os.utime(file, ns=(1, 1))
    after = tagger.tag([article("نقلت زرقون برس الخبر")])[0]
    assert [e.id for e in before.entities] == ["org:zarqun-press"]
    assert after.entities == []
    assert before.pipeline.lexicon != after.pipeline.lexicon


def test_merges_ids(file):
    """A merged id gives way to the other, with its names."""
    file.write_text('{"merge": "loc:germany", "into": "loc:france"}\n', encoding="utf-8")
    tagger = Tagger.load(Settings(lexicon_extra=str(file)))
    entities = tagger.tag_text("بين ألمانيا وفرنسا")[0]
    assert [(e.id, e.count) for e in entities] == [("loc:france", 2)]


def test_a_wrong_file_changes_nothing_while_running(file):
    """A file that turns wrong leaves the lexicon as it was."""
    watched = Watched(packaged(), str(file))
    version = watched.lexicon.version
    file.write_text("{not json\n", encoding="utf-8")
    os.utime(file, ns=(2, 2))
    assert not watched.changed()
    assert watched.lexicon.version == version


def test_an_entity_stays_inside_longer_names(file):
    """A user's entity is found inside a name that a rule would make longer."""
    tagger = Tagger.load(Settings(lexicon_extra=str(file)))
    assert ids(tagger, "نقلت مؤسسة زرقون برس الخبر") == ["org:zarqun-press"]


def test_a_wrong_file_is_logged_once(file, monkeypatch):
    """A file that turned wrong is named in the log once, and again when it has changed and is wrong still."""
    logged = []
    monkeypatch.setattr(user_file._log, "warning", lambda *said: logged.append(said))
    watched = Watched(packaged(), str(file))
    for stamp in (2, 2, 2, 3):
        file.write_text("{not json\n", encoding="utf-8")
        os.utime(file, ns=(stamp, stamp))
        watched.changed()
    assert len(logged) == 2
    file.write_text(ENTRY, encoding="utf-8")
    assert not watched.changed()
    assert watched.lexicon.known("org:zarqun-press") is not None


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "org:x"}',
        '{"merge": "a"}',
        '{"merge": "a", "into": "a"}',
        "[1]",
        '{"id": "org:x", "ar": "\udca3", "en": "no UTF-8", "type": "ORG", "kind": "x"}',
        '{"id": "bad id", "ar": "ا", "en": "a", "type": "ORG", "kind": "x"}',
    ],
)
def test_says_what_is_wrong(line):
    """A wrong line is refused with its place."""
    with pytest.raises(EntryError, match=r"extra\.jsonl"):
        parse(line.encode("utf-8", "surrogateescape"), "extra.jsonl")
