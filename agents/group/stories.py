"""How relations become stories: what the row of one article does with each. Pure.

Every article has its row in the partition of its id, and only its row decides where it belongs. It asks one article
after the other that it is like, and waits for the answer of each. Who was asked passes the question on to the story
that it is of, or holds it while it waits itself. Only later articles are held, so that no ring of waiting forms; an
earlier one is refused, and asked to join later.

A row has always known of a revision before it is told anything of it, and `revise` is told first.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from agents.group.likeness import alike
from agents.group.rows import MAX_ARTICLES, MAX_CANDIDATES, Member, Row, story, story_id
from agents.group.sketch import MIN_LIKENESS
from agents.group.splits import split
from streams.records.bands import BandedArticle, Relation
from streams.records.stories import Card, Story


class Change(NamedTuple):
    """What becomes of a row, and what follows."""

    row: Row | None
    """The row; None when there is none, or none any more."""
    relations: list[Relation]
    """What other rows are told, in this order."""
    stories: dict[str, Story | None]
    """The stories to publish by their ids; None: it is gone."""


def target(relation: Relation) -> str:
    """Return the id of the article whose row a relation goes to."""
    if relation.kind == "join":
        return relation.story or relation.parent.card.id
    return relation.child.card.id


def related(a: BandedArticle, b: BandedArticle) -> Relation:
    """Return the relation of two articles that are alike."""
    child, parent = (a, b) if b.card.order < a.card.order else (b, a)
    return Relation(kind="similar", child=child, parent=parent)


def refusal(join: Relation) -> Relation:
    """Return the answer to an article that does not join."""
    return Relation(kind="refuse", child=join.child, parent=join.parent, story=join.story)


def apply(row: Row | None, relation: Relation, window_ms: int, now_ms: int) -> Change:
    """Apply a relation to the row that it goes to.

    Parameters
    ----------
    row
        The row so far; None when the article has none.
    relation
        What is told, of revisions that are the latest known.
    window_ms
        How far an article may be in time from the first one of its story, in ms.
    now_ms
        Kafka timestamp of the record that carries the relation, in ms.
    """
    child, parent = relation.child, relation.parent
    if relation.kind == "join" and relation.story is not None and (row is None or not row.keeps(parent.card.id)):
        # The parent is not of this story any more, and will know that by the time at which it is asked again.
        left = Relation(kind="release", child=parent, parent=parent, story=relation.story)
        return Change(row, [left, Relation(kind="join", child=child, parent=parent)], {})
    turn = _Turn(row or Row(article=parent if relation.kind == "join" else child, changed=now_ms), window_ms)
    match relation.kind:
        case "similar":
            turn.similar(parent)
        case "adopt":
            turn.adopt(parent, relation.story)
        case "join":
            turn.join(child, parent)
        case "accept":
            turn.accept(relation.story)
        case "refuse":
            turn.refuse()
        case "release":
            turn.release(relation.story, relation.others)
    return turn.change(row, now_ms)


def revise(row: Row, article: BandedArticle, window_ms: int, now_ms: int) -> Change:
    """Put a further revision of an article into a row that holds an earlier one.

    Parameters
    ----------
    row
        The row so far.
    article
        The revision, without bands.
    window_ms, now_ms
        As in `apply`.
    """
    turn = _Turn(row, window_ms)
    turn.revise(article)
    return turn.change(row, now_ms)


class _Turn:
    """A row while it changes."""

    def __init__(self, row: Row, window_ms: int) -> None:
        self.row = row
        self._window = window_ms
        self._relations: list[Relation] = []
        self._stories: dict[str, Story | None] = {}

    def change(self, before: Row | None, now_ms: int) -> Change:
        """Return what became of the row as it was before."""
        row: Row | None = self.row
        if row is not before:
            row = None if self.row.says_nothing else msgspec.structs.replace(self.row, changed=now_ms)
        return Change(row, self._relations, self._stories)

    def similar(self, other: BandedArticle) -> None:
        """Take in that an earlier article is like this one."""
        if self._knows(other):
            return
        if story := self._story:
            self._keep(other)
            self._tell("adopt", other, self.row.article, story)
        elif self.row.asked:
            self._keep(other)
        else:
            self._ask(other)

    def adopt(self, other: BandedArticle, story: str | None) -> None:
        """Take in that a later article is like this one, which is of a story already."""
        if self._knows(other) or (story in {self.row.story, self.row.id} and self._first_texts(other)):
            return
        if self._story or self.row.asked:
            self._keep(other)
        else:
            self._ask(other)

    def join(self, child: BandedArticle, via: BandedArticle) -> None:
        """Take in that an article asks to join, because it is like this one or another one of its story."""
        if self.row.story:
            self._tell("join", child, via, self.row.story)
        elif not self.row.asked:
            self._admit(child, via)
        elif child.card.order > self.row.article.card.order and len(self.row.held) < MAX_ARTICLES:
            self._set(held=[*self.row.held, child])
        else:
            self._keep(child)
            self._tell("refuse", child, via)

    def accept(self, story: str | None) -> None:
        """Take in that the article is of a story now."""
        asked, held, candidates, article = self.row.asked, self.row.held, self.row.candidates, self.row.article
        if asked is None:
            return
        self._set(story=story, asked=None, held=[])
        if alike(article, asked, MIN_LIKENESS):
            self._set(candidates=[asked, *(other for other in candidates if other.card.id != asked.card.id)])
        for child in held:
            self._tell("join", child, article, story)
        for other in candidates:
            self._tell("adopt", other, article, story)

    def refuse(self) -> None:
        """Take in that the article cannot join whom it asked."""
        if self.row.asked:
            self._set(asked=None)
            self._go_on()

    def release(self, story: str | None, others: list[BandedArticle]) -> None:
        """Take in that a story has let the article go, together with others of one text with it."""
        if self.row.story is not None and self.row.story == story:
            self._set(story=None)
            self._go_on()
        known = [self.row.article]
        for other in others:
            like = next((one for one in known if alike(other, one, MIN_LIKENESS)), None)
            if like is not None:
                self._relations.append(related(other, like))
            known.append(other)

    def revise(self, article: BandedArticle) -> None:
        """Put a further revision of an article in the place of the one before."""
        row, id_ = self.row, article.card.id
        if id_ == row.id:
            self._set(article=article)
        self._set(
            asked=row.asked and _revised([row.asked], article)[0],
            candidates=[other for other in _revised(row.candidates, article) if self._like(other, id_)],
            held=_revised(row.held, article),
            members=[Member(article=article, via=member.via) if member.id == id_ else member for member in row.members],
        )
        for child in list(self.row.held):
            if not self._like(child, id_) or child.card.order < self.row.article.card.order:
                self._set(held=[other for other in self.row.held if other is not child])
                self._tell("refuse", child, self.row.article)
                if self._like(child, id_):
                    self._keep(child)
        if row.keeps(id_):
            self._split(article)

    def _split(self, revised: BandedArticle) -> None:
        row = self.row
        kept, released = split(row.article, row.members, revised.card.id, self._window)
        self._set(members=kept)
        self._publish(revised.card)
        for together in released:
            first = min(together, key=lambda article: article.card.order)
            others = [article for article in together if article is not first]
            self._tell("release", first, row.article, row.id, others)
            for other in others:
                self._tell("release", other, row.article, row.id)
        if not kept:
            self._go_on()

    def _like(self, other: BandedArticle, revised: str) -> bool:
        """Whether another article is like this one still, of which one or the other may have been revised."""
        if revised not in {other.card.id, self.row.id}:
            return True
        return bool(alike(self.row.article, other, MIN_LIKENESS))

    def _go_on(self) -> None:
        """Ask the next candidate, or let in who waits."""
        if self.row.candidates:
            first, *rest = self.row.candidates
            self._set(candidates=rest)
            self._ask(first)
            return
        held = self.row.held
        self._set(held=[])
        for child in held:
            self._admit(child, self.row.article)

    def _admit(self, child: BandedArticle, via: BandedArticle) -> None:
        row = self.row
        if not row.keeps(child.card.id):
            full = len(row.members) + 1 >= MAX_ARTICLES
            if child.card.id == row.id or full or not child.card.near(row.article.card, self._window):
                self._tell("refuse", child, via)
                return
            self._set(members=[*row.members, Member(article=child, via=via.card.id)])
            self._publish(child.card)
        self._tell("accept", child, via, row.id)

    def _publish(self, latest: Card) -> None:
        self._stories[story_id(self.row.id)] = story(self.row, latest)

    @property
    def _story(self) -> str | None:
        """The article whose row keeps the story that this one is of, or keeps."""
        return self.row.id if self.row.members else self.row.story

    def _knows(self, other: BandedArticle) -> bool:
        """Whether nothing new is told of another article."""
        id_ = other.card.id
        if id_ == self.row.id or self.row.keeps(id_) or any(id_ == known.card.id for known in self.row.candidates):
            return True
        asked = self.row.asked and self.row.asked.card.id
        return id_ in {self.row.story, asked} and self._first_texts(other)

    def _first_texts(self, other: BandedArticle) -> bool:
        """Whether neither of two articles was revised; else what is on its way can be of an earlier text."""
        return other.card.revision == self.row.article.card.revision == 1

    def _keep(self, other: BandedArticle) -> None:
        if len(self.row.candidates) < MAX_CANDIDATES and not self._knows(other):
            self._set(candidates=[*self.row.candidates, other])

    def _ask(self, other: BandedArticle) -> None:
        self._set(asked=other)
        self._tell("join", self.row.article, other)

    def _set(self, **values: object) -> None:
        self.row = msgspec.structs.replace(self.row, **values)

    def _tell(
        self,
        kind: Literal["adopt", "join", "accept", "refuse", "release"],
        child: BandedArticle,
        parent: BandedArticle,
        story: str | None = None,
        others: Sequence[BandedArticle] = (),
    ) -> None:
        self._relations.append(Relation(kind=kind, child=child, parent=parent, story=story, others=list(others)))


def _revised(articles: list[BandedArticle], article: BandedArticle) -> list[BandedArticle]:
    return [article if other.card.id == article.card.id else other for other in articles]
