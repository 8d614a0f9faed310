"""Annotated articles as sentences of the name model."""

from agents.training.annotations.places import places
from agents.training.annotations.records import Annotated, Thing
from agents.training.name_model.annotated import sentences_of

TEXT = "زيارة إلى مدينة عمّان\nوصل أيمن الصفدي لعمّان، وشكر وزارة خارجية الأردن. وقال: «لقاء 2024م مهم»."


def spans(*things):
    """Give the words and types of the spans that things with surfaces get."""
    found = places(TEXT, [surfaces for _, *surfaces in things])
    named = [Thing(type=kind, places=stands) for (kind, *_), stands in zip(things, found, strict=True)]
    article = Annotated(id="n", set="s", row=0, letters=len(TEXT), sha256="", entities=named)
    return [
        [(" ".join(sentence.tokens[first:last]), kind) for first, last, kind in sentence.spans]
        for sentence in sentences_of(TEXT, article)
    ]


def test_proclitics_stay_on_the_word():
    """A span begins with the whole word, diacritics do not matter, and each sentence has its own."""
    assert spans(("PER", "أيمن الصفدي"), ("LOC", "عمّان")) == [
        [("عمّان", "LOC")],
        [("أيمن الصفدي", "PER"), ("لعمّان", "LOC")],
        [],
    ]


def test_the_outermost_name_counts():
    """A name inside another has no span of its own."""
    assert spans(("LOC", "الأردن"), ("ORG", "وزارة خارجية الأردن"))[1] == [("وزارة خارجية الأردن", "ORG")]


def test_places_are_named_without_what_they_are():
    """Of two names of a place inside each other the shorter one counts; of an organisation's the longer one."""
    assert spans(("LOC", "مدينة عمّان", "عمّان"))[0] == [("عمّان", "LOC")]
    assert spans(("ORG", "مدينة عمّان", "عمّان"))[0] == [("مدينة عمّان", "ORG")]


def test_digits_and_letters_that_touch():
    """They are one word to the model, and the name is found in it."""
    assert spans(("MISC", "لقاء 2024م"))[2] == [("لقاء 2024م", "MISC")]
