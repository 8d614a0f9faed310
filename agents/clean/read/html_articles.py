"""Elements of a page that say that they hold an article, and which."""

import re

from lxml.html import HtmlElement

_SECTIONS = frozenset(["div", "section", "li"])
"""Elements that may say of themselves that they are articles."""
_TYPE = re.compile(r"/(?:News|Report|Analysis\w*|Opinion\w*)?Article$|/BlogPosting$")
_CLASSES = frozenset(
    ["article", "post", "hentry", "news-article", "next-article", "next-post", "article-wrapper", "single-post"]
)
_NEXT_IDS = frozenset(["next-article", "next-post", "nextArticle", "nextPost"])
"""Ids of elements that hold another article."""
_STORY_IDS = ("data-story-id", "data-article-id", "data-news-id")
"""Attributes that say which article an element holds; live blogs have others for their entries."""
_MAX_CLASS_CHARACTERS = 200


def is_article(element: HtmlElement) -> bool:
    """Whether an element says that it is an article.

    A story's id alone says so where a headline stands in the element: share bars have one too.
    """
    if element.tag == "article":
        return True
    attributes = element.attrib
    if element.tag not in _SECTIONS or not attributes:
        return False
    return (
        attributes.get("role") == "article"
        or _TYPE.search(attributes.get("itemtype", "")) is not None
        or not _CLASSES.isdisjoint(attributes.get("class", "")[:_MAX_CLASS_CHARACTERS].split())
        or attributes.get("id") in _NEXT_IDS
        or (story_of(element) != "" and next(element.iter("h1", "h2", "h3"), None) is not None)
    )


def story_of(element: HtmlElement) -> str:
    """Return by what an element says which article it holds, empty where it does not."""
    return next(filter(None, map(element.get, _STORY_IDS)), "")
