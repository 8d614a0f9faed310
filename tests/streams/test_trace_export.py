"""What is said to who asks for traces and cannot have them."""

import sys

import pytest

from streams.settings import Settings, SettingsError
from streams.trace_export import Exporter


def test_traces_without_what_sends_them(monkeypatch: pytest.MonkeyPatch):
    """It is said what to install, and what an address looks like."""
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk", None)
    with pytest.raises(SettingsError, match=r"pip install 'rasid\[traces\]'"):
        Exporter(Settings(traces_to="http://localhost:4318/v1/traces"))
    with pytest.raises(SettingsError, match="localhost:4318 is no address as http://"):
        Exporter(Settings(traces_to="localhost:4318"))
