"""Tests `caption` and `picture_rights`: captions of pictures."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["©الصورة للوكالة", "©رويترز"])
def test_picture_rights_is_found(text: str) -> None:
    """The mark of copyright stands glued to its owner, so that no phrase of a copyright line is found."""
    line = judged(text)
    assert (line.by, line.reason) == ("picture_rights", "caption")


@pytest.mark.parametrize("text", ["© 2026 جميع الحقوق محفوظة", "الوكالة ©"])
def test_picture_rights_is_not_found(text: str) -> None:
    """A phrase of a copyright line goes before."""
    assert judged(text).by != "picture_rights"


@pytest.mark.parametrize("text", ["رافعات في الميناء (رويترز)", "صورة: الميناء الجديد", "الميناء الجديد - أرشيفية"])
def test_caption_is_found(text: str) -> None:
    """It ends in a credit or says that it is a picture's."""
    line = judged(text)
    assert (line.by, line.reason) == ("caption", "caption")


@pytest.mark.parametrize("text", ["رافعات في الميناء", "رافعات الميناء (الجديد)"])
def test_caption_is_not_found(text: str) -> None:
    """Brackets alone make no credit."""
    assert judged(text).by != "caption"
