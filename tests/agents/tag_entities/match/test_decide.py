"""What surfaces name where they stand."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("ارتفع عدد الوفيات، وهناك وفيات أخرى", []),
        ("انتهى لقاء ريال مدريد ونيوكاسل يونايتد", ["ريال مدريد", "نيوكاسل يونايتد"]),
        ("فاز الحزب الديمقراطي الحر في الانتخابات", ["الحزب الديمقراطي الحر"]),
        ("سافر إلى الأوروغواي أمس", ["الأوروغواي"]),
    ],
)
def test_how_far_names_reach(tagged, text, surfaces):
    """Rules tell where names that no list has begin and end, and what is none."""
    entities, _, _ = tagged(text)
    assert [m.surface for e in entities.values() for m in e.mentions] == surfaces


def test_a_plus_is_read(tagged):
    """أوبك and أوبك+ are two."""
    entities, _, _ = tagged("أعلنت أوبك أن أوبك+ ستجتمع")
    assert list(entities) == ["org:opec", "org:opec-plus"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("فاز الفريق على الاتحاد المكنيني في المباراة بهدف في الدوري بعد ركلة جزاء سددها اللاعب", "الاتحاد المكنيني"),
    ],
)
def test_a_longer_name_than_a_known_clubs_is_another_club(tagged, text, name):
    """The known one gives way, and nothing is linked."""
    entities, _, _ = tagged(text)
    found = {e.name_ar: e.known for e in entities.values()}
    assert found.get(name) is False


@pytest.mark.parametrize(
    "text",
    [
        "كتب عن التجربة الناصرية في مصر والعراق",
        "حضر الحلقة سمو الشيخ زايد بن حمدان في مصر",
        "حكم عليه بعقوبة مقيدة للحرية",
        "القذائف تدمر الأبنية في سوريا",
        "وقالت وكالة الأنباء الرسمية في مصر ذلك",
        "نقل إلى المستشفى العسكري ابن سينا في مصر",
        'يعرض مسلسل "كلهم يحبون مودي" في مصر',
    ],
)
def test_words_are_linked_to_nobody(tagged, text):
    """Adjectives, verbs, what is called by a great name: nothing is linked but countries."""
    entities, _, _ = tagged(text)
    assert {e.id for e in entities.values() if e.known} <= {"loc:egypt", "loc:iraq", "loc:syria"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("وصل إلى القدس المحتلة أمس", ["loc:jerusalem"]),
        ("زار الدمام وجدة أمس", ["loc:dammam", "loc:jeddah"]),
        ("سافر إلى وجدة أمس", []),
        ("وقال خادم الحرمين الشريفين ذلك", []),
        ("زار فرنسا", ["loc:france"]),
        ("كلمة", []),
    ],
)
def test_surfaces_become_names(text, ids):
    """An adjective that others leave out, و that is part of a name, a title that is none."""
    assert [name.entity.id for name in draft_of(text, "Decide").names] == ids


def test_what_nothing_speaks_for_stays_open():
    """A surface that no entity was chosen for waits for the pass behind."""
    draft = draft_of("كانت الحياة في الوطن صعبة", "Decide")
    assert (draft.names, [surface.key for surface in draft.undecided]) == ([], ["الحياه", "الوطن"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصفت المدفعية مدينة رفح جنوبي غزة، بحسب وسائل إعلام في مصر", "loc:rafah"),
        ("سقطت قذائف على طرابلس شمالي لبنان، وفق إعلام في ليبيا", "loc:tripoli-lebanon"),
        ("شملت السيول محافظات حجة وإب وذمار", "loc:ibb"),
        ("تدهورت صلات أنقرة بتل أبيب", "loc:tel-aviv"),
    ],
)
def test_what_stands_beside_a_place_tells_which_it_is(text, place):
    """The country of the place beside it, or the word for several of its kind before the list."""
    assert place in [name.entity.id for name in draft_of(text, "Decide").names]


@pytest.mark.parametrize(
    ("text", "section", "surface", "entity"),
    [
        ("وصل من الأردن إلى عمان والزرقاء في الأردن", None, "عمان", "loc:amman"),
        ("تشتري البلدية كابل الكهرباء الجديد", None, "كابل", None),
        ("دخل مقاتلو طالبان كابل أمس في أفغانستان", None, "كابل", "loc:kabul"),
        ("تقع الناصرية شمال دمشق على طريق حمص", None, "الناصرية", "loc:al-nasiriyah-rif-dimashq"),
        ("وصل المحافظ إلى الناصرية جنوب العراق", None, "الناصرية", "loc:nasiriyah"),
        ("ودع ريال مدريد كأس الملك بهدف", "sport", "كأس الملك", "misc:copa-del-rey"),
        ("ودع الهلال السعودي كأس الملك في السعودية بهدف", "sport", "كأس الملك", "misc:kings-cup-saudi-arabia"),
        ("فاز الخضر على تونس في الجزائر ضمن التصفيات", "sport", "الخضر", "org:algeria-national-football-team"),
        ('سجل هدفين في الجولة الأخيرة من دوري "روشن" في السعودية', "sport", "روشن", None),
        ("يعرض البرنامج على OSN مصر مساء", None, "مصر", None),
        ("يعرض البرنامج على OSN في مصر مساء", None, "مصر", "loc:egypt"),
        ("كشفت سي بي إس نيوز عن وثيقة", None, "سي بي إس نيوز", "org:cbs-news"),
    ],
)
def test_a_name_that_several_bear_is_that_of_the_one_that_the_article_speaks_of(text, section, surface, entity):
    """By the places, clubs and states that stand beside it, not by the one who bears it most often."""
    draft = draft_of(text, "Decide", section=section)
    named = {draft.as_published(name.start, name.end): name.entity.id for name in draft.names}
    assert named.get(surface) == entity


def test_an_open_name_means_what_it_means_elsewhere():
    """Behind a verb or a preposition, and not behind a noun, whose adjective it is."""
    text = "في السودان قصفت القوات مدينة الأبيض، ثم دخلت الأبيض، وعادت إلى الأبيض في البيت الأبيض واللون الأبيض"
    draft = draft_of(text, "Decide")
    assert [name.first for name in draft.names if name.entity.id == "loc:el-obeid"] == [5, 8, 11]


@pytest.mark.parametrize(("last", "known"), [(3, True), (4, False)])
def test_a_name_of_given_names_goes_on_where_the_model_sees_it(last, known):
    """محمد ناصر شويخة is not he whom two given names name, whatever list lacks his surname."""
    sight = (ModelName(1, last, "PER", 0.9),)
    draft = draft_of("وزار محمد ناصر شويخة تونس", "Decide", model_names=sight)
    assert [name.last for name in draft.names if name.entity.known and name.first == 1] == ([3] if known else [])
