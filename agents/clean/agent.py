"""pages -> articles: the Faust shell of the cleaning stage, which keeps a profile of each outlet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.clean.judge.outlet_profile import Profile
from agents.clean.step import NAME, clean_record
from agents.stage import Incoming, rejection
from agents.worker.stateful import Tabled
from streams.records.codec import Codec, encode
from streams.rejection import Reject
from streams.table import Table

if TYPE_CHECKING:
    from agents.worker.app import Rasid


def apply(table: Table[Profile], batch: Sequence[Incoming]) -> list[Reject]:
    """Clean the pages that were not cleaned before, learning from each."""
    rejects: list[Reject] = []
    for incoming in batch:
        if table.holds(incoming.origin):
            continue
        try:
            cleaned = clean_record(incoming, table.get, table.settings)
        except Reject as reject:
            rejects.append(reject)
            table.publish(rejection(NAME, incoming, reject))
        else:
            table.put(cleaned.outlet, cleaned.profile)
            table.publish(cleaned.out)
        table.mark(incoming.origin)
    return rejects


def register(app: "Rasid") -> None:
    """Have the app run this stage."""
    decode = Codec(Profile).decode

    def make_table(partition: int) -> Table[Profile]:
        return Table(app.settings, NAME, "profiles", partition, decode=decode, encode=encode)

    app.carry(Tabled(app, NAME, make_table, apply, app.settings), reads="pages")
