"""What is written down is so: links lead somewhere, and settings and metrics that are named exist."""

import re
import tomllib
from pathlib import Path

import orjson
import pytest

from agents.cli import COMMANDS
from streams.contract.pages import declared_metrics, metric_name
from streams.settings import ENV_PREFIX, FILES, Settings

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/**/*.md")])
DEPLOY = sorted(file for file in (ROOT / "deploy").rglob("*") if file.is_file())
COMING: set[str] = set()
"""Pages that others lead to already."""
LINK = re.compile(r"\[[^]]*\]\(([^)\s]+)\)")
FIELDS = Settings.__struct_fields__
HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CARDS = sorted(ROOT.glob("agents/**/*.md"))
"""What stands beside data: where it comes from, and how it is made."""
PATH = re.compile(r"(?<![\w/.-])(?:agents|streams|tests|bench|deploy)/[\w./@-]*[\w/]")
"""A file or a folder, as texts name it."""
MODULE = re.compile(r"python -m ((?:agents|streams|bench)[\w.]*\w)")


def _anchors(page):
    titles = HEADING.findall(CODE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES + CARDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    """A link to a file or to a heading of a page finds it."""
    broken = []
    for link in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        if link.startswith("http") or link in COMING:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("page", PAGES + CARDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_are_named_exist(page):
    """A path of the repository, or a module to run, that a page names is there."""
    text = page.read_text("utf-8")
    modules = [module.replace(".", "/") for module in MODULE.findall(text)]
    files = [ROOT / f"{module}.py" for module in modules if not (ROOT / module / "__main__.py").exists()]

    assert [path for path in PATH.findall(text) if not (ROOT / path).exists()] == []
    assert [file for file in files if not file.exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_settings_exist(page):
    """A `rasid` command or a variable that a page names is one."""
    text = page.read_text("utf-8")
    commands = set(re.findall(r"(?:`|^    |\| |<\(|&& )rasid ([a-z]+)", text, re.MULTILINE))
    variables = set(re.findall(rf"\b{ENV_PREFIX}([A-Z][A-Z_]+[A-Z])\b", text)) - {"SHARED_DATA"}

    assert commands - set(COMMANDS) == set()
    assert {name.lower() for name in variables if ENV_PREFIX + name not in FILES} - set(FIELDS) == set()


def test_every_dependency_is_explained():
    """docs/dependencies.md has a word on each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
    ]
    names = {re.split(r"[<>=~!\[]", name)[0] for group in groups for name in group if isinstance(name, str)}
    said = (ROOT / "docs/dependencies.md").read_text("utf-8")

    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", said)] == []


def _parsed(file):
    yaml = pytest.importorskip("yaml", reason="needs PyYAML, of the development dependencies")
    if file.suffix == ".json":
        return [orjson.loads(file.read_bytes())]
    return list(yaml.safe_load_all(file.read_text("utf-8")))


@pytest.mark.parametrize(
    "file",
    [file for file in DEPLOY if file.suffix in {".json", ".yaml", ".yml"} and file.parent.name != "templates"],
    ids=lambda file: file.name,
)
def test_deployment_files_are_well_formed(file):
    """Each document in them is a mapping with something in it."""
    documents = _parsed(file)

    assert documents
    assert all(isinstance(document, dict) and document for document in documents)


@pytest.mark.parametrize("file", DEPLOY, ids=lambda file: file.name)
def test_deployment_files_name_settings_and_metrics_that_exist(file):
    """No variable sets nothing, no query asks for a metric that no worker has."""
    text = re.sub(r"\brasid_(?:enriched|entity_counts)\b", "", file.read_text("utf-8"))  # tables of a database
    names = {metric_name(metric) for metric in declared_metrics()}
    known = names | {f"{name}_{part}" for name in names for part in ("bucket", "sum", "count", "info")}
    variables = set(re.findall(rf"\b{ENV_PREFIX}[A-Z_]+[A-Z]\b", text))

    assert {name.removeprefix(ENV_PREFIX).lower() for name in variables - FILES} - set(FIELDS) == set()
    assert set(re.findall(r"\brasid_[a-z_]+\b", text)) - known == set()


def test_kubernetes_selectors_find_the_pods():
    """The Deployment's selector is made of its pods' labels, and what it mounts and reads is there."""
    deployment, config, *secrets = [
        document
        for name in ("deployment.yaml", "configmap.yaml", "secret.example.yaml")
        for document in _parsed(ROOT / "deploy/kubernetes" / name)
    ]
    pod = deployment["spec"]["template"]
    container = pod["spec"]["containers"][0]
    sources = {next(iter(source.values()))["name"] for source in container["envFrom"]}
    volumes = {volume["secret"]["secretName"] for volume in pod["spec"]["volumes"] if "secret" in volume}

    assert deployment["spec"]["selector"]["matchLabels"] == pod["metadata"]["labels"]
    assert sources | volumes == {config["metadata"]["name"], *(secret["metadata"]["name"] for secret in secrets)}
    assert {mount["name"] for mount in container["volumeMounts"]} == {v["name"] for v in pod["spec"]["volumes"]}


def test_kubernetes_values_are_strings():
    """A ConfigMap takes nothing else."""
    config = _parsed(ROOT / "deploy/kubernetes/configmap.yaml")[0]

    assert [value for value in config["data"].values() if not isinstance(value, str)] == []
