"""An older commit beside the working tree: the same pages through both, in turns, so that a slow hour slows both."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import click

from bench.turns import TURN_PAGES, WARM_PAGES

ROOT = Path(__file__).parents[1]
TURNS = Path(__file__).with_name("turns.py")
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
    """Run both trees, each round in new processes, which take turns of a few pages.

    Parameters
    ----------
    commit
        What git calls the old tree; the new one is the working tree.
    pages
        Raw pages as JSON; the first of them only warm a process up.
    rounds
        How often all pages go through both trees.
    """
    old, new = [], []
    with work_tree(commit) as tree, tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(b"\n".join(pages))
        file.flush()
        for number in range(1, rounds + 1):
            click.echo(f"round {number} of {rounds}", err=True)
            with Worker(tree, Path(file.name)) as before, Worker(ROOT, Path(file.name)) as after:
                for turn, start in enumerate(range(WARM_PAGES, len(pages), TURN_PAGES)):
                    for worker in (after, before) if turn % 2 else (before, after):
                        worker.work(start)
            old.append(before.figures())
            new.append(after.figures())
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


class Worker:
    """A process that sends pages through the functions of a tree, and adds up what its turns took."""

    def __init__(self, tree: Path, pages: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(tree), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        # -P: modules come from the tree, not from beside the script.
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, "-P", str(TURNS), str(pages)],
            cwd=tree,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is this process's affair
        )
        self._tree = tree
        self._spent: Counter[str] = Counter()
        self._peak_kb = 0

    def __enter__(self) -> Self:
        try:
            self._answer()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._process.kill()

    def work(self, start: int) -> None:
        """Let it work off the pages from a number on."""
        print(start, file=self._process.stdin, flush=True)
        turn = self._answer()
        self._peak_kb = turn.pop("peak_kb")
        self._spent.update(turn)

    def figures(self) -> dict[str, float]:
        """Return rates over all turns, and the memory, by name."""
        spent = self._spent
        stages = ("clean", "tag_entities", "tag_topics")
        rates = {stage: spent["pages" if stage == "clean" else "articles"] / spent[stage] for stage in stages}
        return {CHAIN: spent["pages"] / sum(spent[stage] for stage in stages), **rates, MEMORY: self._peak_kb / 1024}

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise click.ClickException(f"the pages do not run in {self._tree}")
        answer: dict[str, Any] = json.loads(line)
        return answer


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
