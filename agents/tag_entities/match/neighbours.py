"""What stands around a surface and speaks for a bearer: sure names in one list with it, a dateline."""

from typing import Final, NamedTuple

from agents.arabic.clitics import AND
from agents.arabic.quotation_marks import MARKS, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.kinds import PRESS_KINDS
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.weights import IN_LIST, IN_OTHER_LIST, SIGNED, Balance

_MAX_DATELINE_LETTERS: Final = 60
"""Letters of a line before its dateline ends: fewer than these."""
_MAX_DATELINE_WORDS: Final = 4
"""Words of a line before the agency that signs it."""
_SLASH: Final = "/"
_BEFORE_SIGNATURE: Final = ("-", "–", "—", "ـ", "(")
_COMMAS: Final = ("، ", ", ", " ، ", "،")
_QUOTATION_MARKS: Final = MARKS + SINGLE


_STATES: Final = frozenset(["country"])


class Neighbours(NamedTuple):
    """What stands around a surface."""

    listed: frozenset[str]
    """The kinds of the sure names that it stands beside in a list."""
    signed: bool
    """Whether it stands where an agency signs: بغداد / الأناضول, أبوظبي (الاتحاد)."""

    @property
    def is_cue(self) -> bool:
        """Whether it can make a name of a common word."""
        return self.signed or bool(self.listed)

    def weigh(self, balance: Balance, known: Known) -> None:
        """Weigh what speaks for a bearer."""
        if self.signed and known.kind in PRESS_KINDS:
            balance.add(SIGNED)
        elif known.kind in self.listed:
            balance.add(IN_LIST)
        elif known.kind == "city" and self.listed == _STATES:
            balance.add(IN_OTHER_LIST)


def neighbours_of(lexicon: Lexicon, surface: Surface, context: ArticleContext) -> Neighbours:
    """Return what stands around a surface."""
    tokens = context.tokens
    press = any(bearer.known.kind in PRESS_KINDS for bearer in surface.bearers)
    return Neighbours(
        _kinds_in_list(lexicon, surface, context),
        press and _is_signature(tokens, surface),
    )


def _is_signature(tokens: Tokens, surface: Surface) -> bool:
    """Whether an agency or a paper signs: a slash stands beside it, or a dash or bracket behind a place."""
    text = tokens.text
    before = text[text.rfind("\n", 0, surface.start) + 1 : surface.start].rstrip()
    if before.endswith(_SLASH) or text[surface.end : surface.end + 2].lstrip().startswith(_SLASH):
        return len(before) < _MAX_DATELINE_LETTERS
    return before.endswith(_BEFORE_SIGNATURE) and 0 < len(before.split()) <= _MAX_DATELINE_WORDS


def _kinds_in_list(lexicon: Lexicon, surface: Surface, context: ArticleContext) -> frozenset[str]:
    """Return the kinds of the sure names right before and behind in a list: شيفرون وشل, صعدة والجوف."""
    if surface.key[0] == AND and surface.key[1:] in lexicon.surfaces:
        return frozenset()  # الدمام وجدة
    kinds = set()
    if surface.first in context.kind_before and _goes_on_with_list(context.tokens, surface.first):
        kinds.add(context.kind_before[surface.first])
    if surface.last in context.kind_from and _goes_on_with_list(context.tokens, surface.last):
        kinds.add(context.kind_from[surface.last])
    return frozenset(kinds)


def _goes_on_with_list(tokens: Tokens, position: int) -> bool:
    """Whether a token goes on with a list: behind a comma, or opened by و."""
    if not 0 < position < len(tokens.words):
        return False
    between = tokens.between(position - 1).strip(_QUOTATION_MARKS)
    return between in _COMMAS or (not between.strip() and tokens.words[position][0] == AND)
