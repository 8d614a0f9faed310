"""How relations become stories: what the row of one article does with each. Pure.

Every article has its row in the partition of its id, and only its row decides where it belongs. A row points to a
parent, or it is the root of a story, or alone. Pointers go from later to earlier articles, but for those of `adopt`,
which go to the root of a story that is out; such a root never gets a pointer itself. So no ring of pointers can form,
whatever the order in which relations come, and each of them can be applied twice.
"""

from typing import NamedTuple

import msgspec

from streams.records.bands import Relation
from streams.records.codec import Struct
from streams.records.stories import Card, Story

MAX_ARTICLES = 500
"""A story takes no more: what is found so often is a phrase, not a story."""


class Row(Struct, frozen=True, kw_only=True, tag="row"):
    """What is known of one article's place."""

    card: Card
    parent: Card | None = None
    """The article through which it belongs to a story."""
    members: list[Card] = msgspec.field(default_factory=list)
    """The other articles of the story that it is the root of."""
    changed: int
    """Kafka timestamp of the record that changed it last, in ms."""


class Change(NamedTuple):
    """What a relation does to a row."""

    row: Row | None = None
    """The row, when it changed."""
    relation: Relation | None = None
    """What another row is told."""
    story: Story | None = None
    """The story to publish."""


def target(relation: Relation) -> str:
    """Return the id of the article whose row a relation goes to."""
    return relation.parent.id if relation.kind == "join" else relation.child.id


def related(a: Card, b: Card) -> Relation:
    """Return the relation of two articles that are alike."""
    child, parent = (a, b) if b.order < a.order else (b, a)
    return Relation(kind="similar", child=child, parent=parent)


def apply(row: Row | None, relation: Relation, window_ms: int, now_ms: int) -> Change:
    """Apply a relation to the row that it goes to.

    Parameters
    ----------
    row
        The row so far; None when the article has none.
    relation
        What is told.
    window_ms
        How far an article may be in time from the root of its story, in ms.
    now_ms
        Kafka timestamp of the record that carries the relation, in ms.
    """
    if relation.kind == "join":
        return _join(row or Row(card=relation.parent, changed=now_ms), relation.child, window_ms, now_ms)
    row = row or Row(card=relation.child, changed=now_ms)
    if row.parent is not None:
        return Change()
    if row.members:
        if relation.kind == "adopt":
            return Change()
        return Change(relation=Relation(kind="adopt", child=relation.parent, parent=row.card))
    return Change(
        row=Row(card=row.card, parent=relation.parent, changed=now_ms),
        relation=Relation(kind="join", child=row.card, parent=relation.parent),
    )


def _join(root: Row, child: Card, window_ms: int, now_ms: int) -> Change:
    if root.parent is not None:
        return Change(relation=Relation(kind="join", child=child, parent=root.parent))
    if (
        child.id == root.card.id
        or any(member.id == child.id for member in root.members)
        or not child.near(root.card, window_ms)
        or len(root.members) + 1 >= MAX_ARTICLES
    ):
        return Change()
    row = Row(card=root.card, members=[*root.members, child], changed=now_ms)
    return Change(row=row, story=story(row, child))


def story(row: Row, latest: Card) -> Story:
    """Return the story of a root.

    Parameters
    ----------
    row
        The root's row.
    latest
        The article that joined last.
    """
    cards = sorted([row.card, *row.members], key=lambda card: card.order)
    dates = [card.published_at for card in cards if card.published_at is not None]
    return Story(
        id=f"story:{row.card.id}",
        origin=latest.origin,
        title=cards[0].title,
        articles=[card.id for card in cards],
        sources=list(dict.fromkeys(card.source for card in cards)),
        parent=cards[0].id,
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )
