"""An older commit beside the working tree."""

import shutil
import subprocess

import click
import pytest

from bench import data
from bench.against import CHAIN, MEMORY, ROOT, Ratio, Worker, ratios, work_tree
from bench.turns import WARM_PAGES

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(repository, *arguments):
    command = ["git", "-C", str(repository), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(name="repository")
def _repository(tmp_path):
    git(tmp_path, "init", "--quiet")
    for text in ("old", "new"):
        (tmp_path / "file").write_text(text, encoding="utf-8")
        git(tmp_path, "add", "file")
        git(tmp_path, "commit", "--quiet", "-m", text)
    return tmp_path


def test_each_round_is_paired_with_its_neighbour():
    """A machine that slows down by half leaves the ratios alone."""
    old = [{"clean": 100.0}, {"clean": 50.0}, {"clean": 200.0}]
    new = [{"clean": 110.0}, {"clean": 50.0}, {"clean": 180.0}]
    assert ratios(old, new) == [Ratio("clean", "pages/s", 100.0, 110.0, 1.0, 0.9, 1.1)]


def test_the_work_tree_holds_the_commit(repository):
    """The old text, whatever the repository's own folder holds."""
    with work_tree("HEAD~1", repository) as tree:
        assert (tree / "file").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_the_work_tree_is_removed_whatever_happens(repository, error):
    """Git knows of none, and the folder is gone."""
    with pytest.raises(error), work_tree("HEAD", repository) as tree:
        raise error
    assert (len(git(repository, "worktree", "list").splitlines()), tree.parent.exists()) == (1, False)


def test_a_commit_that_is_unknown_is_told_in_a_sentence(repository):
    """Git's own words, and no work tree."""
    with pytest.raises(click.ClickException, match="no work tree of nowhere"), work_tree("nowhere", repository):
        pass
    assert len(git(repository, "worktree", "list").splitlines()) == 1


def test_a_worker_adds_up_its_turns(tmp_path):
    """Pages and articles a second of each stage and of all, and the memory."""
    file = tmp_path / "pages.jsonl"
    file.write_bytes(b"\n".join(data.pages(WARM_PAGES + 40)[0]))
    with Worker(ROOT, file) as worker:
        worker.work(WARM_PAGES)
        worker.work(WARM_PAGES + 32)
        figures = worker.figures()
    assert (list(figures), min(figures.values()) > 0) == (
        [CHAIN, "clean", "tag_entities", "tag_topics", MEMORY],
        True,
    )


def test_a_tree_that_cannot_run_is_told_in_a_sentence(tmp_path):
    """Its own traceback stands above; here the pages are not there."""
    with pytest.raises(click.ClickException, match="the pages do not run in"), Worker(ROOT, tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()
