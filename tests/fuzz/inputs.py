"""Hostile inputs: values of any shape, samples with something changed in them, and soups of what news is made of."""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from hypothesis import strategies as st

MOMENTS = (
    "2026-03-01T10:30:00Z",
    "2026-02-30",
    "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:60+14:00",
    "1447-09-12",
    "١٢ رمضان ١٤٤٧ هـ",
    "1 مارس/آذار 2026 - 10:30 ص",
    "قبل 99999999999 ساعة",
    "0001-01-01T00:00:00+23:59",
    "1e400",
    "1772366400000",
    "٣٠ شباط",
)
MARKS = (
    *"«»“”\"'‘’()[]{}…,،؛:;.؟?!-–—_/\\|@#&<>\n\t\r",
    "\u200b\u200f\u202e\ufeff",
    "\u0640" * 9,
    "\u064b\u0651",
    "\x00\x07\x1b[31m",
    "\ud7ff\ue000\ufffd\U0010ffff",
    "\u2028\u2029\x85",
    "<b>",
    "</p>",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
)
WORDS = (
    *(
        "قال",
        "أكد",
        "وأضاف",
        "الرئيس",
        "رئيس",
        "وزير",
        "الخارجية",
        "عبد",
        "الفتاح",
        "السيسي",
        "بن",
        "أبو",
        "آل",
        "محمد",
    ),
    *(
        "القاهرة",
        "مصر",
        "لندن",
        "واشنطن",
        "الأمم",
        "المتحدة",
        "نادي",
        "الأهلي",
        "فيلم",
        "رواية",
        "إف-16",
        "رويترز",
        "أ ف ب",
    ),
    *(
        "أمس",
        "الأحد",
        "المقبل",
        "مارس",
        "آذار",
        "رمضان",
        "عام",
        "2026",
        "١٤٤٧",
        "هـ",
        "الساعة",
        "10:30",
        "قبل",
        "ساعتين",
    ),
    *("إن", "أن", "في", "من", "على", "و", "ب", "لل", "الذي", "جنوب", "شركة", "الثاني", "د.", "فريق", "كوفيد-19", "G20"),
    *(
        "اقرأ أيضا",
        "شارك",
        "الرئيسية",
        "حقوق النشر محفوظة",
        "كتب:",
        "المصدر:",
        "آخر تحديث",
        "صورة:",
        "Reuters",
        "http://a.b/c",
    ),
)
TAGS = (
    "p",
    "div",
    "h1",
    "h2",
    "article",
    "span",
    "a",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "br",
    "script",
    "style",
    "time",
)
MORE_TAGS = (
    "svg",
    "noscript",
    "template",
    "iframe",
    "title",
    "head",
    "body",
    "meta",
    "base",
    "pre",
    "textarea",
    "x-y",
    "!",
)
ATTRIBUTES = (
    "class",
    "id",
    "href",
    "dir",
    "style",
    "itemprop",
    "property",
    "content",
    "datetime",
    "charset",
    "name",
    "lang",
)
VALUES = (
    "article-body",
    "related",
    "author",
    "og:title",
    "article:published_time",
    "datePublished",
    "headline",
    "rtl",
    "",
)

arabic = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join)
texts = st.one_of(arabic, glued, st.sampled_from(MOMENTS), st.text(max_size=60))
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from((0, -1, 1e308, 2**31, 2**53, 253402300800)),
    texts,
)
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)
"""Whatever JSON can hold, and a little more: NaN, and numbers of 70 bits."""


@st.composite
def lines(draw: st.DrawFn, samples: Sequence[str] = ()) -> str:
    """Draw a text of lines, some of them those of real samples, whole or cut."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 12))):
        if samples and draw(st.booleans()):
            line = draw(st.sampled_from(samples))
            parts.append(line[draw(st.integers(0, len(line))) :])
        else:
            parts.append(draw(texts))
    return draw(st.sampled_from(("\n", "\r\n", "\n\n", " "))).join(parts)


@st.composite
def changed(draw: st.DrawFn, sample: Any) -> Any:
    """Draw a sample of JSON with up to four things in it replaced, taken out, doubled or added."""
    value = copy.deepcopy(sample)
    for _ in range(draw(st.integers(0, 4))):
        found = list(places(value))
        if not found:
            return draw(values)
        holder, key = found[draw(st.integers(0, len(found) - 1))]
        what = draw(st.sampled_from(("replace", "twist", "twist", "remove", "double", "add")))
        if what == "replace":
            holder[key] = draw(values)
        elif what == "twist":
            holder[key] = _draw_alike(draw, holder[key])
        elif what == "remove":
            del holder[key]
        elif what == "double" and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif isinstance(holder, dict):
            holder[draw(texts)] = draw(values)
    return value


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a JSON value as what holds it and its key there."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def _draw_alike(draw: st.DrawFn, value: Any) -> Any:
    """Draw another value of the same type: one that goes through a check of types."""
    if isinstance(value, bool) or value is None:
        return draw(st.sampled_from((True, False, None)))
    if isinstance(value, int):
        return (0, -1, 1, value + 1, -value, 2**31, 2**53, 2**63 - 1, -(2**63))[draw(st.integers(0, 8))]
    if isinstance(value, float):
        return (0.0, -1.0, 1e308, 5e-324, value * 2)[draw(st.integers(0, 4))]
    if isinstance(value, str):
        return draw(texts) if draw(st.booleans()) else value[draw(st.integers(0, len(value))) :]
    if isinstance(value, list):
        return copy.deepcopy(([], value * 2, value[::-1], value[:1])[draw(st.integers(0, 3))])
    return {}


def as_json(value: Any) -> bytes:
    """Return JSON of a value, with what JSON has no way to write replaced by null."""
    return orjson.dumps(value, default=lambda _: None, option=orjson.OPT_NON_STR_KEYS) if _fits(value) else b"null"


def _fits(value: Any) -> bool:
    try:
        orjson.dumps(value, default=lambda _: None, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:
        return False
    return True


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw bytes with up to four spans cut out, overwritten, doubled or put elsewhere."""
    for _ in range(draw(st.integers(0, 4))):
        first = draw(st.integers(0, len(data)))
        last = min(len(data), first + draw(st.integers(0, 40)))
        what = draw(st.sampled_from(("cut", "overwrite", "move", "end", "double")))
        if what == "cut":
            data = data[:first] + data[last:]
        elif what == "overwrite":
            data = data[:first] + draw(st.binary(max_size=8)) + data[last:]
        elif what == "move":
            data = data[:last] + data[first:]
        elif what == "end":
            data = data[:first]
        else:
            data = data[first:last] + data
    return data


@st.composite
def html(draw: st.DrawFn) -> str:
    """Draw a soup of tags, most of them closed somewhere, attributes, texts and data for machines."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(st.sampled_from(TAGS + MORE_TAGS))
        kind = draw(st.sampled_from(("open", "open", "close", "text", "text", "data", "comment")))
        if kind == "open":
            pairs = draw(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES) | texts), max_size=3))
            parts.append(f"<{tag}" + "".join(f' {name}="{value}"' for name, value in pairs) + ">")
        elif kind == "close":
            parts.append(f"</{tag}>")
        elif kind == "text":
            parts.append(draw(texts))
        elif kind == "data":
            linked = {"@type": "NewsArticle", "headline": draw(texts), "datePublished": draw(scalars)}
            parts.append(f'<script type="application/ld+json">{as_json(draw(changed(linked))).decode()}</script>')
        else:
            parts.append(draw(st.sampled_from(("<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<?xml?>", "<"))))
    return "".join(parts)
