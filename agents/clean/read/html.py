"""An HTML page to the lines that a reader sees, each with what the markup says of it."""

import functools
import re
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from agents.arabic.memo import Memo
from agents.clean.read.extent import MAX_CHARACTERS, MAX_LINES
from agents.clean.read.hidden import is_hidden
from agents.clean.read.html_articles import is_article, story_of
from agents.clean.read.html_metadata import Metadata, read_metadata
from agents.clean.read.line_words import split
from agents.clean.read.nesting import TOO_DEEP, flatten
from agents.clean.read.wrapped_lines import join_broken

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

_SKIPPED = frozenset(
    split(
        "script style noscript template svg math iframe object embed canvas audio video select option textarea "
        "input title meta link map area"
    )
)
"""Not the head itself: of a page without `<body>`, the parser takes `<article>` and `<main>` for a part of it."""
_BLOCKS = frozenset(
    split(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section "
        "summary table "
        "tbody td tfoot th thead time tr ul"
    )
)
_TAG_HINTS = {
    "nav": "nav",
    "menu": "nav",
    "button": "nav",
    "label": "nav",
    "aside": "aside",
    "footer": "footer",
    "figcaption": "caption",
    "caption": "caption",
    "h1": "h1",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "time": "date",
}
_ROLE_HINTS = {
    "navigation": "nav",
    "banner": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "nav",
    "menu": "nav",
    "dialog": "nav",
}
_NAMES = {
    "related": "related readmore readalso alsoread recommended recommend recommendations suggested suggestions similar "
    "popular mostread mostviewed trending outbrain taboola mgid seealso",
    "share": "share sharing sharer social socials addthis addtoany shares followus",
    "tags": "tags tag keywords tagcloud hashtags",
    "author": "author byline writer reporter authors editor",
    "date": "date datetime pubdate timestamp published publishdate postdate",
    "caption": "caption credit credits figcaption photocredit imgcaption",
    "comments": "comment comments disqus respond replies",
    "embed": "twittertweet twittervideo instagrammedia fbpost fbvideo tiktokembed telegrampost threadspost redditembed "
    "blueskyembed",
    "breadcrumb": "breadcrumb breadcrumbs crumbs crumb",
    "newsletter": "newsletter subscribe subscription mailinglist",
    "advertisement": "ad ads adv advert advertisement advertising banner sponsored sponsor dfp gpt adsbygoogle promo "
    "promoted",
    "cookie": "cookie cookies gdpr consent popup modal",
    "nav": "nav navbar navigation menu menus submenu topbar toolbar ticker breaking skip pagination pager login signin "
    "widget widgets sidebar footer masthead",
}
_NAME_HINTS = {name: hint for hint, names in _NAMES.items() for name in names.split()}
_STRENGTH = (
    *split("cookie nav footer aside comments embed advertisement related newsletter share tags breadcrumb"),
    *("caption", "author", "date", "h1", "heading", "link", ""),
)
"""Of two hints the earlier one holds: a heading in a sidebar is the sidebar's."""
_RANK = {hint: rank for rank, hint in enumerate(_STRENGTH)}
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_UNNAMED = frozenset(["html", "body", "article", "main", "h1"])
"""Elements whose class and id say nothing of what they hold."""
_MAX_CLASS_CHARACTERS = 200
_FIRM = frozenset(["comments", "cookie", "embed", "newsletter"])
"""Hints of names that hold even for running text."""
_CONTAINERS = frozenset(
    split("nav footer aside comments cookie embed advertisement related newsletter share tags breadcrumb author")
)
_MIN_TEXT_CHARACTERS = 400
"""Characters from which on an element with few links reads like an article."""
_MAX_LINKED_SHARE = 0.3
_MAX_CONTAINER_SHARE = 0.4
"""The share of the page's text that no sidebar has: what holds more of it is no chrome, whatever its class says."""


_MAX_COUNTED_TIMES = 4
"""How often the text of a whole page is counted: named elements within named elements would each count it again."""
_MIN_COUNTED = 100_000
_MAX_LINES_TWICE = 5_000
"""Lines of the longest page of which trafilatura is asked too: it takes seconds for tens of thousands of elements."""
_count_pieces = etree.XPath("count(descendant::text())")
"""Counts an element's pieces of text."""
_COST_OF_PIECE = 20
"""What a piece of text costs to count besides its characters."""


_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""Has all elements be of one class: lxml's own look-up asks Python for the class of each of them, time and again."""


_Visit = tuple[HtmlElement, str, bool, bool]
"""An element, the hint that it inherits, whether it stands in a link, and whether it is left or entered."""


class Document(NamedTuple):
    """A page as lines, their hints, and what its metadata says."""

    texts: list[str]
    hints: list[str] | None
    """What markup says of each line; None where there is no markup."""
    kept: frozenset[str]
    """The folded words of the lines that trafilatura takes for the article's; empty where it was not asked."""
    metadata: Metadata
    is_truncated: bool = False
    """Whether there was more than is read."""
    articles: list[int] | None = None
    """For each line the number of the innermost article element that it stands in, 0 for none."""


def read_html(html: str, url: str | None = None) -> Document | None:
    """Read an HTML page.

    Parameters
    ----------
    html
        However broken; already decoded, so that no charset that it declares counts.
    url
        The page's address, by which it is told which of the articles that it describes is its own.

    Returns
    -------
    Document or None
        None where there is nothing to read in it.
    """
    root, is_whole = _parse(html)
    if root is None:
        return None
    described = read_metadata(root, url)
    lines = _Lines(root)
    lines.take()
    if not lines.texts:
        return None
    return Document(
        texts=lines.texts[:MAX_LINES],
        hints=lines.hints[:MAX_LINES],
        kept=lines.with_joined(_second_opinion(root)) if _is_readable(lines.texts) else frozenset(),
        metadata=described,
        is_truncated=len(lines.texts) > MAX_LINES or not is_whole,
        articles=lines.articles[:MAX_LINES],
    )


def _is_readable(texts: list[str]) -> bool:
    """Whether a page has no more lines and characters than trafilatura reads in a moment."""
    return len(texts) <= _MAX_LINES_TWICE and sum(map(len, texts)) <= MAX_CHARACTERS


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    """Parse a page as `_parsed` does; what nests too deep for the parser is flattened first."""
    root, is_whole = _parsed(html)
    return (root, True) if is_whole else _parsed(flatten(html))


def _parsed(html: str) -> tuple[HtmlElement | None, bool]:
    """Return a page's root element, and whether the parser has read all of it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        root = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    return root, all(error.type_name != TOO_DEEP for error in parser.error_log)


@functools.cache
def _options() -> "Extractor":
    """Return how trafilatura is asked; making that anew for each page takes a seventh of its time."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - pages of text do not need it

    return Extractor(output_format="python", fast=True, comments=False, tables=True, with_metadata=False)


def _second_opinion(root: HtmlElement) -> frozenset[str]:
    """Ask trafilatura which lines are the article's; it changes the tree, which is not needed any more."""
    import trafilatura  # noqa: PLC0415 - a third of a second that pages of text do not need

    try:
        found = trafilatura.bare_extraction(root, options=copy(_options()))
    except Exception:  # noqa: BLE001 - a library's fault on hostile markup must not lose the page
        return frozenset()
    text = getattr(found, "text", None) or ""
    return frozenset(" ".join(split(line)) for line in text.split("\n"))


class _Lines:
    """Cuts a tree into lines.

    Parameters
    ----------
    root
        The page's root element.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self.texts: list[str] = []
        self.hints: list[str] = []
        self.articles: list[int] = []
        self._open_articles: list[tuple[HtmlElement | None, int]] = [(None, 0)]
        """The article elements that are open, with their numbers; below them what stands in none."""
        self._articles = 0
        self._stories: dict[str, int] = {}
        """Their numbers by the ids that elements give: several may hold the same article."""
        self._pieces: list[str] = []
        self._hint: str | None = None
        """Of all that stands in the line so far; of several hints the weakest."""
        self._linked = True
        """Whether all of the line stands in links."""
        self._run: list[str] = []
        """The last lines, all of them text, and an empty one where a paragraph ends: they may be broken at a width."""
        self._in_pre = 0
        """How many `<pre>` elements are open."""
        self._parted = 0
        """How many `<br>` the latest of them has: then its lines are what these part."""
        self._joined: list[tuple[str, str]] = []
        """The paragraphs that were joined, each with its first line."""
        body = root.find("body")
        self._left = _MIN_COUNTED
        """How much text may still be counted."""
        self._size = max(1, self._size_of(body if body is not None else root))
        self._left = _MIN_COUNTED + _MAX_COUNTED_TIMES * (_MIN_COUNTED - self._left)

    def take(self) -> None:
        """Cut the tree into lines, each with its hint and the number of its article."""
        stack: list[_Visit] = [(self._root, "", False, False)]
        while stack and len(self.texts) <= MAX_LINES:
            element, hint, linked, leaving = stack.pop()
            if leaving:
                if element.tag in _BLOCKS:
                    self._end_block(element.tag)
                    self._in_pre -= element.tag == "pre"
                if element is self._open_articles[-1][0]:
                    self._open_articles.pop()
                self._pass_on(stack, element, hint, linked=linked)
                continue
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED or is_hidden(element):
                self._pass_on(stack, element, hint, linked=linked)
                continue
            if tag == "br":
                self._parted += self._in_pre > 0
                self._break()
            elif tag in _BLOCKS:
                self._end_block("" if tag == "pre" else tag)
                self._in_pre += tag == "pre"
                self._parted *= tag != "pre"
            if is_article(element):
                self._articles += 1
                story = story_of(element)
                number = self._stories.setdefault(story, self._articles) if story else self._articles
                self._open_articles.append((element, number))
            own = self._own_hint(element, hint)
            inside = linked or tag == "a"
            stack.append((element, hint, linked, True))
            self._add(element.text, own, linked=inside)
            if len(element):
                stack.append((element[0], own, inside, False))
        self._end_block("")

    def with_joined(self, kept: frozenset[str]) -> frozenset[str]:
        """Return the words of lines, and those of the paragraphs that were joined of such."""
        return kept.union(" ".join(split(text)) for text, first in self._joined if " ".join(split(first)) in kept)

    def _pass_on(self, stack: list[_Visit], element: HtmlElement, hint: str, *, linked: bool) -> None:
        """Take what stands behind an element, and go on with its next sibling: of many no more than are read."""
        self._add(element.tail, hint, linked=linked)
        following = element.getnext()
        if following is not None:
            stack.append((following, hint, linked, False))

    def _add(self, text: str | None, hint: str, *, linked: bool) -> None:
        if not text:
            return
        first, *lines = text.split("\n") if self._in_pre else (text,)
        self._add_piece(first, hint, linked=linked)
        for line in lines:
            self._break()
            self._add_piece(line, hint, linked=linked)

    def _add_piece(self, text: str, hint: str, *, linked: bool) -> None:
        self._pieces.append(text)
        if text.strip():
            self._hint = hint if self._hint is None else max(hint, self._hint, key=_RANK.__getitem__)
            self._linked = self._linked and linked

    def _end(self) -> None:
        if self._hint is not None:
            self.texts.append(_SPACE.sub(" ", "".join(self._pieces)).strip())
            self.articles.append(self._open_articles[-1][1])
            self.hints.append("link" if self._linked and self._hint in ("", "heading") else self._hint)
        self._pieces, self._hint, self._linked = [], None, True

    def _break(self) -> None:
        """End a line with which no paragraph need end."""
        before = len(self.texts)
        self._end()
        if len(self.texts) == before:
            self._run.append("")
        elif self.hints[-1]:
            self._end_run(before)
        else:
            self._run.append(self.texts[-1])

    def _end_block(self, tag: str) -> None:
        """End a line and its paragraph; but for `<p>`, what follows is none of the same text."""
        self._break()
        self._run.append("")
        if tag != "p":
            self._end_run(len(self.texts), is_pre=tag == "pre" and not self._parted)

    def _end_run(self, end: int, *, is_pre: bool = False) -> None:
        """Join the lines before `end` that were broken at a width; those of `<pre>` at least between empty ones."""
        run, self._run = self._run, []
        size = sum(map(bool, run))
        joined = join_broken(run, by_blocks=is_pre) if size else []
        if len(joined) == size:
            return
        self._joined += joined
        cut = slice(end - size, end)
        self.articles[cut] = self.articles[cut][: len(joined)]
        self.texts[cut], self.hints[cut] = [text for text, _ in joined], [""] * len(joined)

    def _own_hint(self, element: HtmlElement, inherited: str) -> str:
        tag = element.tag
        found = _TAG_HINTS.get(tag, "")
        attributes = element.attrib
        if attributes and tag not in _UNNAMED:
            named = _ROLE_HINTS.get(attributes.get("role", ""), "")
            for name in ("class", "id", "itemprop"):
                value = attributes.get(name)
                if value:
                    named = min(named, _NAMED[value[:_MAX_CLASS_CHARACTERS]], key=_RANK.__getitem__)
            if _RANK[named] < _RANK[found] and not (len(element) and self._is_misnamed(element, named)):
                found = named
        if _RANK[found] >= _RANK[inherited]:
            return inherited
        if found in _CONTAINERS and self._holds_much(element):
            return inherited
        return found

    def _is_misnamed(self, element: HtmlElement, hint: str) -> bool:
        """Whether an element reads like an article whatever its class says: much text, few links in it.

        Once a page has had its text counted too often its classes say nothing: no page but a hostile one gets there.
        """
        if hint in _FIRM:
            return False
        if self._left <= 0:
            return True
        size = self._size_of(element)
        if size < _MIN_TEXT_CHARACTERS:
            return False
        return sum(len(text) for link in element.iter("a") for text in link.itertext()) < _MAX_LINKED_SHARE * size

    def _holds_much(self, element: HtmlElement) -> bool:
        """Whether an element holds so much of the page that its name says nothing, or the headline."""
        if element.find(".//h1") is not None and element.tag not in ("nav", "footer"):
            return True
        return self._left <= 0 or self._size_of(element) > _MAX_CONTAINER_SHARE * self._size

    def _size_of(self, element: HtmlElement) -> int:
        """Return how many characters an element holds, and take what that costs off what may be counted."""
        size = len(etree.tostring(element, encoding="unicode", method="text", with_tail=False))
        self._left -= size + _COST_OF_PIECE * int(_count_pieces(element))
        return size


def _named(value: str) -> str:
    """Return the hint that an element's class or id says."""
    hint = ""
    pieces = [piece.lower() for piece in _NAME.findall(value)]
    for index, piece in enumerate(pieces):
        pair = piece + pieces[index + 1] if index + 1 < len(pieces) else ""
        for name in (piece, pair):
            found = _NAME_HINTS.get(name)
            if found and _RANK[found] < _RANK[hint]:
                hint = found
    return hint


_NAMED: Memo[str, str] = Memo(1 << 12, _named)
"""By class or id: a page has a few, time and again."""
