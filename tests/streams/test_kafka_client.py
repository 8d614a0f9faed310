"""Reaching Kafka: from settings to what aiokafka's clients take."""

import asyncio
import ssl
from types import SimpleNamespace

import msgspec
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from streams import kafka_client, topic_admin
from streams.settings import Settings, SettingsError
from streams.topic_reader import scan
from tests.secured import PASSWORD, settings_for


def test_a_broker_that_is_set_goes_before_the_local_one(tmp_path):
    """Without either the message says what to do."""
    assert kafka_client.bootstrap(Settings(broker="a:1,b:2", data_dir=str(tmp_path))) == "a:1,b:2"
    with pytest.raises(kafka_client.NoBrokerError, match=r"rasid kafka start.*RASID_BROKER"):
        kafka_client.bootstrap(Settings(data_dir=str(tmp_path)))


def test_a_process_that_goes_on_keeps_the_local_kafka_s_address(monkeypatch):
    """It is looked up once: while that Kafka is away there is no address to be found."""
    monkeypatch.setattr(kafka_client, "status", lambda _: SimpleNamespace(address="127.0.0.1:9092"))
    settings = kafka_client.with_broker(Settings())
    monkeypatch.setattr(kafka_client, "status", lambda _: SimpleNamespace(address=None))
    assert kafka_client.bootstrap(settings) == "127.0.0.1:9092"


def test_plain_text_has_neither_tls_nor_a_login():
    """No login is passed on when none is asked for."""
    arguments = kafka_client.connection(Settings(broker="a:1", sasl_username="me", sasl_password=PASSWORD))
    assert (arguments["ssl_context"], "sasl_plain_username" in arguments) == (None, False)


@pytest.mark.parametrize(("protocol", "tls"), [("SASL_PLAINTEXT", False), ("SASL_SSL", True)])
def test_a_login_is_passed_on(protocol, tls):
    """With and without TLS beneath."""
    settings = Settings(
        broker="a:1",
        security_protocol=protocol,
        sasl_mechanism="SCRAM-SHA-512",
        sasl_username="me",
        sasl_password=PASSWORD,
    )
    arguments = kafka_client.connection(settings)
    assert [arguments[f"sasl_{name}"] for name in ("mechanism", "plain_username", "plain_password")] == [
        "SCRAM-SHA-512",
        "me",
        PASSWORD,
    ]
    assert isinstance(arguments["ssl_context"], ssl.SSLContext) is tls


@pytest.mark.parametrize("name", ["ssl_cafile", "ssl_certfile"])
def test_a_certificate_that_cannot_be_read_is_named(tmp_path, name):
    """The message names the setting and the file."""
    settings = Settings(broker="a:1", security_protocol="SSL", **{name: str(tmp_path / "missing.pem")})
    with pytest.raises(SettingsError, match=rf"{name}.*missing\.pem cannot be read|{name}.*missing\.pem.*cannot"):
        kafka_client.ssl_context(settings)


def test_the_hosts_name_is_checked_unless_it_is_switched_off():
    """The certificate itself is checked always."""
    off = kafka_client.ssl_context(Settings(security_protocol="SSL", ssl_check_hostname=False))
    on = kafka_client.ssl_context(Settings(security_protocol="SSL"))
    assert [(c.check_hostname, c.verify_mode) for c in (on, off)] == [
        (True, ssl.CERT_REQUIRED),
        (False, ssl.CERT_REQUIRED),
    ]


async def round_trip(settings):
    """Make the topics, write a record and read it."""
    await topic_admin.apply(settings)
    async with AIOKafkaProducer(**kafka_client.producing(settings)) as producer:
        await producer.send_and_wait(settings.topic("pages"), b"1")
    return [record.value async for record in scan(settings, "pages")]


@pytest.mark.kafka
@pytest.mark.parametrize(
    ("protocol", "mechanism"),
    [("SASL_PLAINTEXT", "PLAIN"), ("SASL_SSL", "SCRAM-SHA-256"), ("SASL_SSL", "SCRAM-SHA-512"), ("SSL", "PLAIN")],
)
def test_tls_and_logins_work_on_a_real_kafka(secured, protocol, mechanism):
    """PLAIN and SCRAM, with and without TLS, and a certificate, its key under a password, instead of a login."""
    settings = settings_for(secured, protocol, mechanism, f"{protocol}-{mechanism}.")
    assert asyncio.run(round_trip(settings)) == [b"1"]


@pytest.mark.kafka
@pytest.mark.parametrize(
    ("protocol", "mechanism", "changes"),
    [
        ("SASL_PLAINTEXT", "PLAIN", {"sasl_password": PASSWORD[::-1]}),
        ("SASL_SSL", "SCRAM-SHA-256", {"sasl_password": PASSWORD[::-1]}),
        ("SSL", "PLAIN", {"ssl_certfile": "", "ssl_keyfile": ""}),
        ("SSL", "PLAIN", {"ssl_certfile": "foreign.pem", "ssl_keyfile": "foreign.key"}),
    ],
    ids=["password", "scram password", "no certificate", "foreign certificate"],
)
def test_who_is_not_known_is_refused(secured, protocol, mechanism, changes):
    """A wrong password, no certificate, or one of another authority: it does not hang."""
    files = {name: str(secured[0] / value) for name, value in changes.items() if value.startswith("foreign")}
    settings = msgspec.structs.replace(settings_for(secured, protocol, mechanism, "refused."), **changes | files)
    with pytest.raises(KafkaError):
        asyncio.run(round_trip(settings))


@pytest.mark.kafka
def test_a_wrong_password_of_a_key_is_named(secured):
    """The message names the setting, and shows neither password."""
    settings = msgspec.structs.replace(settings_for(secured, "SSL", "PLAIN", ""), ssl_key_password="wrong-word")  # noqa: S106 - none
    with pytest.raises(SettingsError, match="ssl_keyfile") as refused:
        kafka_client.ssl_context(settings)
    assert "wrong-word" not in str(refused.value)
