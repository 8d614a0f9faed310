"""What speaks for and against names."""

import pytest

from agents.tag_entities.draft import ModelName
from agents.tag_entities.find.odds import Extent
from agents.tag_entities.find.signs import SignReader, seen_by_model
from agents.tag_entities.lexicon.lexicon import packaged
from tests.agents.tag_entities.drafts import draft_of, word_kinds


def signs_of_names(text, *model_names):
    """Return the signs of each name that the lexicon finds in a text."""
    draft = draft_of(text, "Decide", model_names=model_names)
    seen = seen_by_model(model_names, len(draft.tokens.words))
    reader = SignReader(packaged(), word_kinds())
    return [reader.of_name(draft, name, seen).named for name in draft.names]


@pytest.mark.parametrize(
    ("model_name", "relation"),
    [
        (None, "nothing"),
        (ModelName(1, 2, "LOC", 0.9), "it"),
        (ModelName(1, 2, "ORG", 0.9), "ORG"),
        (ModelName(0, 2, "LOC", 0.9), "it, longer"),
    ],
)
def test_what_the_model_sees_of_a_name(model_name, relation):
    """Nothing, the same, another type, a longer one."""
    (signs,) = signs_of_names("زار باريس أمس", *filter(None, [model_name]))
    assert f"LOC, the model: {relation}, {3 if model_name else 0}" in signs


def test_words_of_a_name_and_beside_it():
    """Its kind, how long it is, and what stands before and behind."""
    (signs,) = signs_of_names("عاد إلى باريس والبلاد")
    assert {"a city", "stands LOC, 1 words", "stands LOC behind a small word", "stands LOC before وال"} <= set(signs)


def test_signs_of_a_name_of_the_model():
    """Its score in nats, and which names stand inside it."""
    text = "وصل الوفد إلى باريس"
    draft = draft_of(text, "Decide", model_names=[ModelName(2, 4, "ORG", 0.5)])
    reader = SignReader(packaged(), word_kinds())
    signs = reader.of_model_name(draft, Extent(2, 4, 0, "ORG"), 0.5, draft_of(text, "Decide").names)
    assert (signs.logit, "model ORG, around: known LOC, one word" in signs.named) == (0.0, True)


def test_a_long_text_is_read_in_linear_time():
    """Ten thousand words that the model takes for names."""
    count = 10_000
    names = [ModelName(at, at + 1, "LOC", 0.9) for at in range(count)]
    assert len(signs_of_names("باريس " * count, *names)) == count
