"""A raw page to an article: the pure function of the clean stage."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from agents.clean.dates import moments
from agents.clean.dates.moments import Moment
from agents.clean.fields import ids, language
from agents.clean.fields.credits import outlet_name, outlet_words, tags
from agents.clean.fields.credits import read as read_credits
from agents.clean.judge import dateline as opening
from agents.clean.judge import judge, lines, phrases, sections
from agents.clean.judge.lines import Line
from agents.clean.judge.outlet_profile import Profile
from agents.clean.layout import title as titles
from agents.clean.layout.page import Layout
from agents.clean.read import html
from agents.clean.read import stems as kin
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import split
from streams.fingerprint import fingerprint
from streams.records.articles import Article, Byline, Chrome, Source
from streams.records.origin import Origin
from streams.records.pages import RawPage
from streams.rejection import Reason, Reject
from streams.settings import Settings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOTHING = Metadata()
_UNDATED = frozenset(["related", "navigation", "tags", "stray"])
"""Reasons of lines in which a date is another article's, or its subject."""
_NEAR = 3
"""Lines between a date and the title that it stands above."""
_HEAD = 2
"""Lines at the page's head in which a day without a time may be the masthead's however near the title is."""
_PUBLISHED = frozenset(split("نشر نشرت النشر تاريخ بتاريخ تم كتب كتبت أضيف تحديث published posted updated on"))
"""Words of a line that tells when an article was published."""


class _Times(NamedTuple):
    """What the page's dates are read against."""

    received: datetime
    fetched: Moment | None
    local: tzinfo

    @property
    def called(self) -> Moment:
        """When the page was called up, as far as that is known."""
        return self.fetched or Moment(self.received, "second")

    @property
    def now(self) -> datetime:
        """What «two hours ago» counts from: when the page was taken from its site, as far as that is known."""
        return self.called.when


class _Dated(NamedTuple):
    """When the article was published, and where that was found."""

    moment: Moment | None
    source: Literal["field", "metadata", "chrome", "text"] | None


class _Reading(NamedTuple):
    """A page, laid out, and what its article is."""

    page: RawPage
    metadata: Metadata
    times: _Times
    name: str
    """The outlet's."""
    outlet: frozenset[str]
    laid: Layout
    title: str
    text: str


def clean(page: RawPage, origin: Origin, received_at: str, profile: Profile | None, settings: Settings) -> Article:
    """Take the article out of a page.

    Parameters
    ----------
    page
        The raw page. Where it has both html and text, the html is read, and the text where that holds no article.
    origin
        Where it stands in Kafka.
    received_at
        Its Kafka timestamp, RFC 3339 in UTC: what is dated more than a day later is no date.
    profile
        What the page's outlet is known to repeat; None for an outlet that is not known yet.
    settings
        Of which `timezone` counts here.

    Returns
    -------
    Article
        The same for the same arguments, in every process.

    Raises
    ------
    Reject
        NO_TEXT, NO_ARTICLE or NOT_ARABIC.
    """
    local = moments.zone(settings.timezone)
    received = moments.instant(received_at) or _EPOCH
    fetched = moments.of_field(page.fetched_at, received, local)
    times = _Times(received, fetched, local)
    refusal = None
    for page_lines, metadata in _readings(page):
        try:
            read = _read(page, page_lines, metadata, profile, times)
        except Reject as reject:
            refusal = reject
        else:
            return _assembled(read, origin, received_at)
    raise refusal or Reject(Reason.NO_TEXT, "the page has no line with anything to read")


def _readings(page: RawPage) -> Iterator[tuple[list[Line], Metadata]]:
    """Give the page's lines: of its html first, then of its text."""
    if page.html:
        document = html.read(page.html)
        if document is not None:
            found = lines.make(document.texts, document.hints)
            for line in found:
                line.kept = not document.kept or line.key in document.kept
            yield found, document.metadata
    if page.text:
        found = lines.cut(page.text)
        if found:
            yield found, _NOTHING


def _read(
    page: RawPage, page_lines: list[Line], metadata: Metadata, profile: Profile | None, times: _Times
) -> _Reading:
    """Lay the page out, and see that there is an article in it, and an Arabic one."""
    name = outlet_name(page, metadata)
    outlet = outlet_words(name)
    site = judge.Site(phrases.load(), outlet, profile, times.received, times.now, times.local)
    judge.classify(page_lines, site)
    told = titles.without_outlet(page.title or metadata.title, outlet)
    slug = _slug(metadata.canonical or page.url) | kin.stems(split(told))
    laid = Layout(page_lines, told, slug, outlet)
    title = laid.title or told
    body = [line for line in laid.lines if line.role in ("heading", "paragraph")]
    if not any(line.role == "paragraph" for line in body):
        whole = "\n".join(line.text for line in page_lines)
        if language.detect(whole).code != language.UNKNOWN:
            _gate(whole)
        raise Reject(Reason.NO_ARTICLE, f"{len(page_lines)} lines, and none of them is an article's text")
    text = "\n".join([title, *(line.text for line in body)] if title else [line.text for line in body])
    _gate(text)
    return _Reading(page, metadata, times, name, outlet, laid, title, text)


def _assembled(read: _Reading, origin: Origin, received_at: str) -> Article:
    """Make the record of what was read."""
    page, metadata, laid = read.page, read.metadata, read.laid
    label = laid.section_label() or metadata.section
    written, republished = read_credits(laid, read.outlet)
    if written.author is None and metadata.author and not read.outlet.issuperset(split(metadata.author)):
        written = Byline(author=metadata.author, agency=written.agency, dateline=written.dateline)
    dated = _published(page, laid, metadata, read.times)
    return Article(
        id=ids.article_id(page, metadata.canonical, read.text),
        origin=origin,
        received_at=received_at,
        url=page.url or (metadata.canonical if ids.canonical_url(metadata.canonical) else None),
        source=Source(id=ids.outlet_id(page), name=read.name or ids.host(page.url) or ids.UNKNOWN_OUTLET),
        language=language.ARABIC,
        title=read.title,
        section=sections.standard(split(label)),
        section_label=label or None,
        headings=[line.text for line in laid.lines if line.role == "heading"],
        paragraphs=[line.text for line in laid.lines if line.role == "paragraph"],
        text=read.text,
        byline=written,
        republished_from=republished,
        published_at=dated.moment.text() if dated.moment else None,
        published_precision=dated.moment.precision if dated.moment else None,
        published_from=dated.source,
        fetched_at=read.times.fetched.text() if read.times.fetched else None,
        tags=tags(laid) or list(metadata.tags),
        captions=list(dict.fromkeys(line.text for line in laid.lines if line.reason == "caption")),
        chrome=[Chrome(text=line.text, reason=line.reason) for line in laid.lines if line.role == "chrome"],
        evidence=_evidence(metadata, read.title, label, written, dated),
        fingerprint=fingerprint(read.text),
        extra=page.extra,
    )


def _gate(text: str) -> None:
    """Refuse a text of another language, naming it."""
    tongue = language.detect(text)
    if not tongue.arabic:
        detail = f"{tongue.name} ({tongue.code}); {tongue.share:.0%} of the letters are of the Arabic script"
        raise Reject(Reason.NOT_ARABIC, detail)


def _published(page: RawPage, laid: Layout, metadata: Metadata, times: _Times) -> _Dated:
    """Give the time of publication: the producer's, else what a reader sees, made more precise by the metadata."""
    given = moments.of_field(page.published_at, times.received, times.local)
    if given is not None:
        return _Dated(given, "field")
    told = moments.of_field(metadata.published, times.received, times.local)
    shown = _shown(laid, times)
    if shown is None:
        if told is not None:
            return _Dated(told, "metadata")
        first = next((line for line in laid.lines if line.role == "paragraph"), None)
        opened = opening.date(first, times.received, times.now, times.local)
        return _Dated(opened, "text") if opened and moments.plausible(opened, times.received) else _Dated(None, None)
    if told is not None and shown.precision not in ("minute", "second") and moments.same_day(shown, told):
        return _Dated(told, "metadata")
    return _Dated(shown, "chrome")


def _shown(laid: Layout, times: _Times) -> Moment | None:
    """Give the date that the page's chrome shows; a date of publication before one of change, near the text first.

    A date far above the title, or a day alone at the page's head with a line between it and the title, may be the day
    when the page was called up, in the masthead: where it is the day of the fetch, it is none of the article's.
    """
    dated = []
    tail = range(laid.end, len(laid.lines))
    linked = next((index for index in tail if laid.lines[index].reason == "related"), len(laid.lines))
    for index, line in enumerate(laid.lines):
        if line.role != "chrome" or line.date is None or line.date.moment is None or line.reason in _UNDATED:
            continue
        above = 0 <= index < laid.at - _NEAR or (index < min(_HEAD, laid.at - 1) and _is_bare(line))
        if not (above and moments.same_day(line.date.moment, times.called)):
            dated.append((index > linked, line.date.updated, above, abs(index - laid.start), line.date.moment))
    return min(dated, key=lambda found: found[:4])[4] if dated else None


def _is_bare(line: Line) -> bool:
    """Say whether a line shows a day and no time, and does not say that something was published on it."""
    moment = line.date.moment if line.date else None
    return moment is not None and moment.precision == "day" and _PUBLISHED.isdisjoint(line.words)


def _slug(url: str | None) -> frozenset[str]:
    """Give the stems of the Arabic words in a page's address."""
    if not url or "%" not in url:
        return frozenset()
    try:
        return kin.stems(split(unquote(urlsplit(url).path)))
    except ValueError:
        return frozenset()


def _evidence(metadata: Metadata, title: str, label: str, written: Byline, dated: _Dated) -> dict[str, str]:
    """Give what the metadata says otherwise than the page."""
    if metadata is _NOTHING:
        return {}
    told = {
        "title": (metadata.title, title),
        "section": (metadata.section, label),
        "author": (metadata.author, written.author or ""),
        "published": (metadata.published, dated.moment.text() if dated.moment else ""),
        "modified": (metadata.modified, ""),
    }
    return {name: said for name, (said, shown) in told.items() if said and split(said) != split(shown)}
