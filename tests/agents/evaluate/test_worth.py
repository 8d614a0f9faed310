"""What the parts of a stage are worth."""

from agents.evaluate.worth import Worth, lines, table


class Stage:
    """A stage of two parts, of which one finds a fifth of the titles."""

    parts = ("Works", "Teams")
    sets = ("news",)

    def measure(self, without):
        """Return the titles found."""
        return [{"titles": 0.4 if without == "Works" else 0.6}]

    def time(self, rounds):
        """Return the time of one part; the other's is part of it."""
        return [{"Works": 12.4 * rounds}]


def test_each_part_is_left_out_once():
    """The changes of each, and the time of those that have one of their own."""
    assert table(Stage(), 1) == [
        "| without | news: titles | news: µs |",
        "| --- | ---: | ---: |",
        "| nothing | 60.0 |  |",
        "| Works | -20.00 | 12 |",
        "| Teams |  |  |",
    ]


def test_changes_that_print_as_nothing_are_left_out():
    """In hundredths, with a sign."""
    rows = {"Works": [Worth({"a": 0.0123, "b": -0.00004, "c": 0.0}, 1234.5)]}
    assert lines(["news"], [{"a": 0.5, "b": 0.5, "c": 0.5}], rows)[-1] == "| Works | +1.23 |  |  | 1,234 |"
