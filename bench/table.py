"""The figures of a benchmark as a table."""

from collections.abc import Iterable
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured thing."""

    what: str
    value: float
    unit: str
    note: str = ""


def show(figures: Iterable[Figure]) -> None:
    """Print the figures as a Markdown table."""
    print("| what | figure | |")
    print("|---|---:|---|")
    for figure in figures:
        digits = 0 if figure.value >= 10 else 2  # noqa: PLR2004 - two digits of a small figure say enough
        print(f"| {figure.what} | {figure.value:,.{digits}f} {figure.unit} | {figure.note} |")
