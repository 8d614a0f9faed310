"""Titles of works and names of operations: what stands in quotation marks behind the word for such a thing."""

from bisect import bisect_left
from typing import Final

from agents.arabic import quotation_marks
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef

_THINGS: Final = folded(
    "أغنية أغاني أغنيات أغنيته أغنيتها أغنيتي فيلم أفلام فيلمه فيلمها مسلسل مسلسلات مسلسله رواية روايات روايته "
    "كتاب كتابه كتب ديوان "
    "مسرحية مسرحيات ألبوم ألبومه ألبومها برنامج برامج برنامجه برنامجها لوحة لوحات عملية عمليات حملة مبادرة بطولة "
    "مسابقة جائزة مهرجان معرض "
    "صاروخ صواريخ إعصار العاصفة عاصفة فيروس متحور لعبة سفينة ناقلة السفينة الناقلة أوبريت قصيدة"
)
MAX_TITLE_WORDS: Final = 6
"""Words of a title."""
MAX_WORDS_TO_TITLE: Final = 3
"""Words between the thing's word and its title."""


class Works:
    """The pass that finds titles; those of a list go on with the first: منها «أ» و«ب»."""

    name = "Works"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is one for a work or an operation, a proclitic or ال aside."""
        return word in _THINGS or word[1:] in _THINGS or word[2:] in _THINGS

    def run(self, draft: Draft) -> None:
        """Add titles, in order."""
        things, tokens = draft.starts(self), draft.tokens
        if not things:
            return
        starts = [start for start, _ in tokens.spans]
        chain = -1
        """Where the last title of a list ends."""
        for quoted in quotation_marks.find(tokens.text):
            first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
            if not 0 < last - first <= MAX_TITLE_WORDS:
                continue
            listed = chain >= 0 and not tokens.text[chain : quoted.start].strip(' و،,»«"“”')
            thing = bisect_left(things, first) - 1
            near = thing >= 0 and things[thing] >= first - MAX_WORDS_TO_TITLE
            if not listed and not (near and _is_close(tokens, things[thing], first)):
                continue
            chain = quoted.end
            if draft.is_free(first, last):
                start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
                draft.add(first, last, start, end, EntityRef.of_text("MISC", tokens.text[start:end]))


def _is_close(tokens: Tokens, thing: int, first: int) -> bool:
    """Whether nothing but words stands between a thing's word and the mark."""
    return not any(sign in tokens.text[tokens.spans[thing][1] : tokens.spans[first - 1][1]] for sign in '.،:؛\n«»"“”')
