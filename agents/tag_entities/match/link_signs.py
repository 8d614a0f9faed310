"""The signs for and against each bearer of a surface: the words beside it, the model, what the article is about."""

from collections.abc import Mapping
from typing import Final

from agents.arabic.clitics import ARTICLE, DEFINITE
from agents.arabic.memo import Memo
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Draft, ModelName, Surface
from agents.tag_entities.lexicon.kinds import PRESS_KINDS
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.words_before import has_office_before, is_listed, is_signature
from agents.tag_entities.words.evidence import KIND_PLURALS
from agents.tag_entities.words.name_parts import SONS

MAX_WORDS_REMEMBERED: Final = 20_000
MAX_WORDS_TOLD: Final = 3
"""Words of a surface, and bearers, from which on more make no difference."""
SCORE_STEPS: Final = 4
"""Steps into which the score of a name of the model is divided."""
NO_MODEL: Final = "no model"
"""The sign of surfaces in a text that no model has read."""
OF_MODEL: Final = "the model sees"
"""What stands in signs that a model gives."""
RIGHT_BESIDE: Final = "a place of its country right beside it"
"""صور جنوبي لبنان, where several towns are called so."""
LISTED: Final = "in a list behind a word for several of its kind"
"""محافظات حجة وإب."""
LINEAGE: Final = "a name with its fathers"
"""فيصل بن فرحان بن عبد الله."""
WORDS_OF_LINEAGE: Final = 4
"""Words that a name with its fathers has at least."""
SHORT_WORDS: Final = 40
"""Words of a text that is too short to name the countries of all that it tells of."""
IN_SHORT_TEXT: Final = "in a short text"
RELATIONS: Final = (
    *("of no told country", "of its country", "of another country"),
    *("its country is named", "its country is not named"),
    *("elsewhere", "here"),
    IN_SHORT_TEXT,
)
"""How an article may stand to a bearer's country."""
_NO_WORDS: Final[frozenset[str]] = frozenset()
_SURE_SCORE: Final = SCORE_STEPS // 2
"""From which score on a model's type counts."""
_LINE_ENDS: Final = "a line's end"
_MIN_LETTERS: Final = 3
"""Letters that a word keeps when what it opens with is taken off."""


class LinkSigns:
    """Reads the signs. Knows the lexicon, nothing of the texts.

    A sign is a few words, so that the file of their weights and `--explain` can be read.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bare: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, _bare)

    def read(self, draft: Draft, surface: Surface, model_at: Mapping[int, ModelName]) -> list[list[str]]:
        """Return the signs of each bearer of a surface, in their order.

        Parameters
        ----------
        model_at
            For each token in a name of the model, that name.
        """
        beside = self._beside(draft, surface)
        seen = _seen(surface, model_at) if draft.judged else None
        if surface.is_sure:
            each = [["the only bearer", f"the only bearer, {surface.bearers[0].known.kind}"]]
        else:
            each = self._of_several(draft.context, surface, seen)
        silent = _is_silent(draft.context, surface)
        for signs, bearer in zip(each, surface.bearers, strict=True):
            known = bearer.known
            relations = (IN_SHORT_TEXT,) if silent and len(known.countries) == 1 else _relations(draft.context, known)
            signs.extend(self._of_bearer(draft.context, surface, known, beside, relations))
            signs.extend((NO_MODEL,) if seen is None else seen.signs(known))
        return each

    def _of_several(self, context: ArticleContext, surface: Surface, seen: "_Seen | None") -> list[list[str]]:
        """Return what speaks for each bearer of a surface that may mean several things, or nothing."""
        common = surface.last - surface.first == 1 and self._lexicon.is_common(surface.key)
        sure_type = seen.type if seen is not None and seen.is_sure else None
        places = sum(bearer.known.type == "LOC" for bearer in surface.bearers)
        beside = context.country_beside(surface.first) if places > 1 else None
        each = []
        for known, weak, surname, _ in surface.bearers:
            signs = ["one of several", f"weak {known.type}" if weak else "hardly anything else"]
            if common:
                signs.append(f"a common word{', unseen' * (known.type != sure_type)}, {known.type}")
            if surname:
                office = has_office_before(context.tokens, surface.first, known)
                signs.append("a surname behind its office" if office else "a surname without its office")
            if hints := sum(map(context.has, known.context)):
                signs.append("hints of its own" if hints > 1 else "a hint of its own")
            if known.kind in PRESS_KINDS and is_signature(context.tokens, surface):
                signs.append("stands where an agency signs")
            if known.id in self._lexicon.capitals:
                signs.append("a capital")
            if known.type == "LOC" and beside is not None and beside in known.countries:
                right = context.is_right_beside(surface.first, beside)
                signs.append(RIGHT_BESIDE if right else "a place of its country beside it")
            if is_listed(context.tokens, surface.first, KIND_PLURALS.get(known.kind, _NO_WORDS)):
                signs.append(LISTED)
            each.append(signs)
        return each

    def _beside(self, draft: Draft, surface: Surface) -> tuple[str, ...]:
        """Return the words beside a surface, and what is written together with it, as they are told."""
        tokens, first, last = draft.tokens, surface.first, surface.last
        words = tokens.words
        before = self._bare[words[first - 1]] if first and "\n" not in tokens.gaps[first - 1] else _LINE_ENDS
        second = self._bare[words[first - 2]] if first > 1 and before != _LINE_ENDS else _LINE_ENDS
        behind = words[last] if last < len(words) and "\n" not in tokens.gaps[last - 1] else _LINE_ENDS
        joined = words[first][: surface.start - tokens.spans[first][0]]
        return before, second, behind, joined

    @staticmethod
    def _of_bearer(
        context: ArticleContext, surface: Surface, known: Known, beside: tuple[str, ...], relations: tuple[str, ...]
    ) -> list[str]:
        kind, type_ = known.kind, known.type
        before, second, behind, joined = beside
        length = min(surface.last - surface.first, MAX_WORDS_TOLD)
        signs = [
            f"kind {kind}",
            type_,
            f"{type_}, {length} words",
            f"{min(len(surface.bearers), MAX_WORDS_TOLD)} bearers",
            f"{surface.key} is {known.id}",
            f"{type_} behind {before}",
            f"{kind} behind {before}",
            f"{type_} second behind {second}",
            f"{type_} before {behind}",
            f"{type_} joined to {joined}",
        ]
        long = surface.last - surface.first >= WORDS_OF_LINEAGE
        if type_ == "PER" and long and not SONS.isdisjoint(surface.key.split()):
            signs.append(LINEAGE)
        if behind.startswith(ARTICLE):
            signs.append(f"{type_} before a word with the article")
        if context.sport:
            signs.append(f"{kind} in sport")
        for relation in relations:
            signs += (relation, f"{type_} {relation}", f"{kind} {relation}")
        return signs


class _Seen:
    """What the model sees where a surface stands."""

    def __init__(self, surface: Surface, name: ModelName | None) -> None:
        self.type = name.type if name is not None else None
        """The type of the name."""
        self.is_sure = False
        """Whether it surely sees a name in exactly these words."""
        if name is None:
            return
        left, right = surface.first - name.first, name.last - surface.last
        self._score = int(name.score * SCORE_STEPS)
        if left == right == 0:
            self._where = "this"
            self.is_sure = self._score >= _SURE_SCORE
        elif left >= 0 and right >= 0:
            self._where = "more" + " in front" * (left > 0) + " behind" * (right > 0)
        else:
            self._where = "a part"

    def signs(self, known: Known) -> list[str]:
        """Return what it says of a bearer."""
        if self.type is None:
            return [f"{OF_MODEL} nothing", f"{OF_MODEL} nothing, {known.type}"]
        what = f"{OF_MODEL} {self._where}, {'its type' if self.type == known.type else self.type}"
        return [what, f"{what}, {known.type}", f"{what}, {self._score}"]


def _seen(surface: Surface, model_at: Mapping[int, ModelName]) -> _Seen:
    found = (model_at[position] for position in range(surface.first, surface.last) if position in model_at)
    return _Seen(surface, next(found, None))


def _is_silent(context: ArticleContext, surface: Surface) -> bool:
    """Whether a text is short, and tells nothing of any country of a surface's bearers."""
    if context.country is not None or len(context.tokens.words) >= SHORT_WORDS:
        return False
    bearers = (bearer.known for bearer in surface.bearers)
    return not any(context.speaks_of(country, known.id) for known in bearers for country in known.countries)


def _relations(context: ArticleContext, known: Known) -> tuple[str, ...]:
    """Return how an article stands to a bearer's country."""
    if len(known.countries) != 1:
        return ("of no country or several",)
    country, about = known.countries[0], context.country
    return (
        "of no told country" if about is None else "of its country" if about == country else "of another country",
        "its country is named" if context.speaks_of(country, known.id) else "its country is not named",
        "elsewhere" if context.is_elsewhere(known.id, country) else "here",
    )


def _bare(word: str) -> str:
    """Return a word without the article or the letter that it opens with: المحافظات, ومحافظات and محافظات are one."""
    for opening in (*DEFINITE, *"وبل"):
        if word.startswith(opening) and len(word) - len(opening) >= _MIN_LETTERS:
            return word[len(opening) :]
    return word
