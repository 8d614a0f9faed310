"""Lines that were broken at a width."""

import textwrap

import pytest

from agents.clean.read.html import read_html
from agents.clean.read.wrapped_lines import unwrap
from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned, cleaned_html

DATE = "الجمعة 14 مارس 2025"


@pytest.mark.parametrize("width", [48, 60, 72, 90])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_wrapped_paragraphs_are_joined(width: int, between: str) -> None:
    """With empty lines between them or without, whatever the width."""
    wrapped = [textwrap.fill(sentence, width) for sentence in SENTENCES * 2]
    assert unwrap(between.join(wrapped)) == between.join(SENTENCES * 2)


def test_title_and_date_stand_for_themselves() -> None:
    """They are no paragraph's beginning."""
    wrapped = "\n\n".join([f"{TITLE}\n{DATE}", *(textwrap.fill(sentence, 60) for sentence in SENTENCES)])
    article = cleaned(wrapped)
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_an_empty_line_below_the_title_says_nothing_of_the_text() -> None:
    """Paragraphs that follow each other without one end where a sentence does."""
    wrapped = [line for sentence in SENTENCES for line in textwrap.wrap(sentence, 40)]
    assert unwrap("\n".join([TITLE, "", *wrapped])) == "\n".join([TITLE, "", *SENTENCES])


@pytest.mark.parametrize("width", [36, 60, 90])
def test_an_empty_line_behind_each_says_nothing(width: int) -> None:
    """The title above is wider than the text and stays whole; paragraphs end where a sentence does."""
    wrapped = [line for sentence in SENTENCES * 2 for line in textwrap.wrap(sentence, width)]
    assert unwrap("\n\n".join([TITLE * 3, *wrapped])) == "\n".join([TITLE * 3, *SENTENCES * 2])


@pytest.mark.parametrize(
    ("title", "below"), [("الميناء في الربيع", [DATE]), ("الميناء في الربيع", []), ("رويترز", [DATE])]
)
def test_the_rest_of_a_title_is_joined_to_it(title: str, below: list[str]) -> None:
    """A place, an author or an agency alone is none."""
    text = [line for sentence in SENTENCES for line in textwrap.wrap(sentence, 60)]
    first = f"{TITLE} بعد عامين من"
    joined = unwrap("\n".join([first, title, *below, *text])).split("\n")[0]
    assert joined == (first if title == "رويترز" else f"{first} {title}")


@pytest.mark.parametrize("text", ["\n".join([TITLE, *SENTENCES]), "\n".join(TICKER * 3), TITLE, "", "\n" * 40])
def test_other_lines_stay(text: str) -> None:
    """One line a paragraph, headlines, a table, nothing."""
    assert unwrap(text) == text


WRAPPED = [textwrap.wrap(sentence, 44) for sentence in SENTENCES]


@pytest.mark.parametrize(
    "text",
    [
        "<div>" + "<br>\n<br>\n".join("<br>\n".join(lines) for lines in WRAPPED) + "</div>",
        "<td>" + "<br/>&nbsp;<br/>".join("<br/>".join(lines) for lines in WRAPPED) + "</td>",
        "<div>" + "<br>".join("<br>".join(lines) for lines in WRAPPED) + "</div>",
        "".join("<p>" + "<br>".join(lines) + "</p>" for lines in WRAPPED),
        "<pre>\n" + "\n\n".join("\n".join(lines) for lines in WRAPPED) + "\n</pre>",
        "<pre>" + "\n\n".join("\n".join(lines) for lines in WRAPPED[:2]) + "</pre>" + f"<p>{SENTENCES[2]}</p>",
    ],
)
def test_lines_of_html_are_joined_too(text: str) -> None:
    """Whether elements or line feeds break them, and whatever parts the paragraphs."""
    article = cleaned_html(f"<body><h1>{TITLE}</h1><p>{DATE}</p>{text}</body>")
    assert article.paragraphs == list(SENTENCES[: len(article.paragraphs)])
    assert len(article.paragraphs) >= 3


def test_what_br_parts_in_pre_stays_apart() -> None:
    """Its lines are paragraphs of their own, however short."""
    text = "<pre>" + "<br>".join(SENTENCES) + "</pre>"
    assert cleaned_html(f"<body><h1>{TITLE}</h1><p>{DATE}</p>{text}</body>").paragraphs == list(SENTENCES)


@pytest.mark.parametrize(
    "items", [TICKER, ("وقال الشاعر في مطلعها:", *("يا دار ما فعلت بك الأيام", "بين الرسوم وأهلها نيام") * 3)]
)
def test_lists_and_verses_of_html_stay_as_they_stand(items: tuple[str, ...]) -> None:
    """Their lines are of all lengths, or end no sentences."""
    document = read_html(f"<body><p>{SENTENCES[0]}</p><div>{'<br>'.join(items)}</div></body>")
    assert document is not None
    assert document.texts == [SENTENCES[0], *items]
