"""What an outlet repeats: the lines that stand on page after page, counted, bounded, forgotten in time."""

import zlib
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from agents.arabic.memo import Memo
from agents.clean.read.line_words import fold_lines, split
from streams.fingerprint import similar_to_any
from streams.records.articles import Article
from streams.records.origin import Origin

LINES = 320
"""Lines that a profile remembers, at most."""
WINDOW = 96
"""Pages after which counts are halved, so that what an outlet gave up is forgotten."""
REMEMBERED = 32
"""Pages by whose fingerprints one that comes again is known."""
ZONES = 4
"""Zones that a profile remembers, at most."""
_MIN_PAGES = 3
"""Pages that a line must have stood on before it can count as the outlet's own."""
_MIN_SHARE = 0.08
"""The share of pages that a line must have stood on."""
_MAX_WHOLE_WORDS = 30
"""Words from which on a line is only remembered by how it begins and ends."""
_END_WORDS = 3
_MAX_LABEL_CHARACTERS = 60
_MAX_LABEL_WORDS = 5
"""The longest label in front of a colon, in characters and in words."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The recurring lines of one outlet, as one partition's pages show them."""

    schema: Literal["rasid.profile/1"] = "rasid.profile/1"
    id: str
    """The outlet's id."""
    origin: Origin
    """The raw page that changed it last."""
    pages: int = 0
    """Pages that the counts are of; halved together with them."""
    lines: dict[str, tuple[int, int, int]] = {}
    """By a line's key: on how many pages it stood, on how many of them in the article, and the last one's number."""
    serial: int = 0
    """Pages learned from, all in all."""
    zones: dict[str, int] = {}
    """On how many pages the outlet showed a time with its zone, by zone; the one seen last stands last."""
    fingerprints: list[str] = []
    """Of the latest pages learned from: what comes again (a page crawled every hour) teaches nothing."""


class Keys(NamedTuple):
    """The keys under which a line is remembered."""

    own: tuple[str, ...]
    """Of the line itself with its numbers gone, and of how it begins and ends."""
    lead: str | None
    """Of what stands in front of a colon: «قد يهمك أيضا:» before ever another title."""


_KEYS: Memo[str, Keys] = Memo(1 << 12)
"""By line: what was cleaned is learnt from next, and chrome comes again page after page."""


def keys_of_line(text: str, folded: str, words: list[str]) -> Keys:
    """Return a line's keys.

    Parameters
    ----------
    text, folded, words
        The line as it stands, its folded form and the words of that.
    """
    found = _KEYS.get(text)
    if found is None:
        head, colon, _ = folded[:_MAX_LABEL_CHARACTERS].partition(":")
        lead = split(head) if colon else []
        found = Keys(_own(words), _key(" ".join(lead) + ":") if 1 <= len(lead) <= _MAX_LABEL_WORDS else None)
        _KEYS.keep(text, found)
    return found


def _own(words: list[str]) -> tuple[str, ...]:
    count = len(words)
    if count > _MAX_WHOLE_WORDS:
        return (_key_of_ends(_plain(words[:_END_WORDS]), _plain(words[-_END_WORDS:])),)
    if count == 0:
        return ()
    plain = _plain(words)
    whole = _key(" ".join(plain))
    return (whole, _key_of_ends(plain[:_END_WORDS], plain[-_END_WORDS:])) if count > 2 * _END_WORDS else (whole,)


def _plain(words: list[str]) -> list[str]:
    return ["#" if word.isdigit() else word for word in words] if any(map(str.isdigit, words)) else words


def _key_of_ends(first: list[str], last: list[str]) -> str:
    return _key(f"{' '.join(first)}…{' '.join(last)}")


def share_of_pages(profile: Profile | None, keys: Iterable[str]) -> float:
    """Return the share of the outlet's pages that a line stood on, 0 while that says nothing."""
    if profile is None or profile.pages < _MIN_PAGES:
        return 0.0
    best = 0.0
    for key in keys:
        entry = profile.lines.get(key)
        if entry is not None and entry[0] >= _MIN_PAGES:
            best = max(best, entry[0] / profile.pages)
    return best if best >= _MIN_SHARE else 0.0


def _key(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def learn(profile: Profile | None, article: Article) -> Profile:
    """Return the profile with one more page in it.

    Parameters
    ----------
    profile
        What is known of the outlet so far; None for its first page.
    article
        The page, cleaned: between its text and its chrome, every line of it is there.
    """
    fingerprints = profile.fingerprints if profile else []
    if profile is not None and similar_to_any(article.fingerprint, fingerprints):
        return profile
    serial = (profile.serial if profile else 0) + 1
    pages = (profile.pages if profile else 0) + 1
    lines = dict(profile.lines) if profile else {}
    for name, inside in _keys_of_page(article).items():
        count, within, _ = lines.get(name, (0, 0, 0))
        lines[name] = (count + 1, within + inside, serial)
    zones = _with_zone(profile.zones if profile else {}, article)
    if pages >= WINDOW:
        pages //= 2
        zones = {name: count // 2 for name, count in zones.items() if count > 1}
        lines = {name: (count // 2, within // 2, last) for name, (count, within, last) in lines.items() if count > 1}
    if len(lines) > LINES:
        # Down to well below the bound, so that not every page has to sort.
        ranked = sorted((-entry[0], -entry[2], name) for name, entry in lines.items())
        lines = {name: lines[name] for _, _, name in ranked[: LINES - LINES // 4]}
    return Profile(
        id=article.source.id,
        origin=article.origin,
        pages=pages,
        lines=lines,
        serial=serial,
        zones=zones,
        fingerprints=[*fingerprints, article.fingerprint][-REMEMBERED:],
    )


def zone_shown(profile: Profile | None) -> str | None:
    """Return the zone that most pages of an outlet showed with their times, of several the one shown last."""
    if profile is None or not profile.zones:
        return None
    return max(reversed(profile.zones), key=profile.zones.__getitem__)


def _with_zone(zones: dict[str, int], article: Article) -> dict[str, int]:
    """Return the zones with the one that a page shows; UTC is what machines write, whatever clock an outlet shows."""
    zone = article.published_zone
    if article.published_zone_from != "stated" or article.published_from == "field" or zone in (None, "UTC"):
        return zones
    kept = {name: count for name, count in zones.items() if name != zone}
    if len(kept) >= ZONES:
        del kept[min(kept, key=kept.__getitem__)]
    return kept | {zone: zones.get(zone, 0) + 1}


def _keys_of_page(article: Article) -> dict[str, bool]:
    """Return the keys of a page's lines, and whether one of them stands in the article."""
    inside = [*article.headings, *article.paragraphs]
    texts = [*inside, *(line.text for line in article.chrome)]
    known = {text: names for text in texts if (names := _KEYS.get(text)) is not None}
    unknown = [text for text in dict.fromkeys(texts) if text not in known]
    if unknown:
        folded, words, _ = fold_lines(unknown)
        known |= zip(unknown, map(keys_of_line, unknown, folded, words), strict=True)
    found: dict[str, bool] = {}
    for index, text in enumerate(texts):
        own, lead = known[text]
        is_inside = index < len(inside)
        for name in own if lead is None else (*own, lead):
            found[name] = found.get(name, False) or is_inside
    return found
