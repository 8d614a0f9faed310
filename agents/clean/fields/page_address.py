"""Addresses of pages: the one form that all addresses of a page share."""

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, unquote_to_bytes, urlencode, urljoin, urlsplit

from agents.arabic import wordlist
from agents.arabic.memo import Memo

MAX_HOST_CHARACTERS = 80
"""Characters of a host's name that count."""
_MAX_PARAMETERS = 1000
"""Parameters of an address that are read; what has more is taken as it stands."""
_WORDS = wordlist.load("agents.clean", "addresses.toml")
_HOST_LEADS = ("www.", "m.", "amp.", "mobile.", "wap.")
_AMP_CACHE = ".cdn.ampproject.org"
_AMP_CACHE_PATH = re.compile(r"^/(?:[a-z]/)?(?:s/)?(?=[^/]+\.)")
"""What stands in front of the page's own address in one of Google's cache."""
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://|//")
_PLAIN_HOST = re.compile(r"https?://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/")
"""How nearly all addresses begin: their host need not be taken apart."""
_FRONT_PAGE = re.compile(r"/(?:index|default|home)\.(?:php|html?|aspx?|jsp)", re.IGNORECASE)
"""A front page's path: it is no article's address."""
_ROUTE = re.compile(r"(?:!/?|/)[^!/].*")
"""What stands behind «#» on a site that shows all of its pages on its front page: «#!/news/77»."""
_NO_ADDRESSES = frozenset(["null", "undefined", "none", "false"])
"""What a template makes of an address that it does not have."""
_MIN_SLUG_SIGNS = 2
"""Signs between the words of the shortest headline in an address."""
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*|/\((?:[SXF]\([^()/]*\))+\)", re.IGNORECASE)
"""«/77;jsessionid=AB12» of Java, «/(S(lit3py55))/77» of ASP.NET."""
_SLASHES = re.compile(r"/{2,}")
_AMP_IN_PATH = re.compile(r"^/amp(?=/.)|/amp$|\.amp(?=(?:\.html?)?$)")
_SESSION_VALUE = re.compile(r"(?=\d*[a-f])[0-9a-f]{16,}", re.IGNORECASE)
_PATH_SIGNS = "/:@!$&'()*+,;=~-._"


def _pattern_of(*keys: str) -> re.Pattern[str]:
    """Return a pattern of the names in lists; one that ends in `*` is how names begin."""
    names = [name for key in keys for name in _WORDS.as_written(key)]
    return re.compile(
        "|".join(re.escape(name[:-1]) + ".*" if name.endswith("*") else re.escape(name) for name in names)
    )


_DROPPED = _pattern_of("trackers", "sessions")
_SESSIONS_BY_VALUE = frozenset(_WORDS.as_written("sessions_by_value"))
_CAME_FROM = frozenset(_WORDS.as_written("came_from"))
_NETWORKS = frozenset(_WORDS.as_written("networks"))
_FORMS = {name: frozenset(_WORDS.as_written(f"forms.{name}")) for name in _WORDS.keys_of("forms")}


def host(url: str | None) -> str | None:
    """Return a url's host in lower case and in its own letters, without www and the like."""
    plain = _PLAIN_HOST.match(url) if url else None
    if plain is not None and not plain["host"].endswith(_AMP_CACHE):
        return _HOSTS[plain["host"]] or None
    parts = split_address(url)
    return host_of(parts) if parts else None


def absolute(address: str, page_url: str | None) -> str:
    """Return an address that a page names, read against the page's own: «/news/77», «77.html»."""
    address = address.strip()
    if not address or not page_url or _ABSOLUTE.match(address):
        return address
    base = page_url.strip()
    base = base if _ABSOLUTE.match(base) else f"//{base}"
    own, first = host(base), address.partition("/")[0].lower()
    if own is not None and host(first) == own:
        return address  # «shiraa.example/news/77»: its scheme was forgotten
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def canonical_url(url: str | None) -> str | None:
    """Return the form that a page's addresses share: no scheme, no www, no tracking, no session, no fragment.

    Returns
    -------
    str or None
        None where the text is no address of a page.
    """
    parts = split_address(url)
    name = host_of(parts) if parts else None
    if parts is None or name is None:
        return None
    path = _path(parts.path)
    query = _query(parts.query)
    if query or not (not path or _FRONT_PAGE.fullmatch(path)):
        return f"{name}{path}" + (f"?{query}" if query else "")
    route = _ROUTE.fullmatch(parts.fragment)
    return f"{name}{path}#{quote(unquote_to_bytes(route[0]), safe=_PATH_SIGNS)}" if route else None


def canonical_of(address: str, page_url: str | None) -> str | None:
    """Return the form of the canonical address that a page names; None where it is no article's, or a section's.

    Some sites name the section, or what their template made of nothing, on all of their pages.
    """
    if address.strip().lower() in _NO_ADDRESSES:
        return None
    named = canonical_url(absolute(address, page_url))
    own = canonical_url(page_url)
    if named is None or own is None or not own.startswith(f"{named}/"):
        return named
    path, _, last = named.rpartition("/")
    is_article = any(map(str.isdigit, named.partition("/")[2])) or last.count("-") + last.count("_") >= _MIN_SLUG_SIGNS
    return named if is_article or not path else None


def split_address(url: str | None) -> SplitResult | None:
    """Take an address apart; None where it is no page's on the web."""
    if not url:
        return None
    url = url.strip()
    try:
        parts = urlsplit(url if _ABSOLUTE.match(url) else f"//{url}")
        if parts.netloc.lower().endswith(_AMP_CACHE):
            parts = urlsplit(_AMP_CACHE_PATH.sub("//", parts._replace(scheme="", netloc="").geturl(), count=1))
    except ValueError:
        return None
    return parts if parts.netloc and parts.scheme in ("", "http", "https") else None


def host_of(parts: SplitResult) -> str | None:
    """Return the host of an address that was taken apart."""
    try:
        name = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    return _HOSTS[name] or None


def _host_named(name: str) -> str:
    """Return a host in its own letters, without www and the like; empty where it is none."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).lower().replace("\u3002", ".")
    for lead in _HOST_LEADS:
        name = name.removeprefix(lead)
    if "xn--" in name:
        name = ".".join(map(_in_own_letters, name.split(".")))
    return name[:MAX_HOST_CHARACTERS] if "." in name and not re.search(r"\s", name) else ""


_HOSTS: Memo[str, str] = Memo(1 << 12, _host_named)


def _in_own_letters(label: str) -> str:
    """Return a part of a host's name as people write it: xn--wgbh1c is مصر."""
    if not label.startswith("xn--"):
        return label
    try:
        return unicodedata.normalize("NFKC", label[4:].encode("ascii").decode("punycode")).lower()
    except (UnicodeError, ValueError):
        return label


def _path(path: str) -> str:
    """Return a path without dots, double slashes, sessions and AMP's marks, each letter quoted in one way."""
    if ";" in path or "(" in path:
        path = _SESSION_IN_PATH.sub("", path)
    raw = unquote_to_bytes(path.encode("utf-8", "surrogatepass"))
    path = quote(raw, safe=_PATH_SIGNS)
    path = _SLASHES.sub("/", path)
    if "/." in path:
        path = _without_dots(path)
    return _AMP_IN_PATH.sub("", path.rstrip("/")).rstrip("/")


def _without_dots(path: str) -> str:
    """Return a path without «.» and «..»."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(1, len(kept) - 1) :]
        elif part != ".":
            kept.append(part)
    return "/".join(kept)


def _query(query: str) -> str:
    """Return the parameters that tell pages apart, in order of their names."""
    if not query:
        return ""
    try:
        pairs = parse_qsl(query.replace("&amp;", "&"), keep_blank_values=True, max_num_fields=_MAX_PARAMETERS)
    except ValueError:
        return quote(query, safe=_PATH_SIGNS, errors="replace")
    return urlencode(sorted(pair for pair in pairs if _tells_pages_apart(*pair)), errors="replace")


def _tells_pages_apart(name: str, value: str) -> bool:
    """Whether a parameter can say which page is meant, and not who reads it, where from, or in which form."""
    name = name.lower()
    if _DROPPED.fullmatch(name):
        return False
    folded = value.lower()
    if name in _FORMS and folded in _FORMS[name]:
        return False
    if name in _CAME_FROM and folded in _NETWORKS:
        return False
    return not (name in _SESSIONS_BY_VALUE and _SESSION_VALUE.fullmatch(value))
