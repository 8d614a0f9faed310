"""What markup hides from those who see a page: by attributes, by a style, or by a class that frameworks have."""

import re

from lxml.html import HtmlElement

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|right|top|text-indent)\s*:\s*-\d{4}"
    r"|font-size\s*:\s*0(?:px|em)?\s*(?:;|$)",
    re.IGNORECASE,
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:d-none|hidden|is-hidden|u-hidden|hide|invisible|sr-only|sr_only|screen-reader(?:-text|-only)?"
    r"|visually-?hidden(?:-focusable)?|visuallyHidden|u-visually-hidden|element-invisible|a11y-hidden|assistive-text|off-?screen"
    r"|noscreen|print-only|only-print|display-none)(?=\s|$)"
)
_SHOWN_CLASS = re.compile(
    r"(?:^|\s)(?:\w+:|d-\w\w-)(?:block|flex|inline|inline-block|grid|table|visible)\b|sr-only-focusable"
)
"""What shows on wider screens what a class hides on narrow ones: «d-none d-md-block», «hidden lg:block»."""


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element says of itself that those who see the page do not see it."""
    attributes = element.attrib
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None)
        or ("class" in attributes and _is_hidden_by_class(attributes["class"]))
    )


def _is_hidden_by_class(value: str) -> bool:
    """Whether a class hides an element on screens of all widths."""
    return _HIDDEN_CLASS.search(value) is not None and _SHOWN_CLASS.search(value) is None
