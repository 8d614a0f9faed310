"""Headlines behind an arrow or a pointing hand."""

from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site

_SIGNS = "◄►▶◀⇐⇒←→⬅➡⏪»›❮❯👈👉📌🔴🔵▸▹◂⮜⮞➤➜✅📷🎥"
HEADLINE_WORDS = range(2, 21)


def find_pointer(line: Line, _site: Site) -> str:
    """Return `related` for a headline with an arrow in front: «◄ وزير الزراعة يفتتح المعرض»."""
    return "related" if line.text[0] in _SIGNS else ""
