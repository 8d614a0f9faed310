"""Kafka brokers of a test's own, one or three, each a process to kill and to start again with its data."""

import asyncio
import os
import random
import resource
import subprocess
import time
from pathlib import Path

import orjson

from streams.local_kafka import broker, config, jars, java, ports
from streams.local_kafka.probe import round_trip

CLUSTER_ID = "RasidTestsClusterOwn00"
HEAP = "256m"
START_SECONDS = 300.0
ENDS_SECONDS = 120.0
MAX_BYTES = 16_000_000
GUARD = "read _; kill -9 -$$"
"""Waits for its standard input to end, as it does when the test is killed, and ends its process group."""


class Cluster:
    """Brokers that are controllers too, each with a listener for clients and, where asked for, one behind a proxy.

    Parameters
    ----------
    folder
        Where their data is.
    nodes
        How many brokers.
    proxy_port
        Where the proxy of the first broker listens; 0: there is none.
    """

    def __init__(self, folder: Path, nodes: int = 3, proxy_port: int = 0) -> None:
        self._folder = folder
        self._proxy_port = proxy_port
        self._numbers = range(1, nodes + 1)
        chosen = iter(free_ports(3 * nodes))
        self._clients = {number: next(chosen) for number in self._numbers}
        self._behind = {number: next(chosen) for number in self._numbers}
        self._controllers = {number: next(chosen) for number in self._numbers}
        self._java = [str(java.find()), f"-Xmx{HEAP}", *broker.JVM, "-cp", os.pathsep.join(map(str, jars.classpath()))]
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The bootstrap servers."""
        return ",".join(f"127.0.0.1:{port}" for port in self._clients.values())

    @property
    def behind_proxy(self) -> int:
        """The port to which the proxy forwards."""
        return self._behind[1]

    def start(self) -> None:
        """Format, start and wait until a record can be written and read."""
        self._guard = subprocess.Popen(["/bin/sh", "-c", GUARD], stdin=subprocess.PIPE, process_group=0)
        for number in self._numbers:
            home = self._home(number)
            home.mkdir(parents=True)
            (home / "server.properties").write_text(self._properties(number), encoding="utf-8")
            tool = ["kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", str(home / "server.properties")]
            subprocess.run([*self._java, *tool], check=True, capture_output=True)
        for number in self._numbers:
            self.launch(number)
        self.wait()

    def launch(self, number: int) -> None:
        """Start a broker's process."""
        assert self._guard is not None
        home = self._home(number)
        with (home / "console.log").open("ab") as log:
            self._processes[number] = subprocess.Popen(
                [*self._java, "kafka.Kafka", str(home / "server.properties")],
                stdout=log,
                stderr=log,
                process_group=self._guard.pid,
            )

    def wait(self) -> None:
        """Wait until every broker answers, and a record can be written and read."""
        deadline = time.monotonic() + START_SECONDS
        while not all(map(ports.answers, self._clients.values())):
            for number, process in self._processes.items():
                if process.poll() is not None:
                    console = self._home(number) / "console.log"
                    raise RuntimeError(f"broker {number} ended:\n{console.read_text(encoding='utf-8')[-3000:]}")
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer from the brokers; see {self._folder}")
            time.sleep(0.1)
        asyncio.run(round_trip(self.address, deadline - time.monotonic()))

    def kill(self, number: int) -> None:
        """End a broker with SIGKILL."""
        self._processes[number].kill()
        self._processes[number].wait()

    def fill(self, number: int) -> None:
        """Let no file of a broker grow, as on a full disk, and wait until it has ended of it."""
        process = self._processes[number]
        _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, most))
        process.wait(ENDS_SECONDS)

    def leader(self) -> int:
        """Return which node is the active controller, by what the others last wrote down."""
        states = [
            orjson.loads((self._home(number) / "data/__cluster_metadata-0/quorum-state").read_bytes())
            for number in self._numbers
        ]
        latest = max(states, key=lambda state: (state["leaderEpoch"], state["leaderId"]))
        return int(latest["leaderId"])

    def stop(self) -> None:
        """End all of them at once."""
        if self._guard is not None and self._guard.stdin is not None:
            self._guard.stdin.close()
            self._guard.wait()
        for process in self._processes.values():
            process.wait()

    def _home(self, number: int) -> Path:
        return self._folder / f"node{number}"

    def _properties(self, number: int) -> str:
        """Return a node's properties: the local Kafka's, and after them, which counts, what is another here."""
        copies, client, behind = len(self._numbers), self._clients[number], self._behind[number]
        controller = self._controllers[number]
        voters = ",".join(f"{other}@127.0.0.1:{port}" for other, port in self._controllers.items())
        changed = {
            "node.id": number,
            "listeners": f"PLAINTEXT://127.0.0.1:{client},PROXIED://127.0.0.1:{behind},"
            f"CONTROLLER://127.0.0.1:{controller}",
            "advertised.listeners": f"PLAINTEXT://127.0.0.1:{client},PROXIED://127.0.0.1:{self._proxy_port or behind}",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name": "PLAINTEXT",
            "controller.quorum.voters": voters,
            "offsets.topic.replication.factor": copies,
            "transaction.state.log.replication.factor": copies,
            "transaction.state.log.min.isr": min(2, copies),
            "min.insync.replicas": min(2, copies),
            "share.coordinator.state.topic.replication.factor": copies,
            "log.cleaner.backoff.ms": 1000,
        }
        written = config.properties(self._home(number) / "data", client, controller, MAX_BYTES)
        return written + "".join(f"{name}={value}\n" for name, value in changed.items())


def free_ports(count: int) -> list[int]:
    """Return free ports, taken at random: others look for some at the same time."""
    tried = random.SystemRandom().sample(range(ports.FIRST, ports.LAST + 1), ports.LAST + 1 - ports.FIRST)
    free = (port for port in tried if ports.free(port))
    return [next(free) for _ in range(count)]
