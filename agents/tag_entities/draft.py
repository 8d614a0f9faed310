"""What every pass reads and writes: the words of one article, and the names found in them so far."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from agents.arabic.tokens import Tokens
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.lexicon.lexicon import Bearer, Known
from agents.tag_entities.lexicon.spelling import key
from agents.tag_entities.word_marks import Marks
from streams.records.entities import EntityType

if TYPE_CHECKING:
    from typing import Self

MAX_NAME_CHARACTERS = 300
"""Of a name and of its id. Tables keep many of them in a row, and a row must not outgrow what Kafka takes."""
_FREE, _TAKEN, _PERSON = 0, 1, 2


class EntityRef(NamedTuple):
    """What an article's entity will be: known to the lexicon, composed by a rule, or named by the text alone."""

    id: str
    ar: str
    en: str | None
    type: EntityType
    known: Known | None
    country: str | None = None
    """The id of the country that a place or an organisation is of, where one is known."""

    @classmethod
    def of_lexicon(cls, known: Known) -> "Self":
        """Return the entity of the lexicon."""
        return cls(known.id, known.ar, known.en, known.type, known, _country_of(known))

    @classmethod
    def of_text(cls, entity_type: EntityType, surface: str) -> "Self":
        """Return an entity that nothing but a text names, its id made of the normalised name."""
        joined: list[str] = []
        for word in key(surface).split(" "):
            if joined and joined[-1] == "عبد":
                joined[-1] += word
            else:
                joined.append(word)
        return cls(f"{entity_type.lower()}:ar:{'-'.join(joined)}", surface, None, entity_type, None)


def _country_of(known: Known) -> str | None:
    if known.kind == "country":
        return known.id
    return known.countries[0] if known.type in ("LOC", "ORG") and len(known.countries) == 1 else None


class Evidence(NamedTuple):
    """Something that speaks for a name, with its weight; below 0 where it speaks against it."""

    name: str
    weight: float


ODDS: Final = "odds"
"""The evidence that says how likely a name is right, 0 to 1."""


class Name(NamedTuple):
    """Tokens `first` to `last` (exclusive), folded characters `start` to `end`, that name an entity."""

    first: int
    last: int
    start: int
    end: int
    entity: EntityRef
    full: bool = True
    """Whether it is the entity's own name, and not a surname or an acronym that the article introduced."""
    found_by: str = ""
    """The pass that made or last changed it."""
    evidence: tuple[Evidence, ...] = ()
    """What decided, where evidence was weighed."""


class Surface(NamedTuple):
    """A surface of the lexicon in a text: tokens `first` to `last` (exclusive), folded characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    key: str
    """The surface as the lexicon spells it."""
    bearers: tuple[Bearer, ...]

    @property
    def is_sure(self) -> bool:
        """Whether it can mean one entity only."""
        return len(self.bearers) == 1 and not self.bearers[0].unsure


class ModelName(NamedTuple):
    """A name that the model sees: tokens `first` to `last` (exclusive), its type, and how sure the model is, 0 to 1."""

    first: int
    last: int
    type: EntityType
    score: float


class Draft:
    """One article on its way to its names.

    Parameters
    ----------
    tokens
        Of the folded text.
    marks
        What its words can begin or carry.
    as_published
        Gives a stretch of the folded text as published, with one sign behind it.
    section
        The article's standard section, which tells whether it is about sport.
    dated
        Positions that are part of a date, and so no name of one word: أبريل is no company.
    outlet_country
        The id of the outlet's country, where it is known.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what is known of a text beforehand
        self,
        tokens: Tokens,
        marks: Marks,
        as_published: Callable[[int, int], str],
        section: str | None = None,
        dated: Collection[int] = (),
        outlet_country: str | None = None,
    ) -> None:
        self.tokens = tokens
        self.marks = marks
        self.as_published = as_published
        self.section = section
        self.dated = dated
        self.outlet_country = outlet_country
        self.surfaces: list[Surface] = []
        """The lexicon's surfaces, without overlap."""
        self.misread: set[int] = set()
        """The positions of words that look like a surface and are none."""
        self.undecided: list[Surface] = []
        """Those that no entity was chosen for."""
        self.model_names: Sequence[ModelName] = ()
        self.judged = False
        """Whether a name model has read the text, so that its names can be weighed against those found otherwise."""
        self.context = ArticleContext.empty(tokens)
        self.running = ""
        """The name of the pass that is at work."""
        self._names: dict[int, Name] = {}
        """By the position of their first token."""
        self._ordered: list[Name] | None = []
        """The same in order of the text; None when they have changed since."""
        self._taken = bytearray(len(tokens.words) + 1)

    @property
    def names(self) -> Sequence[Name]:
        """The names so far, in order of the text; what changes them later does not change what this gave."""
        if self._ordered is None:
            self._ordered = [self._names[first] for first in sorted(self._names)]
        return self._ordered

    def starts(self, pass_: "Pass") -> list[int]:
        """Return the positions at which a pass may begin, in order."""
        return self.marks.of(pass_.name)

    def name_at(self, position: int) -> Name | None:
        """Return the name whose first token stands at a position."""
        return self._names.get(position)

    def is_free(self, first: int, last: int) -> bool:
        """Whether no name has taken any token from `first` to `last` (exclusive)."""
        return not any(self._taken[first:last])

    def is_taken(self, position: int) -> bool:
        """Whether a name has taken a token."""
        return self._taken[position] != _FREE

    def is_person(self, position: int) -> bool:
        """Whether a person's name has taken a token."""
        return self._taken[position] == _PERSON

    def add(  # noqa: PLR0913 - what a name is
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        entity: EntityRef,
        *,
        full: bool = True,
        evidence: tuple[Evidence, ...] = (),
    ) -> Name:
        """Add a name, and take its tokens. It takes the place of one that begins at the same token."""
        self._ordered = None
        name = self._names[first] = Name(first, last, start, end, entity, full, self.running, evidence)
        self.take(first, last, person=entity.type == "PER")
        return name

    def replace(self, old: Name, new: Name) -> None:
        """Put a name in the place of another, and take its tokens if it has more."""
        self._ordered = None
        del self._names[old.first]
        self._names[new.first] = new._replace(found_by=self.running)
        if (old.first, old.last) != (new.first, new.last):
            self.take(new.first, new.last, person=new.entity.type == "PER")

    def rename(self, name: Name, entity: EntityRef) -> None:
        """Let a name mean another entity."""
        if name.entity is not entity:
            self._ordered = None
            self._names[name.first] = name._replace(entity=entity, found_by=self.running)

    def weigh(self, name: Name, evidence: Evidence) -> None:
        """Add what was weighed for a name."""
        self._ordered = None
        self._names[name.first] = name._replace(evidence=(*name.evidence, evidence))

    def free(self, name: Name) -> None:
        """Take a name out, and free its tokens: there is none."""
        self.drop((name,))
        self._taken[name.first : name.last] = bytes(name.last - name.first)

    def drop(self, names: Iterable[Name]) -> None:
        """Take names out. Their tokens stay taken: a longer name stands there, or none is to."""
        self._ordered = None
        for name in names:
            del self._names[name.first]

    def take(self, first: int, last: int, *, person: bool) -> None:
        """Mark tokens as part of a name."""
        self._taken[first:last] = bytes([_PERSON if person else _TAKEN]) * (last - first)

    def finished(self) -> list[Name]:
        """Return the names in order of the text; of two that overlap the first, and none that is endless."""
        kept: list[Name] = []
        end = 0
        for name in sorted(self._names.values(), key=lambda name: (name.start, -name.end)):
            if name.start >= end and max(len(name.entity.id), len(name.entity.ar)) <= MAX_NAME_CHARACTERS:
                kept.append(name)
                end = name.end
        return kept


class Pass(Protocol):
    """One step over an article's names."""

    @property
    def name(self) -> str:
        """What `--explain` prints and `--without` takes."""

    @property
    def starts(self) -> Callable[[str], object] | None:
        """What judges, once for all texts, whether the pass may begin at a word; None: it looks at names, not words."""

    def run(self, draft: Draft) -> None:
        """Find, change or drop names."""
