"""What every subcommand shares: the flags that set settings, and errors that say what to do instead of a traceback."""

import functools
import logging
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from agents.commands.completion import complete_setting
from streams.kafka_client import NoBrokerError
from streams.local_kafka.errors import KafkaError as LocalKafkaError
from streams.reachability import explain
from streams.settings import Settings, SettingsError, load
from streams.topic_admin import TopicError
from streams.topic_reader import NoTopicError

PLAIN_ERRORS = (SettingsError, NoBrokerError, NoTopicError, LocalKafkaError, TopicError)
"""Errors whose message is written for the person at the terminal."""
LOOK = "See what is set with `rasid settings`, and whether the local Kafka runs with `rasid kafka status`"


SET = click.option(
    "--set",
    "assignments",
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=complete_setting,
    help="Any other setting, as often as you like; `rasid settings` lists them.",
)


def settings_flags(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the flags that set settings; the command gets `flags`, a dict by field."""

    @click.option("--broker", metavar="HOST:PORT", help="Kafka's bootstrap servers; without any, the local Kafka.")
    @click.option("--prefix", metavar="TEXT", help="In front of every topic's name (default: rasid.).")
    @click.option(
        "--data-dir",
        type=click.Path(file_okay=False),
        metavar="FOLDER",
        help="Where the local Kafka keeps its data (default: .rasid).",
    )
    @SET
    @functools.wraps(command)
    def wrapper(*args: Any, assignments: tuple[str, ...], **options: Any) -> Any:
        named = {name: options.pop(name) for name in ("broker", "prefix", "data_dir")}
        flags = assigned(assignments) | {name: value for name, value in named.items() if value is not None}
        with plain_errors(flags):
            return command(*args, flags=flags, **options)

    return wrapper


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the flags that set settings; the command gets `settings`, put together from flags, environment and `.env`."""

    @functools.wraps(command)
    def wrapper(*args: Any, flags: Mapping[str, Any], **options: Any) -> Any:
        return command(*args, settings=load(flags), **options)

    return settings_flags(wrapper)


def local_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Do as settings_options, for a command that needs no broker: --set is the only flag."""

    @SET
    @functools.wraps(command)
    def wrapper(*args: Any, assignments: tuple[str, ...], **options: Any) -> Any:
        with plain_errors():
            return command(*args, settings=load(assigned(assignments)), **options)

    return wrapper


def assigned(assignments: tuple[str, ...]) -> dict[str, str]:
    """Split NAME=VALUE pairs.

    Raises
    ------
    click.UsageError
        When one has no equals sign, or names no setting.
    """
    flags = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        field = name.strip().lower().replace("-", "_")
        if not equals:
            raise click.UsageError(f"--set {assignment}: write NAME=VALUE")
        if field not in Settings.__struct_fields__:
            raise click.UsageError(f"--set {name}: no such setting; `rasid settings` lists them")
        flags[field] = value
    return flags


@contextmanager
def plain_errors(flags: Mapping[str, Any] | None = None) -> Iterator[None]:
    """Turn an error that a person can do something about into one line and exit code 1.

    Parameters
    ----------
    flags
        Those of the command, by field, to tell why the broker that they name cannot be reached.
    """
    # aiokafka logs each vain try to connect; what is said in the end is what counts.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    from aiokafka.errors import KafkaConnectionError, KafkaError  # noqa: PLC0415 - a command without a broker does not pay for it

    try:
        yield
    except PLAIN_ERRORS as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        # Who reads the output has seen enough; click ends quietly.
        raise
    except KafkaConnectionError as error:
        tried = re.findall(r"\('([^']*)', (\d+)", str(error))
        settings = load(flags)
        where = "; ".join(explain(host, int(port), settings) for host, port in tried) or f"Kafka: {error}"
        raise click.ClickException(f"{where}. {LOOK}") from error
    except (KafkaError, ssl.SSLError, ConnectionError) as error:
        raise click.ClickException(f"Kafka: {error or type(error).__name__}. {LOOK}") from error
