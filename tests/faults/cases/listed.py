"""Every case of the fault suite, by its name."""

from tests.faults.cases import brokers, links, stores, topics, workers
from tests.faults.scene import Case

LISTED = (
    Case(name="kill", meaning="kill -9 at random moments", fault=workers.kill),
    Case(
        name="kill-while-starting",
        meaning="kill -9 during start, restore and rebalance",
        fault=workers.kill_while_starting,
        always=False,
    ),
    Case(
        name="kill-apart",
        meaning="kill -9 of workers of some stages each",
        fault=workers.kill_apart,
        workers=0,
        always=False,
    ),
    Case(
        name="kill-in-commits",
        meaning="kill -9 in a transaction, behind it, behind the write to the store",
        fault=workers.kill_in_commits,
        workers=0,
        always=False,
    ),
    Case(
        name="kill-beside",
        meaning="kill -9 of what tags beside workers",
        fault=workers.kill_beside,
        changes={"tag_beside": "on"},
        always=False,
    ),
    Case(name="freeze", meaning="SIGSTOP past the session, then on as a zombie", fault=workers.freeze),
    Case(
        name="stall",
        meaning="a worker that is alive and does nothing",
        fault=workers.stall,
        workers=0,
        changes={"stuck_seconds": 10},
        always=False,
    ),
    Case(name="roll", meaning="SIGTERM of three workers in turn", fault=workers.roll, workers=3, always=False),
    Case(
        name="come-and-go",
        meaning="workers added and removed every few seconds",
        fault=workers.come_and_go,
        workers=1,
        always=False,
    ),
    Case(name="harm-stores", meaning="stores deleted, corrupted, exchanged", fault=stores.harm_stores, workers=1),
    Case(
        name="shift-clocks",
        meaning="workers' clocks an hour ahead and behind",
        fault=workers.shift_clocks,
        workers=0,
        always=False,
    ),
    Case(
        name="fill-disk",
        meaning="the worker's disk full",
        fault=stores.fill_disk,
        workers=1,
        changes={"store_memory_mb": 1},
        always=False,
    ),
    Case(name="poison", meaning="what is no record, in every topic", fault=topics.poison, always=False),
    Case(
        name="compact", meaning="tables compacted while workers are down", fault=topics.compact, workers=1, always=False
    ),
    Case(name="refuse-enriched", meaning="enriched takes no record", fault=topics.refuse_enriched, workers=1),
    Case(
        name="refuse-rejected",
        meaning="rejected takes no record",
        fault=topics.refuse_rejected,
        workers=1,
        always=False,
    ),
    Case(name="kill-broker", meaning="the only broker killed", fault=brokers.kill_broker, brokers=1, always=False),
    Case(name="fill-broker", meaning="the broker's disk full", fault=brokers.fill_broker, brokers=1, always=False),
    Case(name="lose-broker", meaning="one of three brokers lost", fault=brokers.lose_broker, brokers=3, always=False),
    Case(name="lose-controller", meaning="the controller of three lost", fault=brokers.lose_controller, brokers=3),
    Case(name="lose-quorum", meaning="two of three brokers lost", fault=brokers.lose_quorum, brokers=3, always=False),
    Case(
        name="too-few-copies",
        meaning="min.insync.replicas not met",
        fault=brokers.too_few_copies,
        brokers=3,
        always=False,
    ),
    Case(name="cut", meaning="connections reset, short and long", fault=links.cut, brokers=1, proxied=True),
    Case(
        name="hold",
        meaning="nothing passed on, connections open",
        fault=links.hold,
        brokers=1,
        proxied=True,
        always=False,
    ),
    Case(name="delay", meaning="every packet delayed", fault=links.delay, brokers=1, proxied=True, always=False),
    Case(
        name="half-close",
        meaning="connections closed one way",
        fault=links.half_close,
        brokers=1,
        proxied=True,
        always=False,
    ),
)
CASES = {case.name: case for case in LISTED}
