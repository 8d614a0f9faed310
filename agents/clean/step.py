"""The pure part of the cleaning stage: a raw page and its outlet's profile in, the article and the next profile out."""

import logging
from collections.abc import Callable
from typing import NamedTuple

from agents.clean.cleaner import clean
from agents.clean.fields import outlet_register
from agents.clean.fields.ids import outlet_id
from agents.clean.judge.outlet_profile import Profile, learn
from agents.clean.read.raw_page import decode_page
from agents.stage import Incoming, failed, publishable
from agents.table_stage import Rows, TableStep, one_by_one
from streams.outgoing import Out, PublishedPage
from streams.partition import partition_of
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.rejected import MAX_ID_BYTES, REPLAY_HEADER
from streams.rejection import Reject
from streams.settings import Settings
from streams.store.store import StoreError

log = logging.getLogger(__name__)
NAME = "clean"


class Cleaned(NamedTuple):
    """What a page gives."""

    article: Article
    out: Out
    outlet: str
    profile: Profile
    """The outlet's profile, this page learnt."""


def clean_record(incoming: Incoming, profile_of: Callable[[str], Profile | None], settings: Settings) -> Cleaned:
    """Clean a raw page as Kafka or a file gave it.

    Raises
    ------
    Reject
        When the page is refused, or when cleaning it fails.
    StoreError
        When the outlet's profile cannot be read: the page is not to blame.
    """
    try:
        page = decode_page(incoming.value, settings)
        outlet = outlet_id(page)
        profile = profile_of(outlet)
        received_at = incoming.time
        article = clean(page, incoming.origin, received_at, profile, settings)
        value = publishable(encode(article), settings.max_request_bytes)
        partition = partition_of(article.id, settings.article_partitions)
        published = PublishedPage(received_at, article.source.id)
        out = Out("articles", value, article.id.encode(), partition, _replayed(incoming), published)
        return Cleaned(article, out, outlet, learn(profile, article))
    except (Reject, StoreError):
        raise
    except Exception as error:
        place = {"topic": incoming.topic, "partition": incoming.partition, "offset": incoming.offset}
        log.exception("%s failed on a page", NAME, extra={"stage": NAME, **place})
        raise failed(error) from error


def _replayed(incoming: Incoming) -> tuple[tuple[str, bytes], ...]:
    """Return the header of a page that was put back; any producer can write one, of any length and number."""
    found = [content for name, content in incoming.headers if name == REPLAY_HEADER]
    return ((REPLAY_HEADER, (found[-1] or b"")[:MAX_ID_BYTES]),) if found else ()


def make_step(settings: Settings) -> TableStep[Incoming, Incoming, Profile, Cleaned]:
    """Return the stage's pure part: a page that comes again is passed over, not judged by what was learnt since."""
    outlet_register.load(settings.outlets_extra)  # a file that is wrong is said before any page is read

    def clean_page(rows: Rows[Profile], incoming: Incoming) -> Cleaned:
        cleaned = clean_record(incoming, rows.get, settings)
        rows.put(cleaned.outlet, cleaned.profile)
        return cleaned

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="pages",
        table="profiles",
        awaited=True,
        load=Codec(Profile).decode,
        dump=encode,
        decode=lambda incoming: incoming,
        open=lambda rows, _: one_by_one(lambda arrival: clean_page(rows, arrival.incoming)),
        emit=lambda cleaned: [cleaned.out],
    )
