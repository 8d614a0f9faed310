"""One partition of the table of trends: an article is added to each of its subjects that the partition owns."""

from agents.table_stage import Rows
from agents.trend import rhythm, stories, subject
from agents.trend.news import published
from agents.trend.state import RHYTHM_KEY, Rhythm, Row, Story
from agents.trend.subject import Named
from streams.partition import partition_of
from streams.records.mentions import MAX_COMPANIONS, MentioningArticle, Names
from streams.records.trends import Subject, Trend
from streams.settings import Settings

MAX_TITLE_CHARACTERS = 160
NAMELESS: Names = (None, None)


def add(rows: Rows[Row], number: int, article: MentioningArticle, settings: Settings) -> list[Trend]:
    """Add an article, and return the trends that it makes, changes or takes back.

    Parameters
    ----------
    rows
        The partition's state.
    number
        Which partition it is.
    article
        One that was not added before.
    settings
        Which articles are news, and how many false alarms there may be.
    """
    second = published(article, settings)
    if second is None:
        return []
    before = rows.get(RHYTHM_KEY)
    beats = rhythm.note(before if isinstance(before, Rhythm) else None, second // 3600)
    rows.put(RHYTHM_KEY, beats)
    clocks, made = rhythm.Clocks(beats), list[Trend]()
    names = {each.id: (each.name_ar, each.name_en or "") for each in article.entities}
    names |= {id_: (arabic or "", english or "") for id_, (arabic, english) in article.names.items()}
    for named in _named(article, number, settings.entity_partitions):
        others = [other for other in article.with_ if other != named.subject.id][:MAX_COMPANIONS]
        story = Story(
            second,
            article.article_id,
            article.source,
            article.title[:MAX_TITLE_CHARACTERS],
            article.fingerprint,
            others,
            {other: names[other] for other in stories.paired(named.subject, others) if other in names},
        )
        made += subject.add(rows, clocks, named, story, article.origin, settings.trend_false_alarms)
    return made


def _named(article: MentioningArticle, number: int, partitions: int) -> list[Named]:
    entities = [
        Named(
            Subject(kind="entity", id=entity.id, name_ar=entity.name_ar, name_en=entity.name_en, type=entity.type),
            entity.known,
        )
        for entity in article.entities
    ]
    topics = [
        Named(_media_topic(topic, article.names.get(topic, NAMELESS)))
        for topic in dict.fromkeys(article.media_topics)
        if partition_of(topic, partitions) == number
    ]
    return entities + topics


def _media_topic(topic: str, names: Names) -> Subject:
    return Subject(kind="media_topic", id=topic, name_ar=names[0], name_en=names[1])
