"""What the parts of a stage are worth: its figures with a part left out, and the time that the part takes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from agents.evaluate.progress import shown

Figures = Mapping[str, float]
"""Rates between 0 and 1, by what they measure."""


class Parted(Protocol):
    """A stage, and the annotated sets on which its parts are measured."""

    @property
    def parts(self) -> Sequence[str]:
        """The names of what can be left out, in the order of its work."""

    @property
    def sets(self) -> Sequence[str]:
        """The names of the annotated sets."""

    def measure(self, without: str | None) -> Sequence[Figures]:
        """Return the figures of each set with a part left out; with None, of the whole stage."""

    def time(self, rounds: int) -> Sequence[Mapping[str, float]]:
        """Return the microseconds that each part takes for an article of each set."""


class Worth(NamedTuple):
    """What leaving a part out changes in one set, and the time that it takes there."""

    changes: Figures
    """Figures without the part minus figures with it: below 0 where it helps."""
    microseconds: float | None
    """An article; None where the time is part of another part's."""


def table(stage: Parted, rounds: int) -> list[str]:
    """Measure a stage with one part after the other left out, and return a Markdown table of what changes."""
    whole = stage.measure(None)
    costs = stage.time(rounds)
    rows = {}
    for part in shown(stage.parts, "passes"):
        found = zip(stage.measure(part), whole, costs, strict=True)
        rows[part] = [
            Worth({what: out[what] - value for what, value in all_in.items()}, cost.get(part))
            for out, all_in, cost in found
        ]
    return lines(stage.sets, whole, rows)


def lines(sets: Sequence[str], whole: Sequence[Figures], rows: Mapping[str, Sequence[Worth]]) -> list[str]:
    """Return a Markdown table: a line a part, and of each set its figures and microseconds."""
    heads = [f"{name}: {what}" for name, figures in zip(sets, whole, strict=True) for what in (*figures, "µs")]
    values = [cell for figures in whole for cell in (*(f"{100 * value:.1f}" for value in figures.values()), "")]
    table_rows = [["without", *heads], ["---", *("---:" for _ in heads)], ["nothing", *values]]
    table_rows += [[part, *(cell for worth in of_sets for cell in _cells(worth))] for part, of_sets in rows.items()]
    return [f"| {' | '.join(cells)} |" for cells in table_rows]


def _cells(worth: Worth) -> list[str]:
    """Return changes in hundredths, nothing where they would print as 0.00, and the time."""
    changes = [f"{100 * change:+.2f}" for change in worth.changes.values()]
    time = "" if worth.microseconds is None else f"{worth.microseconds:,.0f}"
    return [*("" if change in ("+0.00", "-0.00") else change for change in changes), time]
