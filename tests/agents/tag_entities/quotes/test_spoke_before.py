"""Who is meant by a noun that names nobody again."""

import pytest

LAVROV = "per:sergey-lavrov"


@pytest.mark.parametrize("noun", ["المصدر ذاته", "ذات المتحدث", "المتحدث", "المسؤول الروسي نفسه"])
def test_who_spoke_before(speakers, noun):
    """The same source, and a speaker without a name, are who spoke last."""
    assert speakers(f"قال سيرغي لافروف إن «الأمر صعب جدا».\nوأضاف {noun} أن «الحوار هو الطريق».") == [LAVROV, LAVROV]


@pytest.mark.parametrize("noun", ["الباحثون", "مصدر آخر"])
def test_others(speakers, noun):
    """Several people, and somebody else without a name, are not."""
    assert speakers(f"قال سيرغي لافروف إن «الأمر صعب جدا».\nوقال {noun} إن «الحوار هو الطريق».") == [LAVROV, None]
