"""Kafka's jars: which ones, by Maven coordinates and checksum, and fetching those that are not here yet."""

import fcntl
import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from streams.local_kafka import maven
from streams.local_kafka.errors import KafkaError

LIST = Path(__file__).with_name("jars.txt")
"""A line a jar: group:artifact:version and the SHA-256 of its bytes; written by streams/local_kafka/lock.py."""
AT_ONCE = 4
"""Downloads at a time."""

Progress = Callable[[int, int], None]
"""Called with how many jars have been fetched, and how many there are to fetch."""


class Jar(NamedTuple):
    """One line of the list."""

    coordinates: str
    sha256: str

    def path(self, repository: Path) -> Path:
        """Return its path in a local Maven repository."""
        group, artifact, version = self.coordinates.split(":")
        return repository.joinpath(*group.split("."), artifact, version, f"{artifact}-{version}.jar")


def listed() -> list[Jar]:
    """Read the list."""
    return [Jar(*line.split()) for line in LIST.read_text(encoding="utf-8").splitlines()]


def classpath(progress: Progress | None = None) -> list[Path]:
    """Return the paths of all jars, each with the right checksum, fetching what is missing.

    They stand in the machine's local Maven repository, and come from where its Maven settings say.

    Raises
    ------
    KafkaError
        When a jar cannot be had, or does not have its checksum.
    """
    return fetched(listed(), "Kafka's jars", progress)


def fetched(jars: list[Jar], what: str, progress: Progress | None = None) -> list[Path]:
    """Return the paths of these jars, as `classpath` does; `what` they are is said when they cannot be had.

    Raises
    ------
    KafkaError
        When a jar cannot be had, or does not have its checksum.
    """
    settings = maven.read()
    missing = [jar for jar in jars if not _sound(jar, settings.local_repository)]
    if missing:
        try:
            with _alone(settings.local_repository), _proxy(settings.proxy):
                # Another process may have fetched them while this one waited for its turn.
                missing = [jar for jar in missing if not _sound(jar, settings.local_repository)]
                _fetch(missing, settings, progress)
        except Exception as error:
            asked = (
                ", ".join(_shown(url) or "Maven Central" for url in settings.repositories.values()) or "Maven Central"
            )
            raise KafkaError(
                f"cannot fetch {what} ({len(missing)} of {len(jars)} missing) from {asked}: "
                f"{_first_line(error)}. "
                "The first start needs the network, or a mirror in ~/.m2/settings.xml; afterwards none is needed. "
                f"A repository copied from another machine works too: {settings.local_repository}, "
                "or wherever M2_REPO points"
            ) from error
    return [jar.path(settings.local_repository) for jar in jars]


def _sound(jar: Jar, repository: Path) -> bool:
    path = jar.path(repository)
    return path.is_file() and _checksum(path) == jar.sha256


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch(jars: list[Jar], settings: maven.Maven, progress: Progress | None) -> None:
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 - only a first start pays for jgo's import
    from jgo.maven import MavenContext  # noqa: PLC0415

    logging.getLogger("jgo").setLevel(logging.ERROR)
    repositories = {name: url or MAVEN_CENTRAL_URL for name, url in settings.repositories.items()}
    context = MavenContext(repo_cache=settings.local_repository, remote_repos=repositories or None, timeout=30)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = [pool.submit(_fetch_one, jar, context) for jar in jars]
        try:
            for done, future in enumerate(as_completed(waiting), 1):
                future.result()
                if progress:
                    progress(done, len(jars))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch_one(jar: Jar, context: Any) -> None:
    path = jar.path(context.repo_cache)
    # What lies there has the wrong checksum: a download that was cut short.
    path.unlink(missing_ok=True)
    group, artifact, version = jar.coordinates.split(":")
    context.project(group, artifact).at_version(version).artifact().resolve()
    if not _sound(jar, context.repo_cache):
        path.unlink(missing_ok=True)
        raise KafkaError(f"{jar.coordinates} does not have the checksum {jar.sha256}")


@contextmanager
def _alone(repository: Path) -> Iterator[None]:
    """Let one process of this machine fetch at a time."""
    repository.mkdir(parents=True, exist_ok=True)
    with (repository / ".rasid.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _proxy(address: str | None) -> Iterator[None]:
    """Let the download go through Maven's proxy, unless the environment names one itself."""
    names = [name for name in ("HTTP_PROXY", "HTTPS_PROXY") if address and not os.environ.get(name)]
    os.environ.update(dict.fromkeys(names, address or ""))
    try:
        yield
    finally:
        for name in names:
            del os.environ[name]


def _shown(url: str) -> str:
    """Return an address without the login in it."""
    scheme, slashes, rest = url.partition("://")
    return scheme + slashes + rest.rpartition("@")[2]


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
