"""A raw page to an article: the pure function of the clean stage."""

from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from agents.clean import byline, ids, kin, language, phrases, published, sections, signals, sources
from agents.clean.layout import Layout
from agents.clean.lines import Line, cut
from agents.clean.profile import Profile
from agents.clean.words import split
from streams.fingerprint import fingerprint
from streams.records import Article, Byline, Chrome, Origin, RawPage, Source
from streams.rejection import Reason, Reject
from streams.settings import Settings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def clean(page: RawPage, origin: Origin, received_at: str, profile: Profile | None, settings: Settings) -> Article:
    """Take the article out of a page.

    Parameters
    ----------
    page
        The raw page.
    origin
        Where it stands in Kafka.
    received_at
        Its Kafka timestamp, RFC 3339 in UTC: what is dated more than a day later is no date.
    profile
        What the page's outlet is known to repeat; None for an outlet that is not known yet.
    settings
        Of which `timezone` counts here.

    Raises
    ------
    Reject
        NO_TEXT, NO_ARTICLE or NOT_ARABIC.
    """
    lines = cut(page.text or "")
    if not lines:
        raise Reject(Reason.NO_TEXT, "the page has no line with anything to read")
    received = published.instant(received_at) or _EPOCH
    local = published.zone(settings.timezone)
    fetched = published.of_field(page.fetched_at, received, local)
    outlet = frozenset(split(page.source or ""))
    site = signals.Site(phrases.load(), outlet, profile, received, fetched.when if fetched else received, local)
    for line in lines:
        signals.classify(line, site)
    laid = Layout(lines, page.title or "", _slug(page.url), outlet)
    return _assemble(page, origin, received_at, laid, received, local, outlet)


def _assemble(page, origin, received_at, laid, received, local, outlet):  # type: ignore[no-untyped-def]
    title = laid.title or (page.title or "").strip()
    headings = [line.text for line in laid.lines if line.role == "heading"]
    paragraphs = [line.text for line in laid.lines if line.role == "paragraph"]
    if not paragraphs and not (title and headings):
        raise Reject(Reason.NO_ARTICLE, f"{len(laid.lines)} lines, and none of them is an article's")
    body = [line.text for line in laid.lines if line.role in ("heading", "paragraph")]
    text = "\n".join([title, *body] if title else body)
    tongue = language.detect(text)
    if not tongue.arabic:
        raise Reject(Reason.NOT_ARABIC, f"{tongue.name} ({tongue.code}); {tongue.share:.0%} of its letters are Arabic")
    label = laid.section_label()
    by, origin_outlet = sources.read(laid, outlet, page.source)
    when = published.of_field(page.published_at, received, local)
    come_from = "field" if when else None
    if when is None:
        when = _shown(laid)
        come_from = "chrome" if when else None
    return Article(
        id=ids.article_id(page, None, text),
        origin=origin,
        received_at=received_at,
        url=page.url,
        source=Source(id=ids.outlet_id(page), name=page.source or ids.host(page.url) or ids.UNKNOWN_OUTLET),
        language=tongue.code,
        title=title,
        section=sections.standard(split(label)) if label else None,
        section_label=label or None,
        headings=headings,
        paragraphs=paragraphs,
        text=text,
        byline=by,
        republished_from=origin_outlet,
        published_at=when.text() if when else None,
        published_precision=when.precision if when else None,
        published_from=come_from,
        fetched_at=page.fetched_at,
        tags=sources.tags(laid),
        captions=[line.text for line in laid.lines if line.reason == "caption"],
        chrome=[Chrome(text=line.text, reason=line.reason) for line in laid.lines if line.role == "chrome"],
        fingerprint=fingerprint(text),
        extra=page.extra,
    )


def _shown(laid: Layout) -> published.Moment | None:
    """Give the date that the page's chrome shows; a date of publication before one of change."""
    dated = [line for line in laid.lines if line.role == "chrome" and line.date is not None and line.date.moment is not None]
    dated.sort(key=lambda line: line.date.updated)
    return dated[0].date.moment if dated else None


def _slug(url: str | None) -> frozenset[str]:
    if not url or "%" not in url:
        return frozenset()
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return frozenset()
    return kin.stems(split(path))
