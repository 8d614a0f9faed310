"""`rasid evaluate dates` on a folder of one's own."""

from pathlib import Path

from click.testing import CliRunner

from agents.cli import main


def test_days_are_measured(folder: Path) -> None:
    """With the field, without it, and on the document."""
    result = CliRunner().invoke(main, ["evaluate", "dates", str(folder)])
    assert result.exit_code == 0, result.output
    assert [line.split()[-2:] for line in result.output.splitlines()[1:]] == [["1.000", "1"]] * 3
