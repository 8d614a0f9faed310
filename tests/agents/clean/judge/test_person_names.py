"""Names of people who write."""

from agents.clean.judge.person_names import is_name


def test_ali_is_a_name_beside_a_name_only() -> None:
    """The preposition folds to the same letters."""
    assert is_name(["علي", "الصحن"])
    assert is_name(["محمد", "علي", "صالح"])
    assert not is_name(["تابعوا", "الشراع", "علي"])
