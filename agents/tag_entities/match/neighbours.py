"""What stands beside a surface and speaks for a bearer: sure names in one list with it, the words of a match."""

from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.context import Scene
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, Known, Lexicon
from agents.tag_entities.match.surfaces import Match

LISTED: Final = frozenset(["company", "bank", "club", "city", "region", "district", "outlet", "party", "armed-group"])
"""Kinds of which one in a list speaks for the others."""
_PLAYED: Final = folded(
    "بنتيجة فاز الفوز فوز فوزه فوزا تغلب التغلب خسر خسارة خسارته الخسارة تعادل التعادل هزم انتصار الانتصار قاد شباك "
    "مرمى هدفين أهداف بهدف بهدفين بثلاثية برباعية بثنائية بخماسية"
)
"""Words of a match that stand a little before a club's name."""
_SCORED: Final = folded("بهدف بهدفين بنتيجة لانتصار لفوز رصيده بثلاثية برباعية بثنائية بخماسية للفوز")
"""Words of a match right behind a club's name."""
_STANDS: Final = frozenset(["في المركز", "في صداره", "الي النقطه"])
_SIGNING: Final = frozenset(["agency", "outlet"])
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
    def cue(self) -> bool:
        """Say whether it can make a name of a common word."""
        return self.played or self.signed or bool(self.listed)

    def points(self, known: Known, *, plain: bool) -> float:
        """Give what it speaks for a bearer; `plain`: the surface is a common word."""
        if self.signed and known.kind in _SIGNING:
            return 2.5
        if known.kind in self.listed:
            return 1.5
        return float(self.played and plain and known.kind == "club")


def beside(lexicon: Lexicon, match: Match, scene: Scene) -> Beside:
    """Look at what stands beside a surface."""
    tokens = scene.tokens
    press = any(lexicon.entities[bearer >> FLAG_BITS].kind in _SIGNING for bearer in match.bearers)
    return Beside(
        _listed(lexicon, match, scene), scene.sport and _played(tokens, match), press and _signed(tokens, match)
    )


def _signed(tokens: Tokens, match: Match) -> bool:
    """Tell from the marks beside it that an agency or a paper signs: a slash, or a dash or bracket behind a place."""
    text = tokens.text
    before = text[text.rfind("\n", 0, match.start) + 1 : match.start].rstrip()
    if before.endswith("/") or text[match.end : match.end + 2].lstrip().startswith("/"):
        return len(before) < _LINE
    return before.endswith(("-", "–", "—", "ـ", "(")) and 0 < len(before.split()) <= _NEAR


def _played(tokens: Tokens, match: Match) -> bool:
    """Tell from its words that a match is told of: فوزه 5-0 على الاتفاق, الاتحاد في المركز الخامس."""
    words, first, last = tokens.words, match.first, match.last
    near = range(max(0, first - _NEAR), first)
    if any(words[at] in _PLAYED for at in near) and "\n" not in tokens.text[tokens.spans[near[0]][0] : match.start]:
        return True
    return " ".join(words[last : last + 2]) in _STANDS or (last < len(words) and words[last] in _SCORED)


def _listed(lexicon: Lexicon, match: Match, scene: Scene) -> frozenset[str]:
    """Give the kinds of the neighbours in a list: شيفرون وشل, صعدة والجوف."""
    if match.key[0] == "و" and match.key[1:] in lexicon.surfaces:
        return frozenset()  # الدمام وجدة
    kinds = set()
    if match.first in scene.ends and _joined(scene.tokens, match.first):
        kinds.add(scene.ends[match.first])
    if match.last in scene.starts and _joined(scene.tokens, match.last):
        kinds.add(scene.starts[match.last])
    return frozenset(kinds)


def _joined(tokens: Tokens, at: int) -> bool:
    """Say whether a token goes on with a list: behind a comma, or opened by و."""
    if not 0 < at < len(tokens.words):
        return False
    between = tokens.between(at - 1).strip("»«\"”“'")
    return between in ("، ", ", ", " ، ", "،") or (not between.strip() and tokens.words[at][0] == "و")
