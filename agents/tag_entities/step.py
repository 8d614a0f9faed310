"""The pure part of the entities stage: articles in; tagged articles out of what is new in them, repeats of the rest."""

from collections.abc import Sequence

import msgspec

from agents.stage import Incoming, attempt, publishable
from agents.table_stage import Answer, Applier, Arrival, Asking, TableRows, TableStep
from agents.tag_entities.revisions import Revision, Revisions, digest, repeat, rounds
from streams.outgoing import Out
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.rejected import REPLAY_HEADER
from streams.records.tagged import TaggedArticle
from streams.rejection import Reject
from streams.settings import Settings

NAME = "tag_entities"
Visit = Arrival[Article, Incoming]


def make_step(settings: Settings) -> TableStep[Article, Incoming, Revision, list[Out]]:
    """Return the stage's pure part, with all that it needs loaded."""
    codec = Codec(Article)

    def open_partition(rows: TableRows[Revision], partition: int) -> Applier[Article, Incoming, list[Out]]:
        stage = _Stage(Revisions(rows, settings), partition)
        return stage.apply if settings.revisions == "on" else stage.tag_all

    return TableStep(
        name=NAME,
        stage=NAME,
        reads="articles",
        table="revisions",
        awaited=True,
        load=msgspec.json.Decoder(Revision).decode,
        dump=msgspec.json.encode,
        decode=lambda incoming: codec.decode(incoming.value),
        open=open_partition,
        answering=make_answer,
        origin=lambda article: article.origin,
        emit=lambda outs: outs,
    )


def make_answer(settings: Settings) -> Answer:
    """Return what tags encoded articles, with all that it needs loaded."""
    from agents.tag_entities.tagger import Tagger  # noqa: PLC0415 - 20 MB of libraries, for another process most often

    tagger = Tagger.load(settings)
    codec = Codec(Article)

    def answer(articles: Sequence[bytes]) -> list[bytes | Reject]:
        return list(map(_encoded, attempt(NAME, tagger.tag, [codec.decode(article) for article in articles])))

    def _encoded(tagged: TaggedArticle | Reject) -> bytes | Reject:
        if isinstance(tagged, Reject):
            return tagged
        try:
            return publishable(encode(tagged), settings.max_request_bytes)
        except Reject as reject:
            return reject

    return answer


class _Stage:
    """The stage in one partition; what tags an article is asked, with the article's bytes."""

    def __init__(self, revisions: Revisions, partition: int) -> None:
        self._revisions = revisions
        self._partition = partition

    def apply(self, visits: Sequence[Visit]) -> Asking[list[list[Out] | Reject]]:
        """Tag what visits found new, in whatever batches they come, and forget articles that nobody visits any more."""
        results: list[list[Out] | Reject] = [[] for _ in visits]
        # An article's second visit is judged when it is known what became of the first.
        for indices in rounds([visit.record.id for visit in visits]):
            applied = yield from self._apply_round([visits[i] for i in indices])
            for index, result in zip(indices, applied, strict=True):
                results[index] = result
        if (accepted := next((result for result in results if not isinstance(result, Reject)), None)) is not None:
            latest = max(visit.record.received_at for visit in visits)
            gone = self._revisions.sweep(latest, len(visits))
            accepted.extend(Out("tagged", None, article_id.encode(), self._partition) for article_id in gone)
        return results

    def _apply_round(self, visits: Sequence[Visit]) -> Asking[list[list[Out] | Reject]]:
        """Apply visits to different articles."""
        results: list[list[Out] | Reject] = [[] for _ in visits]
        found: dict[int, Revision] = {}
        articles: list[Article] = []
        for index, (incoming, article, _) in enumerate(visits):
            known = self._revisions.known(article)
            content = digest(article)
            if known is not None and known.digest == content and not _is_replayed(incoming):
                self._revisions.visited(article, known)
                results[index] = [self._out("repeats", article, encode(repeat(article, known)))]
                continue
            number = 1 if known is None else known.number + 1
            found[index] = Revision(content, number, article.origin, article.received_at)
            replaces = None if known is None else known.origin
            articles.append(msgspec.structs.replace(article, revision=number, replaces=replaces))
        tagged = yield from self._tag(articles)
        for (index, revision), result in zip(found.items(), tagged, strict=True):
            if not isinstance(result, Reject):
                self._revisions.put(visits[index].record, revision)
            results[index] = result
        return results

    def tag_all(self, visits: Sequence[Visit]) -> Asking[list[list[Out] | Reject]]:
        """Tag every visit as an article of its own."""
        return (yield from self._tag([visit.record for visit in visits]))

    def _tag(self, articles: Sequence[Article]) -> Asking[list[list[Out] | Reject]]:
        answers = (yield [encode(article) for article in articles]) if articles else []
        return [
            answer if isinstance(answer, Reject) else [self._out("tagged", article, answer)]
            for article, answer in zip(articles, answers, strict=True)
        ]

    def _out(self, topic: str, article: Article, value: bytes) -> Out:
        return Out(topic, value, article.id.encode(), self._partition)


def _is_replayed(incoming: Incoming) -> bool:
    """Whether a page was put back by `rasid rejected replay`: its article may be known, and have been refused since."""
    return any(name == REPLAY_HEADER for name, _ in incoming.headers)
