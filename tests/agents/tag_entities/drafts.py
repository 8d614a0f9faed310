"""Drafts of texts, so that a test can run the passes up to one, and ask what it found."""

import functools
from itertools import takewhile

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold_with_offsets
from agents.arabic.tokens import tokenize
from agents.tag_entities.draft import Draft
from agents.tag_entities.fields import ReadText
from agents.tag_entities.find.composed_names import ComposedNames
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.passes import passes, run, word_marks
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import DATE


@functools.cache
def word_kinds():
    """Return what the packaged lexicon makes of words."""
    return WordKinds(packaged())


@functools.cache
def _passes():
    order = passes(packaged(), word_kinds())
    return order.all, word_marks(order, packaged())


def draft_of(text, through=None, *, section=None, model_names=()):
    """Return a draft of a text on which the passes through a given one have run; none where none is given.

    Parameters
    ----------
    model_names
        What a name model would see in it.
    """
    order, marks_of = _passes()
    folded = fold_with_offsets(text)
    read = ReadText(text, folded, tokenize(folded.text))
    marks = marks_of.look(read.tokens)
    starts = [start for start, _ in read.tokens.spans]
    dated = {
        position
        for date in find_dates(read.tokens, None, marks.of(DATE))
        for position, start in enumerate(starts)
        if date.start <= start < date.end
    }
    draft = Draft(read.tokens, marks, read.published_and_sign, section, dated)
    draft.model_names = model_names
    draft.judged = bool(model_names)
    if through is not None:
        before = tuple(takewhile(lambda pass_: pass_.name != through, order))
        run(order[: len(before) + 1], draft)
    return draft


def surfaces(draft, found_by=None):
    """Return the names of a draft as published, in order; only those that a given pass made or last changed."""
    return [
        draft.as_published(name.start, name.end)
        for name in draft.finished()
        if found_by is None or name.found_by == found_by
    ]


def found_by(pass_, text, **known):
    """Return the names that a pass, or a reader of composed names, finds in a text behind all passes before it."""
    is_pass = pass_ in [each.name for each in _passes()[0]]
    return surfaces(draft_of(text, pass_ if is_pass else ComposedNames.name, **known), pass_)
