"""The page's files: small, from nowhere else, and readable in both themes."""

import re
from itertools import product
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "agents/serve/page"
FILES = sorted(file for file in PAGE.rglob("*") if file.is_file())
SCRIPTS = {file.relative_to(PAGE / "script").as_posix(): file.read_text("utf-8") for file in PAGE.rglob("*.js")}
MAX_BYTES = 300_000
MIN_CONTRAST = 4.5
"""What WCAG 2.2 asks of text at level AA."""
OUR_ADDRESSES = {"http://www.w3.org/2000/svg"}
"""The name of SVG's elements, which is no place to fetch from."""
GROUNDS = ("ground", "surface", "raised")
PAIRS = [
    *product(("ink", "soft", "accent", "bad", "good"), GROUNDS),
    *((kind, ground) for kind in ("per", "loc", "org", "misc") for ground in ("ground", "surface", f"{kind}-soft")),
    ("on-accent", "accent"),
    ("accent", "accent-soft"),
    ("ink", "bad-soft"),
    ("bad", "bad-soft"),
    ("ink", "gone"),
    ("ink", "new"),
    ("ink", "map-1"),
    ("ink", "map-2"),
]


def test_the_page_is_light():
    """All that a browser may load has less than 300 KB, uncompressed."""
    assert sum(file.stat().st_size for file in FILES) < MAX_BYTES


def test_nothing_comes_from_elsewhere():
    """No file names an address outside, but for a name that is written like one."""
    found = {
        address for file in FILES for address in re.findall(r"https?://[^\s\"'`$<>]+", file.read_text(encoding="utf-8"))
    }

    assert found <= OUR_ADDRESSES


def test_all_modules_are_fetched_at_once():
    """Every module is named in the page's head, so that no browser has to find them one behind the other."""
    index = (PAGE / "index.html").read_text("utf-8")

    assert set(re.findall(r'page/script/([\w/]+\.js)"', index)) == set(SCRIPTS)


def test_no_script_makes_markup_of_text():
    """Texts become nodes by append and textContent alone; styles and listeners are set by script."""
    ways = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc")
    index = (PAGE / "index.html").read_text("utf-8")

    assert [name for name, text in SCRIPTS.items() if ways.search(text)] == []
    assert re.findall(r"\son\w+=|\sstyle=|<style|<script>", index) == []


def test_every_word_that_is_asked_for_is_there():
    """A key of the words that a script names has both languages, and none is left over."""
    words = set(re.findall(r'^ {2}"?(\w+)"?: \[', SCRIPTS["words.js"], re.MULTILINE))
    others = "\n".join(text for name, text in SCRIPTS.items() if name != "words.js")
    asked = set(re.findall(r'\b(?:t|counted)\("(\w+)"', others))
    made = re.compile(r"genre_|sort_|country_|severity_|(PER|LOC|ORG|MISC)(_1)?$")

    assert asked - words == set()
    assert {word for word in words if not made.match(word) and f'"{word}"' not in others} == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_stand_out_from_their_ground(theme):
    """Every pair of colours that a text and its ground can be has a contrast of 4.5 to 1 or more."""
    style = (PAGE / "style/base.css").read_text("utf-8")
    light, dark = style.split('[data-theme="dark"] {')
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light))
    if theme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark))
    pale = {f"{one} on {other}": round(_contrast(colours[one], colours[other]), 2) for one, other in PAIRS}

    assert {pair: value for pair, value in pale.items() if value < MIN_CONTRAST} == {}


def _contrast(one, other):
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
