"""The conditions of a query, with the values that are bound to them."""

from collections.abc import Mapping, Sequence
from typing import Any

from agents.serve.query.cursor import BadRequestError
from agents.serve.query.window import bounds


class Conditions:
    """Conditions that hold together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.values: list[Any] = []

    def add(self, part: str, *values: Any) -> None:
        """Ask for one more; the part is our own text, what comes from outside is among the values."""
        self._parts.append(part)
        self.values += values

    def equal(self, wanted: Mapping[str, Any]) -> None:
        """Ask for columns to have values, where these are given."""
        for column, value in wanted.items():
            if value is not None:
                self.add(f"{column} = ?", value)

    def within(self, column: str, start: str | None, end: str | None) -> None:
        """Ask for a time from one moment on, and before another.

        Raises
        ------
        BadRequestError
            When one is no time.
        """
        try:
            first, last = bounds(start, end)
        except ValueError as error:
            detail = "from, to: write a day (2026-01-28) or an RFC 3339 time (2026-01-28T14:00:00Z)"
            raise BadRequestError(detail) from error
        if first is not None:
            self.add(f"{column} >= ?", first)
        if last is not None:
            self.add(f"{column} < ?", last)

    def below(self, columns: str, position: Sequence[Any] | None) -> None:
        """Ask for rows that come after a position in descending order; None: for all."""
        if position is not None:
            self.add(f"({columns}) < ({', '.join('?' * len(position))})", *position)

    @property
    def where(self) -> str:
        """The clause; empty where nothing is asked for."""
        return f"WHERE {' AND '.join(self._parts)}" if self._parts else ""
