"""What the machine's Maven settings say: where jars are kept, and which repositories they come from."""

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

CENTRAL = "central"
CENTRALS_OWN = ""
"""Instead of an address: Central's, where it is for everybody."""


@dataclass(frozen=True, slots=True)
class Maven:
    """The parts of Maven's settings that a download needs."""

    local_repository: Path
    repositories: dict[str, str] = field(default_factory=dict)
    """Address by id, in the order in which they are asked; empty: Maven Central."""
    proxy: str | None = None


def settings_files(environ: Mapping[str, str] = os.environ) -> list[Path]:
    """Return the settings files that are there: the user's own before the machine's."""
    homes = [environ[name] + "/conf" for name in ("MAVEN_HOME", "M2_HOME") if environ.get(name)]
    folders = [Path.home() / ".m2", *map(Path, homes), Path("/etc/maven"), Path("/usr/share/maven/conf")]
    return [folder / "settings.xml" for folder in folders if (folder / "settings.xml").is_file()]


def read(files: Iterable[Path] | None = None, environ: Mapping[str, str] = os.environ) -> Maven:
    """Read Maven's settings files; what an earlier file says goes before a later one.

    Mirrors of Central, further repositories of active profiles, logins of their servers, the local repository and an
    active proxy are understood; a file that is no XML is passed over, as Maven itself would stop at it and say so.
    """
    local, proxy = environ.get("M2_REPO", ""), None
    mirrors: dict[str, str] = {}
    extra: dict[str, str] = {}
    for path in settings_files(environ) if files is None else files:
        try:
            root = _without_namespaces(path.read_text(encoding="utf-8"), environ)
        except (ET.ParseError, OSError, UnicodeDecodeError):
            continue
        logins = {_text(server, "id"): server for server in root.iterfind("servers/server")}
        local = local or _text(root, "localRepository")
        for mirror in root.iterfind("mirrors/mirror"):
            if mirrors_central(_text(mirror, "mirrorOf")):
                mirrors.setdefault(_text(mirror, "id"), _with_login(_text(mirror, "url"), logins, _text(mirror, "id")))
        for repository in _active_repositories(root):
            name = _text(repository, "id")
            extra.setdefault(name, _with_login(_text(repository, "url"), logins, name))
        proxy = proxy or _proxy(root)
    # Maven asks one mirror of a repository: the first that matches. Central is always asked, in one shape or another.
    repositories = dict(list(mirrors.items())[:1])
    if extra:
        repositories = (repositories or {CENTRAL: extra.pop(CENTRAL, CENTRALS_OWN)}) | extra
    home = Path(local).expanduser() if local else Path.home() / ".m2" / "repository"
    return Maven(home, {name: url.rstrip("/") for name, url in repositories.items()}, proxy)


def mirrors_central(pattern: str) -> bool:
    """Whether a mirrorOf pattern stands for Maven Central, by Maven's own rules."""
    parts = [part.strip() for part in pattern.split(",")]
    return f"!{CENTRAL}" not in parts and any(part in {CENTRAL, "*", "external:*"} for part in parts)


def _without_namespaces(text: str, environ: Mapping[str, str]) -> ET.Element:
    text = re.sub(r"\$\{env\.(\w+)\}", lambda found: environ.get(found[1], ""), text)
    text = text.replace("${user.home}", str(Path.home()))
    root = ET.fromstring(text)  # noqa: S314 - the user's own settings file
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _active_repositories(root: ET.Element) -> Iterable[ET.Element]:
    active = {(element.text or "").strip() for element in root.iterfind("activeProfiles/activeProfile")}
    for profile in root.iterfind("profiles/profile"):
        if _text(profile, "id") in active or _text(profile, "activation/activeByDefault") == "true":
            yield from profile.iterfind("repositories/repository")


def _with_login(url: str, logins: Mapping[str, ET.Element], name: str) -> str:
    if name not in logins or not _text(logins[name], "username"):
        return url
    user, password = (quote(_text(logins[name], part), safe="") for part in ("username", "password"))
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{user}:{password}@{parts.netloc}"))


def _proxy(root: ET.Element) -> str | None:
    for proxy in root.iterfind("proxies/proxy"):
        if _text(proxy, "active") != "false" and _text(proxy, "host"):
            address = f"{_text(proxy, 'protocol') or 'http'}://{_text(proxy, 'host')}:{_text(proxy, 'port') or 8080}"
            if _text(proxy, "username"):
                address = _with_login(address, {"proxy": proxy}, "proxy")
            return address
    return None
