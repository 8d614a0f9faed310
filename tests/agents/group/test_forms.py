"""Texts of one form are told apart: the same words around another name, or around other figures."""

from agents.group.offline import Grouping
from agents.group.step import sketched
from streams.records.articles import Article
from tests.agents.group.texts import article, text

TELEGRAM = (
    "بعث الأمير برقية تهنئة إلى فخامة الرئيس {0} رئيس جمهورية {1} بمناسبة ذكرى استقلال بلاده. وأعرب سموه باسمه واسم "
    "شعب البلاد وحكومتها عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة {1} وشعبها الصديق اطراد "
    "التقدم والازدهار، مشيدا بالعلاقات المتميزة التي تربط البلدين وجمهورية {1}، والتي يسعى الجميع إلى تعزيزها."
)
PRICES = (
    "أغلق مؤشر السوق عند {0} نقطة، وبلغت قيمة التداول {1} مليون ريال لنحو {2} ألف صفقة، وارتفعت أسهم {3} شركة من "
    "الشركات المدرجة، فيما تراجعت أسهم الشركات الأخرى، وتصدر قطاع المصارف القطاعات الرابحة كلها مع نهاية التعاملات "
    "اليومية، وجاء قطاع الاتصالات في المركز الأخير بين قطاعات السوق من حيث القيمة والكمية في جلسة اليوم."
)


def stories(*articles: tuple[str, str]) -> int:
    """Return how many different stories articles are of, one for each that is of none; by title and body."""
    made = [_titled(number, title, body) for number, (title, body) in enumerate(articles)]
    grouping = Grouping()
    grouping.add(sketched(made))
    found = grouping.story_of()
    return len({found.get(one.id, one.id) for one in made})


def _titled(number: int, title: str, body: str) -> Article:
    plain = article(number, f"{title}\n{body}", source=f"outlet{number}")
    return Article(**{name: getattr(plain, name) for name in plain.__struct_fields__} | {"title": title})


def test_telegrams_to_two_presidents_are_two_stories() -> None:
    """Each names a country that the other does not have."""
    chad = ("الأمير يهنئ رئيس تشاد", TELEGRAM.format("إدريس", "تشاد"))
    peru = ("الأمير يهنئ رئيس كولومبيا بالاستقلال", TELEGRAM.format("خوان سانتوس", "كولومبيا"))
    again = ("تهنئة أميرية إلى رئيس تشاد", TELEGRAM.format("إدريس", "تشاد").replace("أصدق", "أخلص"))
    assert stories(chad, peru, again) == 2


def test_the_prices_of_two_days_are_two_stories() -> None:
    """The words are the same, the figures are not."""
    monday = ("مؤشر السوق يرتفع", PRICES.format(8790, 4512, 122, 87))
    tuesday = ("مؤشر السوق يرتفع", PRICES.format(8811, 3956, 105, 64))
    assert stories(monday, tuesday) == 2


def test_a_copy_with_another_title_is_one_story() -> None:
    """Its names and figures are the report's, whatever it is called, and however digits are written."""
    body = f"{text(5)} وبلغت الكلفة 4512 مليونا في 122 يوما و87 مدينة و64 قرية"
    arabic = body.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert stories(("عنوان أول للخبر", body), ("عنوان آخر مختلف", arabic)) == 1


def test_what_a_row_keeps_of_a_form_is_bounded() -> None:
    """A word of the title or a number as long as the text is cut or no name: a row holds those of 500 articles."""
    word = "ابجدهوزحطي" * 5
    title = f"تقرير {word} مصرف"
    (made,) = sketched([_titled(0, title, f"{title} عن {'7' * 90} سهم، و 1234 سهم. " * 3 + PRICES.format(*"0000"))])
    assert made.sketch is not None
    assert (made.sketch.names, made.sketch.figures) == (["تقرير", "مصرف"], ["7" * 20, "1234"])
