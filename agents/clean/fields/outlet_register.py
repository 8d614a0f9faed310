"""Which outlet a page is from, as far as it is known: its country and the zone of the clock that it shows."""

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.arabic.memo import Memo
from agents.clean.fields.page_address import host
from streams.settings import SettingsError

_COUNTRIES = wordlist.load("agents.clean", "countries.toml")
_ZONES = {country.upper(): zone for country, zone in _COUNTRIES.table("zones").items()}
_ENDS = {country.lower(): country for country in _ZONES} | {
    fold(end): country for end, country in _COUNTRIES.table("ends").items()
}
_HOST_WORDS = _COUNTRIES.table("host_words")
_HOST_PART = re.compile(rf"(?P<opens>{'|'.join(_HOST_WORDS)})|.*?(?P<ends>{'|'.join(_HOST_WORDS)})(?:\d|-|$)")
"""A country or its capital at the beginning of a part of a host's name, or at its end."""
_OUTLETS_OF = {fold(word): country for word, country in _COUNTRIES.table("outlets_of").items()}
_KINDS = wordlist.load("agents.clean", "lines.toml").words("outlet_kinds")
_COMPARED = (datetime(2025, 1, 15, tzinfo=UTC), datetime(2025, 7, 15, tzinfo=UTC))
"""When two zones are compared: in winter and in summer."""
_MAX_FILE_BYTES = 10_000_000
_MIN_SLUG_CHARACTERS = 5
"""Characters of a part of a host's name by which an outlet is known: «youm7», but no «news»."""
_SECOND_LEVEL = frozenset(["com", "net", "org", "gov", "edu", "co", "info"])
_MAX_LABELS = 8
"""Parts of a host's name that are looked at, from its end."""


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet of the register."""

    id: str
    ar: tuple[str, ...] = ()
    """Its names in Arabic."""
    en: tuple[str, ...] = ()
    """Its names in English."""
    hosts: tuple[str, ...] = ()
    """The hosts that it publishes under; one stands for those below it."""
    country: str | None = None
    """ISO 3166."""
    zone: str | None = None
    """The IANA name of the zone of its clock."""


class Home(msgspec.Struct, frozen=True):
    """Where an outlet is at home, as far as that is known."""

    country: str | None = None
    """ISO 3166."""
    zone: str | None = None
    """The IANA name of the zone of its clock."""
    registered: bool = False
    """Whether the zone is the register's own, and not only its country's."""


class Register:
    """Outlets by host and by name.

    Parameters
    ----------
    outlets
        The later one of two with the same host counts.
    """

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._by_host: dict[str, Outlet] = {}
        self._by_name: dict[str, list[Outlet]] = {}
        for outlet in outlets:
            for name in outlet.hosts:
                self._by_host[host(name) or name] = outlet
            for name in dict.fromkeys(map(_key_of, (*outlet.ar, *outlet.en))):
                self._by_name.setdefault(name, []).append(outlet)
        self._by_slug = {
            slug: outlet
            for outlet in self._by_host.values()
            for slug in (outlet.id, *map(_middle_of, outlet.hosts))
            if len(slug) >= _MIN_SLUG_CHARACTERS
        }
        self._homes: Memo[tuple[str, str], Home] = Memo(1 << 12, lambda key: self._look_up(*key))

    def home_of(self, host_name: str | None, name: str) -> Home:
        """Return where an outlet is at home: by its host, else by its name, else by what the host ends in or speaks of.

        Parameters
        ----------
        host_name
            The host of its page.
        name
            As the producer or the page calls it; may be empty.
        """
        return self._homes[host_name or "", name]

    def name_of_host(self, host_name: str) -> str | None:
        """Return the name of the outlet that publishes under a host; None where it is not known."""
        outlet = next(filter(None, map(self._by_host.get, hosts_above(host_name))), None)
        return _name_of(outlet) if outlet is not None else None

    def name_of(self, name: str) -> str | None:
        """Return the name of the outlet that goes by a name, an id or the middle of a host: youm7, «جريدة اللواء»."""
        named = self._by_name.get(_key_of(name), [])
        outlet = named[0] if named else self._by_slug.get(name.lower())
        return _name_of(outlet) if outlet is not None else None

    def knows(self, name: str) -> bool:
        """Return whether an outlet goes by a name."""
        return _key_of(name) in self._by_name

    def _look_up(self, host_name: str, name: str) -> Home:
        outlet = next(filter(None, map(self._by_host.get, hosts_above(host_name))), None)
        named = [outlet] if outlet is not None else self._named(_key_of(name))
        return _home_of(named) or _home_of_end(host_name) or _home_of_words(host_name) or Home()

    def _named(self, key: str) -> list[Outlet]:
        """Return the outlets of a name; of one with its country behind it, those of that country: «الرأي الأردنية»."""
        name, _, of = key.rpartition(" ")
        country = _OUTLETS_OF.get(of)
        return self._by_name.get(key) or [
            outlet for outlet in self._by_name.get(name, []) if outlet.country == country is not None
        ]


def _home_of(outlets: list[Outlet]) -> Home | None:
    """Return where outlets of one name are at home, as far as they agree; None where they say nothing."""
    countries = {outlet.country for outlet in outlets}
    zones = [outlet.zone for outlet in outlets]
    country = countries.pop() if len(countries) == 1 else None
    zone = zones[0] if zones and len({_offsets(name) for name in zones}) == 1 else None
    if zone is None and country is not None:
        return Home(country, _ZONES.get(country) or None)
    return Home(country, zone, registered=True) if zone is not None else None


def _home_of_end(host_name: str) -> Home | None:
    """Return the country, and its zone, that the end of a host's name stands for: «.eg», «.مصر»."""
    country = _ENDS.get(fold(host_name.rpartition(".")[2]))
    return Home(country, _ZONES[country] or None) if country else None


def _home_of_words(host_name: str) -> Home | None:
    """Return the country, and its zone, that a host's name speaks of: «cairo24.com», «iraq.shafaqna.com»."""
    found = next(filter(None, map(_HOST_PART.match, host_name.split(".")[-_MAX_LABELS:-1])), None)
    country = _HOST_WORDS[found["opens"] or found["ends"]] if found else None
    return Home(country, _ZONES.get(country) or None) if country else None


def _middle_of(host_name: str) -> str:
    """Return what a host is called without its ends: «youm7» of «www.youm7.com», «almasryalyoum» of «….com.eg»."""
    labels = [label for label in host_name.split(".")[:-1] if label not in _SECOND_LEVEL]
    return labels[-1] if labels else ""


def _name_of(outlet: Outlet) -> str:
    """Return what an outlet is called: in Arabic, where it has such a name."""
    return next(iter((*outlet.ar, *outlet.en)), outlet.id)


def _offsets(zone: str | None) -> tuple[object, ...]:
    """Return what tells a zone from others: its hours from UTC in winter and in summer."""
    return tuple(when.astimezone(ZoneInfo(zone)).utcoffset() for when in _COMPARED) if zone else ()


def hosts_above(host_name: str) -> Iterator[str]:
    """Yield a host and those that it stands below: mubasher.aljazeera.net, aljazeera.net."""
    labels = host_name.split(".")[-_MAX_LABELS:]
    for first in range(len(labels) - 1):
        yield ".".join(labels[first:])


def _key_of(name: str) -> str:
    """Return a name as names are compared: «صحيفة الرياض» is «الرياض»."""
    words = fold(name).lower().split()
    while len(words) > 1 and words[0] in _KINDS:
        words = words[1:]
    return " ".join(words)


@functools.lru_cache(maxsize=8)
def load(extra: str) -> Register:
    """Return the register that ships, with the outlets of a user's file.

    Parameters
    ----------
    extra
        The path of the user's file, in the form of words/outlets.toml; empty: none.

    Raises
    ------
    SettingsError
        When the file cannot be read, or an outlet in it is not as it can be.
    """
    shipped = [
        msgspec.convert(row, Outlet, strict=False)
        for row in wordlist.load("agents.clean", "outlets.toml").rows("outlets")
    ]
    own = _of_user(Path(extra)) if extra else []
    replaced = {outlet.id for outlet in own}
    return Register([*(outlet for outlet in shipped if outlet.id not in replaced), *own])


def _of_user(path: Path) -> list[Outlet]:
    """Read a user's file."""
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_FILE_BYTES).decode("utf-8-sig")
        rows = tomllib.loads(text).get("outlets", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
    except RecursionError as error:
        raise SettingsError(f"{path.name}: brackets nested deeper than any outlet needs") from error
    if not isinstance(rows, list) or not rows:
        raise SettingsError(f"{path.name}: there is no [[outlets]] in it")
    return [_outlet_of(row, f"{path.name}: outlet {number}") for number, row in enumerate(rows, start=1)]


def _outlet_of(row: Any, where: str) -> Outlet:
    """Read an outlet, and check its zone."""
    try:
        outlet = msgspec.convert(row, Outlet, strict=False)
        if outlet.zone is not None:
            ZoneInfo(outlet.zone)
    except (msgspec.ValidationError, ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(f"{where}: {error}") from error
    return outlet
