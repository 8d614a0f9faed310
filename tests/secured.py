"""A Kafka that asks for TLS, logins and certificates, for the tests that need one."""

import os
import subprocess
import time
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from streams.local_kafka import broker, config, jars, java, ports
from streams.settings import Settings
from tests.faults.cluster import free_ports

LOCAL = "127.0.0.1"
PASSWORD = "secret"  # noqa: S105 - of a broker that lives as long as the tests
SCRAM = ("SCRAM-SHA-256", "SCRAM-SHA-512")


@pytest.fixture(scope="session")
def secured(tmp_path_factory):
    """Start a Kafka that asks for TLS and a login on two ports, and for a certificate on a third."""
    home = tmp_path_factory.mktemp("secured")
    authority = trustme.CA()
    server = authority.issue_cert(LOCAL)
    authority.cert_pem.write_to_path(home / "ca.pem")
    # Kafka takes a key as PKCS #8 only.
    key = load_pem_private_key(server.private_key_pem.bytes(), None)
    key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (home / "server.pem").write_bytes(key_pem + server.cert_chain_pems[0].bytes())
    for name, issuer in (("user", authority), ("foreign", trustme.CA())):
        issued = issuer.issue_cert("me@users.example")
        issued.cert_chain_pems[0].write_to_path(home / f"{name}.pem")
        own = load_pem_private_key(issued.private_key_pem.bytes(), None)
        locked = BestAvailableEncryption(PASSWORD.encode())
        (home / f"{name}.key").write_bytes(own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked))
    plain, *chosen = free_ports(5)
    names = ("PLAINTEXT", "SASL_PLAINTEXT", "SASL_SSL", "SSL")
    listeners = dict(zip(names, (plain, *chosen[:3]), strict=True))
    module = "org.apache.kafka.common.security"
    shown = ",".join(f"{name}://{LOCAL}:{port}" for name, port in listeners.items())
    extra = {
        "listeners": f"{shown},CONTROLLER://{LOCAL}:{chosen[3]}",
        "advertised.listeners": shown,
        "inter.broker.listener.name": "PLAINTEXT",
        "listener.security.protocol.map": ",".join(f"{name}:{name}" for name in names) + ",CONTROLLER:PLAINTEXT",
        "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": str(home / "server.pem"),
        "ssl.truststore.type": "PEM",
        "ssl.truststore.location": str(home / "ca.pem"),
        "listener.name.ssl.ssl.client.auth": "required",
    }
    for listener in ("sasl_plaintext", "sasl_ssl"):
        extra[f"listener.name.{listener}.plain.sasl.jaas.config"] = (
            f'{module}.plain.PlainLoginModule required user_me="{PASSWORD}";'
        )
        for scram in SCRAM:
            name = f"listener.name.{listener}.{scram.lower()}.sasl.jaas.config"
            extra[name] = f"{module}.scram.ScramLoginModule required;"
    written = config.properties(home / "data", plain, chosen[3], 1_000_000)
    (home / "server.properties").write_text(
        written + "".join(f"{name}={value}\n" for name, value in extra.items()), encoding="utf-8"
    )
    command = [str(java.find()), "-Xmx256m", *broker.JVM, "-cp", os.pathsep.join(map(str, jars.classpath()))]
    tool = ["kafka.tools.StorageTool", "format", "-t", "RasidTestsSecuredKafka", "-c", str(home / "server.properties")]
    users = [part for scram in SCRAM for part in ("--add-scram", f"{scram}=[name=me,password={PASSWORD}]")]
    subprocess.run([*command, *tool, *users], check=True, capture_output=True)
    with (home / "console.log").open("wb") as log:
        server_process = subprocess.Popen(
            [*command, "kafka.Kafka", str(home / "server.properties")], stdout=log, stderr=log
        )
    deadline = time.monotonic() + 60
    while not all(map(ports.answers, listeners.values())) and time.monotonic() < deadline:
        assert server_process.poll() is None, (home / "console.log").read_text()
        time.sleep(0.1)
    yield home, {name: f"{LOCAL}:{port}" for name, port in listeners.items()}
    server_process.terminate()
    server_process.wait()


def settings_for(secured: tuple[Path, dict[str, str]], protocol: str, mechanism: str, prefix: str) -> Settings:
    """Return settings for one way in, with one partition of each kind."""
    home, listeners = secured
    return Settings(
        broker=listeners[protocol],
        prefix=prefix,
        data_dir=str(home / prefix),
        article_partitions=1,
        entity_partitions=1,
        security_protocol=protocol,
        sasl_mechanism=mechanism,
        sasl_username="me",
        sasl_password=PASSWORD,
        ssl_cafile=str(home / "ca.pem"),
        ssl_certfile=str(home / "user.pem"),
        ssl_keyfile=str(home / "user.key"),
        ssl_key_password=PASSWORD,
    )
