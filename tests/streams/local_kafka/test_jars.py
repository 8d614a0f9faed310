"""Kafka's jars: the list, their checksums, and fetching."""

import functools
import hashlib
import http.server
import re
import threading

import pytest

from streams.local_kafka import jars, maven
from streams.local_kafka.errors import KafkaError

ONE, TWO = b"first jar", b"second jar"


@pytest.fixture
def listed(monkeypatch):
    """Make the list two small jars."""
    lines = [("org.example:one:1.0", ONE), ("org.example:two:2.0", TWO)]
    two = [jars.Jar(name, hashlib.sha256(content).hexdigest()) for name, content in lines]
    monkeypatch.setattr(jars, "listed", lambda: two)
    return two


@pytest.fixture
def repository(tmp_path):
    """Serve a folder as a Maven repository; give the folder and its address."""
    folder = tmp_path / "remote"
    folder.mkdir()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def machine(monkeypatch, tmp_path, repository):
    """Let the machine's Maven settings name that repository; give its local repository."""
    local = tmp_path / "local"
    monkeypatch.setattr(maven, "read", lambda: maven.Maven(local, {"test": repository[1]}))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return local


def publish(folder, jar, content):
    """Put a jar into a Maven repository."""
    path = jar.path(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_the_list_is_whole():
    """Each line is coordinates and a SHA-256; the server and its format tool are there."""
    lines = jars.listed()
    assert all(re.fullmatch(r"[^:]+:[^:]+:[^:]+", jar.coordinates) for jar in lines)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in lines)
    names = {jar.coordinates.split(":")[1] for jar in lines}
    assert {"kafka_2.13", "kafka-tools", "kafka-server", "log4j-slf4j-impl"} <= names


@pytest.mark.usefixtures("machine")
def test_what_is_missing_is_fetched_once(listed, repository):
    """The second time nothing is asked: it works offline."""
    for jar, content in zip(listed, (ONE, TWO), strict=True):
        publish(repository[0], jar, content)
    told = []
    paths = jars.classpath(lambda done, total: told.append((done, total)))
    assert ([path.read_bytes() for path in paths], told) == ([ONE, TWO], [(1, 2), (2, 2)])
    for jar in listed:
        jar.path(repository[0]).unlink()
    assert jars.classpath() == paths


def test_a_download_that_was_cut_short_is_fetched_again(listed, repository, machine):
    """What lies in the local repository counts only with its checksum."""
    for jar, content in zip(listed, (ONE, TWO), strict=True):
        publish(repository[0], jar, content)
        publish(machine, jar, content[:3])
    assert [path.read_bytes() for path in jars.classpath()] == [ONE, TWO]


def test_another_jar_under_the_same_name_is_refused(listed, repository, machine):
    """It is not kept, and the message names it."""
    publish(repository[0], listed[0], ONE)
    publish(repository[0], listed[1], b"something else")
    with pytest.raises(KafkaError, match=r"two:2\.0 does not have the checksum"):
        jars.classpath()
    assert not listed[1].path(machine).exists()


@pytest.mark.usefixtures("listed")
def test_without_network_the_message_says_what_to_do(monkeypatch, tmp_path):
    """Which repository was asked, without a login in it, and what helps."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    settings = maven.Maven(tmp_path, {"m": "http://me:secret@127.0.0.1:9"})
    monkeypatch.setattr(maven, "read", lambda: settings)
    with pytest.raises(
        KafkaError, match=r"2 of 2 missing\) from http://127.0.0.1:9: .*needs the network.*M2_REPO"
    ) as error:
        jars.classpath()
    assert "secret" not in str(error.value)
