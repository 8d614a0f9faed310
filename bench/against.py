"""An older commit beside the working tree: the same pages through both, in turns, so that a slow hour slows both."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import click

ROOT = Path(__file__).parents[1]
ROUND = Path(__file__).with_name("one_round.py")
CHAIN, MEMORY = "clean, tag_entities, tag_topics in a row", "memory at its highest"
UNITS = {CHAIN: "pages/s", "clean": "pages/s", "tag_entities": "articles/s", "tag_topics": "articles/s", MEMORY: "MB"}


class Ratio(NamedTuple):
    """One figure of both trees: their medians, and new to old, round by round."""

    what: str
    unit: str
    old: float
    new: float
    middle: float
    lowest: float
    highest: float


def measure(commit: str, pages: Sequence[bytes], rounds: int) -> list[Ratio]:
    """Run both trees in turns, each round in processes of its own.

    Parameters
    ----------
    commit
        What git calls the old tree; the new one is the working tree.
    pages
        Raw pages as JSON; the first of them only warm a process up.
    rounds
        How often each tree runs.
    """
    old: list[Mapping[str, float]] = []
    new: list[Mapping[str, float]] = []
    with work_tree(commit) as tree, tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(b"\n".join(pages))
        file.flush()
        for number in range(1, rounds + 1):
            click.echo(f"round {number} of {rounds}", err=True)
            old.append(_figures(_run(tree, Path(file.name))))
            new.append(_figures(_run(ROOT, Path(file.name))))
    return ratios(old, new)


@contextmanager
def work_tree(commit: str, repository: Path = ROOT) -> Iterator[Path]:
    """Check a commit out into a temporary folder, which is removed afterwards, whatever happens.

    Raises
    ------
    click.ClickException
        When git knows no such commit.
    """
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        tree = Path(folder) / "tree"
        try:
            added = _git(repository, "worktree", "add", "--detach", str(tree), commit)
            if added.returncode:
                raise click.ClickException(f"git makes no work tree of {commit}: {added.stderr.strip()}")
            yield tree
        finally:
            _git(repository, "worktree", "remove", "--force", str(tree))


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - git, named by us


def _run(tree: Path, pages: Path) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(tree), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [
        sys.executable,
        "-P",
        str(ROUND),
        str(pages),
    ]  # -P: modules come from the tree, not from beside the script
    ran = subprocess.run(  # noqa: S603 - our own script
        command, cwd=tree, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if ran.returncode:
        raise click.ClickException(f"the pages do not run in {tree}: exit code {ran.returncode}")
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def _figures(ran: Mapping[str, Any]) -> dict[str, float]:
    """Return what one process measured, by name."""
    seconds, articles = ran["seconds"], ran["articles"]
    return {
        CHAIN: ran["pages"] / sum(seconds.values()),
        "clean": ran["pages"] / seconds["clean"],
        "tag_entities": articles / seconds["tag_entities"],
        "tag_topics": articles / seconds["tag_topics"],
        MEMORY: ran["peak_kb"] / 1024,
    }


def ratios(old: Sequence[Mapping[str, float]], new: Sequence[Mapping[str, float]]) -> list[Ratio]:
    """Pair the figures of each round, and return what is between them."""
    found = []
    for what in old[0]:
        before, after = [figures[what] for figures in old], [figures[what] for figures in new]
        paired = [b / a for a, b in zip(before, after, strict=True)]
        medians = statistics.median(before), statistics.median(after), statistics.median(paired)
        found.append(Ratio(what, UNITS[what], *medians, min(paired), max(paired)))
    return found


def show(found: Sequence[Ratio]) -> None:
    """Print a Markdown table."""
    print("| what | old | new | new / old | lowest to highest |")
    print("|---|---:|---:|---:|---:|")
    for row in found:
        print(
            f"| {row.what} | {row.old:,.0f} {row.unit} | {row.new:,.0f} {row.unit} "
            f"| {row.middle:.3f} | {row.lowest:.3f} to {row.highest:.3f} |"
        )
