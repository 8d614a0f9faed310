"""Names that need a decision: common words, namesakes, teams, codes, titles of works, surnames that two bear."""

import pytest

from agents.tag_entities.find.composed_names import ComposedNames
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.spelling import bones, key, sound, variants
from agents.tag_entities.word_kinds import WordKinds


def named(tagger, article, *paragraphs, section=None):
    """Give surface and id of each mention of an article, in order."""
    record = tagger.tag([article(*paragraphs, section=section)])[0]
    mentions = [(m.start, m.surface, e.id) for e in record.entities for m in e.mentions]
    return [(surface, entity) for _, surface, entity in sorted(mentions)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرت صحيفة الوطن تقريرا عن مصر", "org:al-watan"),
        ("أعلنت حركة حماس في غزة موقفها", "org:hamas"),
        ("فاز نادي النصر السعودي في الرياض", "org:al-nassr"),
    ],
)
def test_a_word_beside_it_makes_a_name_of_a_common_word(tagged, text, found):
    """صحيفة, حركة and نادي tell what the word behind them is."""
    entities, _, _ = tagged(text)
    assert any(entity.startswith(found) for entity in entities)


def test_a_namesake_stays_unlinked(tagged):
    """An officer of a president's name is another man."""
    entities, _, _ = tagged("تلقى المقدم محمد نجيب رئيس المباحث بلاغا بالحادث")
    assert list(entities) == ["per:ar:محمد-نجيب"]


def test_a_country_that_plays_is_its_team(tagger, article):
    """In an article about sport, a country is a team beside its team, and a place behind في."""
    found = named(
        tagger,
        article,
        "منتخب المغرب يواجه تونس",
        "يلتقي منتخب المغرب مع نظيره منتخب تونس في قطر، وقال المدرب إن المغرب جاهز، وتقام المباراة في المغرب.",
        section="sport",
    )
    teams = [entity for surface, entity in found if surface == "المغرب"]
    assert teams == ["org:morocco-national-football-team", "loc:morocco"]


def test_codes_are_spelt_in_letters(tagged):
    """Letters' names with a number, or three of them, are a code."""
    entities, _, _ = tagged("تحطمت مقاتلة من طراز جي إكس 77 قرب الحدود")
    assert [m.surface for e in entities.values() for m in e.mentions] == ["جي إكس 77"]


def test_titles_of_works_go_on_in_lists(tagged):
    """What follows أغان in quotation marks are titles, the later ones of a list too."""
    entities, _, _ = tagged("غنت ثلاث أغنيات منها «ضوء القمر البعيد» و«شارع بلا اسم» و«عودي غدا».")
    assert [e.name_ar for e in entities.values()] == ["ضوء القمر البعيد", "شارع بلا اسم", "عودي غدا"]


def test_a_surname_means_who_was_named_last(tagged):
    """Of two people with a surname, the one named last before it is meant."""
    entities, _, _ = tagged(
        "التقى المهندس عادل الزغيبي المدير. ثم وصل الدكتور سامي الزغيبي إلى المقر، وقال الزغيبي إنه متفائل."
    )
    assert {e.name_ar: e.count for e in entities.values()} == {"عادل الزغيبي": 1, "سامي الزغيبي": 2}


def test_the_preposition_is_no_ali(tagged):
    """على is not علي, whatever the text names besides."""
    entities, _, _ = tagged("حصل اللاعب علي الزغيبي على الجائزة، وأثنى المدرب على أدائه")
    assert [(e.name_ar, e.count) for e in entities.values()] == [("علي الزغيبي", 1)]


def test_a_month_is_no_company(tagged):
    """أبريل (نيسان) is a date."""
    entities, _, dates = tagged("انطلقت الحملة في أبريل (نيسان) 2019")
    assert entities == {}
    assert [d.value for d in dates] == ["2019-04"]


def test_tanwin_tells_an_adverb_from_a_place(tagged):
    """دومًا is no Douma."""
    entities, _, _ = tagged("كانت الحسابات دومًا خاطئة")
    assert entities == {}


def test_spelling_variants_that_rules_give():
    """عبد الله and عبدالله, with and without ال before the last word, without بن where enough is left."""
    assert set(variants("عبد الله بن سالم الزغيبي", person=True)) >= {
        "عبد الله بن سالم الزغيبي",
        "عبدالله بن سالم الزغيبي",
        "عبد الله سالم الزغيبي",
        "عبد الله بن سالم زغيبي",
    }
    assert list(variants("الأمم المتحدة", person=False)) == ["الامم المتحده"]


def test_skeletons_join_spellings_and_keep_words_apart():
    """Foreign consonants and doubled letters are one; without vowels only where enough consonants are left."""
    assert sound(key("سيرغي")) == sound(key("سيرجي")) == sound(key("سيرجيه"))
    assert bones(key("بلينكن")) == bones(key("بلنكن"))
    assert bones(key("بوش")) == ""
    assert sound(key("سلام")) != sound(key("كلام"))


def test_unknown_first_words_open_nothing():
    """A word that begins no name costs one look-up: nothing opens at it."""
    lexicon = packaged()
    composed = ComposedNames(lexicon, WordKinds(lexicon))
    assert not composed.starts("يذهبون")
    assert composed.starts("ووزارة".replace("ة", "ه"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالت الصحف السعودية إن الوفد عاد", []),
        ("عاد الوفد إلى السعودية", ["loc:saudi-arabia"]),
        ("رحبت السعودية بالبيان", ["loc:saudi-arabia"]),
        ("بلغ الإنتاج في المدن الصناعية السعودية مليون طن", []),
        ("فتحت الفرص للمرأة السعودية في العمل", []),
    ],
)
def test_a_country_that_is_an_adjective_is_none(tagged, text, found):
    """السعودية behind a noun with an article is an adjective, the country elsewhere."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كان يشبه جدّه كثيرا", []),
        ("وصل إلى جدّة اليوم", ["loc:jeddah"]),
        ("لهم مني كل الشكر", []),
        ("تحدثت امرأة وأم لثلاثة أطفال", []),
        ("ونحن سائرون على الطريق", []),
        ("تحاضر فاطمة الألمعي مساء الخميس", ["per:ar:فاطمه-الالمعي"]),
    ],
)
def test_words_that_only_look_like_names(tagged, text, found):
    """What folding or a peeled letter makes of a common word is no place, agency or party."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


def test_a_surname_behind_a_noun_is_an_adjective(tagged):
    """العربي is the man behind a verb of speech, an adjective behind a noun with its article."""
    text = "وصل الأمين العام نبيل العربي إلى بيروت. وقال العربي إن العمل العربي المشترك مستمر رغم تهديد الأمن العربي."
    entities, _, _ = tagged(text)
    assert entities["per:nabil-elaraby"].count == 2


def test_a_match_report_needs_no_section(tagged):
    """Words of play make clubs of برشلونة and الأهلي; النادي المصري is any Egyptian club; من عمر names no Omar."""
    text = (
        "سجل برشلونة هدف التعادل في الدقيقة الثالثة من عمر الشوط الثاني في مرمى الأهلي المصري، "
        "وأضاف المهاجم هدفا للنادي المصري قبل نهاية المباراة في الملعب الأولمبي بالرياض."
    )
    entities, _, _ = tagged(text)
    assert list(entities) == ["org:fc-barcelona", "org:al-ahly", "loc:riyadh"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أكدت الرياض موقفها من الأزمة", ["loc:riyadh"]),
        ("وصل الوفد إلى الرباط مساء", ["loc:rabat"]),
        ("غرق شخص في سيول جدة", ["loc:jeddah"]),
        ("أصيب اللاعب بقطع في الرباط الصليبي", []),
        ("تأخرت صلاة المغرب دقائق", []),
    ],
)
def test_a_capital_needs_little_to_be_known(tagged, text, found):
    """A capital whose name is a word too is known without its country beside it, and the word is still a word."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الكاتب السيناريو محمد حفظي أمس", "محمد حفظي"),
        ("التقى رئيس الجمهورية جوزاف عون السيناتور الأميركي في القصر", "جوزاف عون"),
        ("أكدت الناقدة ماجدة واصف ذلك", "ماجدة واصف"),
    ],
)
def test_an_office_is_no_part_of_a_name(tagged, text, name):
    """Words for an office before a name or behind it are no part of it."""
    entities, _, _ = tagged(text)
    assert [m.surface for e in entities.values() if e.type == "PER" for m in e.mentions] == [name]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("أعلن هشام آيت منا القرار", ["هشام آيت منا"]),
        ("انفجار في مدينة سوروتش التركية", ["سوروتش"]),
        ("زار مركز مصر للمعارض الدولية", ["مركز مصر للمعارض الدولية"]),
        ("ينتقد اتحاد عمال تونس القرار", ["اتحاد عمال تونس"]),
        ("دعا الاتحاد العام للصحفيين العرب إلى الحوار", ["الاتحاد العام للصحفيين العرب"]),
        ("وأكد ثبات السياسة الخارجية المصرية", []),
        ("ارتفع عدد الوفيات، وهناك وفيات أخرى", []),
        ("انتهى لقاء ريال مدريد ونيوكاسل يونايتد", ["ريال مدريد", "نيوكاسل يونايتد"]),
        ("قال عنتر الذيفاني، الناطق باسم الوفد، إنه باق", ["عنتر الذيفاني"]),
        ("فاز الحزب الديمقراطي الحر بالانتخابات", ["الحزب الديمقراطي الحر"]),
        ("قال المتحدث باسم الوزارة إن العمل مستمر", []),
        ("سافر إلى الأوروغواي أمس", ["الأوروغواي"]),
        ("نقل إلى مستشفى السادات المركزي أمس", ["مستشفى السادات المركزي"]),
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
    "text",
    [
        "أوضح المهندس أحمد بن عبدالعزيز الفارس أن المشروع اكتمل",
        "توفي في الكويت ناصر محمد فرج الملقب بكرداش",
        "قدم الأستاذ محمد أحمد المسلم محاضرة",
        "استقبل الأمير عبدالله بن عبدالعزيز بن مساعد آل سعود الوفد",
    ],
)
def test_a_longer_name_than_a_known_one_is_another_mans(tagged, text):
    """Another name behind or before somebody's, or another grandfather, makes it somebody else's."""
    entities, _, _ = tagged(text)
    assert [e.known for e in entities.values() if e.type == "PER"] == [False]


def test_a_list_tells_what_its_members_are(tagger, article):
    """Common words between sure names of one kind are names of that kind; جدة behind و is not وجدة."""
    found = named(tagger, article, "أسواق", "تراجعت أسهم شيفرون، شل، إكسون موبيل، وزار الدمام وجدة والخرج.")
    assert ("شل", "org:shell") in found
    assert ("جدة", "loc:jeddah") in found


def test_a_match_makes_a_club_of_a_common_word(tagger, article):
    """Behind a score, and before its place in the table, a common word is a club of the country that plays."""
    found = named(
        tagger,
        article,
        "الجولة الخامسة من الدوري السعودي",
        "قاد المدرب الهلال السعودي للفوز بنتيجة 5-0 على الاتفاق.",
        section="sport",
    )
    assert ("الاتفاق", "org:al-ettifaq") in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زار جامعة جورج واشنطن أمس", ["جامعة جورج واشنطن"]),
        ("صلى في مسجد الإمام الحسين بالحي", ["مسجد الإمام الحسين"]),
        ("منح وسام الملك عبدالعزيز من الدرجة الثالثة", ["وسام الملك عبدالعزيز"]),
        ("قال ممثل حزب الفضيلة عبد السادة الفريجي ذلك", ["حزب الفضيلة"]),
        ("قال رئيس الوكالة الجامعية للفرنكوفونية سليم خلبوص", ["الوكالة الجامعية للفرنكوفونية", "سليم خلبوص"]),
    ],
)
def test_where_a_composed_name_ends(tagged, text, names):
    """What people are remembered by has their name in its own; whose office it is stands behind it."""
    entities, _, _ = tagged(text)
    found = sorted(
        (m.start, m.surface) for e in entities.values() for m in e.mentions if e.type != "PER" or " " in m.surface
    )
    assert [surface for _, surface in found][: len(names)] == names


def test_a_figure_is_no_name(tagged):
    """A name that ends in a number is none where a decimal stands: السهم 3.37."""
    entities, _, _ = tagged("بلغت ربحية السهم 3.37 ريالات")
    assert entities == {}


def test_the_national_team_is_its_countrys(tagged):
    """الوطني and الأول before the nationality change nothing."""
    entities, _, _ = tagged("خسر المنتخب الوطني الجزائري أمام المنتخب المغربي الأول")
    assert "org:algeria-national-football-team" in entities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انسحب من مقر الفرقة السادسة مشاة أمس", "الفرقة السادسة مشاة"),
        ("سيطرت القوات على معسكر اللواء 35 مدرع", "اللواء 35 مدرع"),
        ("افتتح الوزير الجامعة الأميركية في أربيل", "الجامعة الأميركية في أربيل"),
        ("فاز الفريق على الترجي المكنيني في المباراة بهدف في الدوري بعد ركلة جزاء سددها اللاعب", "الترجي المكنيني"),
        ("تضم المدينة حي النزهة، وحي جوبا، وحي الراشدية", "حي جوبا"),
        ("قالت لمينة بنت القطب ولد أمم إن ذلك صحيح", "لمينة بنت القطب ولد أمم"),
    ],
)
def test_names_by_their_form(tagged, text, name):
    """Units have a number, universities a nation and a town, quarters حي; women may have بنت and a father's name."""
    entities, _, _ = tagged(text)
    found = {e.name_ar: e.known for e in entities.values()}
    assert found.get(name) is False


def test_an_officer_is_no_unit(tagged):
    """An ordinal behind a rank or another noun makes no unit."""
    entities, _, _ = tagged("قال اللواء الثاني إن الجولة الثانية بدأت")
    assert entities == {}


def test_a_dateline_is_signed_by_an_agency(tagged):
    """Behind a place and a slash, الأناضول is the agency, and no land."""
    entities, _, _ = tagged("بغداد / الأناضول أعلن التحالف موقفه")
    assert list(entities) == ["loc:baghdad", "org:anadolu-agency"]


def test_a_known_quarter_is_linked_behind_its_word(tagged):
    """حي is part of the surface, and takes no link away."""
    entities, _, _ = tagged("سقطت قذائف على حي جوبر في دمشق")
    assert "loc:jobar" in entities


@pytest.mark.parametrize(
    ("text", "entity", "surface"),
    [
        ("التقى الوزير السيد أندري يرماك في كييف", "per:andriy-yermak", "أندري يرماك"),
        ("اتهم الحاكم دونالد ترامب وغافين نيوسوم بذلك", "per:gavin-newsom", "غافين نيوسوم"),
    ],
)
def test_a_foreigner_is_known_under_other_vowels(tagged, text, entity, surface):
    """A full foreign name that differs from a known one by vowels alone is that person's."""
    entities, _, _ = tagged(text)
    assert [m.surface for m in entities[entity].mentions] == [surface]


def test_vowels_make_other_arabic_names(tagged):
    """حسين is not حسن."""
    entities, _, _ = tagged("قال الدكتور محمد حسين والمدافع إبراهيم صلاح ذلك")
    assert [e.known for e in entities.values()] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "كتب عن التجربة الناصرية في مصر والعراق",
        "قال الدكتور حسين شحاتة أستاذ الاقتصاد في مصر ذلك",
        "حضر الحلقة سمو الشيخ زايد بن حمدان في مصر",
        "حكم عليه بعقوبة مقيدة للحرية",
        "القذائف تدمر الأبنية في سوريا",
        "العمل من إخراج أحمد حسن في مصر",
        "وقالت وكالة الأنباء الرسمية في مصر ذلك",
        "نقل إلى المستشفى العسكري ابن سينا في مصر",
        'قال لصحيفة "فلسطين" إن عائلته في سوريا',
        'يعرض مسلسل "كلهم يحبون مودي" في مصر',
    ],
)
def test_words_and_namesakes_are_linked_to_nobody(tagged, text):
    """Adjectives, namesakes, verbs, what is called by a great name: nothing is linked but countries."""
    entities, _, _ = tagged(text)
    assert {e.id for e in entities.values() if e.known} <= {"loc:egypt", "loc:iraq", "loc:syria"}


def test_a_country_is_no_club_beside_national_teams(tagged):
    """الإمارات اليوم is a paper behind صحيفة alone, لاعبي الإمارات are no club's where a national team plays."""
    entities, _, _ = tagged("تعادل المنتخب أمام الإمارات اليوم في المباراة ولم يمنح لاعبي الإمارات الكرة")
    assert {e.id for e in entities.values() if e.known} <= {"loc:united-arab-emirates"}
    entities, _, _ = tagged("ذكرت صحيفة الإمارات اليوم ذلك")
    assert list(entities) == ["org:emarat-al-youm"]
