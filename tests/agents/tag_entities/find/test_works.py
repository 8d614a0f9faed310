"""Titles of works, names of operations and of companies."""

import pytest

from tests.agents.tag_entities.drafts import draft_of, found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "غنت أغنيات «ضوء القمر البعيد» و«شارع بلا اسم» و«عودي غدا».",
            ["ضوء القمر البعيد", "شارع بلا اسم", "عودي غدا"],
        ),
        ("بدأت عملية «درع الفجر» أمس", ["درع الفجر"]),
        ("قال «ضوء القمر البعيد»", []),
        ("غنت أغنية، وقالت «ضوء القمر البعيد»", []),
        ("غنت أغنية «واحد اثنان ثلاثة أربعة خمسة ستة سبعة»", ["واحد اثنان ثلاثة أربعة خمسة ستة سبعة"]),
        ("غنت أغنية «" + "واحد " * 13 + "»", []),
        ("قدمت ندوة بعنوان «ضوء القمر البعيد»", ["ضوء القمر البعيد"]),
        ("هبطت طائرات كثيرة «ضوء القمر البعيد»", []),
        ("كتبت رواية «ليل في باريس البعيدة»", ["ليل في باريس البعيدة"]),
        ("غنت أغنيتي «ضوء القمر» (2014) و«شارع بلا اسم» (2016)", ["ضوء القمر", "شارع بلا اسم"]),
    ],
)
def test_a_title_stands_behind_its_word(text, names):
    """The later titles of a list too; commas and too many words make it speech."""
    assert found_by("Works", text) == names


def test_companies_stand_behind_their_shares():
    """All names of a list are bodies; a place whose name a company bears gives way."""
    draft = draft_of("تراجعت أسهم شركات «زرقون أ» و«الدهموري» وارتفع سهم «الباحة» ومؤشر «زرقون 15»", "Works")
    found = [(draft.tokens.text[name.start : name.end], name.entity.type) for name in draft.names]
    assert found == [("زرقون ا", "ORG"), ("الدهموري", "ORG"), ("الباحه", "ORG"), ("زرقون 15", "MISC")]
