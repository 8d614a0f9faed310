"""The Helm chart renders to what Kubernetes takes, with topics and stages as the code has them."""

import shutil
import subprocess
from pathlib import Path

import orjson
import pytest
import yaml

from agents.worker.app import STAGES
from streams.contract.chart import topics
from streams.settings import ENV_PREFIX, FILES, Settings
from streams.topics import TOPICS
from tests.deploy.schemas import OPERATORS, wrong

CHART = Path(__file__).parents[2] / "deploy/helm/rasid"
ALERTS = CHART.parents[1] / "prometheus/alerts.yml"
HELM, VALIDATE = shutil.which("helm"), shutil.which("kubernetes-validate")
EVERYTHING = {
    "topics": {"strimzi": True},
    "keda": {"enabled": True, "authentication": "kafka"},
    "podMonitor": {"enabled": True},
    "prometheusRule": {"enabled": True, "labels": {"release": "monitoring"}, "runbooks": "https://wiki.example/rasid"},
    "alerts": {"secret": "rules"},
    "settings": {"timezone": "Asia/Riyadh", "revisions_kept_days": 60},
    "workers": {
        "all": None,
        "fast": {"stages": ["clean", "count", "group", "trend"], "replicas": 2, "storage": "5Gi"},
        "slow": {"stages": ["tag_entities", "tag_topics"], "replicas": 3, "maxReplicas": 12},
    },
}
WORKERS = {"r-worker-fast", "r-worker-slow"}
SELECTED = {
    "PodDisruptionBudget": {name: {name} for name in WORKERS},
    "NetworkPolicy": {"r-pods": {*WORKERS, "r-alert", "r-notify", "r-dashboard"}, "r-notify": {"r-notify"}},
    "PodMonitor": {"r-workers": {*WORKERS, "r-alert"}, "r-dashboard": {"r-dashboard"}},
}
"""The pods that those are of which look after pods."""
needs_helm = pytest.mark.skipif(HELM is None, reason="needs helm")


def _helm(values, folder):
    file = folder / "values.json"
    file.write_bytes(orjson.dumps(values))
    command = [HELM, "template", "r", CHART, "--kube-version", "1.31.0", "--values", file]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _rendered(values, folder):
    done = _helm(values, folder)
    assert done.returncode == 0, done.stderr
    return [document for document in yaml.safe_load_all(done.stdout) if document]


def _pods(documents):
    return {d["metadata"]["name"]: d for d in documents if d["kind"] in {"StatefulSet", "Deployment"}}


def _selects(selector, labels):
    """Whether a selector of Kubernetes, as far as the chart uses them, takes a pod with some labels."""
    left_out = [each for each in selector.get("matchExpressions", ()) if labels[each["key"]] in each["values"]]
    operators = {each["operator"] for each in selector.get("matchExpressions", ())}
    assert operators <= {"NotIn"}
    return selector["matchLabels"].items() <= labels.items() and not left_out


def test_the_charts_topics_are_the_codes():
    """`make docs` was run after the last change to a topic."""
    assert (CHART / "topics.json").read_text("utf-8") == topics()


def test_the_charts_alerts_are_prometheus_own():
    """`make docs` was run after the last change to an alert."""
    assert (CHART / "alerts.yml").read_text("utf-8") == ALERTS.read_text("utf-8")


@needs_helm
def test_the_prometheus_operator_gets_every_alert_with_its_runbook(tmp_path):
    """What is rendered are the rules themselves, with an address that can be opened from a pager."""
    (found,) = [d for d in _rendered(EVERYTHING, tmp_path) if d["kind"] == "PrometheusRule"]
    rules, own = found["spec"]["groups"][0]["rules"], yaml.safe_load(ALERTS.read_text("utf-8"))["groups"][0]["rules"]
    for rule in own:
        rule["annotations"]["runbook_url"] = f"https://wiki.example/rasid#{rule['alert'].lower()}"
    assert rules == own
    assert found["metadata"]["labels"]["release"] == "monitoring"


def test_the_chart_runs_every_stage():
    """What values and their schema name are the stages that there are."""
    values = yaml.safe_load((CHART / "values.yaml").read_text("utf-8"))
    schema = orjson.loads((CHART / "values.schema.json").read_bytes())
    workers = schema["properties"]["workers"]["additionalProperties"]["properties"]

    assert values["workers"]["all"]["stages"] == list(STAGES)
    assert workers["stages"]["items"]["enum"] == list(STAGES)


@needs_helm
@pytest.mark.skipif(VALIDATE is None, reason="needs kubernetes-validate")
@pytest.mark.parametrize("values", [{}, EVERYTHING], ids=["defaults", "everything"])
def test_kubernetes_takes_what_the_chart_renders(values, tmp_path):
    """No field is unknown or of a wrong type; resources of operators have no schema there."""
    file = tmp_path / "rendered.yaml"
    file.write_text(_helm(values, tmp_path).stdout, "utf-8")
    done = subprocess.run([VALIDATE, "--strict", "--no-warn", file], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@needs_helm
@pytest.mark.parametrize("kind", OPERATORS)
def test_operators_take_what_the_chart_renders(kind, tmp_path):
    """No field is unknown or of a wrong type, and the schema notices one that is."""
    found = [document for document in _rendered(EVERYTHING, tmp_path) if document["kind"] == kind]
    misspelt = found[0] | {"spec": found[0]["spec"] | {"selektor": {}}}

    assert [problem for document in found for problem in wrong(kind, document)] == []
    assert "selektor" in str(wrong(kind, misspelt))


@needs_helm
def test_pods_may_do_little(tmp_path):
    """Every pod runs without root, without rights, on a root that it cannot write, and reads settings that exist."""
    documents = _rendered(EVERYTHING, tmp_path)
    names = {name for d in documents if d["kind"] == "ConfigMap" for name in d["data"]}
    for workload in _pods(documents).values():
        pod = workload["spec"]["template"]["spec"]
        (container,) = pod["containers"]
        names |= {variable["name"] for variable in container["env"]}
        claims = {claim["metadata"]["name"] for claim in workload["spec"].get("volumeClaimTemplates", ())}

        assert pod["securityContext"]["runAsNonRoot"]
        assert not pod["enableServiceLinks"]
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]} | claims
    assert {n.removeprefix(ENV_PREFIX).lower() for n in names - FILES} - set(Settings.__struct_fields__) == set()


@needs_helm
@pytest.mark.parametrize("kind", ["PodDisruptionBudget", "NetworkPolicy", "PodMonitor"])
def test_what_looks_after_pods_finds_them(kind, tmp_path):
    """A budget is of its own group, the policy of all pods, and whatever has metrics is scraped once."""
    documents = _rendered(EVERYTHING, tmp_path)
    labels = {name: pod["spec"]["template"]["metadata"]["labels"] for name, pod in _pods(documents).items()}
    selectors = {
        document["metadata"]["name"]: document["spec"].get("podSelector") or document["spec"]["selector"]
        for document in documents
        if document["kind"] == kind
    }
    selected = {
        name: {pod for pod, own in labels.items() if _selects(selector, own)} for name, selector in selectors.items()
    }

    assert selected == SELECTED[kind]


@needs_helm
def test_stores_outlive_their_pods(tmp_path):
    """A group with storage is a StatefulSet, one without keeps its tables in memory."""
    pods = _pods(_rendered(EVERYTHING, tmp_path))
    slow = pods["r-worker-slow"]["spec"]["template"]["spec"]["containers"][0]

    assert {name: pod["kind"] for name, pod in pods.items()} == {
        "r-worker-fast": "StatefulSet",
        "r-worker-slow": "Deployment",
        "r-alert": "StatefulSet",
        "r-notify": "StatefulSet",
        "r-dashboard": "StatefulSet",
    }
    assert {"name": "RASID_STORE", "value": "memory"} in slow["env"]


@needs_helm
def test_strimzi_makes_every_topic_as_workers_would(tmp_path):
    """Names, partitions and settings are those with which a worker makes them."""
    settings = Settings(article_partitions=16, entity_partitions=16)
    made = [d["spec"] for d in _rendered(EVERYTHING, tmp_path) if d["kind"] == "KafkaTopic"]

    assert {topic["topicName"]: (topic["partitions"], topic["config"]) for topic in made} == {
        settings.topic(topic.name): (topic.count(settings), topic.kafka_configs(settings)) for topic in TOPICS.values()
    }


@needs_helm
def test_each_group_scales_on_what_it_reads(tmp_path):
    """The triggers of a group are the topics of its stages."""
    scaled = {
        d["metadata"]["name"]: {t["metadata"]["topic"] for t in d["spec"]["triggers"]}
        for d in _rendered(EVERYTHING, tmp_path)
        if d["kind"] == "ScaledObject"
    }

    assert scaled == {
        "r-worker-fast": {f"rasid.{name}" for name in ("pages", "mentions", "enriched", "bands", "trend-mentions")},
        "r-worker-slow": {"rasid.articles", "rasid.tagged"},
    }


@needs_helm
@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"workers": {"all": {"stages": ["clean"], "replicas": 1}}}, "no group runs tag_entities"),
        ({"workers": {"all": {"stages": ["polish"], "replicas": 1}}}, "/workers/all/stages/0"),
        ({"articlePartitions": 0}, "articlePartitions"),
        ({"partitons": 8}, "partitons"),
    ],
)
def test_wrong_values_are_refused(values, said, tmp_path):
    """A stage that nobody runs, or a value that means nothing, is said before anything is installed."""
    done = _helm(values, tmp_path)

    assert done.returncode != 0
    assert said in done.stderr
