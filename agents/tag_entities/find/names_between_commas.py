"""Names that no list has between two commas behind a title: قال الأستاذ، نيل جيميل، وهو خبير."""

from collections.abc import Sequence

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.apposition_words import MAX_NAME_WORDS, USUAL_NAME_WORDS, can_be_in_name
from agents.tag_entities.find.people import is_title
from agents.tag_entities.find.text_names import add_text_name
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import STOP


class NamesBetweenCommas:
    """The pass that finds such names in words that nothing has taken."""

    name = "NamesBetweenCommas"

    def __init__(self, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a title, a proclitic aside."""
        return is_title(word)

    def run(self, draft: Draft) -> None:
        """Add names of a given and a family name."""
        tokens = draft.tokens
        words = tokens.words
        for title in draft.starts(self):
            first = title + 1
            if first + 1 >= len(words) or tokens.between(title) != "، " or words[first].startswith("ال"):
                continue
            last = _end(tokens, first)
            if last - first != USUAL_NAME_WORDS or not draft.is_free(first, last):
                continue
            if not tokens.between(last - 1).startswith("،") or self._are_words(words[first:last]):
                continue
            add_text_name(draft, first, last, "PER")

    def _are_words(self, words: Sequence[str]) -> bool:
        """Whether a dictionary has all words as they stand."""
        return all(self._word_kinds[word].exact for word in words)


def _end(tokens: Tokens, first: int) -> int:
    """Return where the words end that can be a name."""
    words = tokens.words
    last = first
    while last < min(first + MAX_NAME_WORDS - 1, len(words)):
        if last > first and tokens.between(last - 1) != " ":
            break
        if not can_be_in_name(words[last]) or words[last].endswith("ا") or words[last] in STOP:
            break
        last += 1
    return last
