"""What stands beside a surface and speaks for a bearer: sure names in one list with it, the words of a surface."""

from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.kinds import PRESS_KINDS
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.weights import IN_LIST, MATCH_TOLD, SIGNED, Balance

_PLAYED: Final = folded(
    "بنتيجة فاز الفوز فوز فوزه فوزا تغلب التغلب خسر خسارة خسارته الخسارة تعادل التعادل هزم انتصار الانتصار قاد شباك "
    "مرمى هدفين أهداف بهدف بهدفين بثلاثية برباعية بثنائية بخماسية"
)
"""Words of a match that stand a little before a club's name."""
_SCORED: Final = folded("بهدف بهدفين بنتيجة لانتصار لفوز رصيده بثلاثية برباعية بثنائية بخماسية للفوز")
"""Words of a match right behind a club's name."""
_STANDS: Final = frozenset(["في المركز", "في صداره", "الي النقطه"])
_LINE = 60
"""Letters of a line before its dateline ends."""
_NEAR = 4
"""Words before a name in which a match is told of."""


class Beside(NamedTuple):
    """What stands beside a surface."""

    listed: frozenset[str]
    """The kinds of the sure names that it stands beside in a list."""
    played: bool
    """Whether a match is told of around it."""
    signed: bool
    """Whether it stands where an agency signs: بغداد / الأناضول, أبوظبي (الاتحاد)."""

    @property
    def is_cue(self) -> bool:
        """Whether it can make a name of a common word."""
        return self.played or self.signed or bool(self.listed)

    def weigh(self, balance: Balance, known: Known, *, common: bool) -> None:
        """Weigh what speaks for a bearer; `common`: the surface is a common word."""
        if self.signed and known.kind in PRESS_KINDS:
            balance.add(SIGNED)
        elif known.kind in self.listed:
            balance.add(IN_LIST)
        elif self.played and common and known.kind == "club":
            balance.add(MATCH_TOLD)


def look_beside(lexicon: Lexicon, surface: Surface, context: ArticleContext) -> Beside:
    """Return what stands beside a surface."""
    tokens = context.tokens
    press = any(bearer.known.kind in PRESS_KINDS for bearer in surface.bearers)
    return Beside(
        _listed(lexicon, surface, context),
        context.sport and _played(tokens, surface),
        press and _signed(tokens, surface),
    )


def _signed(tokens: Tokens, surface: Surface) -> bool:
    """Tell from the marks beside it that an agency or a paper signs: a slash, or a dash or bracket behind a place."""
    text = tokens.text
    before = text[text.rfind("\n", 0, surface.start) + 1 : surface.start].rstrip()
    if before.endswith("/") or text[surface.end : surface.end + 2].lstrip().startswith("/"):
        return len(before) < _LINE
    return before.endswith(("-", "–", "—", "ـ", "(")) and 0 < len(before.split()) <= _NEAR


def _played(tokens: Tokens, surface: Surface) -> bool:
    """Tell from its words that a match is told of: فوزه 5-0 على الاتفاق, الاتحاد في المركز الخامس."""
    words, first, last = tokens.words, surface.first, surface.last
    near = range(max(0, first - _NEAR), first)
    if any(words[at] in _PLAYED for at in near) and "\n" not in tokens.text[tokens.spans[near[0]][0] : surface.start]:
        return True
    return " ".join(words[last : last + 2]) in _STANDS or (last < len(words) and words[last] in _SCORED)


def _listed(lexicon: Lexicon, surface: Surface, context: ArticleContext) -> frozenset[str]:
    """Give the kinds of the neighbours in a list: شيفرون وشل, صعدة والجوف."""
    if surface.key[0] == "و" and surface.key[1:] in lexicon.surfaces:
        return frozenset()  # الدمام وجدة
    kinds = set()
    if surface.first in context.kind_before and _joined(context.tokens, surface.first):
        kinds.add(context.kind_before[surface.first])
    if surface.last in context.kind_from and _joined(context.tokens, surface.last):
        kinds.add(context.kind_from[surface.last])
    return frozenset(kinds)


def _joined(tokens: Tokens, at: int) -> bool:
    """Whether a token goes on with a list: behind a comma, or opened by و."""
    if not 0 < at < len(tokens.words):
        return False
    between = tokens.between(at - 1).strip("»«\"”“'")
    return between in ("، ", ", ", " ، ", "،") or (not between.strip() and tokens.words[at][0] == "و")
