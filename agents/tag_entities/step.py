"""The pure part of the entities stage: articles in; tagged articles out of what is new in them, repeats of the rest."""

from collections.abc import Sequence

import msgspec

from agents.stage import Applier, Arrival, Incoming, TableRows, TableStep, attempt, publishable
from agents.tag_entities.revisions import Revision, Revisions, digest, repeat, rounds
from agents.tag_entities.tagger import Tagger
from streams.outgoing import Out
from streams.records.articles import Article
from streams.records.codec import Codec, encode
from streams.records.rejected import REPLAY_HEADER
from streams.rejection import Reject
from streams.settings import Settings

NAME = "tag_entities"
Visit = Arrival[Article, Incoming]


def make_step(settings: Settings) -> TableStep[Article, Incoming, Revision, list[Out]]:
    """Return the stage's pure part, with all that it needs loaded."""
    tagger = Tagger.load(settings)
    codec = Codec(Article)

    def open_partition(rows: TableRows[Revision], partition: int) -> Applier[Article, Incoming, list[Out]]:
        stage = _Stage(tagger, Revisions(rows, settings), partition, settings)
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
        origin=lambda article: article.origin,
        emit=lambda outs: outs,
    )


class _Stage:
    """The stage in one partition."""

    def __init__(self, tagger: Tagger, revisions: Revisions, partition: int, settings: Settings) -> None:
        self._tagger = tagger
        self._revisions = revisions
        self._partition = partition
        self._settings = settings

    def apply(self, visits: Sequence[Visit]) -> list[list[Out] | Reject]:
        """Tag what visits found new, in whatever batches they come, and forget articles that nobody visits any more."""
        results: list[list[Out] | Reject] = [[] for _ in visits]
        # An article's second visit is judged when it is known what became of the first.
        for indices in rounds([visit.record.id for visit in visits]):
            for index, result in zip(indices, self._apply_round([visits[i] for i in indices]), strict=True):
                results[index] = result
        if (accepted := next((result for result in results if not isinstance(result, Reject)), None)) is not None:
            latest = max(visit.record.received_at for visit in visits)
            gone = self._revisions.sweep(latest, len(visits))
            accepted.extend(Out("tagged", None, article_id.encode(), self._partition) for article_id in gone)
        return results

    def _apply_round(self, visits: Sequence[Visit]) -> list[list[Out] | Reject]:
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
        for (index, revision), result in zip(found.items(), self._tag(articles), strict=True):
            if not isinstance(result, Reject):
                self._revisions.put(visits[index].record, revision)
            results[index] = result
        return results

    def tag_all(self, visits: Sequence[Visit]) -> list[list[Out] | Reject]:
        """Tag every visit as an article of its own."""
        return self._tag([visit.record for visit in visits])

    def _tag(self, articles: Sequence[Article]) -> list[list[Out] | Reject]:
        results: list[list[Out] | Reject] = []
        for tagged in attempt(NAME, self._tagger.tag, articles):
            if isinstance(tagged, Reject):
                results.append(tagged)
                continue
            try:
                results.append(
                    [self._out("tagged", tagged, publishable(encode(tagged), self._settings.max_request_bytes))]
                )
            except Reject as reject:
                results.append(reject)
        return results

    def _out(self, topic: str, article: Article, value: bytes) -> Out:
        return Out(topic, value, article.id.encode(), self._partition)


def _is_replayed(incoming: Incoming) -> bool:
    """Whether a page was put back by `rasid rejected replay`: its article may be known, and have been refused since."""
    return any(name == REPLAY_HEADER for name, _ in incoming.headers)
