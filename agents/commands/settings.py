"""`rasid settings`: every setting, its value, where it comes from and what it means."""

from typing import Any

import click
import orjson
from rich.table import Table

from agents.commands.options import settings_flags
from agents.commands.terminal import console
from streams.settings import ENV_PREFIX, HIDDEN, SECRET, Origin, describe, explain


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@settings_flags
def settings(flags: dict[str, Any], as_json: bool) -> None:
    """Show every setting: value, origin and meaning.

    A setting is taken from a flag, else from the environment, else from the file .env in the current folder, else it
    has its default. The environment variable of `broker` is RASID_BROKER, and so on; Kafka's own
    KAFKA_BOOTSTRAP_SERVERS is understood too. Passwords are never shown.

    \b
    RASID_BROKER=kafka:9092 rasid settings
    rasid settings --set batch_size=16 --json
    """  # noqa: D301 - click's mark
    rows = [row(name, origin) for name, origin in explain(flags).items()]
    if as_json:
        click.echo(orjson.dumps({r["name"]: r for r in rows}, option=orjson.OPT_INDENT_2))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("setting", "value", "from", "meaning"):
        table.add_column(title, overflow="fold")
    for r in rows:
        value = str(r["value"]).lower() if isinstance(r["value"], bool) else str(r["value"])
        choices = f" ({', '.join(str(r['type']).split('|'))})" if "|" in str(r["type"]) else ""
        style = "" if r["from"] == "default" else "bold"
        table.add_row(str(r["name"]), value or "-", str(r["from"]), f"{r['meaning']}{choices}", style=style)
    console().print(table)
    click.echo(f"Environment variables: {ENV_PREFIX} and the name in capitals. Flags: --set NAME=VALUE.")


def row(name: str, origin: Origin) -> dict[str, Any]:
    """Return what is shown of one setting."""
    type_name, meaning = describe(name)
    value = HIDDEN if name in SECRET and origin.value else origin.value
    return {
        "name": name,
        "value": value,
        "type": type_name,
        "from": origin.source,
        "environment": ENV_PREFIX + name.upper(),
        "meaning": meaning,
    }
