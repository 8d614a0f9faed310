"""Each alert fires on what it is for and on nothing else, as promtool says, and leads to its runbook."""

import re
import shutil
import subprocess
from pathlib import Path

import orjson
import pytest
import yaml

from streams.contract.pages import declared_metrics, metric_name

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy/prometheus/alerts.yml"
PROMETHEUS = RULES.with_name("prometheus.yml")
PROMTOOL = shutil.which("promtool")
DEFAULTS = {'up{job="rasid",instance="a"}': "1x240"}
"""One worker that answers, where a case does not say otherwise."""
PROCESSED = 'rasid_records_processed_total{stage="clean"}'
REJECTED = 'rasid_records_rejected_total{stage="clean",reason="no_article"}'
FAILED = 'rasid_records_rejected_total{stage="count",reason="stage_failed"}'
LAG = 'rasid_lag_records{topic="rasid.pages",partition="0"}'
LOST = 'rasid_records_lost_total{topic="rasid.pages",partition="0"}'
COMMIT = 'rasid_table_commit_seconds_bucket{stage="count",le="%s"}'
STARTED = 'process_start_time_seconds{job="rasid",instance="a"}'
BEHIND = 'rasid_dashboard_lag_records{topic="rasid.enriched"}'

CASES = {
    "nothing is wrong": ({PROCESSED: "0+60x120", LAG: "5x120"}, "2h", ()),
    "no worker answers for six minutes": ({'up{job="rasid",instance="a"}': "0x6"}, "6m", ("RasidNoWorker",)),
    "no worker answers for four minutes": ({'up{job="rasid",instance="a"}': "0x4"}, "4m", ()),
    "one of two workers is down for eleven minutes": (
        {'up{job="rasid",instance="b"}': "0x11"},
        "11m",
        ("RasidWorkerDown",),
    ),
    "one of two workers was down for nine minutes": ({'up{job="rasid",instance="b"}': "0x9 1x5"}, "12m", ()),
    "no worker has a broker": (
        {'rasid_broker_connected{instance="a"}': "0x5", 'rasid_broker_connected{instance="b"}': "0x5"},
        "2m",
        ("RasidBrokerAway",),
    ),
    "one of two workers has a broker": (
        {'rasid_broker_connected{instance="a"}': "0x5", 'rasid_broker_connected{instance="b"}': "1x5"},
        "5m",
        (),
    ),
    "the lag grows for an hour": ({LAG: "1000+100x90", PROCESSED: "0+60x90"}, "70m", ("RasidLagGrows",)),
    "the lag is large and falls": ({LAG: "20000-100x90", PROCESSED: "0+60x90"}, "70m", ()),
    "a small lag grows": ({LAG: "0+1x90", PROCESSED: "0+60x90"}, "70m", ()),
    "nothing is processed any more": ({LAG: "7x60", PROCESSED: "0+60x10 600x50"}, "40m", ("RasidStandsStill",)),
    "nothing was ever processed": ({LAG: "7x60"}, "11m", ("RasidStandsStill",)),
    "nothing is left to process": ({LAG: "0x60", PROCESSED: "600x60"}, "40m", ()),
    "the first records are lost": ({LOST: "_x30 12x30"}, "40m", ("RasidLosesRecords",)),
    "further records are lost": ({LOST: "12x90 20x30"}, "100m", ("RasidLosesRecords",)),
    "records were lost two hours ago": ({LOST: "_x10 12x170"}, "3h", ()),
    "a fifth of the pages is rejected": (
        {PROCESSED: "0+60x60", REJECTED: "0+12x60"},
        "40m",
        ("RasidRejectsMuch",),
    ),
    "a twentieth of the pages is rejected": ({PROCESSED: "0+60x60", REJECTED: "0+3x60"}, "40m", ()),
    "a stage fails for the first time": (
        {PROCESSED: "0+60x60", FAILED: "_x30 1x30"},
        "35m",
        ("RasidStageFails",),
    ),
    "a stage fails again": ({PROCESSED: "0+60x120", FAILED: "1x100 2x20"}, "110m", ("RasidStageFails",)),
    "a stage failed two hours ago": ({PROCESSED: "0+60x180", FAILED: "_x10 1x170"}, "3h", ()),
    "four restarts in an hour": ({STARTED: "0x10 1x10 2x10 3x10 4x20"}, "55m", ("RasidRestarts",)),
    "three restarts in an hour": ({STARTED: "0x10 1x10 2x10 3x30"}, "55m", ()),
    "commits take four seconds": (
        {COMMIT % "1": "0x60", COMMIT % "5": "0+10x60", COMMIT % "+Inf": "0+10x60"},
        "40m",
        ("RasidCommitsSlowly",),
    ),
    "commits take less than a second": (
        {COMMIT % "1": "0+10x60", COMMIT % "5": "0+10x60", COMMIT % "+Inf": "0+10x60"},
        "40m",
        (),
    ),
    "the file of rules is refused": (
        {"rasid_alert_rules_refused_total": "0x10 1x50"},
        "20m",
        ("RasidAlertRulesRefused",),
    ),
    "the file of rules was refused two hours ago": ({"rasid_alert_rules_refused_total": "0x10 1x170"}, "3h", ()),
    "the dashboard is behind": ({BEHIND: "5000x30"}, "20m", ("RasidDashboardBehind",)),
    "the dashboard catches up": ({BEHIND: "5000-500x10 0x20"}, "20m", ()),
}


def _rules():
    (group,) = yaml.safe_load(RULES.read_text("utf-8"))["groups"]
    return group["rules"]


@pytest.mark.skipif(PROMTOOL is None, reason="needs promtool, of Prometheus")
@pytest.mark.parametrize("case", CASES)
def test_alerts_fire_when_they_should(case, tmp_path):
    """What fires at that time is what the case names, and nothing else."""
    series, time, alerts = CASES[case]
    expected = [{"labels": f'{{alertname="{alert}"}}', "value": 1} for alert in alerts]
    test = {
        "interval": "1m",
        "input_series": [{"series": name, "values": values} for name, values in (DEFAULTS | series).items()],
        "promql_expr_test": [
            {
                "expr": 'count by (alertname) (ALERTS{alertstate="firing"})',
                "eval_time": time,
                "exp_samples": expected,
            }
        ],
    }
    file = tmp_path / "case.yml"
    file.write_bytes(orjson.dumps({"rule_files": [str(RULES)], "evaluation_interval": "1m", "tests": [test]}))
    done = subprocess.run([PROMTOOL, "test", "rules", file], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_alert_has_a_case():
    """No alert goes untried."""
    fired = {alert for _, _, alerts in CASES.values() for alert in alerts}

    assert {rule["alert"] for rule in _rules()} == fired


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule["alert"])
def test_every_alert_leads_to_its_runbook(rule):
    """The section that an alert names is there, and says what to do."""
    base, _, anchor = rule["annotations"]["runbook_url"].partition("#")
    page = yaml.safe_load(PROMETHEUS.read_text("utf-8"))["global"]["external_labels"]["runbooks"]
    sections = re.split(r"^## ", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE)
    (section,) = [text for text in sections if text.startswith(rule["alert"] + "\n")]

    assert (base, anchor) == ("{{ $externalLabels.runbooks }}", rule["alert"].lower())
    assert "**Do.**" in section


def test_every_metric_stands_on_the_dashboard():
    """What is counted can be looked at."""
    text = (ROOT / "deploy/grafana/rasid.json").read_text("utf-8")
    names = {metric_name(metric) for metric in declared_metrics()}

    assert sorted(name for name in names if not re.search(rf"\b{name}(?:_bucket|_sum|_count|_info)?\b", text)) == []
