"""What a source is cited for."""

import pytest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وبحسب وكالة رويترز، فإن العدد ارتفع إلى تسعين شخصا.", "فإن العدد ارتفع إلى تسعين شخصا"),
        ("ووفقا لوكالة رويترز، ارتفع العدد إلى تسعين شخصا.", "ارتفع العدد إلى تسعين شخصا"),
        ("بلغ عدد القتلى تسعين شخصا، بحسب وكالة رويترز.", "بلغ عدد القتلى تسعين شخصا"),
        ("بلغ عدد القتلى تسعين شخصا، حسب ما ذكرته وكالة رويترز.", "بلغ عدد القتلى تسعين شخصا"),
    ],
)
def test_clause(tagged, text, said):
    """A clause before or behind a source is its speech."""
    _, quotes, _ = tagged(text)
    assert [(quote.text, quote.speaker) for quote in quotes] == [(said, "org:reuters")]


def test_source_among_other_speech(tagged):
    """A source behind what somebody else says has not said it."""
    _, quotes, _ = tagged("أكد سيرغي لافروف أن المحادثات كانت بناءة جدا، بحسب وكالة رويترز.")
    assert [quote.speaker for quote in quotes] == ["per:sergey-lavrov"]


def test_clause_before_a_report(tagged):
    """What a source is cited for ends where the next report of the sentence begins."""
    _, quotes, _ = tagged("وحسب وزارة الخارجية الروسية، فإن عدد الضحايا ارتفع كثيرا اليوم، وأكدت أن الوضع صعب هناك.")
    assert [quote.text.split()[-1] for quote in quotes] == ["اليوم", "هناك"]


def test_source_behind_what_it_disclosed(tagged):
    """A verb with عنه or به still has the source behind it: حسب ما كشفت عنه وزارة."""
    _, quotes, _ = tagged("ارتفع عدد الضحايا كثيرا اليوم في العاصمة، حسب ما كشفت عنه وزارة الخارجية الروسية.")
    assert [quote.speaker for quote in quotes] == ["org:ministry-of-foreign-affairs-russia"]
