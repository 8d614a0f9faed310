"""A raw page to an article: the pure function of the clean stage, in five calls."""

import functools
from collections.abc import Collection, Iterable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from agents.arabic.memo import Memo
from agents.clean.dates.clock import Clock, zone_named
from agents.clean.dates.field_dates import read_field
from agents.clean.dates.moments import Moment
from agents.clean.dates.times_of_day import zone_called
from agents.clean.fields import ids, language, outlet_register
from agents.clean.fields.aggregators import find_outlet_behind
from agents.clean.fields.authors import complete_byline
from agents.clean.fields.credits import find_tags, outlet_name, outlet_words, read_credits
from agents.clean.fields.evidence import differing_metadata
from agents.clean.fields.genre import find_genre
from agents.clean.fields.outlet_register import Home
from agents.clean.fields.page_address import canonical_url, host
from agents.clean.fields.published_at import find_published_at
from agents.clean.fields.section import find_section_label
from agents.clean.judge import phrase_lexicon, sections
from agents.clean.judge.judge import TESTS, Judge
from agents.clean.judge.lines import Line, make_lines
from agents.clean.judge.outlet_profile import Profile, zone_shown
from agents.clean.judge.site import Site
from agents.clean.layout.layout import PASSES, lay_out
from agents.clean.layout.page import Page
from agents.clean.layout.title_text import without_name, without_outlet
from agents.clean.read.html import Document
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import split
from agents.clean.read.page_texts import read_texts, read_title
from agents.clean.read.stems import stems_of
from streams.fingerprint import fingerprint
from streams.records.articles import Article, Chrome, Source
from streams.records.origin import Origin
from streams.records.pages import RawPage
from streams.rejection import Reason, Reject
from streams.settings import Settings


class ExplainedLine(NamedTuple):
    """What a line of a page was taken for, and by what."""

    text: str
    role: str
    """`title`, `heading`, `paragraph` or `chrome`."""
    reason: str
    """Of chrome: why it is."""
    by: str
    """The name of the test or of the pass that said so."""


class Explained(NamedTuple):
    """An article, and what each line of its page was taken for."""

    article: Article
    lines: list[ExplainedLine]


class _Reading(NamedTuple):
    """A page, laid out, and what its article is."""

    raw: RawPage
    metadata: Metadata
    outlet: str
    """The outlet's name."""
    home: Home
    """Where the outlet is at home."""
    clock: Clock
    fetched: Moment | None
    """When the page was taken from its site, where the producer says so."""
    page: Page
    title: str
    text: str
    is_truncated: bool
    """Whether the page held more than was read."""


class Cleaner:
    """Takes the articles out of pages.

    Parameters
    ----------
    settings
        Of which `timezone` and `outlets_extra` count here.
    without
        Names of tests and passes to leave out, to see what each is worth: of `judge.TESTS` and `layout.PASSES`.

    Raises
    ------
    ValueError
        When one of `without` names no test and no pass.
    SettingsError
        When the user's file of outlets is not as it can be.
    """

    def __init__(self, settings: Settings, without: Collection[str] = ()) -> None:
        self._timezone = settings.timezone
        self._without = frozenset(without)
        self._judge = _judge_without(self._without)
        self._register = outlet_register.load(settings.outlets_extra)

    def clean(self, raw: RawPage, origin: Origin, received_at: str, profile: Profile | None) -> Article:
        """Take the article out of a page.

        Parameters
        ----------
        raw
            The raw page. Where it has both html and text, the html is read, and the text where that holds no article.
        origin
            Where it stands in Kafka.
        received_at
            Its Kafka timestamp, RFC 3339 in UTC: what is dated more than a day later is no date.
        profile
            What the page's outlet is known to repeat; None for an outlet that is not known yet.

        Returns
        -------
        Article
            The same for the same arguments, in every process.

        Raises
        ------
        Reject
            NO_TEXT, NO_ARTICLE or NOT_ARABIC.
        """
        return self._record(self._read(raw, received_at, profile), origin, received_at)

    def explain(self, raw: RawPage, origin: Origin, received_at: str, profile: Profile | None) -> Explained:
        """Clean a page as `clean` does, and tell what each of its lines was taken for, and by which test or pass."""
        read = self._read(raw, received_at, profile)
        lines = [ExplainedLine(line.text, line.role, line.reason, line.by) for line in read.page.lines]
        return Explained(self._record(read, origin, received_at), lines)

    def _read(self, raw: RawPage, received_at: str, profile: Profile | None) -> _Reading:
        """Read a page from its html, else from its text."""
        received = Clock.at(received_at, self._timezone)
        fetched = read_field(raw.fetched_at, received)
        received = received._replace(now=fetched.when) if fetched else received
        refusal = None
        for document in read_texts(raw):
            metadata = document.metadata
            lines = _lines_of(document)
            name = outlet_name(raw, metadata)
            host_name = host(raw.url) or host(metadata.canonical)
            outlet = outlet_words(name or self._register.name_of_host(host_name or "") or "")
            home = self._register.home_of(host_name, name)
            clock = _clock_of(home, profile, received)
            given_title = _without_names(read_title(raw.title or metadata.title), (metadata.site, raw.source), lines)
            told_title = without_outlet(given_title, outlet, _WORDS_OF_HOST[host_name or ""])
            address_stems = _stems_of_address(metadata.canonical) or _stems_of_address(raw.url)
            page = Page(lines, told_title, address_stems | stems_of(split(told_title)), outlet, address_stems)
            self._judge.judge(lines, Site(phrase_lexicon.load(), outlet, profile, clock))
            lay_out(page, self._without)
            title = page.title or told_title
            try:
                text = _text(page, title)
            except Reject as reject:
                refusal = reject
            else:
                return _Reading(raw, metadata, name, home, clock, fetched, page, title, text, document.is_truncated)
        raise refusal or Reject(Reason.NO_TEXT, "the page has no line with anything to read")

    def _record(self, read: _Reading, origin: Origin, received_at: str) -> Article:
        """Make the record of what was read."""
        raw, metadata, page = read.raw, read.metadata, read.page
        label = find_section_label(page) or metadata.section
        byline, republished_from = read_credits(page, page.outlet, self._register)
        if republished_from is None:
            republished_from = find_outlet_behind(raw.url, page.lines, self._register)
        byline = complete_byline(byline, metadata, page.outlet)
        section = sections.standard(split(label))
        published = find_published_at(raw, page, metadata, read.clock, read.fetched)
        published_at = published.moment.text() if published.moment else None
        return Article(
            id=ids.article_id(raw, metadata.canonical, read.text),
            origin=origin,
            received_at=received_at,
            url=raw.url or (metadata.canonical if canonical_url(metadata.canonical) else None),
            source=Source(
                id=ids.outlet_id(raw),
                name=read.outlet or host(raw.url) or ids.UNKNOWN_OUTLET,
                country=read.home.country,
            ),
            language=language.ARABIC,
            title=read.title,
            section=section,
            section_label=label or None,
            genre=find_genre(page, read.title, label, section, byline),
            headings=[line.text for line in page.lines if line.role == "heading"],
            paragraphs=[line.text for line in page.lines if line.role == "paragraph"],
            text=read.text,
            truncated=read.is_truncated,
            byline=byline,
            republished_from=republished_from,
            published_at=published_at,
            published_precision=published.moment.precision if published.moment else None,
            published_from=published.source,
            published_zone=published.zone,
            published_zone_from=published.zone_from,
            updated_at=published.changed.text() if published.changed else None,
            updated_precision=published.changed.precision if published.changed else None,
            fetched_at=read.fetched.text() if read.fetched else None,
            tags=find_tags(page) or list(metadata.tags),
            captions=list(dict.fromkeys(line.text for line in page.lines if line.reason == "caption")),
            chrome=[Chrome(text=line.text, reason=line.reason) for line in page.lines if line.role == "chrome"],
            evidence=differing_metadata(metadata, read.title, label, byline.author, published_at),
            fingerprint=fingerprint(read.text),
            extra=raw.extra,
        )


def clean(raw: RawPage, origin: Origin, received_at: str, profile: Profile | None, settings: Settings) -> Article:
    """Take the article out of a page, with every test and pass; see `Cleaner.clean`."""
    return Cleaner(settings).clean(raw, origin, received_at, profile)


def part_names() -> tuple[str, ...]:
    """Return the names of all tests and passes, in their order."""
    return (*(test.name for test in TESTS), *(step.name for step in PASSES))


@functools.cache
def _judge_without(names: frozenset[str]) -> Judge:
    unknown = sorted(names.difference(part_names()))
    if unknown:
        raise ValueError(f"no test or pass of clean: {', '.join(unknown)}; there are {', '.join(part_names())}")
    return Judge(names)


def _lines_of(document: Document) -> list[Line]:
    """Return a document's lines, with what its markup and the second opinion on it say of each."""
    lines = make_lines(document.texts, document.hints)
    for line, article in zip(lines, document.articles or (), strict=False):
        line.article = article
        line.kept = not document.kept or line.key in document.kept
    return lines


def _without_names(title: str, names: Iterable[str | None], lines: list[Line]) -> str:
    """Return a title without a site's names at its ends, unless the page shows it with them: «وزارة الصحة: …»."""
    for name in names:
        bare = without_name(title, name or "")
        words = split(title) if bare != title else []
        title = title if any(line.words == words for line in lines if words) else bare
    return title


def _clock_of(home: Home, profile: Profile | None, received: Clock) -> Clock:
    """Return the clock of a page: times without a zone are read in its outlet's, as far as that is known."""
    shown = zone_shown(profile)
    if home.zone is not None and home.registered:
        return received._replace(zone=zone_named(home.zone), zone_from="outlet")
    if shown is not None:
        return received._replace(zone=zone_called(shown), zone_from="profile")
    if home.zone is not None:
        return received._replace(zone=zone_named(home.zone), zone_from="country")
    return received


def _text(page: Page, title: str) -> str:
    """Return the article's text; refuse a page without one, and one that is not Arabic."""
    article = [line for line in page.lines if line.role in ("heading", "paragraph")]
    if not any(line.role == "paragraph" for line in article):
        whole = "\n".join(line.text for line in page.lines)
        if language.detect(whole).code != language.UNKNOWN:
            language.require_arabic(whole)
        raise Reject(Reason.NO_ARTICLE, f"{len(page.lines)} lines, and none of them is an article's text")
    text = "\n".join([title, *(line.text for line in article)] if title else [line.text for line in article])
    language.require_arabic(text)
    return text


_WORDS_OF_HOST: Memo[str, frozenset[str]] = Memo(1 << 12, lambda name: frozenset(name.split(".")[:-1]))
"""The parts of a host's name but for its end: it may be the outlet's name in Latin letters."""


def _stems_of_address(url: str | None) -> frozenset[str]:
    """Return the stems of the Arabic words in a page's address."""
    if not url or ("%" not in url and url.isascii()):
        return frozenset()
    try:
        return stems_of(split(unquote(urlsplit(url).path)))
    except ValueError:
        return frozenset()
