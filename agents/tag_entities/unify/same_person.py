"""People whom an article names more and less fully: one entity each."""

from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.words.name_parts import SON_OF, SONS


class SamePerson:
    """The pass that gives the names of one person one entity: the lexicon's, else that of the fuller name."""

    name = "SamePerson"
    starts = None

    @staticmethod
    def run(draft: Draft) -> None:
        """Let names of people whom no list has mean those whom the article names more fully."""
        fuller = _FullerNames(draft)
        for name in draft.names:
            if name.entity.type == "PER" and name.entity.known is None and name.full:
                draft.rename(name, fuller.whole(_words(draft, name)))


class _FullerNames:
    """The full names of people in an article, and whose they are: the lexicon's come first, then the longer ones."""

    def __init__(self, draft: Draft) -> None:
        self._by_both_ends: dict[tuple[str, str], EntityRef] = {}
        self._by_end: dict[tuple[str, ...], EntityRef] = {}
        """Last words, two or more and not all, to whose name ends so."""
        people = [name for name in draft.names if name.entity.type == "PER" and name.full]
        for name in sorted(people, key=lambda name: (name.entity.known is None, name.first - name.last, name.first)):
            words = _words(draft, name)
            self._by_both_ends.setdefault((words[0], words[-1]), name.entity)
            for begin in range(1, len(words) - 1):
                self._by_end.setdefault(tuple(words[begin:]), name.entity)
            for begin in range(2, len(words)):
                if words[begin - 1] in SONS:
                    self._by_end.setdefault((SON_OF, *words[begin:]), name.entity)

    def whole(self, words: list[str]) -> EntityRef:
        """Return whom a full name means: ولد عبد الفتاح is إسماعيل ولد عبد الفتاح."""
        return self._by_end.get(tuple(words)) or self._by_both_ends[words[0], words[-1]]


def _words(draft: Draft, name: Name) -> list[str]:
    return draft.tokens.text[name.start : name.end].split()
