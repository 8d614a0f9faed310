"""Which annotated pages are taken."""

import json

import pytest

from agents.evaluate.tagged_pages import read


@pytest.mark.parametrize(("pages", "taken"), [("", [1, 2, 3, 4]), ("2-3", [2, 3]), ("3", [3, 4]), ("-2", [1, 2])])
def test_pages_are_chosen_by_their_number(tmp_path, pages, taken):
    """From the first to the last, counted from 1; an open end is the file's."""
    (tmp_path / "pages.jsonl").write_text("\n".join(json.dumps({"id": n}) for n in range(1, 5)), encoding="utf-8")
    assert [page["id"] for page in read(tmp_path, pages)] == taken
