"""What of a story holds together when one of its articles has another text. Pure."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from agents.group.likeness import alike
from agents.group.rows import Member
from agents.group.sketch import MIN_LIKENESS, MIN_LIKENESS_OF_MEMBERS
from streams.records.bands import BandedArticle


class Split(NamedTuple):
    """What became of a story."""

    kept: list[Member]
    """Who stays with the article that keeps it."""
    released: list[list[BandedArticle]]
    """The others, those of one text together."""


def split(root: BandedArticle, members: Sequence[Member], revised: str, window_ms: int) -> Split:
    """See which articles of a story are still like another one of it.

    Only the revised article, and those that came in by it, are compared; the others stay with whom they came by.

    Parameters
    ----------
    root
        The article that keeps the story.
    members
        The others, as their latest revisions have them.
    revised
        The id of the article that has another text now.
    window_ms
        How far apart in time articles of a story may be, in ms.
    """
    nodes = [Member(article=root, via=""), *members]
    web = _Web([node.id for node in nodes])
    unsure = [nodes[0]] if revised == root.card.id else []
    for node in members:
        near = node.article.card.near(root.card, window_ms)
        if near and revised not in (node.id, node.via) and node.via in web.groups:
            web.link(node.id, node.via)
        else:
            unsure.append(node)
    for node in unsure:
        for other in nodes:
            if web.groups[node.id] is not web.groups[other.id] and _hold(node, other, root, window_ms):
                web.link(node.id, other.id)
    ways = web.ways(root.card.id)
    kept = [Member(article=node.article, via=ways[node.id]) for node in members if node.id in ways]
    released: dict[int, list[BandedArticle]] = {}
    for node in members:
        if node.id not in ways:
            released.setdefault(id(web.groups[node.id]), []).append(node.article)
    return Split(kept, list(released.values()))


def _hold(a: Member, b: Member, root: BandedArticle, window_ms: int) -> bool:
    """Whether two articles of a story are alike: less is needed with the first one, and with whom one came by."""
    cards = (a.article.card, b.article.card)
    if not all(card.near(root.card, window_ms) for card in cards) or not cards[0].near(cards[1], window_ms):
        return False
    closer = root.card.id in (a.id, b.id) or a.via == b.id or b.via == a.id
    return bool(alike(a.article, b.article, MIN_LIKENESS if closer else MIN_LIKENESS_OF_MEMBERS))


class _Web:
    """Articles, and which of them hold each other."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.groups: dict[str, list[str]] = {id_: [id_] for id_ in ids}
        self._links: dict[str, list[str]] = {id_: [] for id_ in ids}

    def link(self, a: str, b: str) -> None:
        self._links[a].append(b)
        self._links[b].append(a)
        one, other = self.groups[a], self.groups[b]
        if one is not other:
            one, other = (one, other) if len(one) >= len(other) else (other, one)
            one.extend(other)
            self.groups.update((id_, one) for id_ in other)

    def ways(self, start: str) -> dict[str, str]:
        """Return the articles that hold to one by others, each with the next on the way there."""
        ways = {start: ""}
        waiting = deque([start])
        while waiting:
            near = waiting.popleft()
            for far in self._links[near]:
                if far not in ways:
                    ways[far] = near
                    waiting.append(far)
        return ways
