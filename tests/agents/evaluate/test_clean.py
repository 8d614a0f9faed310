"""`rasid evaluate clean` on a folder of one's own."""

from pathlib import Path

from click.testing import CliRunner

from agents.cli import main
from tests.agents.evaluate.conftest import BODY


def test_both_tables_are_printed(folder: Path) -> None:
    """Cold, warm and HTML, each with the figures of the lines and of the fields."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(folder)])
    assert result.exit_code == 0, result.output
    heads = [line for line in result.output.splitlines() if line.endswith("pages/s")]
    assert heads[0].startswith("text, cold: 1 pages")
    assert result.output.count("paragraphs             1.000     1.000     1.000         2") >= 3


def test_one_of_both_can_be_asked_for(folder: Path) -> None:
    """`--warm` leaves the cold table out."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(folder), "--warm"])
    assert "text, warm" in result.output
    assert "text, cold" not in result.output


def test_a_test_can_be_left_out(folder: Path) -> None:
    """Its lines count as missed; a name that is no test's is told with those that are."""
    whole, without, unknown = (
        CliRunner().invoke(main, ["evaluate", "clean", str(folder), "--cold", *more])
        for more in ([], ["--without", "date"], ["--without", "nonsense"])
    )
    assert (whole.output != without.output, unknown.exit_code, "breadcrumb" in unknown.output) == (True, 2, True)


def test_a_page_that_is_rejected_has_all_missed(folder: Path) -> None:
    """Without the test that finds the text there is no article."""
    result = CliRunner().invoke(main, ["evaluate", "clean", str(folder), "--cold", "--without", "body", "--mistakes"])
    assert ("p1: rejected" in result.output, f"p1: - paragraphs: {BODY[0]}"[:80] in result.output) == (True, True)
