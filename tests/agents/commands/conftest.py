"""Running the `rasid` command in a test."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from agents.cli import main
from streams.settings import Settings


@pytest.fixture
def rasid(kafka_settings: Settings) -> Callable[..., Result]:
    """Call `rasid` with the flags of the test's broker and prefix behind the arguments."""

    def call(*arguments: str, stdin: bytes | None = None) -> Result:
        names = ("broker", "prefix", "article_partitions", "entity_partitions", "data_dir")
        flags = [part for name in names for part in ("--set", f"{name}={getattr(kafka_settings, name)}")]
        return CliRunner().invoke(main, [*arguments, *flags], input=stdin, prog_name="rasid")

    return call
