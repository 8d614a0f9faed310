"""Start, stop and ask after the local Kafka: one node, its data kept from one start to the next."""

import asyncio
import base64
import fcntl
import logging
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from streams.local_kafka import config, java, ports
from streams.local_kafka.errors import KafkaError
from streams.local_kafka.jars import Progress, classpath
from streams.local_kafka.probe import round_trip

START_SECONDS = 90.0
"""How long a start may take until a produce and a fetch work."""
STOP_SECONDS = 30.0
"""How long a stop may take before the process is killed."""
POLL_SECONDS = 0.1
BIND_TRIES = 5
"""Starts with another port when somebody else took the chosen one first."""
JVM = ("-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-XX:MaxGCPauseMillis=20", "-XX:TieredStopAtLevel=1")
"""The quick compiler alone: a start takes half the processor time of one with both, and serving takes no more."""


class _Run(msgspec.Struct, frozen=True):
    """What is kept of a start in `run.json`; the ports are taken again at the next one."""

    pid: int
    port: int
    controller_port: int


@dataclass(frozen=True, slots=True)
class Status:
    """How the local Kafka of a data folder is."""

    home: Path
    """Its folder in the data folder; the log is server.log in it."""
    pid: int | None = None
    """None: it does not run."""
    address: str | None = None
    """host:port for clients; None: it does not run."""

    @property
    def log(self) -> Path:
        """Where the server writes its log."""
        return self.home / "server.log"


def status(data_dir: Path) -> Status:
    """Return whether the Kafka of this data folder runs, and where."""
    home = _home(data_dir)
    run = _last_run(home)
    if run is None or not _alive(run.pid, home):
        return Status(home)
    return Status(home, run.pid, f"127.0.0.1:{run.port}")


def start(
    data_dir: Path,
    *,
    port: int = 0,
    heap: str = "512m",
    max_request_bytes: int = 16_000_000,
    progress: Progress | None = None,
) -> Status:
    """Start Kafka on a data folder, unless it runs there already, and wait until a produce and a fetch work.

    Blocks, and must not be called where an event loop runs: there, use `asyncio.to_thread`.

    Parameters
    ----------
    data_dir
        Where its data is, or will be.
    port
        For clients; 0: the one of the last start when it is free, else the first free one from 9092 on.
    heap
        The Java heap, as Java writes it.
    max_request_bytes
        Bytes of the largest record that it takes.
    progress
        Told how many of Kafka's jars have been fetched, when some are missing.

    Raises
    ------
    KafkaError
        When there is no Java, a jar cannot be had, the port is taken, or the server does not come up; what was started
        is ended then.
    """
    home = _home(data_dir)
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        running = status(data_dir)
        if running.address is not None:
            if port and running.address != f"127.0.0.1:{port}":
                raise KafkaError(f"Kafka already runs on {running.address}; stop it first: `rasid kafka stop`")
            _wait(running.address, running, _size(running.log))
            return running
        machine = java.find()
        jars = classpath(progress)
        command = [str(machine), f"-Xmx{heap}", *JVM, "-cp", os.pathsep.join(map(str, jars))]
        for _ in range(BIND_TRIES):
            last = _last_run(home)
            chosen = ports.choose(port, last.port if last else 0)
            controller = ports.choose(0, last.controller_port if last else 0, but=chosen)
            logged = _size(home / "server.log")
            started = _launch(home, command, chosen, controller, max_request_bytes)
            try:
                _wait(f"127.0.0.1:{chosen}", started, logged)
            except _PortTakenError:
                _end(started.pid, home)
                if port and not ports.free(port):
                    raise KafkaError(ports.taken(port)) from None
                continue
            except (KafkaError, KeyboardInterrupt):
                _end(started.pid, home)
                raise
            return started
        raise KafkaError(f"no port could be bound in {BIND_TRIES} tries; see {started.log}")


def stop(data_dir: Path) -> bool:
    """Stop the Kafka of this data folder; kill it when it takes too long.

    Returns
    -------
    bool
        Whether it ran.
    """
    running = status(data_dir)
    if running.pid is None:
        return False
    _end(running.pid, running.home)
    return True


def _end(pid: int | None, home: Path) -> None:
    if pid is None or not _alive(pid, home):
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if not _alive(pid, home):
                return
            time.sleep(POLL_SECONDS)
    raise KafkaError(f"process {pid} does not end; it belongs to {home}")


class _PortTakenError(Exception):
    """The server found that another process listens on its port."""


def _home(data_dir: Path) -> Path:
    return data_dir.absolute() / "kafka"


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Let one process start the Kafka of this folder at a time."""
    with (home / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _last_run(home: Path) -> _Run | None:
    try:
        return msgspec.json.decode((home / "run.json").read_bytes(), type=_Run)
    except (OSError, msgspec.DecodeError):
        return None


def _alive(pid: int, home: Path) -> bool:
    """Whether the process is this folder's Kafka: the id may have gone to another process since."""
    try:
        if Path("/proc/self").exists():
            command = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
        else:
            ps = ["/bin/ps", "-p", str(pid), "-o", "args="]
            command = subprocess.run(ps, capture_output=True, text=True, check=False).stdout  # noqa: S603 - a number
    except OSError:
        return False
    return str(home / "server.properties") in command


def _launch(home: Path, java_command: list[str], port: int, controller_port: int, max_request_bytes: int) -> Status:
    """Write the configuration, format the data folder at the first time, and start the server in the background."""
    logs, settings = home / "data", home / "server.properties"
    if not logs.exists():
        _format(home, java_command, logs, max_request_bytes)
    settings.write_text(config.properties(logs, port, controller_port, max_request_bytes), encoding="utf-8")
    # Only its own lines may tell why it did not come up.
    (home / "console.log").write_bytes(b"")
    log4j = Path(__file__).with_name("log4j2.properties")
    options = [f"-Drasid.kafka.home={home}", f"-Dlog4j2.configurationFile={log4j}"]
    server = [*java_command[:1], *options, *java_command[1:], "kafka.Kafka", str(settings)]
    # Through a shell, so that it is nobody's child: it outlives this process, and leaves it nothing to wait for.
    shell = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", '"$@" </dev/null >>"$0" 2>&1 & echo $!', str(home / "console.log"), *server],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        start_new_session=True,
        cwd=home,
    )
    pid = int(shell.stdout)
    written = home / "run.json.new"
    written.write_bytes(msgspec.json.encode(_Run(pid, port, controller_port)))
    written.replace(home / "run.json")
    return Status(home, pid, f"127.0.0.1:{port}")


def _format(home: Path, java_command: list[str], logs: Path, max_request_bytes: int) -> None:
    """Make the data folder; beside its place first, so that one that was cut short is never taken for whole."""
    new, settings = home / f"data.{uuid.uuid4().hex}", home / "format.properties"
    settings.write_text(config.properties(new, 9092, 9093, max_request_bytes), encoding="utf-8")
    # Kafka's ids are base64, and the tool would take a leading dash for an option.
    cluster = "R" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode()[1:22]
    command = [*java_command, "kafka.tools.StorageTool", "format", "-t", cluster, "-c", str(settings)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if ran.returncode:
        raise KafkaError(f"cannot make the data folder {logs}: {(ran.stdout + ran.stderr).strip()[-1000:]}")
    settings.unlink()
    new.rename(logs)


def _wait(address: str, started: Status, logged: int) -> None:
    """Wait until a produce and a fetch work.

    Parameters
    ----------
    logged
        Bytes of its log that earlier starts wrote.

    Raises
    ------
    KafkaError
        When the server ends, or is not ready in time; what its log gives as the reason stands in the message.
    _PortTakenError
        When another process listens on one of its ports.
    """
    deadline = time.monotonic() + START_SECONDS
    port = int(address.rpartition(":")[2])
    while time.monotonic() < deadline:
        if not _alive(started.pid or 0, started.home):
            said = _text(started.home / "console.log") + _text(started.log, logged)
            if "Address already in use" in said:
                raise _PortTakenError
            raise KafkaError(f"Kafka ended while it started:\n{_reasons(said)}\nMore in {started.log}")
        if ports.answers(port):
            break
        time.sleep(POLL_SECONDS)
    else:
        raise KafkaError(f"Kafka does not answer after {START_SECONDS:.0f} s; see {started.log}")
    with closing(asyncio.new_event_loop()) as loop, _quiet():
        try:
            cluster = loop.run_until_complete(round_trip(address, max(5.0, deadline - time.monotonic())))
        except TimeoutError:
            raise KafkaError(
                f"Kafka answers on {address}, but a record cannot be written and read: {started.log}"
            ) from None
    if f"cluster.id={cluster}" not in (started.home / "data" / "meta.properties").read_text(encoding="utf-8").split():
        raise _PortTakenError  # another Kafka answers there, and ours is about to end for want of the port


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep aiokafka's warnings about a server that is not ready yet out of the log."""
    logger = logging.getLogger("aiokafka")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _text(path: Path, start: int = 0) -> str:
    """Return what stands in a file from a byte on; all of it when the file is shorter, as it was begun anew."""
    try:
        written = path.read_bytes()
    except OSError:
        return ""
    return written[start if start <= len(written) else 0 :].decode(errors="replace")


def _reasons(said: str) -> str:
    """Return the errors in what a server said, else its last lines: its configuration stands behind an error."""
    errors = [line for line in said.splitlines() if " ERROR " in line or line.startswith("Caused by: ")]
    return "\n".join(errors)[-4000:] or said[-4000:]
