"""`rasid evaluate passes` on a file of one's own."""

import json

from click.testing import CliRunner

from agents.cli import main
from tests.agents.evaluate.test_news import ROW


def test_a_line_a_pass_is_printed(tmp_path):
    """The whole stage first, then the model and each pass, with its time."""
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps(ROW), encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", "passes", str(file), "--rounds", "1"], catch_exceptions=False)
    rows = [line.strip("| ").split(" | ") for line in result.stdout.splitlines()]
    assert [rows[0][0], rows[2][:2], rows[3][0], rows[4][0]] == [
        "without",
        ["nothing", "80.0"],
        "the name model",
        "Surfaces",
    ]
