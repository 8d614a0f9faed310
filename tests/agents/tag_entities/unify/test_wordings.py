"""Fuller and shorter wordings of one name."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.wordings import Wordings
from tests.agents.tag_entities.unify.names import ids_after

_WORDINGS = Wordings(packaged())


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (
            "المركز الوطني للقياس ثم القياس",
            [(0, 3, "ORG", None), (4, 5, "ORG", None)],
            ["org:ar:المركز-الوطني-للقياس"] * 2,
        ),
        ("حركة حماس ثم حماس", [(0, 2, "ORG", None), (3, 4, "ORG", "org:hamas")], ["org:hamas"] * 2),
        (
            "سيرغي لافروف ثم سيرغي لافروف آل نهيان",
            [(0, 2, "PER", "per:sergey-lavrov"), (3, 7, "PER", None)],
            ["per:sergey-lavrov"] * 2,
        ),
        ("الاتحاد ثم اتحاد", [(0, 1, "ORG", None), (2, 3, "ORG", None)], ["org:ar:الاتحاد"] * 2),
        ("عبدالعاطي ثم بدر عبد العاطي", [(0, 1, "PER", None), (2, 5, "PER", None)], ["per:ar:بدر-عبدالعاطي"] * 2),
        (
            "المجلس الأعلى للقياس ثم مجلس القياس",
            [(0, 3, "ORG", None), (4, 6, "ORG", None)],
            ["org:ar:المجلس-الاعلي-للقياس"] * 2,
        ),
        (
            "حركة حماس الفلسطينية ثم حماس",
            [(0, 3, "ORG", None), (4, 5, "ORG", "org:hamas")],
            ["org:ar:حركه-حماس-الفلسطينيه", "org:hamas"],
        ),
        (
            "كأس العالم ثم كأس العالم 2034",
            [(0, 2, "MISC", "misc:fifa-world-cup"), (3, 6, "MISC", None)],
            ["misc:fifa-world-cup"] * 2,
        ),
        (
            "الناتو ثم الناتو الأمريكي",
            [(0, 1, "ORG", "org:nato"), (2, 4, "ORG", None)],
            ["org:nato", "org:ar:الناتو-الامريكي"],
        ),
        (
            "مطار مراكش ثم مراكش",
            [(0, 2, "LOC", None), (3, 4, "LOC", "loc:marrakesh")],
            ["loc:ar:مطار-مراكش", "loc:marrakesh"],
        ),
        (
            "مطار زلمان الدولي ثم مطار زلمان",
            [(0, 3, "LOC", None), (4, 6, "LOC", None)],
            ["loc:ar:مطار-زلمان-الدولي"] * 2,
        ),
        ("مخيم زلمان ثم زلمان", [(0, 2, "LOC", None), (3, 4, "LOC", None)], ["loc:ar:مخيم-زلمان"] * 2),
        ("باريس ثم بنك باريس", [(0, 1, "LOC", None), (2, 4, "ORG", None)], ["loc:ar:باريس", "org:ar:بنك-باريس"]),
    ],
)
def test_names_in_other_words(text, names, found):
    """A part of a name of its type, a generic word before it, an article more; no building in a town, no other type."""
    assert ids_after(_WORDINGS, text, *names) == found


def test_of_two_longer_names_neither_is_abridged():
    """مجلس القياس may be either council of measurement."""
    names = [(0, 3, "ORG", None), (3, 6, "ORG", None), (6, 8, "ORG", None)]
    found = ids_after(_WORDINGS, "مجلس حمص للقياس مجلس حماة للقياس مجلس القياس", *names)
    assert len(set(found)) == len(found)


def test_the_longer_name_named_last_is_meant():
    """Of two that have the shorter one's words."""
    names = [(0, 2, "ORG", None), (2, 3, "ORG", None), (3, 5, "ORG", None), (5, 6, "ORG", None)]
    found = ids_after(_WORDINGS, "بنك الكاظمية الكاظمية مصنع الكاظمية الكاظمية", *names)
    assert (found[1], found[3]) == (found[0], found[2])


def test_the_only_edition_stands_for_its_event():
    """كأس العالم is that of 2018 where no other is named."""
    event, edition = "misc:fifa-world-cup", "misc:2018-fifa-world-cup"
    text = "كأس العالم ثم كأس العالم 2018"
    assert ids_after(_WORDINGS, text, (0, 2, "MISC", event), (3, 6, "MISC", edition)) == [edition] * 2


def test_another_year_is_another_edition():
    """كأس العالم 1950 is not that of 2018."""
    event, edition = "misc:fifa-world-cup", "misc:2018-fifa-world-cup"
    text = "كأس العالم 1950 ثم كأس العالم 2018"
    assert ids_after(_WORDINGS, text, (0, 3, "MISC", event), (4, 7, "MISC", edition)) == [event, edition]


def test_a_long_name_costs_no_more_than_it_has_words():
    """Parts of names of more words than a name has are not looked up."""
    assert len(ids_after(_WORDINGS, "كلمة " * 3000, (0, 2999, "ORG", None), (2999, 3000, "ORG", None))) == 2


def test_many_wordings_are_told_in_linear_time():
    """Ten thousand names that are parts of as many others."""
    count = 5_000
    names = [(3 * at, 3 * at + 2, "ORG", None) for at in range(count)]
    names += [(3 * at + 2, 3 * at + 3, "ORG", None) for at in range(count)]
    assert set(ids_after(_WORDINGS, "بنك الكاظمية الكاظمية " * count, *names)) == {"org:ar:بنك-الكاظميه"}
