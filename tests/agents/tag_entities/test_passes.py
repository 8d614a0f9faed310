"""The order of the passes, and what may be left out of it."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.passes import passes, run, word_marks
from tests.agents.tag_entities.drafts import draft_of, word_kinds


def order(without=()):
    """Return the names of the passes in their order."""
    return [pass_.name for pass_ in passes(packaged(), word_kinds(), without).all]


def test_each_pass_has_a_name_of_its_own():
    """--explain prints it, and --without takes it."""
    assert len(set(order())) == len(order())


def test_surfaces_are_decided_before_rules_and_the_user_has_the_last_word():
    """What the lexicon knows, what no list holds, what is one thing."""
    names = order()
    known = [
        names.index(name) for name in ("Surfaces", "Misreadings", "SureNames", "Decide", "ModelNames", "ShortNames")
    ]
    assert (known, names[-1]) == (sorted(known), "UserOverrides")


def test_a_pass_can_be_left_out():
    """The others stay in their order."""
    assert order(["Decide", "Works"]) == [name for name in order() if name not in {"Decide", "Works"}]


def test_a_reader_of_composed_names_can_be_left_out():
    """It is a part of a pass, which stays."""
    assert order(["NationalBodies"]) == order()


def test_an_unknown_pass_is_an_error():
    """The message names it, and the passes that there are."""
    with pytest.raises(ValueError, match="no pass is called Nothing; there are Surfaces, "):
        passes(packaged(), word_kinds(), ["Nothing"])


def test_a_pass_without_words_of_its_own_has_no_mark():
    """Only passes that begin at words judge them."""
    marked = passes(packaged(), word_kinds())
    marks = word_marks(marked, packaged()).look(draft_of("وصل إلى باريس").tokens)
    assert (marks.of("Surfaces"), marks.of("Decide")) == ([2], [])


def test_each_name_keeps_the_pass_that_found_it():
    """The last that changed it."""
    draft = draft_of("وصل إلى باريس")
    run(passes(packaged(), word_kinds()).all, draft)
    assert [name.found_by for name in draft.names] == ["Decide"]
