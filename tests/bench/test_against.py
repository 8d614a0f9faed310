"""An older commit beside the working tree."""

import shutil
import subprocess

import click
import pytest

from bench.against import Ratio, ratios, work_tree

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
