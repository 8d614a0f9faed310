"""What is said of a folder that does not hold annotated pages."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from agents.cli import main


@pytest.mark.parametrize("content", ["{", '{"id": "p1"}', '{"id": "p1", "raw": 5, "clean": {}}'])
def test_a_folder_of_another_format_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    """No traceback: the file, the line, what is wrong."""
    (tmp_path / "pages.jsonl").write_text(content, "utf-8")
    result = CliRunner().invoke(main, ["evaluate", "clean", str(tmp_path)])
    assert (result.exit_code, "pages.jsonl" in result.output) == (1, True)


def test_a_folder_without_pages_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The file that is missing is named."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(tmp_path)])
    assert (result.exit_code, "cannot read" in result.output) == (1, True)
