"""The local Kafka's configuration: pure."""

from pathlib import Path

SLACK_BYTES = 65_536
"""What key, headers and batch may add to the largest record."""


def properties(logs: Path, port: int, controller_port: int, max_request_bytes: int) -> str:
    """Return the server's properties file.

    Parameters
    ----------
    logs
        Folder of the topics' data.
    port, controller_port
        Of the clients' and of the controller's listener, on 127.0.0.1.
    max_request_bytes
        Bytes of the largest record that is published.
    """
    values = {
        "process.roles": "broker,controller",
        "node.id": 1,
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        # A fixed quorum of one: what a restart on another port needs is this line alone.
        "controller.quorum.voters": f"1@127.0.0.1:{controller_port}",
        "log.dirs": _escaped(logs),
        "auto.create.topics.enable": "false",
        "message.max.bytes": max_request_bytes + SLACK_BYTES,
        # One node: no copies, and few partitions of Kafka's own topics, so that a start is quick.
        "offsets.topic.replication.factor": 1,
        "offsets.topic.num.partitions": 8,
        "transaction.state.log.replication.factor": 1,
        "transaction.state.log.min.isr": 1,
        "transaction.state.log.num.partitions": 8,
        "share.coordinator.state.topic.replication.factor": 1,
        "share.coordinator.state.topic.min.isr": 1,
        "share.coordinator.state.topic.num.partitions": 1,
        # A lone developer's workers come and go: form groups at once, and let a test ask for a short session.
        "group.initial.rebalance.delay.ms": 500,
        "group.min.session.timeout.ms": 1000,
        # After a kill the controller lets the node in again when its last session is over; the default is 9 s.
        "broker.session.timeout.ms": 3000,
        "broker.heartbeat.interval.ms": 500,
        # The cleaner's default buffer is 128 MB, a quarter of the heap.
        "log.cleaner.dedupe.buffer.size": 16 * 2**20,
    }
    return "".join(f"{name}={value}\n" for name, value in values.items())


def _escaped(path: Path) -> str:
    # In a properties file a backslash escapes, and log.dirs is a list.
    return str(path).replace("\\", "\\\\")
