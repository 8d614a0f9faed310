"""The image and the compose file: what is mounted is there, what is named they have, what runs writes little."""

import copy
import re
from pathlib import Path

import pytest
import yaml

from tests.deploy.schemas import wrong

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "deploy/compose.yaml"
DOCUMENT = yaml.safe_load(COMPOSE.read_text("utf-8"))
SERVICES = DOCUMENT["services"]
GRAFANA = ROOT / "deploy/grafana/provisioning"
TOOLS = ("pytest", "hypothesis", "mypy", "ruff", "playwright", "uv")


def mounts(service: str) -> dict[str, str]:
    """Return what a service mounts of the repository, by where it stands in the container."""
    volumes = [volume.split(":") for volume in SERVICES[service].get("volumes", ())]
    return {parts[1]: parts[0] for parts in volumes if parts[0].startswith(".")}


def test_compose_takes_the_file():
    """No field is unknown or of a wrong type, and the schema notices one that is."""
    misspelt = copy.deepcopy(DOCUMENT)
    misspelt["services"]["worker"]["helthcheck"] = {}
    assert (wrong("compose-spec", DOCUMENT), "helthcheck" in str(wrong("compose-spec", misspelt))) == ([], True)


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_mounted_is_there(service: str):
    """A path that is not would be made as an empty folder, and the service started without its configuration."""
    assert [path for path in mounts(service).values() if not (COMPOSE.parent / path).exists()] == []


def test_grafana_finds_its_dashboard_and_prometheus():
    """Its provider looks where the dashboard is mounted, and its source is the service that scrapes."""
    provider = yaml.safe_load((GRAFANA / "dashboards/rasid.yaml").read_text("utf-8"))["providers"][0]
    source = yaml.safe_load((GRAFANA / "datasources/prometheus.yaml").read_text("utf-8"))["datasources"][0]
    host, port = re.fullmatch(r"http://(\w+):(\d+)", source["url"]).groups()
    assert mounts("grafana")[f"{provider['options']['path']}/rasid.json"] == "./grafana/rasid.json"
    assert f"127.0.0.1:{port}:{port}" in SERVICES[host]["ports"]


def test_ports_are_open_to_this_machine_alone():
    """Neither Kafka nor what shows its records is reached from elsewhere unless somebody says so."""
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_the_image_runs_without_tools_and_without_root():
    """Its last stage installs nothing, is of another user than root and says how it is; no tool of ours is in it."""
    last = (ROOT / "deploy/Dockerfile").read_text("utf-8").rsplit("\nFROM ", 1)[1]
    instructions = re.findall(r"^([A-Z]+) ", last, re.MULTILINE)
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements-run.lock").read_text("utf-8"), re.MULTILINE)
    assert ("pip" in last, re.findall(r"^USER (\w+)$", last, re.MULTILINE)) == (False, ["rasid"])
    assert {"HEALTHCHECK", "ENTRYPOINT"} <= set(instructions)
    assert [tool for tool in TOOLS if tool in locked] == []


def test_a_worker_writes_into_its_volume_alone():
    """Its root is read-only and it has no capability, as under Kubernetes."""
    worker = SERVICES["worker"]
    folder = re.findall(r"^WORKDIR (.+)$", (ROOT / "deploy/Dockerfile").read_text("utf-8"), re.MULTILINE)[-1]
    assert (worker["read_only"], worker["cap_drop"], worker["volumes"]) == (True, ["ALL"], [folder])
