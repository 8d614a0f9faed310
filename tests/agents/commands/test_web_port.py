"""On which port a worker serves its pages."""

import socket

import click
import pytest

from agents.commands.web_port import any_free_port, with_free_port
from streams.settings import Settings


def test_a_second_worker_takes_the_next_port():
    """Where nobody chose a port and the default one is taken, the next free one is found."""
    with socket.create_server(("127.0.0.1", any_free_port())) as taken:
        port = taken.getsockname()[1]
        found = with_free_port(Settings(web_port=port), chosen=False).web_port
    assert port < found < port + 100


def test_a_chosen_port_is_that_or_none():
    """A port that somebody set, as Prometheus knows it, is not changed."""
    with socket.create_server(("127.0.0.1", any_free_port())) as taken:
        settings = Settings(web_port=taken.getsockname()[1])
        with pytest.raises(click.ClickException, match="choose another port with --set web_port=N"):
            with_free_port(settings, chosen=True)
    assert with_free_port(settings, chosen=True) == settings


def test_no_pages_need_no_port():
    """0 stays 0."""
    assert with_free_port(Settings(web_port=0), chosen=False).web_port == 0
