"""Tables of names on terminals of any width."""

import io

import pytest
from rich.console import Console

from agents.commands.names_table import Line, names_table

LONG = "اللجنة الوطنية العليا لتنظيم مؤتمر الأطراف " * 2
LINES = [
    Line("الأمم المتحدة", "United Nations", "ORG", (123, 1_234_567, 12, 3)),
    Line(LONG.strip(), "The committee that organises " * 2, "ORG", (45, 67, 89, 2)),
]
COUNTED = ["articles in 24h", "articles", "stories", "outlets"]


def shown(width: int, lines: list[Line] = LINES) -> list[str]:
    """Return the lines of a table on a terminal."""
    console = Console(file=io.StringIO(), width=width)
    console.print(names_table(("entity", "type"), COUNTED, lines, width))
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [46, 50, 60, 70, 80, 100, 120, 200, 10_000])
def test_counts_stand_whole_beside_the_longest_name(width: int):
    """However narrow the terminal is, only names and kinds give way, and no line is longer than it."""
    lines = shown(width)
    text = [" ".join(line.split()) for line in lines]
    assert any(line.endswith("123 1,234,567 12 3") for line in text)
    assert any(line.endswith("45 67 89 2") for line in text)
    assert max(map(len, lines)) <= width


def test_a_wide_terminal_has_everything():
    """Each row is one line, with both names and the kind."""
    lines = shown(10_000)
    assert (len(lines), LONG.strip() in lines[2], "The committee" in lines[2]) == (3, True, True)


def test_at_sixty_columns_short_names_stay_whole():
    """The English names go first, then the kinds."""
    lines = shown(60, [LINES[0], Line("مصر", "Egypt", "LOC", (1, 2, 3, 4))])
    assert ("الأمم المتحدة" in "".join(lines), "United" in "".join(lines)) == (True, False)


def test_a_table_without_lines():
    """Its titles stand there."""
    assert "stories" in " ".join(shown(80, []))
