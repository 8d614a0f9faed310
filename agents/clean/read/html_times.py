"""The times that elements of a page carry for machines: `<time datetime>`, `itemprop="datePublished"`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from agents.arabic.folding import fold
from agents.clean.dates.patterns import LABEL

_MAX_TIMES = 200
"""Elements with a time that are looked at."""
TIME_PROPERTIES = ("datePublished", "dateModified")
"""Microdata that carries a time."""
_TIMED = "//time | //*[@itemprop='datePublished' or @itemprop='dateModified']"
_MAX_LEVELS = 300
"""Levels above an element that are looked at."""
_PUBLISHED = re.compile(r"publish|entry-?date|post-?date|pub-?date|posted-?on|article-?date", re.IGNORECASE)
_CHANGED = re.compile(r"update|modif", re.IGNORECASE)
_LABELLING_TAGS = frozenset(["span", "p", "div", "small", "li", "em", "i", "b", "strong"])
"""Elements that may hold a time and its label."""
_MAX_LABEL_CHARACTERS = 40
_FOREIGN_TAGS = frozenset(["aside", "nav", "blockquote", "li"])
_OPEN_TAGS = frozenset(["html", "body", "main"])
"""Elements whose class says nothing of what they hold."""
_FOREIGN_NAME = re.compile(
    r"(?:^|[-_\s])(?:related|recommend\w*|similar|popular|most-?read|trending|comments?|disqus|repl(?:y|ies)|sidebar"
    r"|widgets?|ticker|breaking|read-?more|read-?also|see-?also|more-?from|(?:next|prev|previous)-?(?:article|post|story)|twitter-?tweet|instagram-?media|(?:fb|telegram|threads|reddit|bluesky)-?post|embed)"
    r"(?:$|[-_\s])"
)
_MAX_LEVELS_OF_CARD = 4
"""Levels between a time and the card of another article in which it stands."""
_MIN_HEADLINE_WORDS = 5
_MAX_CARD_WORDS = 40
_MAX_CARD_CHARACTERS = 1000
_OF_ARTICLE = re.compile(
    r"author|writer|byline|user|profile|categor|section|tag|bookmark"
    r"|news\.google|play\.google|apps\.apple|whatsapp|wa\.me|t\.me/|telegram|facebook|twitter|//x\.com|instagram|youtube|nabd",
    re.IGNORECASE,
)
"""Links from an article's head: to its author, its section, itself, and where else the outlet can be followed."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class HtmlTimes(NamedTuple):
    """When the page's elements say that it was published and changed; empty where none does."""

    published: str = ""
    changed: str = ""


def read_times(root: HtmlElement) -> HtmlTimes:
    """Return the times of the page's own article: what says that it is of publication goes before what does not."""
    own = _elements_above_headline(root)
    first_article = next((found for found in root.iter("article") if not _is_aside(found)), None)
    window = " ".join(root.findtext(".//title", "").split())
    published: list[tuple[int, str]] = []
    changed = ""
    for element in _timed(root):
        value = (element.get("datetime") or element.get("content") or "").strip()
        if not value or _is_foreign(element, own, first_article, window):
            continue
        said = element.get("itemprop") or ""
        names = f"{said} {element.get('class') or ''} {_label_of(element)}"
        if said != "datePublished" and _CHANGED.search(names) and not _PUBLISHED.search(names):
            changed = changed or value
        else:
            rank = 0 if said == "datePublished" else 1 if element.get("pubdate") or _PUBLISHED.search(names) else 2
            published.append((rank, value))
    return HtmlTimes(min(published, key=lambda found: found[0], default=(0, ""))[1], changed)


def _label_of(element: HtmlElement) -> str:
    """Return what says of a time what it is of: the class of the element around it alone, and the words in front."""
    around = element.getparent()
    if around is None or around.tag not in _LABELLING_TAGS or len(around) > 1:
        return ""
    label = LABEL.search(fold((around.text or "")[:_MAX_LABEL_CHARACTERS]).lower())
    said = "" if label is None else "updated" if label["updated"] else "published"
    return f"{around.get('class') or ''} {said}"


def _timed(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that carry a time, in their order."""
    yield from root.xpath(_TIMED)[:_MAX_TIMES]


def _elements_above_headline(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that hold the page's headline: whatever their names say, they are the article's own."""
    headline = next(root.iter("h1"), None)
    return frozenset(headline.iterancestors()) if headline is not None else frozenset()


def _is_aside(article: HtmlElement) -> bool:
    """Whether an article stands beside the page's own: in a side column, a menu, a list."""
    return next(article.iterancestors(*_FOREIGN_TAGS), None) is not None


def _is_card(block: HtmlElement, window: str) -> bool:
    """Whether a block holds little but a link with a headline, so that its time is of what that links to."""
    words = 0
    for text in block.itertext("*"):
        words += len(text[:_MAX_CARD_CHARACTERS].split())
        if words > _MAX_CARD_WORDS:
            return False
    links = (block,) if block.tag == "a" else block.iter("a")
    return words >= _MIN_HEADLINE_WORDS and any(_is_headline(link, window) for link in links)


def _is_headline(link: HtmlElement, window: str) -> bool:
    """Whether a link says what another article does, and not whose or of which section this one is."""
    address = link.get("href")
    if not address or _OF_ARTICLE.search(f"{address} {link.get('class') or ''} {link.get('rel') or ''}"):
        return False
    said = link.text_content().split()
    of_times = sum(len(time.text_content().split()) for time in link.iter("time"))
    return len(said) - of_times >= _MIN_HEADLINE_WORDS and " ".join(said) not in window


def _is_foreign(
    element: HtmlElement, own: frozenset[HtmlElement], first_article: HtmlElement | None, window: str
) -> bool:
    """Whether an element stands in a comment, an embedded post, a list of other articles, or in another article.

    A footer is the article's own where it stands in it: «أرسل بواسطة المحرر في» above the text.
    """
    in_footer = False
    says = "pubdate" in element.attrib or element.get("itemprop") == "datePublished"
    for level, above in enumerate(element.iterancestors()):
        if above in own:
            return in_footer and above.tag != "article"
        if own and not says and level < _MAX_LEVELS_OF_CARD and _is_card(above, window):
            return True
        if above.tag == "article":
            return above is not first_article
        if above.tag in _OPEN_TAGS or level > _MAX_LEVELS:
            return in_footer
        names = f"{above.get('class') or ''} {above.get('id') or ''} {above.get('itemtype') or ''}"
        if above.tag in _FOREIGN_TAGS or _FOREIGN_NAME.search(_HUMP.sub("-", names).lower()):
            return True
        in_footer = in_footer or above.tag == "footer"
    return in_footer
