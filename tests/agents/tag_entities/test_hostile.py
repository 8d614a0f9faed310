"""Texts that are made to be slow: time grows with their length, not with its square."""

import time

import pytest

PIECES = {
    "quotes": "قال «كذا وكذا وكذا» ",
    "verbs": "وأضاف وأكد وقال ",
    "documents": "وقال البيان إن الأمر كذا ",
    "bodies": "وقالت الهيئة إن الأمر كذا ",
    "people": "محمد الزغيبي وسالم الزغيبي والرئيس أحمد الزغيبي ",
    "surnames": "المهندس سالم الزغيبي. وقال الزغيبي ",
    "common": "النصر الاتحاد الشرطة الوطن المدينة ",
    "works": "أغنية «كذا» ",
    "offices": "رئيس مجلس إدارة هيئة شؤون لجنة ",
    "dates": "يوم الخميس 12 يناير كانون الثاني من عام 2020 ",
    "letters": "بي سي دي إف ",
    "numbers": "12/12/2012-12.12 ",
    "open marks": "« ",
    "straight marks": '" ',
    "one word": "ا",
    "connectors": "بن ابن آل أبو ",
    "ministries": "وزارة الشؤون الاجتماعية والعمل والتنمية ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_length(tagger, piece):
    """Four times the text takes no more than some eight times the time."""

    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        tagger.tag_text(text)
        return time.process_time() - start

    seconds(2000)
    small, large = seconds(15_000), seconds(60_000)
    assert large < 8 * small + 0.5
