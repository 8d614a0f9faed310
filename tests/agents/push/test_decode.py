"""Decoding files whose encoding nobody vouches for."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.push.decode import UndecodableError, decode

TEXT = "قال الوزير: «لا تعليق» ١٢٣"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding):
    """Every Unicode encoding is read, marked or not."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_1256_is_what_is_left():
    """Bytes that are no UTF-8 and declare nothing are windows-1256."""
    assert decode("وزارة الخارجية".encode("cp1256")) == "وزارة الخارجية"


@pytest.mark.parametrize("head", ["<meta charset=iso-8859-6>", '<?xml version="1.0" encoding="ISO-8859-6"?>'])
def test_a_declared_charset_is_followed(head):
    """A page in the charset that it declares is read by it."""
    page = head + "وزارة"
    assert decode(page.encode("iso-8859-6"), declares=True) == page


def test_a_wrong_declaration_does_not_break_utf8():
    """UTF-8 under a template that says latin-1 stays Arabic."""
    page = "<meta charset='iso-8859-1'>وزارة"
    assert decode(page.encode(), declares=True) == page


@pytest.mark.parametrize("name", ["x-unknown", "hex", "x-cp1256"])
def test_an_unknown_declaration_is_passed_over(name):
    """A charset that is none, or no text, does not stop the reading."""
    page = f"<meta charset='{name}'>وزارة"
    assert decode(page.encode("cp1256"), declares=True) == page


def test_a_binary_file_is_no_text():
    """NUL bytes on both sides are refused."""
    with pytest.raises(UndecodableError, match="NUL"):
        decode(b"PK\x03\x04\0\0\0\x08\0abc")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_text_or_the_one_error(data, declares):
    """Hostile bytes never raise anything else."""
    with contextlib.suppress(UndecodableError):
        assert isinstance(decode(data, declares=declares), str)


@pytest.mark.parametrize("charset", ["iso8859_6", "cp720", "cp1256"])
@pytest.mark.parametrize("markup", ["{}", "<html><body class=single><p>{}</p></body></html>"])
def test_arabic_in_another_charset_is_guessed(charset, markup):
    """What is no windows-1256 reads as no Arabic there."""
    text = markup.format(
        "أعلنت وزارة المياه والري في الأردن بدء تشغيل محطة جديدة لتحلية المياه في مدينة العقبة، وقال الوزير إن المحطة "
        "ستغطي حاجة أكثر من 300 ألف نسمة في المدينة والقرى المجاورة لها خلال السنوات المقبلة".replace("،", "")
    )
    assert decode(text.encode(charset)) == text
