"""Explanations as a person reads them on a terminal: pure."""

from collections.abc import Iterable

import msgspec
import orjson
from rich.text import Text

from agents.clean.cleaner import ExplainedLine
from agents.commands.render import clean
from agents.offline import ExplainedPage
from agents.tag_entities.explain import Explained, ExplainedEvidence, ExplainedName, ExplainedQuote, OpenSurface

_MAX_LINE_CHARACTERS = 100
_ROLE_STYLES = {"title": "bold", "heading": "bold", "chrome": "dim"}


def page_text(page: ExplainedPage) -> Text:
    """Return a page's lines and the names of its article."""
    heading = clean(page.article.title or page.article.id)
    found = found_text(page.found)
    return Text.assemble((heading, "bold"), "\n", lines_text(page.lines), "names and quotes\n", found)


def page_json(page: ExplainedPage) -> bytes:
    """Return the same as a line of JSON: id, lines, and what `explain` gives of the names."""
    lines = [line._asdict() for line in page.lines]
    return orjson.dumps({"id": page.article.id, "lines": lines} | msgspec.to_builtins(page.found)) + b"\n"


def lines_text(lines: Iterable[ExplainedLine]) -> Text:
    """Return the lines of a page in their order, each with its role, its reason, and the test or pass that said so."""
    text = Text("lines\n")
    for line in lines:
        text.append(f"  {line.role:<10}{line.reason:<16}{line.by:<16}", style="green")
        text.append(f"{clean(line.text, _MAX_LINE_CHARACTERS)}\n", style=_ROLE_STYLES.get(line.role, ""))
    return text


def found_text(explained: Explained) -> Text:
    """Return names with their pass and evidence in order of the text, then quotes with the rules that found them."""
    lines = Text()
    parts: list[ExplainedName | OpenSurface] = [*explained.names, *explained.open]
    for found in sorted(parts, key=lambda found: found.start):
        if isinstance(found, ExplainedName):
            _append_name(lines, found)
        else:
            _append_open(lines, found)
    if not explained.names and not explained.open:
        lines.append("  no names\n", style="dim")
    for quote in explained.quotes:
        _append_quote(lines, quote)
    return lines


def _append_name(lines: Text, name: ExplainedName) -> None:
    lines.append(f"  {clean(name.surface, 60)}", style="bold")
    lines.append(f"  {name.type} {clean(name.entity, 60)}")
    lines.append(f"  {name.found_by}\n", style="green")
    if name.evidence:
        lines.append(f"      {evidence_sum(name.evidence)}\n", style="dim")


def _append_open(lines: Text, surface: OpenSurface) -> None:
    lines.append(f"  {clean(surface.surface, 60)}", style="bold")
    lines.append("  no name: too little speaks for ", style="yellow")
    lines.append(f"{' or '.join(clean(one, 60) for one in surface.could_be)}\n")


def _append_quote(lines: Text, quote: ExplainedQuote) -> None:
    lines.append(f"  «{clean(quote.text, 60)}»", style="bold")
    lines.append(f"  {quote.found_by}\n", style="green")
    speaker = f"{clean(quote.speaker, 60)}: {quote.speaker_by}" if quote.speaker else "nobody that is named"
    lines.append(f"      said by {speaker}\n", style="dim")


def evidence_sum(evidence: Iterable[ExplainedEvidence]) -> str:
    """Return evidence with its weights, and their sum where several were weighed."""
    parts = [f"{one.name} {one.weight:+g}" if one.weight else one.name for one in evidence]
    total = sum(one.weight for one in evidence)
    return "; ".join(parts) + (f" = {total:g}" if len(parts) > 1 else "")
