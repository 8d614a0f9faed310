"""Reading the curated files."""

from pathlib import Path

import pytest

from agents.tag_entities.lexicon.entry import EntryError
from agents.training.lexicon.curated import read

LINE = '{"id": "org:who", "ar": "الصحة العالمية", "en": "WHO", "type": "ORG", "kind": "un-body"}\n'


def test_reads_all_folders(tmp_path: Path):
    """Files lie in folders, whose names mean nothing to the lexicon."""
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations" / "international.jsonl").write_text("\n" + LINE, encoding="utf-8")
    assert [entry.id for entry in read(tmp_path)] == ["org:who"]


def test_refuses_an_id_that_stands_twice(tmp_path: Path):
    """The message names the second line."""
    (tmp_path / "a.jsonl").write_text(LINE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(LINE, encoding="utf-8")
    with pytest.raises(EntryError) as raised:
        read(tmp_path)
    assert str(raised.value) == "b.jsonl:1: org:who stands in another line, too"
