"""`rasid topics`: what flows, and making the topics on the broker."""

import asyncio

import click
import msgspec
from rich.table import Table

from agents.commands.options import settings_options
from agents.commands.terminal import console
from streams.removal import find, remove
from streams.settings import Settings
from streams.store.folder_lock import StoreTakenError
from streams.topic_admin import apply, describe
from streams.topics import TOPICS, Topic


@click.group()
def topics() -> None:
    """See the topics that Rasid reads and writes, and make them.

    \b
    rasid topics list
    rasid topics apply
    rasid topics describe enriched
    rasid topics delete --prefix demo-20260128141500.
    """  # noqa: D301 - click's mark


@topics.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object by topic.")
@settings_options
def list_(settings: Settings, as_json: bool) -> None:
    """List the topics, with their partitions as declared and as they are on the broker."""
    found = asyncio.run(describe(settings))
    rows = {name: (topic.count(settings), found.get(name)) for name, topic in TOPICS.items()}
    rows |= {name: (0, count) for name, count in found.items() if name not in TOPICS}
    if as_json:
        shown = {
            settings.topic(name): {"declared": declared or None, "there": there}
            for name, (declared, there) in rows.items()
        }
        click.echo(msgspec.json.encode(shown))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("topic", "partitions", "", "meaning"):
        table.add_column(title, overflow="fold")
    for name, (declared, there) in rows.items():
        state = "" if there == declared else "missing" if there is None else f"there: {there}"
        meaning = TOPICS[name].meaning if name in TOPICS else "not one of Rasid's"
        table.add_row(settings.topic(name), str(declared or "-"), state, meaning)
    console().print(table)
    if any(declared and there is None for declared, there in rows.values()):
        click.echo("`rasid topics apply` makes what is missing.")


@topics.command("apply")
@settings_options
def apply_(settings: Settings) -> None:
    """Make the topics that are missing.

    A topic that is there with another number of partitions is an error, and nothing is made then: entities would be
    counted in the wrong partition.
    """
    made = asyncio.run(apply(settings))
    for name in made:
        topic = TOPICS[name]
        click.echo(f"made {settings.topic(name)}: {topic.count(settings)} partitions, {kept(topic)}")
    click.echo(f"{len(TOPICS) - len(made)} of {len(TOPICS)} topics were there already.")


@topics.command("delete")
@click.option("--yes", is_flag=True, help="Do not ask.")
@settings_options
def delete_(settings: Settings, yes: bool) -> None:
    """Delete all that a prefix has: its topics, its consumer groups with the offsets, and the local stores.

    All of it goes together, since new topics would meet the progress of old ones otherwise. Workers must be stopped
    first. Topics under the prefix that are not Rasid's stay, and so do stores on other machines: a worker there fills
    them anew.
    """
    found = asyncio.run(find(settings))
    if found.workers:
        raise click.ClickException(f"{found.workers} workers run with the prefix {settings.prefix}; stop them first")
    if not (found.topics or found.groups or found.stores):
        click.echo(f"No topic of Rasid's has the prefix {settings.prefix}; `--prefix` names another.")
        return
    for kind, names in (("topics", found.topics), ("groups", found.groups), ("local stores", found.stores)):
        click.echo(f"{len(names)} {kind} with the prefix {settings.prefix}: {', '.join(map(str, names)) or '-'}")
    if not yes:
        click.confirm("Delete them, with every page, article and count in them?", abort=True)
    try:
        asyncio.run(remove(settings, found))
    except StoreTakenError as error:
        raise click.ClickException(f"{error}; stop it first") from error
    click.echo(f"deleted: {len(found.topics)} topics, {len(found.groups)} groups, {len(found.stores)} local stores")
    if found.others:
        click.echo(f"left, since they are not Rasid's: {', '.join(map(settings.topic, found.others))}")


@topics.command("describe")
@click.argument("name", nargs=-1, type=click.Choice(list(TOPICS)), metavar="[TOPIC]...")
@settings_options
def describe_(settings: Settings, name: tuple[str, ...]) -> None:
    """Show all that is declared of a topic, or of every one; no broker is asked."""
    out = console()
    for topic in [TOPICS[n] for n in name or TOPICS]:
        table = Table(
            box=None, pad_edge=False, show_header=False, title=settings.topic(topic.name), title_justify="left"
        )
        table.add_column(style="dim", min_width=12)
        table.add_column(overflow="fold")
        for field, value in facts(topic, settings).items():
            table.add_row(field, value)
        out.print(table)
        out.print()


def facts(topic: Topic, settings: Settings) -> dict[str, str]:
    """Return what is declared of a topic, in words."""
    return {
        "meaning": topic.meaning,
        "key": topic.key,
        "record": topic.record.__name__ if topic.record else "read by its own stage only",
        "partitions": str(topic.count(settings)),
        "kept": kept(topic),
        "written by": ", ".join(topic.written_by),
        "read by": ", ".join(topic.read_by),
        "made with": ", ".join(f"{k}={v}" for k, v in topic.kafka_configs(settings).items()),
    }


def kept(topic: Topic) -> str:
    """Return how long a topic's records are kept."""
    return f"{topic.retention.days} days" if topic.retention else "the latest record of each key"
