"""Tables and links of the generated pages."""

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs`. Change the code it is made from, not this page. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [_row(head), "|" + "---|" * len(head), *map(_row, rows)]
    return "\n".join(lines)


def page(title: str, *blocks: str) -> str:
    """Return a page of blocks, an empty line between them."""
    return "\n\n".join([f"# {title}", GENERATED, *blocks]) + "\n"


def code(text: str) -> str:
    """Set a word as code."""
    return f"`{text}`"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
