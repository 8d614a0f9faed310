"""Guards taken away one by one: with each, the suite must find wrong just what the guard is for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from tests.faults import patches
from tests.faults.cases.listed import CASES
from tests.faults.scene import Case


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """A guard taken away."""

    name: str
    guard: str
    case: str
    """The case that must be wrong with it."""
    shows: str
    """What then stands in what is wrong."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """Settings that take the guard away."""
    patch: Callable[[], None] | None = None
    """What takes it away in the worker's process, where no setting does."""
    always: bool = False
    """Whether `make test` runs it too."""

    def play_as(self) -> Case:
        """Return its case, with the guard taken away."""
        case = CASES[self.case]
        patched = self.name if self.patch else None
        return replace(case, name=f"without-{self.name}", changes={**case.changes, **self.settings}, mutation=patched)


def seen_in(wrong: Mapping[str, str], mutation: Mutation) -> bool:
    """Whether what is wrong shows that the guard is away."""
    return any(mutation.shows in f"{what}: {how}" for what, how in wrong.items())


LISTED = (
    Mutation(
        name="seen",
        guard="records applied again are told by `seen`",
        case="kill",
        shows="counts of",
        settings={"unsafe_no_seen": True, "offset_interval_ms": 5000},
        always=True,
    ),
    Mutation(
        name="seen-set-back",
        guard="records that come again long after are told by `seen`",
        case="rewind",
        shows="counts of",
        settings={"unsafe_no_seen": True},
    ),
    Mutation(
        name="determinism",
        guard="the same page gives the same bytes",
        case="roll",
        shows="articles ",
        patch=patches.clean_by_chance,
    ),
    Mutation(
        name="revisions",
        guard="an article counts once, however often it is visited",
        case="roll",
        shows="counts of",
        settings={"revisions": "off"},
    ),
    Mutation(
        name="take-back",
        guard="a revision takes back what the one before it gave to the counts",
        case="roll",
        shows="counts of",
        patch=patches.keep_what_was_replaced,
        always=True,
    ),
    Mutation(
        name="meeting",
        guard="all visits to an article meet in one partition",
        case="roll",
        shows="counts of",
        patch=patches.spread_visits,
    ),
    Mutation(
        name="transactions",
        guard="state, outputs and `seen` are written in one transaction",
        case="kill",
        shows="counts of",
        settings={"unsafe_no_fencing": True},
        patch=patches.commit_in_parts,
    ),
    Mutation(
        name="rejections",
        guard="what is refused goes to `rejected`",
        case="roll",
        shows="in 0 places",
        patch=patches.drop_what_is_refused,
    ),
    Mutation(
        name="rejection-limit",
        guard="a limit on rejections stops a worker that refuses every page",
        case="refuse-all",
        shows="refuses every page",
        settings={"reject_run": 0, "reject_ratio": 1.0},
    ),
    Mutation(
        name="acks-after-commits",
        guard="records are acked behind the commit of what was made of them",
        case="kill",
        shows="in 0 places",
        settings={"offset_interval_ms": 100, "commit_interval_ms": 2000},
        patch=patches.ack_at_once,
    ),
    Mutation(
        name="failing-commits",
        guard="a failed commit stops the worker",
        case="refuse-enriched",
        shows="no worker ended",
        patch=patches.pass_over_failures,
    ),
    Mutation(
        name="stopping",
        guard="a worker in which something failed ends",
        case="refuse-enriched",
        shows="no worker ended",
        patch=patches.go_on_after_failures,
    ),
    Mutation(
        name="read-committed",
        guard="what was rolled back is not read",
        case="refuse-enriched",
        shows="counts of",
        patch=patches.read_uncommitted,
    ),
    Mutation(
        name="identities",
        guard="a store that is foreign or too far is filled anew",
        case="harm-stores",
        shows="the case ended",
        patch=patches.trust_every_store,
    ),
    Mutation(
        name="flow-stopped",
        guard="nothing flows until every partition stands at its offset",
        case="stand-by",
        shows="in 0 places",
        patch=patches.read_while_seeking,
    ),
    Mutation(
        name="taken-over",
        guard="nothing flows until every stage has opened what it was assigned",
        case="stand-by",
        shows="counts of",
        patch=patches.read_before_tables_open,
    ),
    Mutation(
        name="handed-out",
        guard="a record that was dropped on its way is not committed behind",
        case="roll",
        shows="in 0 places",
        patch=patches.pass_over_what_is_dropped,
    ),
    Mutation(
        name="watch",
        guard="a worker that makes no progress ends",
        case="stall",
        shows="makes no progress",
        settings={"stuck_seconds": 100_000},
    ),
)
MUTATIONS = {mutation.name: mutation for mutation in LISTED}
PATCHES: dict[str, Callable[[], None]] = {
    "clock-ahead": partial(patches.shift_clock, 3600.0),
    "clock-behind": partial(patches.shift_clock, -3600.0),
    "dropping": patches.drop_a_record,
    "dying": patches.die_in_a_commit,
    "seeing-topics": patches.see_topics_at_once,
    "stalling": patches.stall,
    **{mutation.name: mutation.patch for mutation in LISTED if mutation.patch is not None},
}
"""What is changed in a worker's process, by its name."""
