"""The register of outlets: who is at home where, and in which zone."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agents.arabic import wordlist
from agents.clean.fields.outlet_register import Home, load
from streams.settings import SettingsError

ROWS = wordlist.load("agents.clean", "outlets.toml").rows("outlets")
COUNTRIES = wordlist.load("agents.clean", "countries.toml")
ABROAD = {"sputnikarabic": "ae", "alaraby": "uk", "alquds-alarabi": "uk", "alarab-uk": "uk"}
"""Outlets under another country's end than their own letters say."""


def test_there_are_outlets_of_all_arab_countries() -> None:
    """250 at the least."""
    arab = "SA AE QA KW BH OM YE IQ SY LB JO PS EG SD LY TN DZ MA MR SO DJ KM".split()
    assert len(ROWS) >= 250
    assert set(arab) <= {row["country"] for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_an_outlet_is_where_the_ends_of_its_hosts_are(row: dict) -> None:
    """Of a country's own end; every zone exists."""
    ends = {host.rpartition(".")[2] for host in row["hosts"]} - {ABROAD.get(row["id"])}
    countries = {end.upper() for end in ends} & {country.upper() for country in COUNTRIES.table("zones")}
    assert countries <= {row["country"]}
    assert ZoneInfo(row["zone"]).key == row["zone"]


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("الرأي الأردنية", Home("JO", "Asia/Amman", registered=True)),
        ("الوطن السعودية", Home("SA", "Asia/Riyadh", registered=True)),
        ("الوطن", Home()),
        ("الرأي المغربية", Home()),
    ],
)
def test_a_name_that_many_have_is_told_by_the_country_behind_it(name: str, home: Home) -> None:
    """Only where an outlet of that country has it."""
    assert load("").home_of(None, name) == home


def test_an_outlet_is_called_what_its_host_says() -> None:
    """In Arabic where it can be; by its host, its id, its own name or the middle of its host."""
    register = load("")
    assert register.name_of_host("mubasher.aljazeera.net") == "الجزيرة نت"
    assert [register.name_of(name) for name in ("youm7", "صحيفة عكاظ", "okaz", "news", "")] == [
        "اليوم السابع",
        "عكاظ",
        "عكاظ",
        None,
        None,
    ]


def test_ids_and_hosts_stand_once() -> None:
    """A host is one outlet's."""
    ids, hosts = [row["id"] for row in ROWS], [host for row in ROWS for host in row["hosts"]]
    assert (len(set(ids)), len(set(hosts))) == (len(ids), len(hosts))


@pytest.mark.parametrize(
    ("host", "name", "home"),
    [
        ("mubasher.aljazeera.net", "", Home("QA", "Asia/Qatar", registered=True)),
        ("nasim.example", "صحيفة الرياض", Home("SA", "Asia/Riyadh", registered=True)),
        ("youm7.com", "الرياض", Home("EG", "Africa/Cairo", registered=True)),
        ("nasim.com.eg", "النسيم", Home("EG", "Africa/Cairo")),
        ("نسيم.مصر", "", Home("EG", "Africa/Cairo")),
        ("nasim.example", "النهار", Home()),
        ("nasim.example", "الجزيرة", Home(None, "Asia/Riyadh", registered=True)),
        (None, "", Home()),
        ("nasim.us", "", Home("US", None)),
    ],
)
def test_a_home_is_told_by_host_then_by_name_then_by_country(host: str | None, name: str, home: Home) -> None:
    """Names that outlets of several zones go by say nothing; of one zone, the zone alone."""
    assert load("").home_of(host, name) == home


def test_a_user_adds_and_replaces_outlets(tmp_path: Path) -> None:
    """An outlet with the id of one that ships takes its place."""
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[outlets]]\nid = "nasim"\nhosts = ["nasim.example"]\ncountry = "LY"\nzone = "Africa/Tripoli"\n'
        '[[outlets]]\nid = "okaz"\nhosts = ["okaz.example"]\ncountry = "SA"\nzone = "Asia/Riyadh"\n',
        encoding="utf-8",
    )
    register = load(str(file))
    assert register.home_of("nasim.example", "") == Home("LY", "Africa/Tripoli", registered=True)
    assert register.home_of("okaz.com.sa", "") == Home("SA", "Asia/Riyadh")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what is this", "mine.toml: "),
        ("[[x]]\n", "there is no [[outlets]]"),
        ('[[outlets]]\nid = "a"\nzone = "Mars/North"\n', "mine.toml: outlet 1: "),
        ('[[outlets]]\nname = "a"\n', "mine.toml: outlet 1: "),
        pytest.param("a = " + "[" * 3000, "nested deeper", id="brackets without end"),
    ],
)
def test_a_file_that_is_wrong_is_said(text: str, said: str, tmp_path: Path) -> None:
    """The outlet that is wrong is named."""
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load(str(tmp_path / "mine.toml"))
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("host", "country"),
    [
        ("cairo24-x.com", "EG"),
        ("iraq.madar.example", "IQ"),
        ("emarat24.org", "AE"),
        ("sawtbeirut1.com", "LB"),
        ("womanly.com", None),
        ("romania.com", None),
    ],
)
def test_a_host_may_speak_of_its_country(host: str, country: str | None) -> None:
    """At the beginning of a part of its name, or at the end."""
    assert load("").home_of(host, "").country == country
