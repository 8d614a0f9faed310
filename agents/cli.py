"""The `rasid` command: a guide to its subcommands, each loaded only when it is called."""

import importlib
from typing import Any

import click

from agents.commands.terminal import take_any_text
from streams.version import __version__

COMMANDS = {
    "demo": "agents.commands.demo.command:demo",
    "kafka": "agents.commands.kafka:kafka",
    "topics": "agents.commands.topics:topics",
    "worker": "agents.commands.worker:worker",
    "status": "agents.commands.status:status",
    "push": "agents.commands.push:push",
    "tail": "agents.commands.tail:tail",
    "top": "agents.commands.top:top",
    "enrich": "agents.commands.enrich:enrich",
    "tag": "agents.commands.tag:tag",
    "dashboard": "agents.commands.dashboard:dashboard",
    "alerts": "agents.commands.alerts:alerts",
    "notify": "agents.commands.notify:notify",
    "rejected": "agents.commands.rejected:rejected",
    "evaluate": "agents.commands.evaluate:evaluate",
    "settings": "agents.commands.settings:settings",
}


class Guide(click.Group):
    """A click group that imports a subcommand's module when the subcommand is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the subcommands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import one subcommand."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a file or folder that cannot be used is said in one line."""
        take_any_text()
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Who reads the output has seen enough; click ends quietly.
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from error


@click.group(cls=Guide, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rasid")
def main() -> None:
    """Rasid (راصد): raw scraped Arabic news pages in, clean, tagged and exactly counted articles out.

    \b
    See it once:            rasid demo
    Run it:                 rasid kafka start         a local Kafka; or name yours with RASID_BROKER
                            rasid worker              all stages; start more of them to go faster
    Give it pages:          rasid push PATH...        JSON Lines, .json, .txt, .html, folders, .gz, - for stdin
    See how it stands:      rasid status              broker, workers, lag and rates by stage
    See what comes out:     rasid tail enriched       cleaned, tagged, classified articles
                            rasid top --window 24h    who is named most
                            rasid dashboard           a page and an API to watch it all
                            rasid rejected list       what was refused, and why
    Without any Kafka:      rasid enrich PATH...      the same functions, JSON Lines out
                            rasid tag -               entities, quotes and dates of plain text
    Change how it works:    rasid settings            every setting, and where its value comes from

    Every command explains itself with --help.
    """  # noqa: D301 - \b is click's mark for text that is not to be wrapped


if __name__ == "__main__":
    main()
