"""What a shell completes besides commands, options and files: names of topics, stages and settings."""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from streams.settings import Settings, describe
from streams.topics import TOPICS


def complete_topic(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the topics whose names begin so, with what is on them."""
    return _beginning(incomplete, ((name, topic.meaning) for name, topic in TOPICS.items()))


def complete_stage(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the stages whose names begin so."""
    from agents.worker.app import STAGES  # noqa: PLC0415 - loads Faust, which only this completion needs
    from streams.lag import APART  # noqa: PLC0415 - as above

    return _beginning(incomplete, ((name, "") for name in (*STAGES, *sorted(APART))))


def complete_setting(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the settings whose names begin so, as NAME=; behind the equals sign the values that one may have."""
    name, equals, _ = incomplete.partition("=")
    if not equals:
        return _beginning(incomplete, ((f"{field}=", describe(field)[1]) for field in Settings.__struct_fields__))
    if name not in Settings.__struct_fields__:
        return []
    choices, meaning = describe(name)
    values = choices.split("|") if "|" in choices else ["true", "false"] if choices == "bool" else []
    return _beginning(incomplete, ((f"{name}={value}", meaning) for value in values))


def _beginning(incomplete: str, named: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    return [CompletionItem(name, help=said) for name, said in named if name.startswith(incomplete)]
