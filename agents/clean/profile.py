"""What an outlet repeats: the lines that stand on page after page, counted, bounded, forgotten in time."""

import zlib
from typing import Literal

import msgspec

from agents.clean.words import fold_lines, split
from streams.fingerprint import similar_to_any
from streams.records import Article, Origin

LINES = 320
"""Lines that a profile remembers, at most."""
WINDOW = 96
"""Pages after which counts are halved, so that what an outlet gave up is forgotten."""
REMEMBERED = 32
"""Pages by whose fingerprints one that comes again is known."""
_LEAST = 3
"""Pages that a line must have stood on before it can count as the outlet's own."""
_SHARE = 0.08
"""The share of pages that a line must have stood on."""
_LONG = 30
"""Words from which on a line is only remembered by how it begins and ends."""
_ENDS = 3
_CUT = 400
"""Characters from which on only the ends of a line are looked at, each of `_EDGE` characters."""
_EDGE = 90
_LEAD = 60
_LEAD_WORDS = 5
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
    fingerprints: list[str] = []
    """Of the latest pages learned from: what comes again (a page crawled every hour) teaches nothing."""


def keys(words: list[str]) -> list[str]:
    """Give the keys under which a line is remembered: itself with its numbers gone, and how it begins and ends.

    Parameters
    ----------
    words
        Of the folded line.
    """
    if not words:
        return []
    plain = ["#" if word.isdigit() else word for word in words]
    found = []
    if len(plain) <= _LONG:
        found.append(_key(" ".join(plain)))
    if len(plain) > 2 * _ENDS:
        found.append(_key(" ".join(plain[:_ENDS]) + "…" + " ".join(plain[-_ENDS:])))
    return found


def lead_key(words: list[str]) -> str:
    """Give the key of what stands in front of a colon: «قد يهمك أيضا:» before ever another title."""
    return _key(" ".join(words) + ":")


def recurring(profile: Profile | None, names: list[str]) -> float:
    """Give the share of the outlet's pages that a line stood on, 0 while that says nothing."""
    if profile is None or profile.pages < _LEAST:
        return 0.0
    best = 0.0
    for name in names:
        entry = profile.lines.get(name)
        if entry is not None and entry[0] >= _LEAST:
            best = max(best, entry[0] / profile.pages)
    return best if best >= _SHARE else 0.0


def _key(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def learn(profile: Profile | None, article: Article) -> Profile:
    """Give the profile with one more page in it.

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
    for name, inside in _seen(article).items():
        count, within, _ = lines.get(name, (0, 0, 0))
        lines[name] = (count + 1, within + inside, serial)
    if pages >= WINDOW:
        pages //= 2
        lines = {name: (count // 2, within // 2, last) for name, (count, within, last) in lines.items() if count > 1}
    if len(lines) > LINES:
        # Down to well below the bound, so that not every page has to sort.
        kept = sorted(lines.items(), key=lambda item: (-item[1][0], -item[1][2], item[0]))[: LINES - LINES // 4]
        lines = dict(kept)
    return Profile(
        id=article.source.id,
        origin=article.origin,
        pages=pages,
        lines=lines,
        serial=serial,
        fingerprints=[*fingerprints, article.fingerprint][-REMEMBERED:],
    )


def _seen(article: Article) -> dict[str, bool]:
    """Give the keys of a page's lines, and whether one of them stands in the article."""
    inside = [*article.headings, *article.paragraphs]
    texts = [*inside, *(line.text for line in article.chrome)]
    cut = [text if len(text) <= _CUT else f"{text[:_EDGE]} {text[-_EDGE:]}" for text in texts]
    seen: dict[str, bool] = {}
    for index, (folded, words) in enumerate(fold_lines(cut)):
        for name in _line_keys(folded, words):
            seen[name] = seen.get(name, False) or index < len(inside)
    return seen


def _line_keys(folded: str, words: list[str]) -> list[str]:
    found = keys(words)
    head, colon, _ = folded[:_LEAD].partition(":")
    if colon:
        lead = split(head)
        if 1 <= len(lead) <= _LEAD_WORDS:
            found.append(lead_key(lead))
    return found
