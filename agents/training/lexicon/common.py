"""Common Arabic words, from simplemma's forms and stopwordsiso's list: no names unless something says so."""

import functools

import stopwordsiso
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from agents.arabic.folding import fold


@functools.cache
def words() -> frozenset[str]:
    """Return the folded forms of common words, without proclitics."""
    forms = DefaultDictionaryFactory().get_dictionary("ar")
    found = {fold(_text(form)) for form in forms} | {fold(word) for word in stopwordsiso.stopwords("ar")}
    return frozenset(word for word in found if len(word) > 1 and word.isalpha())


def _text(form: str | bytes) -> str:
    return form.decode() if isinstance(form, bytes) else form
