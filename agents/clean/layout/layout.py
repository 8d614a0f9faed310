"""Where a page's article stands: the passes that find it and settle every line, in their order."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from agents.clean.layout.body import find_body
from agents.clean.layout.closing_lists import keep_closing_list
from agents.clean.layout.digest import find_digest
from agents.clean.layout.doubles import mark_doubles
from agents.clean.layout.foreign_captions import mark_foreign_captions
from agents.clean.layout.full_stops import look_for_full_stops
from agents.clean.layout.given_title import find_given_title
from agents.clean.layout.head import settle_head
from agents.clean.layout.inside import settle_inside
from agents.clean.layout.linked_stories import cut_linked_stories
from agents.clean.layout.next_articles import cut_next_articles
from agents.clean.layout.next_reports import cut_next_reports
from agents.clean.layout.page import Page
from agents.clean.layout.readers_comments import cut_comments
from agents.clean.layout.tables import find_tables, keep_cells
from agents.clean.layout.tag_lists import mark_tag_lists
from agents.clean.layout.tail import settle_tail
from agents.clean.layout.teasers import cut_teasers
from agents.clean.layout.tickers import skip_tickers
from agents.clean.layout.title import choose_title
from agents.clean.layout.title_copies import mark_title_copies


class Pass(NamedTuple):
    """A step over the lines of a page.

    Parameters
    ----------
    name
        What `rasid enrich --explain` prints and `rasid evaluate clean --without` takes.
    run
        Reads and changes the page.
    """

    name: str
    run: Callable[[Page], None]


PASSES: tuple[Pass, ...] = (
    Pass("doubles", mark_doubles),  # first, so that captions with a full stop are no text
    Pass("tables", find_tables),  # before the body, in which numbers alone would be walls
    Pass("full_stops", look_for_full_stops),  # before the body, which weighs long lines by it
    Pass("given_title", find_given_title),  # the text begins behind the title, where the page shows the one it is told
    Pass("next_articles", cut_next_articles),  # before the body, which another article might be
    Pass("body", find_body),  # where running text is densest
    Pass("digest", find_digest),  # only where there is no running text
    Pass("tickers", skip_tickers),  # a strip of headlines may have been taken for the text's beginning
    Pass("title", choose_title),  # compared with the text, so behind it
    Pass("foreign_captions", mark_foreign_captions),  # once it is known what opens the text
    Pass("title_copies", mark_title_copies),  # before lines near the title are taken for decks
    Pass("readers_comments", cut_comments),  # behind the label that counts them, which may show the title
    Pass("linked_stories", cut_linked_stories),  # what labels announce, before what nothing does
    Pass("teasers", cut_teasers),
    Pass("next_reports", cut_next_reports),
    Pass("closing_lists", keep_closing_list),  # once the text's end is known: what may stand behind it
    Pass("head", settle_head),  # now every line is settled: those in front of the text,
    Pass("table_cells", keep_cells),  # cells before the lines within the text, of which some look like headings,
    Pass("inside", settle_inside),  # those within,
    Pass("tag_lists", mark_tag_lists),  # tags before other lines below the text,
    Pass("tail", settle_tail),  # and those below
)
"""Every pass, in order. The first eleven find title and text, five more the text's end, the last five settle."""


def lay_out(page: Page, without: Collection[str] = ()) -> None:
    """Run the passes over a page: each of its lines has a role afterwards.

    Parameters
    ----------
    page
        Its lines judged, none of them with a role.
    without
        Names of passes to leave out.
    """
    for name, run in PASSES:
        if name not in without:
            page.by = name
            run(page)
    if without:
        _settle_rest(page)


def _settle_rest(page: Page) -> None:
    """Settle the lines that a pass which was left out would have settled, by what is known of them."""
    page.by = ""
    for index, line in enumerate(page.lines):
        if line.role:
            continue
        if line.reason:
            line.role = "chrome"
        elif page.start <= index < page.end:
            page.settle(line, "paragraph")
        else:
            page.settle(line, "chrome", "stray")
