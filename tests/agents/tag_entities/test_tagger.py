"""The tagger on texts written for it: who and what is named, where, and what is left alone."""

import gc
import os
import subprocess
import sys
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.tagger import Tagger
from streams.records.codec import encode

TALK = (
    "أكد وزير الخارجية الروسي، سيرغي لافروف، في اتصال مع نظيره الأمريكي، أنتوني بلينكن، استعداد روسيا للحوار مع "
    "الولايات المتحدة. "
    "وأفادت وزارة الخارجية الروسية، في بيان، بأن لافروف ناقش مع بلينكن الأوضاع في سوريا وليبيا، بحسب روسيا اليوم."
)


def surfaces(entity):
    """Give the distinct surfaces of an entity."""
    return {mention.surface for mention in entity.mentions}


def test_full_name_and_surname_are_one_person(tagged):
    """A surname after the full name belongs to its bearer."""
    entities, _, _ = tagged(TALK)
    assert surfaces(entities["per:sergey-lavrov"]) == {"سيرغي لافروف", "لافروف"}
    assert surfaces(entities["per:antony-blinken"]) == {"أنتوني بلينكن", "بلينكن"}


@pytest.mark.parametrize(
    ("text", "entity", "surface"),
    [
        ("سافر الوفد إلى باريس وبرلين", "loc:berlin", "برلين"),
        ("منحت القروض لليونان ثم عادت", "loc:greece", "يونان"),
        ("وصلوا إلى لبنان", "loc:lebanon", "لبنان"),
        ("قررت الأُمَمُ المتّحدة ذلك", "org:united-nations", "الأُمَمُ المتّحدة"),
        ("وصل بوتيـن إلى موسكو", "per:vladimir-putin", "بوتيـن"),
        ("التقى الرئيس سيرجي لافروف", "per:sergey-lavrov", "سيرجي لافروف"),
    ],
)
def test_clitics_and_spellings(tagged, text, entity, surface):
    """Proclitics are no part of a surface; diacritics, tatweel and foreign consonants do not hide a name."""
    entities, _, _ = tagged(text)
    assert surfaces(entities[entity]) == {surface}


@pytest.mark.parametrize(
    "text",
    [
        "زار الرئيس الجديد المدينة القديمة وتحدث عن النصر المبين",
        "الكلمة التي تجمع الوطن كله هي الحياة",
        "كان العمل على المشروع صعبا في البداية",
        "الأوساط السورية والحكومة التركية والشعب المصري",
    ],
)
def test_common_words_and_nationalities_are_no_names(tagged, text):
    """Victory is no club, the homeland no paper, and a nationality no place."""
    entities, _, _ = tagged(text)
    assert entities == {}


def test_offsets_slice_to_surfaces_and_quotes(tagger, article):
    """Every offset of a record cuts out what it says."""
    made = article("لافروف يلتقي بلينكن", TALK, "وقال لافروف أمس: «نريد حوارا بناء مع الجميع».")
    record = tagger.tag([made])[0]
    assert record.entities
    assert record.quotes
    assert record.dates
    for entity in record.entities:
        assert entity.count == len(entity.mentions)
        assert all(made.text[m.start : m.end] == m.surface for m in entity.mentions)
    assert all(made.text[q.start : q.end] == q.text for q in record.quotes)
    assert all(made.text[d.start : d.end] == d.surface for d in record.dates)


def test_the_batch_changes_nothing(tagger, article):
    """An article is tagged the same alone, in any batch and in any order."""
    made = [
        article("أول", TALK),
        article("ثان", "فاز الهلال على النصر في الدوري", section="sport"),
        article("ثالث", "لا شيء هنا"),
    ]
    alone = [encode(tagger.tag([one])[0]) for one in made]
    assert [encode(record) for record in tagger.tag(made)] == alone
    assert [encode(record) for record in tagger.tag(made[::-1])] == alone[::-1]


def test_another_process_gives_the_same_bytes():
    """Nothing depends on the order of a set or on a process's hash seed."""
    code = (
        "import sys, orjson, msgspec\n"
        "from agents.tag_entities.tagger import Tagger\n"
        "from streams.settings import Settings\n"
        "sys.stdout.buffer.write(orjson.dumps(msgspec.to_builtins(Tagger.load(Settings()).tag_text(sys.argv[1]))))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, TALK],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


def test_sources_that_the_text_names_are_cited(tagger, article):
    """بحسب روسيا اليوم names a source."""
    assert tagger.tag([article("خبر", TALK)])[0].cited == ["org:rt"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("قال حاكم المصرف عبد القادر الحصرية لرويترز إن دمشق تعد أوراقا جديدة.", ["org:reuters"]),
        ("قال الحاكم ذلك. وعاد مكتب لرويترز إلى المدينة", []),
        ("قال الحاكم إن رويترز مخطئة", []),
        ("كشف النقيب، في مقابلة مع قناة الجزيرة، أن الميناء مغلق.", ["org:al-jazeera"]),
        ("وأوضح النقيب في حديثه للأناضول أن الميناء مغلق.", ["org:anadolu-agency"]),
        ("ونقلت وكالة رويترز عن مصدر في الاتحاد أن المباراة تأجلت.", ["org:reuters"]),
        ("التقى النقيب مدير رويترز. وعاد مع قناة الجزيرة", []),
    ],
)
def test_whom_somebody_speaks_to_is_cited(tagger, article, text, cited):
    """An agency behind ل in the sentence of a verb of speech is a source, and so is one that interviews or quotes."""
    assert tagger.tag([article("خبر", text)])[0].cited == cited


def test_nationalities_are_counted_by_country(tagger, article):
    """Demonyms are no mentions, but are counted."""
    record = tagger.tag([article("خبر", "زار الوفد المصري والوفد السعودي والوفدان المصريان المكان")])[0]
    assert record.demonyms == {"loc:egypt": 2, "loc:saudi-arabia": 1}


def test_the_article_is_about_what_its_title_names(tagged):
    """Salience is highest for what the title names and the text repeats."""
    entities, _, _ = tagged("لافروف يحذر من التصعيد\n" + TALK)
    assert max(entities.values(), key=lambda e: e.salience).id in ("per:sergey-lavrov", "loc:russia")
    assert all(0 <= e.salience <= 1 for e in entities.values())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.sampled_from('قالوأكدالرئيسمحمدبنعبدلافروفروسيا «»"()،.:\n\u200f\u0640\u064b12ab'), max_size=200
    )
)
def test_whatever_the_text_offsets_hold(tagger, text):
    """No text makes the tagger fail or an offset lie."""
    entities, quotes, dates = tagger.tag_text(text)
    assert all(text[m.start : m.end] == m.surface for e in entities for m in e.mentions)
    assert all(text[q.start : q.end] == q.text for q in quotes)
    assert all(text[d.start : d.end] == d.surface for d in dates)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["", "و", "ف", "ب", "ل", "ك", "ول", "وب"]), st.sampled_from(["موسكو", "بغداد", "دمشق", "فرنسا"]))
def test_proclitics_never_hide_a_place(tagger, proclitic, place):
    """A place is found behind every run of proclitics, without them."""
    entities, _, _ = tagger.tag_text(f"ذكر التقرير {proclitic}{place} مرة أخرى")
    assert [m.surface for e in entities for m in e.mentions] == [place]


def test_a_model_may_read_words_as_published():
    """A model that tells hamza from alif gets whole sentences as they stand; its spans come back to the text."""

    class Reader:
        version, folds = "r", False
        read: ClassVar[list[list[str]]] = []

        def spans(self, sentences, texts):
            """Find one name."""
            assert sum(texts) == len(sentences)
            self.read += [list(s) for s in sentences]
            return [[(i, i + 2, "PER", 0.99) for i, w in enumerate(s) if w == "أوديف"] for s in sentences]

    text = "وتحدّث إلى الحاضرين أوديف كارستنسون، ثم غادر القاعة."
    entities, _, _ = Tagger(Watched(packaged(), ""), Reader()).tag_text(text)
    assert Reader.read == ["وتحدّث إلى الحاضرين أوديف كارستنسون ، ثم غادر القاعة".split()]
    assert [entity.mentions[0].surface for entity in entities] == ["أوديف كارستنسون"]


def test_an_article_leaves_no_cycles(tagger, article):
    """Nothing of an article holds itself: what is read of it is freed at once, and not by the collector of cycles."""
    text = [article("تصريحات", TALK)]
    tagger.tag(text)
    gc.collect()
    gc.disable()
    try:
        tagger.tag(text)
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0
