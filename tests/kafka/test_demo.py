"""`rasid demo` from the outside."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from agents.commands.dashboard import ADDRESS, PORT
from streams.local_kafka import broker
from tests.faults.workers import ROOT

pytestmark = pytest.mark.kafka

PATIENCE_SECONDS = 90
ENRICHED = 53


def test_demo_shows_what_comes_out_and_ends(kafka: str, tmp_path: Path):
    """The demo pushes all its pages, shows entities, media topics and rejections, and ends with exit code 0."""
    ran = subprocess.run(
        [sys.executable, "-m", "agents.cli", "demo", "--broker", kafka, "--data-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "COLUMNS": "120"},
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    for shown in (
        "entities named most",
        "السعودية",
        "Saudi Arabia",
        "media topics",
        "medtop:",
        "not_json",
        "Look next",
    ):
        assert shown in ran.stdout
    assert "59 pages in" in ran.stdout
    assert "53 enriched, 0 repeats, 6 rejected" in ran.stdout
    assert f"all of it on a page: {ADDRESS}" in ran.stdout


def test_the_demo_ends_on_a_dashboard(kafka: str, tmp_path: Path):
    """Its address is said, its articles are there, and Ctrl-C ends it, the worker with it."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            pytest.skip(f"port {PORT}, where the demo's dashboard is, is taken")
    command = [
        sys.executable,
        "-m",
        "agents.cli",
        "demo",
        "--dashboard",
        "--broker",
        kafka,
        "--data-dir",
        str(tmp_path),
    ]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, **pipes) as demo:
        assert demo.stdout is not None
        said = ""
        while f"The dashboard is at {ADDRESS}" not in said:
            line = demo.stdout.readline()
            assert line, said
            said += line
        held = articles_held(demo)
        health = httpx.get(f"{ADDRESS}healthz", timeout=60)
        os.killpg(demo.pid, signal.SIGINT)
        said += demo.communicate(timeout=60)[0]
    assert (held, health.status_code, "Traceback" in said) == (53, 200, False)
    with pytest.raises(ProcessLookupError):
        os.killpg(demo.pid, 0)


def articles_held(demo: "subprocess.Popen[str]") -> int:
    """Return how many articles the dashboard holds, once it has all of them."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    held = 0
    while held < ENRICHED and time.monotonic() < deadline:
        assert demo.poll() is None
        with contextlib.suppress(httpx.TransportError):
            held = httpx.get(f"{ADDRESS}api/v1/health", timeout=60).json()["held"]["articles"]
        time.sleep(0.2)
    return held


@pytest.mark.usefixtures("kafka")
def test_ctrl_c_ends_the_demo_and_says_what_goes_on(kafka_folder: Path):
    """The worker is ended, the local Kafka is not, and the terminal says so."""
    command = [sys.executable, "-m", "agents.cli", "demo", "--data-dir", str(kafka_folder)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    # A session of its own, as a terminal's: Ctrl-C is sent to all that runs in it.
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, **pipes) as demo:
        assert demo.stdout is not None
        said = ""
        while "topics made" not in said:
            line = demo.stdout.readline()
            assert line, said
            said += line
        os.killpg(demo.pid, signal.SIGINT)
        said += demo.communicate(timeout=60)[0]
    assert (demo.returncode, "Traceback" in said) == (1, False)
    assert "The worker is stopped; the local Kafka goes on. `rasid kafka stop` stops it." in said
    with pytest.raises(ProcessLookupError):
        os.killpg(demo.pid, 0)
    assert broker.status(kafka_folder).pid is not None
