"""What a shell completes."""

import pytest
from click.shell_completion import ShellComplete

from agents.cli import main


def completed(*words):
    """Return what is offered for the last word."""
    return [
        item.value
        for item in ShellComplete(main, {}, "rasid", "_RASID_COMPLETE").get_completions([*words[:-1]], words[-1])
    ]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("tail", "entity"), ["entity-counts"]),
        (("topics", "describe", "enr"), ["enriched"]),
        (("worker", "tag"), ["tag_entities", "tag_topics"]),
        (("rejected", "list", "--stage", "tag_e"), ["tag_entities"]),
        (("worker", "--set", "max_page"), ["max_page_bytes="]),
        (("enrich", "--set", "models="), ["models=on", "models=off"]),
        (("enrich", "--set", "no_such="), []),
    ],
    ids=" ".join,
)
def test_names_are_completed(words, offered):
    """Of topics, stages and settings; of a setting with few values these too."""
    assert completed(*words) == offered


@pytest.mark.parametrize(
    "words",
    [("push", ""), ("enrich", ""), ("tag", ""), ("enrich", "--rejected", ""), ("alerts", "check", "")],
    ids=" ".join,
)
def test_files_are_left_to_the_shell(words):
    """Where a command takes a file, the shell completes its name."""
    shell = ShellComplete(main, {}, "rasid", "_RASID_COMPLETE")
    assert [item.type for item in shell.get_completions([*words[:-1]], words[-1])] == ["file"]
