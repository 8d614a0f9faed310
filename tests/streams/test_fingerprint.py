"""The fingerprint: the same for spellings of one text, close for near-duplicates, far for other texts."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.fingerprint import (
    LANES,
    agreeing,
    fingerprint,
    first_similar,
    minima,
    runs,
    similar,
    similar_to_any,
    words,
)

TEXT = (
    "بحث وزراء الطاقة في اجتماعهم بالكويت مشروع الربط الكهربائي بين دول المنطقة، وأكدوا الإسراع في إنجازه.\n"
    "وقال الأمين العام للهيئة إن المشروع سيوفر على الشبكات الوطنية، ويزيد من موثوقيتها في ساعات الذروة.\n"
    "وأضاف أن الدراسات الفنية انتهت، وأن العمل في المرحلة الأولى يبدأ في الربع الأول من السنة المقبلة ويستمر عامين.\n"
    "ومن المقرر أن يعقد الوزراء اجتماعهم التالي في المنامة لاعتماد الميزانية وتسمية المقاولين الذين سينفذون المحطات."
)
OTHER = (
    "فاز فريق المدينة على ضيفه بهدفين دون رد في المباراة التي جمعتهما مساء أمس ضمن الجولة العاشرة من الدوري المحلي.\n"
    "وسجل الهدفين المهاجم الشاب في الشوط الثاني، ليرفع الفريق رصيده إلى عشرين نقطة في المركز الثالث خلف المتصدر."
)


def test_a_fingerprint_is_43_characters_of_base64_whatever_the_text():
    """Long, short and empty texts have fingerprints of one length."""
    lengths = {len(fingerprint(text)) for text in (TEXT, "كلمة", "", "؟!", TEXT * 100)}

    assert lengths == {43}


@pytest.mark.parametrize(
    "variant",
    [
        TEXT.replace("أ", "ا").replace("إ", "ا"),
        TEXT.replace("ة", "ه"),
        TEXT.replace("وقال", "وقـــال"),
        TEXT.replace("الطاقة", "الطَّاقَةِ"),
        TEXT.replace("، ", " - ").replace(".", " . "),
        "\u200f" + TEXT.replace("\n", "\n\n  \u200b"),
    ],
    ids=["hamza", "ta marbuta", "tatweel", "diacritics", "punctuation", "hidden marks"],
)
def test_spelling_makes_no_difference(variant):
    """Each of the usual variants of one text has the same fingerprint."""
    assert fingerprint(variant) == fingerprint(TEXT)


def test_digits_of_all_scripts_are_the_same():
    """Arabic-Indic and Persian digits count as ASCII digits."""
    assert fingerprint("في ٢٠٢٦ عام ۲۰۲۶") == fingerprint("في 2026 عام 2026")


def test_a_dropped_paragraph_and_another_title_leave_texts_similar():
    """An agency's copy under another title, without its last paragraph, is a near-duplicate."""
    copy = "الربط الكهربائي على طاولة الوزراء\n" + TEXT.rsplit("\n", 1)[0]

    assert similar(fingerprint("وزراء الطاقة يبحثون الربط\n" + TEXT), fingerprint(copy))


def test_other_texts_are_not_similar():
    """Two stories have nothing in common."""
    assert not similar(fingerprint(TEXT), fingerprint(OTHER))


@pytest.mark.parametrize("value", ["", "x", "ش" * 43, "=" * 43, "A" * 44, "A" * 1000])
def test_what_is_no_fingerprint_is_similar_to_itself_alone(value):
    """A foreign value in a record does not fail, and joins nothing."""
    assert (similar(value, value), similar(value, fingerprint(TEXT)), similar(fingerprint(TEXT), value)) == (
        True,
        False,
        False,
    )


@given(st.lists(st.sampled_from([TEXT, OTHER, TEXT[:400], OTHER * 2, "", "x"])), st.sampled_from([TEXT, OTHER, "y"]))
def test_similar_to_any_says_what_similar_says_of_each(texts, text):
    """The quick way round comes to the same."""
    others = [*map(fingerprint, texts), "no fingerprint"]

    assert similar_to_any(fingerprint(text), others) == any(similar(fingerprint(text), other) for other in others)


def test_the_first_that_is_similar_is_told_by_its_index():
    """Of several that are, the first; of none, None."""
    others = [fingerprint(OTHER), fingerprint(TEXT), fingerprint(TEXT)]

    assert [first_similar(fingerprint(text), others) for text in (TEXT, OTHER, "y")] == [1, 0, None]


@given(st.text(), st.text())
def test_any_text_has_a_fingerprint_and_similarity_is_symmetric(a, b):
    """No text fails, and it does not matter which of two comes first."""
    a, b = fingerprint(a), fingerprint(b)

    assert similar(a, b) == similar(b, a)


def test_lone_surrogates_and_characters_beyond_the_basic_plane_end_words():
    """Hostile and decorative characters are no letters."""
    assert fingerprint("خبر\ud800عاجل😀الآن") == fingerprint("خبر عاجل الآن")


def test_the_sketch_estimates_the_share_of_common_pairs():
    """Over texts with half of their pairs in common, a third of all, the estimate comes within its error."""
    rng = np.random.default_rng(7)
    a, b, c = rng.integers(0, 1 << 63, (3, 40, 300), dtype=np.uint64)
    left, right = np.concatenate([a, c], axis=1), np.concatenate([b, c], axis=1)

    agreed = np.mean([minima(x) == minima(y) for x, y in zip(left, right, strict=True)])

    assert agreed == pytest.approx(1 / 3, abs=0.02)


def test_agreement_by_chance_is_a_quarter_of_the_lanes():
    """Integers that differ in every lane agree in none; the same agree in all."""
    assert (agreeing(0, (1 << 2 * LANES) - 1), agreeing(0, 0), agreeing(0b01, 0b10)) == (0, LANES, LANES - 1)


def test_runs_are_of_neighbouring_words():
    """Three words make two pairs; fewer words than a run make one run, and so do none."""
    assert [len(runs(words(text), 2)) for text in ("أ ب ج", "أ ب", "أ", "")] == [2, 1, 1, 1]


def test_other_processes_give_the_same_fingerprint():
    """Neither the hash seed nor the process plays a part."""
    script = f"from streams.fingerprint import fingerprint; print(fingerprint({TEXT!r}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.strip()
        for seed in ("0", "1")
    }

    assert outputs == {fingerprint(TEXT)}
