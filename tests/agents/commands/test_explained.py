"""Explanations on a terminal."""

import json

from click.testing import CliRunner

from agents.commands.enrich import enrich
from agents.commands.explained import evidence_sum
from agents.commands.tag import tag
from agents.tag_entities.explain import ExplainedEvidence

TEXT = "زار الوفد المصري مدينة جدة\n"


def test_evidence_is_summed():
    """Each weight stands with its sign, and the sum at the end."""
    evidence = [ExplainedEvidence("a title", -1.5), ExplainedEvidence("its section", 2.5)]
    assert evidence_sum(evidence) == "a title -1.5; its section +2.5 = 1"


def test_what_was_not_weighed_has_no_sum():
    """Evidence without a weight is only named."""
    assert evidence_sum([ExplainedEvidence("the only bearer", 0.0)]) == "the only bearer"


def test_tag_explains_names():
    """The text comes first, then its names in order, each with its pass."""
    result = CliRunner().invoke(tag, ["--explain"], input=TEXT)
    assert [line.split() for line in result.stdout.splitlines() if "Decide" in line] == [
        ["جدة", "LOC", "loc:jeddah", "Decide"]
    ]


def test_tag_explains_in_json():
    """One object a text: the text, its names, and what stays open."""
    result = CliRunner().invoke(tag, ["--explain", "--json"], input=TEXT)
    found = json.loads(result.stdout)
    assert (sorted(found), [name["found_by"] for name in found["names"]]) == (
        ["names", "open", "quotes", "text"],
        ["Decide"],
    )


def test_json_alone_is_an_error():
    """The message says what --json goes with."""
    result = CliRunner().invoke(tag, ["--json"], input=TEXT)
    assert (result.exit_code, "--json goes with --explain" in result.stderr) == (2, True)


PAGE = json.dumps(
    {
        "source": "مدار نيوز",
        "text": "جدة تستعد للموسم\nاقرأ أيضا: خبر آخر\n"
        "تستعد مدينة جدة لموسم الحج بعدد من المشاريع التي ستنتهي قبل نهاية الربع الثاني من العام المقبل.",
    }
)


def test_enrich_explains_lines_and_names():
    """Each line of a page stands with its role, its reason and the test that said so, then the article's names."""
    result = CliRunner().invoke(enrich, ["--explain"], input=PAGE)
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["chrome", "related", "phrase", "اقرأ", "أيضا:", "خبر", "آخر"] in rows
    assert ["جدة", "LOC", "loc:jeddah", "Decide"] in rows


def test_enrich_explains_in_json():
    """One object a page holds the same."""
    found = json.loads(CliRunner().invoke(enrich, ["--explain", "--json"], input=PAGE).stdout)
    assert sorted(found) == ["id", "lines", "names", "open", "quotes"]
    assert [(line["role"], line["by"]) for line in found["lines"][:2]] == [("title", "title"), ("chrome", "phrase")]


def test_enrich_says_why_a_page_is_refused():
    """A page without an article goes where rejected pages go, with its reason."""
    result = CliRunner().invoke(enrich, ["--explain"], input='{"text": " "}')
    assert (result.stdout, json.loads(result.stderr)["reason"]) == ("", "no_text")
