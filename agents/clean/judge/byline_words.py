"""The words of bylines.toml, folded, each list under the name of what it tells."""

from agents.arabic import wordlist

_WORDS = wordlist.load("agents.clean", "bylines.toml")

AUTHOR_MARKS = _WORDS.words("author_marks")
"""«كتب», «تقرير»: what stands behind is who wrote it."""
AUTHOR_LABELS = frozenset(_WORDS.phrases("author_labels"))
"""«أعد التقرير»: two words that mark an author."""
GENRES = _WORDS.words("genres")
"""Author marks that a headline may open with: «تغطية مباشرة»."""
PICTURE_MARKS = _WORDS.words("picture_marks")
"""«تصوير»: what stands behind is who took the pictures."""
COVERING_MARKS = _WORDS.words("covering_marks")
"""Author marks behind which what was covered may stand: «تابع الجلسة»."""
CORRESPONDENTS = _WORDS.words("correspondents")
"""Author marks behind which, with a colon, what a correspondent says may stand: «مراسل الشراع: …»."""
AFTER_AUTHOR_MARKS = AUTHOR_MARKS | _WORDS.words("after_author_marks")
"""What may stand between an author mark and the name."""
BEHIND_AUTHORS = frozenset(_WORDS.phrases("behind_authors"))
"""What leads to what else an author wrote: «أرشيف الكاتب»."""
DESKS = _WORDS.words("desks")
"""Desks of an outlet, which are nobody's name."""
OF_OUTLET = _WORDS.words("of_outlet")
"""What says of a report that it is the outlet's own, whose name stands beside it: «خاص»."""
OUTLET_WORDS = _WORDS.words("outlet_words")
"""Words of which outlets' names hold one."""
OUTLET_OPENERS = _WORDS.words("outlet_openers")
"""What opens an outlet's name: «صحيفة»."""
SURE_OUTLET_WORDS = _WORDS.words("sure_outlet_words")
"""Words that nothing but an outlet's name holds."""
NOT_IN_NAMES = _WORDS.words("not_in_names")
"""Words that no name holds, neither a person's nor an outlet's."""
NOT_IN_PERSON_NAMES = NOT_IN_NAMES | OUTLET_WORDS | DESKS
CAPTION_OPENERS = _WORDS.words("caption_openers")
"""Words that open a caption or a title and no name."""
DATED_SUBJECTS = _WORDS.words("dated_subjects")
"""Words that open a title which holds a date: what is dated is its subject."""
