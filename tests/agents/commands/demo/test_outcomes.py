"""The cleaning stage does with the sample pages what their README says."""

from importlib.resources import files

from agents.clean.judge.outlet_profile import Profile
from agents.clean.step import clean_record
from agents.stage import Incoming
from streams.records.articles import Article
from streams.rejection import Reason, Reject
from streams.settings import Settings

RECEIVED_MS = 1_790_000_000_000


def _outcomes(name: str) -> list[Article | Reason]:
    profiles: dict[str, Profile] = {}
    outcomes: list[Article | Reason] = []
    for offset, line in enumerate(files("agents.commands.demo").joinpath(name).read_bytes().splitlines()):
        try:
            cleaned = clean_record(Incoming("pages", 0, offset, RECEIVED_MS, None, line), profiles.get, Settings())
        except Reject as reject:
            outcomes.append(reject.reason)
        else:
            profiles[cleaned.outlet] = cleaned.profile
            outcomes.append(cleaned.article)
    return outcomes


def test_every_good_page_becomes_an_article():
    """None of them is refused."""
    assert [outcome for outcome in _outcomes("pages.jsonl") if not isinstance(outcome, Article)] == []


def test_bad_lines_are_refused_for_the_reasons_in_the_readme():
    """Six are refused, the seventh loses its date."""
    *refused, accepted = _outcomes("bad-pages.jsonl")

    assert refused == [
        Reason.NO_TEXT,
        Reason.NOT_JSON,
        Reason.NO_TEXT,
        Reason.WRONG_TYPE,
        Reason.NOT_ARABIC,
        Reason.NOT_ARABIC,
    ]
    assert isinstance(accepted, Article)
    assert accepted.published_at is None
