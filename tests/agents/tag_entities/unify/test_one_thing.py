"""Names that the text alone knows, and what else the article calls the same thing."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.one_thing import OneThing
from agents.tag_entities.unify.pairs import MAX_THINGS
from tests.agents.tag_entities.unify.names import ids_after

_ONE_THING = OneThing(packaged())


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("المركز الوطني للقياس ثم القياس", [(0, 3, "ORG", None), (4, 5, "ORG", None)], "org:ar:المركز-الوطني-للقياس"),
        ("حركة حماس ثم حماس", [(0, 2, "ORG", None), (3, 4, "ORG", "org:hamas")], "org:hamas"),
        ("الاتحاد ثم اتحاد", [(0, 1, "ORG", None), (2, 3, "ORG", None)], "org:ar:الاتحاد"),
        ("عبدالعاطي ثم بدر عبد العاطي", [(0, 1, "PER", None), (2, 5, "PER", None)], "per:ar:بدر-عبدالعاطي"),
        (
            "المجلس الأعلى للقياس ثم مجلس القياس",
            [(0, 3, "ORG", None), (4, 6, "ORG", None)],
            "org:ar:المجلس-الاعلي-للقياس",
        ),
        ("مطار زلمان الدولي ثم مطار زلمان", [(0, 3, "LOC", None), (4, 6, "LOC", None)], "loc:ar:مطار-زلمان-الدولي"),
        (
            "فيليشتيا لانغر ثم فيليشيا لانغر ثم فيليشيا لانغر",
            [(0, 2, "PER", None), (3, 5, "PER", None), (6, 8, "PER", None)],
            "per:ar:فيليشيا-لانغر",
        ),
        ("تشنغدو ثم تشنغد", [(0, 1, "LOC", "loc:chengdu"), (2, 3, "LOC", None)], "loc:chengdu"),
        ("كسيامنيع ثم هونغ كسيامينع", [(0, 1, "PER", None), (2, 4, "PER", None)], "per:ar:هونغ-كسيامينع"),
        (
            "كشف باحثو Website Planet ثم ويبسايت بلانت",
            [(2, 4, "ORG", None), (5, 7, "ORG", None)],
            "org:ar:ويبسايت-بلانت",
        ),
        ("سيرغي لافروف Sergey Lavrov", [(0, 2, "PER", "per:sergey-lavrov"), (2, 4, "PER", None)], "per:sergey-lavrov"),
        (
            "الجمعية التونسية للعلوم (ATAST) ثم ATAST",
            [(0, 3, "ORG", None), (3, 4, "ORG", None), (5, 6, "ORG", None)],
            "org:ar:الجمعيه-التونسيه-للعلوم",
        ),
        (
            "حارسة التنين (Dragonkeeper) ثم Dragonkeeper",
            [(0, 2, "MISC", None), (2, 3, "MISC", None), (4, 5, "MISC", None)],
            "misc:ar:حارسه-التنين",
        ),
        (
            "وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين «الأونروا»",
            [(0, 6, "ORG", None), (6, 7, "ORG", "org:unrwa")],
            "org:unrwa",
        ),
    ],
)
def test_one_id(text, names, found):
    """The known one's, else that of the longest name, else of the one named more often."""
    assert ids_after(_ONE_THING, text, *names) == [found] * len(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("مطار مراكش ثم مراكش", [(0, 2, "LOC", None), (3, 4, "LOC", "loc:marrakesh")]),
        ("قناة العربية ثم قناة الغربية", [(0, 2, "ORG", None), (3, 5, "ORG", None)]),
        ("باريس ثم بنك باريس", [(0, 1, "LOC", None), (2, 4, "ORG", None)]),
        ("محسن البغدادي ثم حسين البغدادي", [(0, 2, "PER", None), (3, 5, "PER", None)]),
        ("محمود كاسيامنيع ثم محمد كاسيامنيع", [(0, 2, "PER", None), (3, 5, "PER", None)]),
        ("اكس بوكس 360 و Xbox 720", [(0, 3, "MISC", None), (4, 6, "MISC", None)]),
        ("سيرغي لافروف Sergey Lavrov", [(0, 2, "PER", "per:sergey-lavrov"), (2, 4, "PER", "per:vladimir-putin")]),
        ("مجلس حمص للقياس مجلس حماة للقياس", [(0, 3, "ORG", None), (3, 6, "ORG", None)]),
        ("الجمعية التونسية للعلوم، الجمعية السودانية للعلوم", [(0, 3, "ORG", None), (3, 6, "ORG", None)]),
        ("وزارة الصحة المصرية ثم وزارة الصحة السودانية", [(0, 3, "ORG", None), (4, 7, "ORG", None)]),
    ],
)
def test_ids_of_their_own(text, names):
    """A building in a town, other given names, another digit, two known things, bodies of two towns or nations."""
    found = ids_after(_ONE_THING, text, *names)
    assert len(set(found)) == len(found)


def test_two_known_things_do_not_meet_in_a_third():
    """A name that may be either is at most one of them."""
    names = [(0, 2, "PER", "per:sergey-lavrov"), (3, 4, "PER", None), (5, 7, "PER", "per:vladimir-putin")]
    reader = OneThing(packaged(), judge=lambda _: 1.0)
    found = ids_after(reader, "سيرغي لافروف ثم لافروف ثم فلاديمير بوتين", *names)
    assert (found[0], found[2]) == ("per:sergey-lavrov", "per:vladimir-putin")


def test_two_people_with_a_surname_do_not_meet_in_it():
    """A brother is another, also where the surname alone may be either."""
    names = [(0, 2, "PER", None), (3, 5, "PER", None), (6, 7, "PER", None)]
    reader = OneThing(packaged(), judge=lambda _: 1.0)
    found = ids_after(reader, "سامر الزرقوني ثم هاني الزرقوني ثم الزرقوني", *names)
    assert found[0] != found[1]


def test_a_surname_that_the_lexicon_links_is_not_all_of_a_name():
    """Whoever bears it too has another given name."""
    names = [(0, 2, "PER", "per:sergey-lavrov"), (3, 4, "PER", "per:sergey-lavrov"), (5, 7, "PER", None)]
    found = ids_after(_ONE_THING, "سيرغي لافروف ثم لافروف ثم هاني لافروف", *names)
    assert found == ["per:sergey-lavrov", "per:sergey-lavrov", "per:ar:هاني-لافروف"]


def test_a_group_takes_in_nothing_that_more_speaks_against():
    """مجلس القياس may be either council, which are two."""
    names = [(0, 3, "ORG", None), (3, 6, "ORG", None), (6, 8, "ORG", None)]
    reader = OneThing(packaged(), judge=lambda features: -5.0 if "ORG: without حماه" in features else 1.0)
    found = ids_after(reader, "مجلس حمص للقياس مجلس حماة للقياس مجلس القياس", *names)
    assert found[0] != found[1]


def test_a_long_name_costs_no_more_than_it_has_words():
    """Parts of names of more words than a name has are not looked up."""
    assert len(ids_after(_ONE_THING, "كلمة " * 3000, (0, 2999, "ORG", None), (2999, 3000, "ORG", None))) == 2


def test_many_names_are_told_in_linear_time():
    """Ten thousand names of two things."""
    count = 5_000
    names = [(3 * at, 3 * at + 2, "ORG", None) for at in range(count)]
    names += [(3 * at + 2, 3 * at + 3, "ORG", None) for at in range(count)]
    assert set(ids_after(_ONE_THING, "بنك الكاظمية الكاظمية " * count, *names)) == {"org:ar:بنك-الكاظميه"}


def test_many_things_are_compared_up_to_a_bound():
    """Of ten thousand things with a word in common."""
    count = 10_000
    letters = str.maketrans("0123456789", "بتثجحخدذرز")
    text = " ".join("بنك " + str(at).translate(letters) for at in range(count))
    names = [(2 * at, 2 * at + 2, "ORG", None) for at in range(count)]
    found = ids_after(_ONE_THING, text, *names)
    assert len(set(found[MAX_THINGS:])) == count - MAX_THINGS
